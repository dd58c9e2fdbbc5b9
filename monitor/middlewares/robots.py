"""robots.txt, as RFC 9309 has it."""

from __future__ import annotations

from typing import Any

from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response


class ForbiddenByRobots(IgnoreRequest):
    """The host's robots.txt forbids the address."""


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's, which says by its own exception that robots.txt forbids, and takes a server's error as forbidding."""

    def process_request_2(self, rp: Any, request: Request) -> None:
        """Raise ForbiddenByRobots where the rules say no."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as problem:
            raise ForbiddenByRobots(str(problem)) from None

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        """RFC 9309, 2.3.1.4: a robots.txt that a server's error hides forbids everything."""
        if response.status >= 500:
            response = response.replace(body=b"User-agent: *\nDisallow: /\n")
        elif response.status >= 400:
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)
