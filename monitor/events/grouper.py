"""Group the articles of an index that have no event yet, from where the run before stopped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from monitor.embedding import Embedder
from monitor.events.corrections import Word
from monitor.events.decision import Decision
from monitor.events.features import DAY, Member
from monitor.events.placing import Arrival, Change, Placer
from monitor.events.signature import Signature
from monitor.events.summaries import arrived, summarise
from monitor.events.texts import embedding_text
from monitor.events.window import KEPT_ARTICLES, KEPT_DAYS, REACH_DAYS, Entry
from monitor.index import ArticleQuery, Index, Placement, Stored
from monitor.model import Article, Event

BATCH = 128  # articles between two writes; the events do not depend on it
Progress = Callable[[int, int], None]


@frozen
class GroupReport:
    """What a run did."""

    articles: int = 0  # placed
    events: int = 0  # touched
    changed: int = 0  # articles placed earlier that moved to another event


class Grouper:
    """The grouping of one index; each run continues where the last one stopped."""

    def __init__(
        self,
        index: Index,
        embedder: Embedder,
        *,
        decision: Decision | None = None,
        publishers: Mapping[str, str] | None = None,
        batch: int = BATCH,
    ) -> None:
        """`publishers` gives an outlet's publisher, for counting; an outlet that it lacks counts as its own."""
        self._index, self._embedder, self._decision, self._batch = index, embedder, decision, batch
        self._publishers = publishers or {}

    def run(self, *, now: datetime, progress: Progress | None = None) -> GroupReport:
        """Place what has no event yet, in the order in which it was fetched. Raises IndexProblem or EmbedderError."""
        total = self._index.count(ArticleQuery(unplaced=True))
        report = GroupReport()
        if not total:
            return report
        placer = self._restored()
        late: list[str] = []
        waiting = self._index.articles(ArticleQuery(unplaced=True, order="fetched"))
        while batch := list(islice(waiting, self._batch)):
            report = self._place(placer, batch, late, report, now)
            if progress:
                progress(report.articles + len(late), total)
        for week in self._weeks(late):
            report = self._place(self._restored(week, placer.sequence), week, None, report, now)
            placer.sequence += len(week)
            if progress:
                progress(report.articles, total)
        return report

    def _restored(self, week: Sequence[Stored] = (), sequence: int = 0) -> Placer:
        """A placer that knows what was placed: in the window, or around articles that came too late for it."""
        placer = Placer(self._embedder, self._decision, Word(self._index.history.corrections()))
        if week:
            times = [arrived(stored.article)[0] for stored in week]
            rows = self._placed(min(times) - REACH_DAYS * DAY, max(times) + REACH_DAYS * DAY)
        else:
            rows = self._recent()
        placer.restore(rows)
        placer.sequence = max(placer.sequence, sequence)
        return placer

    def _recent(self) -> list[Entry]:
        """The placed articles of the window, or some more: it is at least so many days and so many articles."""
        status, days = self._index.status(), KEPT_DAYS
        if status.first is None or status.last is None:
            return []
        while True:
            since = status.last.timestamp() - days * DAY
            rows = self._placed(since, None)
            newest = max((row.member.time for row in rows), default=-np.inf)
            if since < status.first.timestamp() or (len(rows) >= KEPT_ARTICLES and newest - KEPT_DAYS * DAY >= since):
                return rows
            days *= 4

    def _placed(self, since: float, until: float | None) -> list[Entry]:
        first = datetime.fromtimestamp(max(since, -6e10), UTC)
        window = self._index.window(first, datetime.fromtimestamp(until, UTC) if until is not None else None)
        columns = zip(
            window.ids, window.times, window.vectors, window.signatures, window.events, window.languages, strict=True
        )
        return [
            Entry(
                identity,
                Member(Signature.from_bytes(signature), float(time), language),
                vector.astype(np.float16),
                event,
            )
            for identity, time, vector, signature, event, language in columns
            if event and signature
        ]

    def _weeks(self, late: list[str]) -> Iterator[list[Stored]]:
        weeks: dict[int, list[Stored]] = defaultdict(list)
        for stored in self._index.get(late):
            weeks[int(arrived(stored.article)[0] // (7 * DAY))].append(stored)
        for week in sorted(weeks):
            yield weeks[week]

    def _place(
        self, placer: Placer, batch: Sequence[Stored], late: list[str] | None, report: GroupReport, now: datetime
    ) -> GroupReport:
        placements: dict[str, Placement] = {}
        placed = 0
        for stored, vector in zip(batch, self._vectors(batch), strict=True):
            time, dated = arrived(stored.article)
            if late is not None and placer.window.is_past(time):
                late.append(stored.article.id)
                continue
            signature, changes = placer.place(Arrival(stored.article, vector, time, dated))
            placed += 1
            for change in changes:
                own = signature.to_bytes() if change.article == stored.article.id else None
                before = placements.get(change.article)
                placements[change.article] = _placement(change, own or (before.signature if before else None), now)
        articles = {stored.article.id: stored.article for stored in batch}
        touched = self._write(placements, articles, placer.follows)
        moved = sum(article not in articles for article in placements)
        return GroupReport(report.articles + placed, report.events + touched, report.changed + moved)

    def _vectors(self, batch: Sequence[Stored]) -> list[NDArray[np.float32]]:
        """The articles' vectors; those that the crawl did not make are made and kept now."""
        missing = [stored.article for stored in batch if stored.vector is None]
        made: dict[str, NDArray[np.float32]] = {}
        if missing:
            rows = self._embedder.embed([embedding_text(article) for article in missing])
            made = {article.id: row for article, row in zip(missing, rows, strict=True)}
            self._index.save_vectors(self._embedder.name, made)
        return [stored.vector if stored.vector is not None else made[stored.article.id] for stored in batch]

    def _write(
        self, placements: Mapping[str, Placement], batch: Mapping[str, Article], follows: Mapping[str, str]
    ) -> int:
        """Events first, then who is in them: killed between, the next run places the same articles the same way."""
        if not placements:
            return 0
        others = [article for article in placements if article not in batch]
        before = {stored.article.id: stored.article for stored in self._index.get(others)}
        events = {placement.event for placement in placements.values()}
        events |= {article.event for article in before.values() if article.event}
        members: dict[str, list[Article]] = {event: [] for event in sorted(events)}
        for stored in self._index.articles(ArticleQuery(events=tuple(members)), vectors=False):
            if stored.article.id not in placements:
                members[stored.article.event].append(stored.article)
        for identity, placement in placements.items():
            members[placement.event].append(evolve(before.get(identity) or batch[identity], event=placement.event))
        self._index.save_events([self._event(event, found, follows) for event, found in members.items() if found])
        self._index.place(list(placements.values()))
        self._retire([event for event, found in members.items() if not found], placements, before)
        return len(members)

    def _event(self, event: str, members: Sequence[Article], follows: Mapping[str, str]) -> Event:
        known = self._index.event(event)
        story = known.story if known is not None else ""
        if not story and event in follows:
            earlier = self._index.event(follows[event])
            story = (earlier.story or earlier.id) if earlier is not None else follows[event]
        return summarise(event, members, story=story, publishers=self._publishers)

    def _retire(self, gone: Sequence[str], placements: Mapping[str, Placement], before: Mapping[str, Article]) -> None:
        """Events without articles answer from now on with the event that most of their articles went to."""
        into: dict[str, str] = {}
        for event in gone:
            went = [placements[identity].event for identity, article in before.items() if article.event == event]
            if went:
                into[event] = max(sorted(set(went)), key=went.count)
        self._index.merge_events(into)
        self._index.delete_events([event for event in gone if event not in into])


def _placement(change: Change, signature: bytes | None, now: datetime) -> Placement:
    return Placement(
        article=change.article,
        event=change.after,
        reason=change.reason,
        probability=change.probability,
        at=now,
        signature=signature,
    )
