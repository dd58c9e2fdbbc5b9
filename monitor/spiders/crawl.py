"""One crawl: what is announced becomes candidates, candidates become tasks or have a fate at once, fates are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from attrs import evolve

from monitor.index import EntryPoint, Index, Seen
from monitor.model import Candidate, Fate, FateName
from monitor.outlets import Outlet
from monitor.pipelines.messages import EntryReading
from monitor.pipelines.settling import Settled, unchanged, unread
from monitor.spiders.background import Background
from monitor.spiders.decision import TRIES, decide
from monitor.spiders.entries import children, due_entries, failed, polled
from monitor.spiders.frontier import EntryTask, Frontier, PageTask
from monitor.spiders.ledger import Ledger
from monitor.spiders.options import CrawlOptions
from monitor.spiders.report import EntryResult
from monitor.spiders.scope import Scope
from monitor.text.urls import normalise

if TYPE_CHECKING:
    from monitor.spiders.gathering import Gathered  # these load the reading of articles, half a second
    from monitor.spiders.search import Search

CHUNK: Final = 500  # candidates judged before the loop has its turn
KEPT: Final = 50  # fates kept back, so that the index writes many at once; a killed crawl fetches those pages again
RECHECKS: Final = 2000  # articles read again in one crawl, the longest overdue


class Crawl:
    """The state of one crawl; its methods are called in the event loop, the index in a thread."""

    def __init__(
        self, run: str, options: CrawlOptions, outlets: Sequence[Outlet], index: Index, clock: Callable[[], datetime],
        frontier: Frontier,
    ) -> None:  # fmt: skip
        self.run = run
        self.clock = clock
        self.outlets = {outlet.slug: outlet for outlet in outlets}
        self.scopes = {outlet.slug: Scope.of(outlet) for outlet in outlets}
        self.options = options
        self.cutoff = options.cutoff(clock())
        self.frontier = frontier
        self.ledger = Ledger()
        self.results: list[EntryResult] = []
        self.entries_met = 0
        self.background = Background("state")
        self._index = index
        self._entries: dict[str, EntryPoint] = {}
        self._met_entries: set[str] = set()
        self._fetched: dict[str, int] = {}  # articles taken on, by outlet
        self._kept: list[Settled] = []
        self._gathered: Gathered | None = None
        self._search: Search | None = None
        self._budget: int | None = None

    def look_for(self, gathered: Gathered, *, budget: int) -> None:
        """Fetch the leads and what fits the search, within a budget; entry points are left as they are known."""
        self._gathered, self._search, self._budget = gathered, gathered.search, budget

    async def begin(self) -> None:
        """Queue what is due: entry points, what an earlier crawl left, articles to be read again."""
        slugs = list(self.outlets)
        if not slugs:
            return  # to the index, no outlets would be all of them
        if self._gathered is None:
            await self._take_up(slugs)
        else:
            leads = self._gathered.leads
            await self._take_on(leads, [normalise(lead.url) for lead in leads])
        for outlet in self._gathered.polled if self._gathered else self.outlets.values():
            for task in due_entries(outlet, self._entries, only_due=self.options.due, now=self.clock()):
                if self._gathered is None or task.kind != "sitemaps":  # a search has been through the archives
                    self._push_entry(task)

    async def _take_up(self, slugs: list[str]) -> None:
        """What an earlier crawl left, and articles to be read again."""
        known, pending, again = await self.background.call(self._remembered, slugs)
        self._entries = {entry.url: entry for entry in known}
        await self._take_on(pending, [normalise(each.url) for each in pending], queued=True)
        for candidate, seen in again:
            if self.ledger.meet(candidate):
                self.ledger.twin(candidate, seen.url)
                self._enqueue([PageTask(candidate, seen)])

    def entry(self, url: str) -> EntryPoint | None:
        """What is known of an entry point."""
        return self._entries.get(url)

    async def entry_read(
        self, task: EntryTask, reading: EntryReading, *, status: int, etag: str, last_modified: str
    ) -> None:
        """Take on what an entry point announced; 200 without a candidate is a failure."""
        if reading.problem or not (reading.candidates or reading.children):
            await self.entry_failed(task, reading.problem or "it announces nothing", status=status)
            return
        before = self.entry(task.url)
        yielded = len(reading.candidates) + len(reading.children)
        entry = evolve(
            polled(before, task, self.outlets[task.outlet], now=self.clock(), status=status),
            etag=etag,
            last_modified=last_modified,
            candidates=yielded,
            best=max(yielded, before.best if before else 0),
        )
        await self._take_on(reading.candidates, reading.identities, entry=entry)
        for child in children(reading.children, task, self._entries, self.cutoff):
            self._push_entry(child)
        self._result(task, "ok", status=status, candidates=len(reading.candidates))

    async def entry_unmodified(self, task: EntryTask) -> None:
        """An entry point that has nothing new."""
        entry = polled(self.entry(task.url), task, self.outlets[task.outlet], now=self.clock(), status=304)
        await self._announce(entry, [])
        self._result(task, "not modified", status=304)

    async def entry_failed(self, task: EntryTask, reason: str, *, status: int = 0) -> None:
        """An entry point that gave nothing that can be used."""
        entry = failed(self.entry(task.url), task, self.outlets[task.outlet], now=self.clock(), status=status,
                       reason=reason)  # fmt: skip
        await self._announce(entry, [])
        self._result(task, "failed", reason=reason, status=status)

    async def settle(self, task: PageTask, name: FateName, reason: str) -> None:
        """Give a candidate of which no article was made its fate."""
        await self._keep(unread(task.candidate, task.seen, name, reason, now=self.clock()))

    async def unmodified(self, task: PageTask, seen: Seen) -> None:
        """An article that the server says is as it was."""
        await self._keep(unchanged(task.candidate, seen, now=self.clock()))

    def stored(self, settled: Settled) -> None:
        """Count a fate that the writer has kept already."""
        self.ledger.settle(settled.fate)

    async def end(self, reason: str) -> None:
        """Keep what was kept back; what is still open waits in the queue for the next crawl."""
        self.ledger.close(self.clock(), reason)
        await self._flush()
        self.background.close()

    async def _take_on(
        self,
        candidates: Sequence[Candidate],
        identities: Sequence[str],
        *,
        entry: EntryPoint | None = None,
        queued: bool = False,
    ) -> None:
        """Judge candidates; those to be fetched are queued in the index before the entry point's validators are."""
        tasks: list[PageTask] = []
        judged: list[Fate] = []
        pairs = list(zip(candidates, identities, strict=True))
        for start in range(0, len(pairs), CHUNK):
            met = [pair for pair in pairs[start : start + CHUNK] if self.ledger.meet(pair[0])]
            seen = await self.background.call(self._index.state.seen, [identity for _, identity in met])
            misfits = await self.background.call(self._misfits, [candidate for candidate, _ in met])
            for candidate, identity in met:
                verdict = self._verdict(candidate, identity, seen.get(identity), misfits)
                if verdict is None:
                    tasks.append(PageTask(candidate, seen.get(identity)))
                else:
                    judged.append(self._count(candidate, *verdict))
        if entry is not None:
            await self._announce(entry, tasks)
        if queued and judged:
            await self.background.call(self._index.state.finish, self.run, judged)
        self._enqueue(tasks)

    async def _announce(self, entry: EntryPoint, tasks: Sequence[PageTask]) -> None:
        """Keep what an entry point announced, then that it did; a search keeps neither, for it takes only a part."""
        if self._search is None:
            await self.background.call(self._index.state.announce, entry, [task.candidate for task in tasks])
            if entry.status == 200 and not entry.error:
                self._entries[entry.url] = entry

    def _misfits(self, candidates: Sequence[Candidate]) -> dict[str, str]:
        """In the thread: why candidates do not fit the search, by address."""
        if self._search is None:
            return {}
        told = ((each.url, self._search.misfit(each, self.outlets[each.outlet].languages[0])) for each in candidates)
        return {url: why for url, why in told if why is not None}

    def _verdict(
        self, candidate: Candidate, identity: str, seen: Seen | None, misfits: Mapping[str, str]
    ) -> tuple[FateName, str] | None:
        verdict = decide(candidate, outlet=self.outlets[candidate.outlet], scope=self.scopes[candidate.outlet],
                         seen=seen, cutoff=self.cutoff, now=self.clock())  # fmt: skip
        if verdict is not None and verdict[0] is not FateName.KNOWN:
            return verdict
        if verdict is None and candidate.url in misfits:
            return FateName.REFUSED, f"coverage: {misfits[candidate.url]}"
        twin = self.ledger.twin(candidate, identity)
        return (FateName.DUPLICATE, f"the same address as {twin}") if twin else verdict

    def _enqueue(self, tasks: Iterable[PageTask]) -> None:
        for task in tasks:
            taken = self._fetched.get(task.outlet, 0)
            if self.options.limit is not None and taken >= self.options.limit:
                self._count(task.candidate, FateName.DEFERRED, f"limit of {self.options.limit} articles an outlet")
            elif not self._has_budget():
                self._count(task.candidate, FateName.DEFERRED, f"budget of {self._budget} requests")
            else:
                self._fetched[task.outlet] = taken + 1
                self.frontier.push(task)

    def _has_budget(self) -> bool:
        return self._budget is None or self.entries_met + sum(self._fetched.values()) < self._budget

    def _push_entry(self, task: EntryTask) -> None:
        if task.url not in self._met_entries and self._has_budget():
            self._met_entries.add(task.url)
            self.entries_met += 1
            self.frontier.push(task)

    def _count(self, candidate: Candidate, name: FateName, reason: str) -> Fate:
        fate = Fate(url=candidate.url, outlet=candidate.outlet, name=name, reason=reason, at=self.clock())
        self.ledger.settle(fate)
        return fate

    def _result(self, task: EntryTask, outcome: str, *, reason: str = "", status: int = 0, candidates: int = 0) -> None:
        before = self.entry(task.url)
        self.results.append(
            EntryResult(
                outlet=task.outlet,
                url=task.url,
                kind=task.kind,
                outcome=outcome,
                reason=reason,
                status=status,
                candidates=candidates,
                used_to_yield=before is not None and before.best > 0,
            )
        )

    async def _keep(self, settled: Settled) -> None:
        self.ledger.settle(settled.fate)
        self._kept.append(settled)
        if len(self._kept) >= KEPT:
            await self._flush()

    async def _flush(self) -> None:
        kept, self._kept = self._kept, []
        if kept:
            await self.background.call(self._write, kept)

    def _write(self, kept: Sequence[Settled]) -> None:
        """In the thread: what failed and may be tried again stays in the queue."""
        again = [each for each in kept if each.fate.name is FateName.FAILED and each.seen[0].failures < TRIES]
        done = [each for each in kept if each not in again]
        self._index.state.remember([row for each in again for row in each.seen])
        self._index.state.finish(self.run, [each.fate for each in done], [row for each in done for row in each.seen])

    def _remembered(self, slugs: list[str]) -> tuple[list[EntryPoint], list[Candidate], list[tuple[Candidate, Seen]]]:
        """In the thread: entry points, what waits in the queue, articles whose next reading has come."""
        state = self._index.state
        rows = {row.article: row for row in state.recheck(self.clock(), outlets=slugs, limit=RECHECKS) if row.article}
        articles = (stored.article for stored in self._index.get(rows))
        again = [
            (Candidate(url=each.url, outlet=each.outlet, published=each.published, found_in="revision"), rows[each.id])
            for each in articles
        ]
        return state.entries(outlets=slugs), state.pending(outlets=slugs), again
