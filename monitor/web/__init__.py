"""The page: server-rendered, working without JavaScript, speaking to no other host."""

from monitor.web.app import create_app

__all__ = ["create_app"]
