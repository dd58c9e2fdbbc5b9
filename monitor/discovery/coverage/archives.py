"""The outlets' sitemaps around the days that are meant: an index leads to those of its parts that may hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from monitor.discovery.coverage.protocol import Ask, Finding, Lead, Question, Window
from monitor.discovery.sitemaps import parse_sitemap
from monitor.model import Moment

DEEPEST: Final = 2  # of indexes below indexes
PARTS: Final = 3  # of one index
LATER: Final = timedelta(days=45)  # after which a part that is filled month by month is changed no more
_DAY: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


class Archives:
    """The sitemaps of each outlet."""

    name = "archives"
    delay = 1.0

    def asks(self, question: Question) -> Sequence[Ask]:
        """The first sitemap of every outlet; where no day is known, nothing could be chosen from it."""
        if not question.windows:
            return []
        return [
            Ask(url=url, outlet=outlet.slug, language=outlet.languages[0], large=True)
            for outlet in question.outlets
            for url in outlet.sitemaps[:1]
        ]

    def read(self, ask: Ask, body: bytes, url: str, charset: str | None, question: Question) -> Finding:
        """The addresses of the days that are meant, or the parts of an index that may hold them."""
        read = parse_sitemap(body, url, outlet=ask.outlet, charset=charset)
        leads = (
            Lead(
                url=each.url,
                headline=each.headline or "",
                published=each.published or each.modified or day_in(each.url),
                language=each.language or "",
                outlet=ask.outlet,
            )
            for each in read.candidates
        )
        kept = tuple(each for each in leads if each.published and _is_meant(each.published, question.windows))
        if ask.depth >= DEEPEST:
            return Finding(leads=kept)
        further = (
            Ask(url=part, outlet=ask.outlet, language=ask.language, depth=ask.depth + 1, large=True)
            for part in around(read.children, question.windows)
        )
        return Finding(leads=kept, further=tuple(further))

    def lead_on(self, url: str, body: bytes) -> str | None:  # noqa: ARG002
        """Every address is an article's own."""
        return url


def around(parts: Iterable[tuple[str, Moment | None]], windows: Sequence[Window]) -> list[str]:
    """The parts of an index that may hold the days: by the date in their address, else by when they last changed.

    A part that names no date, and was changed within LATER of the days, comes after those that name one.
    """
    dated: list[str] = []
    changed: list[tuple[float, str]] = []
    for url, when in parts:
        named = _named(url)
        if named is not None:
            dated += [url] if any(_overlap(named, window) for window in windows) else []
        elif when is not None:
            after = [when.timestamp() - first.timestamp() for first, _ in windows if when >= first]
            changed += [(min(after), url)] if after and min(after) <= LATER.total_seconds() else []
    return [*dated, *(url for _, url in sorted(changed))][:PARTS]


def day_in(url: str) -> Moment | None:
    """The day that an address names, such as /2018/05/22/ or 20180522."""
    found = _DAY.search(urlsplit(url).path)
    return _moment(int(found[1]), int(found[2]), int(found[3])) if found and found[3] else None


def _named(url: str) -> Window | None:
    """The day, month or year that the address of a part names."""
    path = urlsplit(url)
    text = f"{path.path}?{path.query}"
    if found := _DAY.search(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
        first = _moment(year, month, day)
        if first is None:
            return None
        return first, first + (timedelta(days=1) if found[3] else timedelta(days=31))
    if found := _YEAR.search(text):
        year = int(found[1])
        return datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, 23, tzinfo=UTC)
    return None


def _moment(year: int, month: int, day: int) -> Moment | None:
    try:
        return Moment.of(datetime(year, month, day, tzinfo=UTC), has_time=False)
    except ValueError:
        return None


def _overlap(one: Window, other: Window) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _is_meant(when: Moment, windows: Sequence[Window]) -> bool:
    return any(window[0] <= when <= window[1] for window in windows)
