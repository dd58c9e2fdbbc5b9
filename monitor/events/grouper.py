"""Group the articles of an index that have no event yet, from where the run before stopped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count, islice

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from monitor.embedding import Embedder
from monitor.events.corrections import heard
from monitor.events.decision import Decision
from monitor.events.features import DAY
from monitor.events.placing import Arrival, Change, Placer
from monitor.events.restoring import around, recent
from monitor.events.summaries import arrived, summarise
from monitor.index import ArticleQuery, Index, Placement, Stored
from monitor.index.saving import mismatch
from monitor.model import Article
from monitor.text.headlines import embedding_text

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
        """Place what has no event yet, in the order in which it was fetched. Raises IndexProblem or EmbedderError.

        Every change is kept, those of one run a microsecond apart, so that their order can be told.
        """
        self._clock = (now + timedelta(microseconds=number) for number in count())
        total = self._index.count(ArticleQuery(unplaced=True))
        report = GroupReport()
        if not total:
            return report
        self._check_embedder()
        placer = self._restored()
        late: list[str] = []
        waiting = self._index.articles(ArticleQuery(unplaced=True, order="fetched"))
        while batch := list(islice(waiting, self._batch)):
            report = self._place(placer, batch, late, report)
            if progress:
                progress(report.articles + len(late), total)
        for week in self._weeks(late):
            report = self._place(self._restored(week, placer.sequence), week, None, report)
            placer.sequence += len(week)
            if progress:
                progress(report.articles, total)
        return report

    def _check_embedder(self) -> None:
        """Raise EmbedderMismatch, with what to do, where the index's vectors are another embedder's."""
        known, mine = self._index.status(), self._embedder
        if known.embedder and (known.embedder, known.dimensions) != (mine.name, mine.dimensions):
            raise mismatch(known.embedder, known.dimensions, mine.name, mine.dimensions)

    def _restored(self, week: Sequence[Stored] = (), sequence: int = 0) -> Placer:
        """A placer that knows what was placed: in the window, or around articles that came too late for it."""
        placer = Placer(self._embedder, self._decision, heard(self._index))
        dimensions = self._embedder.dimensions
        earlier = around(self._index, dimensions, week) if week else recent(self._index, dimensions)
        placer.restore(earlier.entries)
        placer.sequence = max(placer.sequence, sequence)
        self._sign(placer, earlier.unsigned)
        return placer

    def _sign(self, placer: Placer, unsigned: Sequence[str]) -> None:
        """Sign placed articles anew, in the order in which they were fetched; they stay in their events."""
        rows = sorted(self._index.get(unsigned), key=_fetched)
        for start in range(0, len(rows), self._batch):
            batch = rows[start : start + self._batch]
            placements = []
            for stored, vector in zip(batch, self._vectors(batch), strict=True):
                event = stored.article.event
                signature = placer.take(Arrival(stored.article, vector, *arrived(stored.article)), event)
                placements.append(Placement(article=stored.article.id, event=event, signature=signature.to_bytes()))
            self._index.place(placements)

    def _weeks(self, late: list[str]) -> Iterator[list[Stored]]:
        weeks: dict[int, list[Stored]] = defaultdict(list)
        for stored in self._index.get(late):
            weeks[int(arrived(stored.article)[0] // (7 * DAY))].append(stored)
        for week in sorted(weeks):
            yield weeks[week]

    def _place(
        self, placer: Placer, batch: Sequence[Stored], late: list[str] | None, report: GroupReport
    ) -> GroupReport:
        placements: list[Placement] = []
        placed = 0
        for stored, vector in zip(batch, self._vectors(batch), strict=True):
            time, dated = arrived(stored.article)
            if late is not None and placer.window.is_past(time):
                late.append(stored.article.id)
                continue
            signature, changes = placer.place(Arrival(stored.article, vector, time, dated))
            placed += 1
            own = signature.to_bytes()
            for change in changes:
                mine = own if change.article == stored.article.id else None
                placements.append(_placement(change, mine, next(self._clock)))
        articles = {stored.article.id: stored.article for stored in batch}
        touched = self._write(placements, articles, placer.follows)
        placer.follows.clear()
        moved = len({placement.article for placement in placements} - set(articles))
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

    def _write(self, placements: Sequence[Placement], batch: Mapping[str, Article], follows: Mapping[str, str]) -> int:
        """Events first, then who is in them: killed between, the next run places the same articles the same way."""
        if not placements:
            return 0
        last = {placement.article: placement.event for placement in placements}
        before = {each.article.id: each.article for each in self._index.get([one for one in last if one not in batch])}
        events = {placement.event for placement in placements}
        events |= {article.event for article in before.values() if article.event}
        members: dict[str, list[Article]] = {event: [] for event in sorted(events)}
        for stored in self._index.articles(ArticleQuery(events=tuple(members)), vectors=False):
            if stored.article.id not in last:
                members[stored.article.event].append(stored.article)
        for identity, event in last.items():
            members[event].append(evolve(before.get(identity) or batch[identity], event=event))
        self._save(members, follows)
        self._index.place(placements)
        self._retire({event for event, found in members.items() if not found}, placements, before)
        return len(members)

    def _save(self, members: Mapping[str, Sequence[Article]], follows: Mapping[str, str]) -> None:
        """Write events with the story of each; the first event of a story is told that it began one."""
        known = {event: self._index.event(event) for event in {*members, *follows.values()}}
        stories = {event: found.story for event, found in known.items() if found is not None}
        for event, earlier in follows.items():
            stories[earlier] = stories.get(earlier) or earlier
            stories[event] = stories.get(event) or stories[earlier]
        begun = [
            evolve(found, story=stories[event])
            for event, found in known.items()
            if found is not None and found.id == event and event not in members and found.story != stories[event]
        ]
        made = [
            summarise(event, found, story=stories.get(event, ""), publishers=self._publishers)
            for event, found in members.items()
            if found
        ]
        self._index.save_events([*made, *begun])

    def _retire(self, gone: set[str], placements: Sequence[Placement], before: Mapping[str, Article]) -> None:
        """Events without articles answer from now on with the event that most of their articles went to."""
        last = {placement.article: placement.event for placement in placements}
        home = {identity: article.event for identity, article in before.items()}
        went: dict[str, list[str]] = {event: [] for event in sorted(gone)}
        for placement in placements:
            left = home.get(placement.article, "")
            if left in went:
                went[left].append(last[placement.article])
            home[placement.article] = placement.event
        into = {event: max(sorted(set(homes)), key=homes.count) for event, homes in went.items() if homes}
        self._index.merge_events(into)
        self._index.delete_events(sorted(gone - into.keys()))


def _fetched(stored: Stored) -> tuple[float, str]:
    fetched = stored.article.fetched
    return fetched.timestamp() if fetched else 0.0, stored.article.id


def _placement(change: Change, signature: bytes | None, now: datetime) -> Placement:
    return Placement(
        article=change.article,
        event=change.after,
        reason=change.reason,
        probability=change.probability,
        at=now,
        signature=signature,
    )
