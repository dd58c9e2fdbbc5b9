"""The crawl's memory, over records: the same for both adapters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from monitor.index.codec import from_dict, to_dict
from monitor.index.records import Record, RecordQuery, Records
from monitor.index.rows import EntryPoint, RunRecord, Seen
from monitor.model import Candidate, Fate

SEEN, ENTRY, QUEUE, RUN, FATE = "seen", "entry", "queue", "run", "fate"


class RecordedCrawlState:
    """`CrawlState` kept as records."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def seen(self, urls: Iterable[str]) -> dict[str, Seen]:
        """What is known of these normalised addresses."""
        return {key: from_dict(row.data, Seen) for key, row in self._records.read(SEEN, urls).items()}

    def remember(self, seen: Sequence[Seen]) -> None:
        """Write what is known."""
        self._records.write([_seen(row) for row in seen])

    def recheck(self, now: datetime, *, outlets: Sequence[str] = (), limit: int = 1000) -> list[Seen]:
        """Articles whose next check has come."""
        query = RecordQuery(kind=SEEN, outlets=tuple(outlets), due_by=now.timestamp(), limit=limit)
        return [from_dict(row.data, Seen) for row in self._records.find(query)]

    def entries(self, *, outlets: Sequence[str] = ()) -> list[EntryPoint]:
        """All entry points ever polled."""
        rows = self._records.find(RecordQuery(kind=ENTRY, outlets=tuple(outlets)))
        return [from_dict(row.data, EntryPoint) for row in rows]

    def announce(self, entry: EntryPoint, candidates: Sequence[Candidate]) -> None:
        """Queue candidates, then write the entry point."""
        at = entry.polled.timestamp() if entry.polled else 0.0
        waiting = self._records.read(QUEUE, [candidate.url for candidate in candidates])
        queued = [
            # A microsecond apart, so that they come out in the order of the feed.
            Record(kind=QUEUE, key=row.url, data=to_dict(row), outlet=row.outlet, at=at + place / 1e6)
            for place, row in enumerate(candidates)
            if row.url not in waiting
        ]
        self._records.write([*queued, _entry(entry)])

    def pending(self, *, outlets: Sequence[str] = (), limit: int | None = None) -> list[Candidate]:
        """Candidates announced and not finished."""
        rows = self._records.find(RecordQuery(kind=QUEUE, outlets=tuple(outlets), limit=limit))
        return [from_dict(row.data, Candidate) for row in rows]

    def finish(self, run: str, fates: Sequence[Fate], seen: Sequence[Seen] = ()) -> None:
        """Write what was learned, keep the fates, take their addresses out of the queue."""
        rows = [*map(_seen, seen), *(_fate(run, fate) for fate in fates)]
        self._records.write(rows, [(QUEUE, fate.url) for fate in fates])

    def save_run(self, run: RunRecord) -> None:
        """Write or rewrite a run."""
        self._records.write([Record(kind=RUN, key=run.id, data=to_dict(run), at=run.started.timestamp())])

    def runs(self, *, limit: int = 20) -> list[RunRecord]:
        """The latest runs, newest first."""
        rows = self._records.find(RecordQuery(kind=RUN, newest_first=True, limit=limit))
        return [from_dict(row.data, RunRecord) for row in rows]

    def fates(self, run: str = "", *, outlet: str = "", article: str = "", limit: int = 1000) -> list[Fate]:
        """Kept fates, newest first."""
        query = RecordQuery(
            kind=FATE,
            other=run,
            outlets=(outlet,) if outlet else (),
            article=article,
            newest_first=True,
            limit=limit,
        )
        return [from_dict(row.data, Fate) for row in self._records.find(query)]

    def forget(self, before: datetime) -> int:
        """Drop fates and runs from before this time."""
        gone = 0
        for kind in (FATE, RUN):
            query = RecordQuery(kind=kind, before=before.timestamp(), limit=1000)
            while rows := self._records.find(query):
                self._records.write((), [(kind, row.key) for row in rows])
                gone += len(rows)
        return gone


def _seen(row: Seen) -> Record:
    return Record(
        kind=SEEN,
        key=row.url,
        data=to_dict(row),
        outlet=row.outlet,
        article=row.article,
        at=row.fetched.timestamp() if row.fetched else None,
        due=row.next_check.timestamp() if row.next_check else None,
    )


def _entry(row: EntryPoint) -> Record:
    due = row.next_due.timestamp() if row.next_due else None
    return Record(kind=ENTRY, key=row.url, data=to_dict(row), outlet=row.outlet, due=due)


def _fate(run: str, fate: Fate) -> Record:
    return Record(
        kind=FATE,
        key=f"{run} {fate.url}",
        data=to_dict(fate),
        label=fate.name.value,
        outlet=fate.outlet,
        article=fate.article,
        other=run,
        at=fate.at.timestamp(),
    )
