"""What a crawl was asked to do."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

from attrs import frozen

from monitor.model import MonitorError, since
from monitor.outlets import Catalogue, Outlet, UnknownOutletError, why_none


class OptionError(MonitorError):
    """An option of a crawl is not what is expected; the message says what is."""

    exit_code = 2


@frozen(kw_only=True)
class CrawlOptions:
    """Which outlets, and how much of them. Raises OptionError where a value is not what is expected."""

    outlets: tuple[str, ...] = ()  # slugs of outlets or publishers; none means all
    language: str | None = None
    country: str | None = None
    tag: str | None = None
    since: str | None = None  # a span such as 2d; what was published before it is too old
    due: bool = False  # only the entry points whose interval has passed
    shard: str | None = None  # i/n, from 1/n to n/n
    limit: int | None = None  # articles fetched of one outlet; the others wait for the next crawl
    delay: float | None = None  # seconds between two requests to an outlet; None: each outlet's own
    command: str = ""  # kept with the run

    def __attrs_post_init__(self) -> None:
        self._check_since()
        self._shard()
        if self.limit is not None and self.limit < 1:
            raise OptionError(f"--limit {self.limit}: expected a number of articles, 1 or more")
        if self.delay is not None and not 0 <= self.delay <= 3600:
            raise OptionError(f"--delay {self.delay}: expected seconds from 0 to 3600")

    def _check_since(self) -> None:
        try:
            self.cutoff(datetime(2000, 1, 1, tzinfo=UTC))
        except ValueError as problem:
            raise OptionError(f"--since: {problem}") from None
        except OverflowError:
            raise OptionError(f"--since {self.since}: that is before the year 1") from None

    def cutoff(self, now: datetime) -> datetime | None:
        """What was published before this is too old; None: nothing is."""
        return since(now, self.since) if self.since else None

    def select(self, catalogue: Catalogue) -> list[Outlet]:
        """The outlets that are meant and may be crawled. Raises OptionError where there are none."""
        try:
            named = catalogue.select(self.outlets, language=self.language, country=self.country, tag=self.tag)
        except UnknownOutletError as problem:
            raise OptionError(str(problem)) from None
        if not named:
            raise OptionError(why_none(catalogue, self.outlets, self.language, self.country, self.tag))
        number, shards = self._shard()
        return [each for each in named if each.crawl and shard_of(each.slug, shards) == number]

    def _shard(self) -> tuple[int, int]:
        if self.shard is None:
            return 1, 1
        found = re.fullmatch(r"(\d{1,5})/(\d{1,5})", self.shard)
        number, shards = (int(found[1]), int(found[2])) if found else (0, 0)
        if not 1 <= number <= shards:
            raise OptionError(f"--shard {self.shard}: expected i/n with i from 1 to n, such as 2/4")
        return number, shards


def shard_of(slug: str, shards: int) -> int:
    """From 1 to `shards`, the same on every machine and in every version."""
    return int.from_bytes(hashlib.sha256(slug.encode()).digest()[:8], "big") % shards + 1
