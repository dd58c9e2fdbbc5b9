"""The guard in Scrapy's way of requests: every address before it is asked, and where the answer came from."""

from __future__ import annotations

from typing import Any, Self
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response

from monitor.fetching import AddressRefused, Guard
from monitor.fetching.resolver import GuardedResolver, config_of


class RequestRefused(IgnoreRequest):
    """The guard refused the address, as written, as resolved or as connected to."""


class GuardMiddleware:
    """Each redirect is a new request to Scrapy, so each hop is checked."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Take the networks that may be reached from the configuration."""
        return cls(Guard(config_of(crawler.settings).allow_addresses))

    def process_request(self, request: Request) -> None:
        """Refuse an address as it is written."""
        try:
            self._guard.check(request.url)
        except AddressRefused as problem:
            raise RequestRefused(f"address: {problem.why}") from None

    def process_response(self, request: Request, response: Response) -> Response:  # noqa: ARG002  (Scrapy's signature)
        """Refuse an answer from an address that may not be reached, however it was reached."""
        if response.ip_address is not None:
            try:
                self._guard.check_address(response.ip_address)
            except AddressRefused as problem:
                raise RequestRefused(f"address: {problem.why}") from None
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:  # noqa: ARG002
        """Tell a name that the resolver refused from one that does not resolve."""
        why = GuardedResolver.refused.get(urlsplit(request.url).hostname or "")
        if why:
            raise RequestRefused(f"address: {why}")
