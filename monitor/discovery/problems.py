"""What discovery raises: the bytes are not what they were served as."""

from __future__ import annotations

from monitor.model import MonitorError


class NotReadableError(MonitorError):
    """Bytes that announce nothing; `url` is where they came from and `why` what is wrong with them."""

    what = "a way in"

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url} is not {self.what}: {why}")
        self.url, self.why = url, why

    def __reduce__(self) -> tuple[type[NotReadableError], tuple[str, str]]:
        """Pickle by its two arguments, so that it survives the way from a worker."""
        return type(self), (self.url, self.why)


class NotAFeed(NotReadableError):  # noqa: N818  (the name is the room's public contract)
    """Neither RSS, RDF, Atom nor JSON Feed."""

    what = "a feed"


class NotASitemap(NotReadableError):  # noqa: N818
    """Neither a sitemap, a sitemap index nor a list of addresses."""

    what = "a sitemap"
