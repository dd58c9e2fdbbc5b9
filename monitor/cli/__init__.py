"""The command line: `monitor COMMAND`; no logic of the field lives here."""

from monitor.cli.app import main

__all__ = ["main"]
