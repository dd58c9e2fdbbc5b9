"""How the outlets are: told before the analyst notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from attrs import evolve, frozen

from monitor.index import ArticleQuery, EntryPoint, Index
from monitor.outlets import Catalogue, Outlet

SILENT = timedelta(days=2)  # without an article, where the outlet's own expectation says nothing
LATE = 3  # intervals after which an entry point that nobody polled is late
ENOUGH = 0.5  # of the expected articles a day; below it an outlet yields too little


@frozen(kw_only=True)
class OutletHealth:
    """How one outlet is."""

    outlet: str
    state: str  # ok, broken, silent, meagre, late
    problem: str = ""
    entry: str = ""  # the entry point that is meant
    last_article: datetime | None = None
    polled: datetime | None = None  # when a late one was asked last
    found: float = 0.0  # articles a day of a meagre one, and how many are expected
    expected: float = 0.0

    @property
    def ok(self) -> bool:
        """True where nothing needs a look."""
        return self.state == "ok"


def health(index: Index, catalogue: Catalogue, *, now: datetime, outlets: Sequence[str] = ()) -> list[OutletHealth]:
    """The health of every outlet that was ever polled, or of these, the troubled ones first."""
    by_outlet: dict[str, list[EntryPoint]] = {}
    for entry in index.state.entries(outlets=outlets):
        by_outlet.setdefault(entry.outlet, []).append(entry)
    found = [_health(index, slug, entries, catalogue.outlets.get(slug), now) for slug, entries in by_outlet.items()]
    return sorted(found, key=lambda each: (each.ok, each.outlet))


def _health(index: Index, slug: str, entries: list[EntryPoint], outlet: Outlet | None, now: datetime) -> OutletHealth:
    newest = next(iter(index.articles(ArticleQuery(outlets=(slug,), order="-time", limit=1), vectors=False)), None)
    last = (newest.article.published or newest.article.fetched) if newest else None
    own, found = _asked_for(entries, outlet)
    broken = _broken([*own, *found])
    if broken:
        return OutletHealth(outlet=slug, state="broken", problem=broken.error, entry=broken.url, last_article=last)
    late = _late(own, outlet, now)
    if late:
        problem = f"not polled since {late.polled.isoformat(timespec='minutes')}" if late.polled else "never polled"
        return OutletHealth(
            outlet=slug, state="late", problem=problem, entry=late.url, last_article=last, polled=late.polled
        )
    return evolve(_yield(index, slug, outlet, last, now), last_article=last)


def _asked_for(entries: Sequence[EntryPoint], outlet: Outlet | None) -> tuple[list[EntryPoint], list[EntryPoint]]:
    """The entry points that the outlet's file names, and the sitemaps to which these led at the last poll.

    Of a sitemap's sitemaps the older ones are not asked again, nor is what was taken out of the file: neither is late.
    """
    if outlet is None:
        return list(entries), []
    named = {url for _, url in outlet.entry_points}
    own = [each for each in entries if each.url in named]
    polls = [each.polled for each in own if each.polled]
    last = min(polls) if polls else None
    return own, [each for each in entries if each.url not in named and each.polled and last and each.polled >= last]


def _broken(entries: Iterable[EntryPoint]) -> EntryPoint | None:
    """The entry point that has failed most often in a row, if any failed at its last poll."""
    failing = [each for each in entries if each.failures]
    return max(failing, key=lambda each: each.failures, default=None)


def _late(entries: Iterable[EntryPoint], outlet: Outlet | None, now: datetime) -> EntryPoint | None:
    interval = outlet.interval if outlet else timedelta(hours=1)
    return next((each for each in entries if each.next_due and now - each.next_due > LATE * interval), None)


def _yield(index: Index, slug: str, outlet: Outlet | None, last: datetime | None, now: datetime) -> OutletHealth:
    """Whether as much comes in as is expected."""
    expected = outlet.expect.articles_per_day if outlet else None
    if expected:
        since = now - timedelta(days=max(1.0, 3 / expected))
        days = (now - since) / timedelta(days=1)
        found = index.count(ArticleQuery(outlets=(slug,), fetched_since=since)) / days
        if found < ENOUGH * expected:
            problem = f"{found:.1f} articles a day, {expected:g} are expected"
            return OutletHealth(outlet=slug, state="meagre", problem=problem, found=round(found, 1), expected=expected)
    elif last is None or now - last > SILENT:
        return OutletHealth(outlet=slug, state="silent", problem=f"no article for over {SILENT.days} days")
    return OutletHealth(outlet=slug, state="ok")
