"""What is remembered of entry points after a poll, and which of an index's sitemaps are polled next; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from attrs import evolve

from monitor.index import EntryPoint
from monitor.model import Moment
from monitor.outlets import Outlet
from monitor.spiders.decision import is_before
from monitor.spiders.frontier import EntryTask
from monitor.spiders.schedule import next_due

MAX_DEPTH: Final = 2  # of indexes below indexes
MAX_CHILDREN: Final = 10  # sitemaps of one index polled in one crawl: the newest
KINDS: Final = {"feeds": "feed", "news_sitemaps": "news-sitemap", "sitemaps": "sitemap", "sections": "section"}


def due_entries(outlet: Outlet, known: Mapping[str, EntryPoint], *, only_due: bool, now: datetime) -> list[EntryTask]:
    """The outlet's entry points that are to be polled."""
    return [
        EntryTask(outlet.slug, url, kind)
        for kind, url in outlet.entry_points
        if not (only_due and url in known and (known[url].next_due or now) > now)
    ]


def polled(before: EntryPoint | None, task: EntryTask, outlet: Outlet, *, now: datetime, status: int) -> EntryPoint:
    """An entry point that answered, its failures forgotten."""
    entry = before or EntryPoint(url=task.url, outlet=task.outlet, kind=KINDS[task.kind])
    due = next_due(outlet.interval, now=now, failures=0)
    return evolve(entry, polled=now, next_due=due, status=status, failures=0, error="")


def failed(
    before: EntryPoint | None, task: EntryTask, outlet: Outlet, *, now: datetime, status: int, reason: str
) -> EntryPoint:
    """An entry point that did not yield; without validators, so that the next poll brings it whole."""
    entry = before or EntryPoint(url=task.url, outlet=task.outlet, kind=KINDS[task.kind])
    failures = entry.failures + 1
    due = next_due(outlet.interval, now=now, failures=failures)
    return evolve(
        entry, polled=now, next_due=due, status=status, failures=failures, error=reason, etag="", last_modified=""
    )


def children(
    found: Sequence[tuple[str, Moment | None]],
    task: EntryTask,
    known: Mapping[str, EntryPoint],
    cutoff: datetime | None,
) -> list[EntryTask]:
    """The newest of an index's sitemaps: changed since they were polled, and not before the cutoff."""
    if task.depth >= MAX_DEPTH:
        return []
    wanted = [(url, when) for url, when in found if _is_wanted(when, known.get(url), cutoff)]
    dated = sorted((each for each in wanted if each[1]), key=lambda each: each[1] or "", reverse=True)
    undated = [each for each in wanted if not each[1]]
    return [EntryTask(task.outlet, url, task.kind, task.depth + 1) for url, _ in (*dated, *undated)][:MAX_CHILDREN]


def _is_wanted(changed: Moment | None, known: EntryPoint | None, cutoff: datetime | None) -> bool:
    if changed is None:
        return True
    if is_before(changed, cutoff):
        return False
    return known is None or known.polled is None or known.failures > 0 or not is_before(changed, known.polled)
