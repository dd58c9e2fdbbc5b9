"""What became of events and what people said of them, over records: the same for both adapters."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

import numpy as np

from monitor.index.codec import from_dict, to_dict
from monitor.index.records import Record, RecordQuery, Records
from monitor.index.rows import Correction, EventChange, Placement, SentenceVectors
from monitor.model import Revision

CHANGE, CORRECTION, ALIAS, SENTENCES, REVISION, META = "change", "correction", "alias", "sentences", "revision", "meta"
LONGEST_CHAIN = 100  # of merges of merges; a longer one is a circle


class RecordedHistory:
    """`History` kept as records."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def changes(self, *, event: str = "", article: str = "", limit: int = 1000) -> list[EventChange]:
        """Changes of an article, or of an event and those merged into it, oldest first."""
        events = tuple(sorted(self.names(event))) if event else ()
        query = RecordQuery(kind=CHANGE, events=events, article=article, limit=limit)
        return [from_dict(row.data, EventChange) for row in self._records.find(query)]

    def correct(self, correction: Correction) -> None:
        """Keep a person's word."""
        at = correction.at.timestamp()
        self._records.write([Record(kind=CORRECTION, key=correction.id, data=to_dict(correction), at=at)])

    def corrections(self) -> list[Correction]:
        """All of them, oldest first."""
        return [from_dict(row.data, Correction) for row in self._records.find(RecordQuery(kind=CORRECTION))]

    def resolve(self, event: str) -> str:
        """The id under which an event now goes."""
        for _ in range(LONGEST_CHAIN):
            found = self._records.read(ALIAS, [event]).get(event)
            if found is None:
                return event
            event = found.event
        return event

    def names(self, event: str) -> set[str]:
        """The event's id, and every id that was merged into it."""
        names, news = {event}, {event}
        for _ in range(LONGEST_CHAIN):
            rows = self._records.find(RecordQuery(kind=ALIAS, events=tuple(sorted(news))))
            news = {row.key for row in rows} - names
            names |= news
            if not news:
                break
        return names

    def save_sentences(self, rows: Sequence[SentenceVectors]) -> None:
        """Cache sentence vectors, one row an article."""
        self._records.write([_sentences(row) for row in rows])

    def sentences(self, articles: Iterable[str]) -> dict[str, SentenceVectors]:
        """Cached rows by article id."""
        return {key: _sentence_vectors(key, row.data) for key, row in self._records.read(SENTENCES, articles).items()}

    def drop_sentences(self) -> None:
        """Forget all cached sentence vectors."""
        query = RecordQuery(kind=SENTENCES, limit=500)
        while rows := self._records.find(query):
            self._records.write((), [(SENTENCES, row.key) for row in rows])


def _sentences(row: SentenceVectors) -> Record:
    halves = np.ascontiguousarray(row.vectors, dtype="<f2")
    data = {
        "revision": row.revision,
        "embedder": row.embedder,
        "dimensions": int(halves.shape[1]) if halves.ndim == 2 else 0,
        "vectors": base64.b64encode(halves.tobytes()).decode("ascii"),
    }
    return Record(kind=SENTENCES, key=row.article, data=data, article=row.article)


def _sentence_vectors(article: str, data: Mapping[str, Any]) -> SentenceVectors:
    halves = np.frombuffer(base64.b64decode(data["vectors"]), dtype="<f2").astype(np.float32)
    vectors = halves.reshape(-1, data["dimensions"]) if data["dimensions"] else halves.reshape(0, 0)
    return SentenceVectors(article=article, revision=data["revision"], embedder=data["embedder"], vectors=vectors)


def change_record(change: EventChange) -> Record:
    """A change as a record; the same change has the same key, so that it is kept once."""
    text = repr((change.article, change.before, change.after, change.at.isoformat(), change.by))
    return Record(
        kind=CHANGE,
        key=blake2b(text.encode(errors="replace"), digest_size=12).hexdigest(),
        data=to_dict(change),
        article=change.article,
        event=change.after,
        other=change.before,
        at=change.at.timestamp(),
    )


def change_of(placement: Placement, before: str) -> EventChange:
    """What a placement changes."""
    return EventChange(
        at=placement.at or datetime.now(UTC),
        article=placement.article,
        before=before,
        after=placement.event,
        reason=placement.reason,
        by=placement.by,
        probability=placement.probability,
    )


def alias_record(old: str, new: str) -> Record:
    """From now on `old` is `new`."""
    return Record(kind=ALIAS, key=old, event=new)


def revision_record(revision: Revision) -> Record:
    """An earlier text of an article."""
    return Record(
        kind=REVISION,
        key=f"{revision.article} {revision.number}",
        data=to_dict(revision),
        article=revision.article,
        at=float(revision.number),
    )


def kept_revisions(records: Records, article: str) -> list[Revision]:
    """The earlier texts of an article, oldest first."""
    rows = records.find(RecordQuery(kind=REVISION, article=article))
    return [from_dict(row.data, Revision) for row in rows]
