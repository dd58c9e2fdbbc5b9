"""Why an address was not fetched."""

from __future__ import annotations

from monitor.model import MonitorError


class FetchProblem(MonitorError):  # noqa: N818  (the name is the room's public contract)
    """An address that was not fetched: `url` and `why`, in one line."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: {why}")
        self.url, self.why = url, why

    def __reduce__(self) -> tuple[type[FetchProblem], tuple[str, str]]:
        """Pickle by its two arguments."""
        return type(self), (self.url, self.why)


class AddressRefused(FetchProblem):
    """The address, or what its name resolves to, is not one that may be reached."""


class TooLarge(FetchProblem):
    """The body, as sent or unpacked, is over the limit."""


class TooSlow(FetchProblem):
    """The answer was not whole in time."""


class TooManyRedirects(FetchProblem):
    """The redirects did not end."""


class ForbiddenByRobots(FetchProblem):
    """The host's robots.txt forbids this address."""


class BadStatus(FetchProblem):
    """The server answered with an error; `status` is its number."""

    status = 0
