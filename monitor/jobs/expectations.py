"""What outlets were expected to yield, held against what they did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from monitor.index import ArticleQuery, Index
from monitor.model import Article, FateName
from monitor.outlets import Outlet

DAYS: Final = 3  # over which articles a day are counted
ENOUGH: Final = 10  # articles from which a share says something

_MADE: Final = (FateName.STORED, FateName.REVISED)


def unmet(
    outlets: Mapping[str, Outlet], fates: Mapping[str, Mapping[FateName, int]], index: Index, *, now: datetime
) -> Iterator[str]:
    """A line for each expectation of an outlet's file that does not hold.

    Articles a day are counted once the outlet was first crawled DAYS days ago; shares of articles with a date or a
    body over the newest ENOUGH or more that this crawl stored.
    """
    for slug, outlet in outlets.items():
        expected = outlet.expect
        if expected.articles_per_day is not None:
            yield from _rate(slug, expected.articles_per_day, index, now)
        made = sum(fates.get(slug, {}).get(name, 0) for name in _MADE)
        if made >= ENOUGH and (expected.with_date is not None or expected.with_body is not None):
            query = ArticleQuery(outlets=(slug,), fetched_since=now - timedelta(hours=1), limit=made)
            articles = [stored.article for stored in index.articles(query, vectors=False)]
            yield from _share(slug, "a date", expected.with_date, [a.published is not None for a in articles])
            yield from _share(slug, "a body", expected.with_body, [bool(a.body) for a in articles])


def _rate(slug: str, expected: float, index: Index, now: datetime) -> Iterator[str]:
    since = now - timedelta(days=DAYS)
    before = next(iter(index.articles(ArticleQuery(outlets=(slug,), order="fetched", limit=1), vectors=False)), None)
    if before is None or _fetched(before.article, now) > since:
        return
    found = index.count(ArticleQuery(outlets=(slug,), fetched_since=since)) / DAYS
    if found < expected:
        yield f"{slug}: {found:.1f} articles a day over {DAYS} days, expected {expected:g}"


def _fetched(article: Article, now: datetime) -> datetime:
    return article.fetched or now


def _share(slug: str, what: str, expected: float | None, has: list[bool]) -> Iterator[str]:
    if expected is not None and has and sum(has) / len(has) < expected:
        yield f"{slug}: {sum(has)} of {len(has)} articles with {what}, expected {expected:.0%}"
