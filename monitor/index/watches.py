"""What people asked to be told of, and what they were told: over records, the same for both adapters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Final, Literal

from attrs import frozen

from monitor.index.codec import from_dict, to_dict
from monitor.index.records import Record, RecordQuery, Records

WATCH: Final = "watch"
NOTICE: Final = "notice"

State = Literal["sending", "sent", "failed", "given-up"]


@frozen(kw_only=True)
class Watch:
    """A question that is asked again and again: every event that answers it is told once to each target."""

    id: str
    query: str = ""  # as for `search`, in the articles of an event
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    min_outlets: int = 1
    targets: tuple[str, ...] = ()  # http(s) addresses and `mailto:` ones
    name: str = ""
    since: datetime  # events that ended before this are not told
    added: datetime


@frozen(kw_only=True)
class Notice:
    """One event told to one target of a watch, or not yet: `due` says when it is tried again."""

    watch: str
    target: str
    event: str
    state: State = "sending"
    tries: int = 1
    first: datetime  # try
    at: datetime  # the last try
    due: datetime | None = None  # None: never again
    problem: str = ""

    @property
    def id(self) -> str:
        """The same for every try of the same notice, so that a receiver can tell a repetition."""
        text = repr((self.watch, self.target, self.event))
        return blake2b(text.encode(errors="replace"), digest_size=12).hexdigest()


class RecordedWatches:
    """`Watches` kept as records."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def save(self, watch: Watch) -> None:
        """Write a watch; the same id again replaces it."""
        self._records.write([Record(kind=WATCH, key=watch.id, data=to_dict(watch), at=watch.added.timestamp())])

    def all(self) -> list[Watch]:
        """Every watch, the oldest first."""
        return [from_dict(row.data, Watch) for row in self._records.find(RecordQuery(kind=WATCH))]

    def remove(self, watch: str) -> bool:
        """Drop a watch and its notices; False where there is none of that id."""
        if watch not in self._records.read(WATCH, [watch]):
            return False
        notices = [(NOTICE, row.key) for row in self._records.find(RecordQuery(kind=NOTICE, other=watch))]
        self._records.write((), [(WATCH, watch), *notices])
        return True

    def told(self, watch: str, target: str, events: Iterable[str]) -> dict[str, Notice]:
        """The notices that there are of these events, by event."""
        keys = {_key(watch, target, event): event for event in events}
        rows = self._records.read(NOTICE, keys)
        return {keys[key]: from_dict(row.data, Notice) for key, row in rows.items()}

    def due(self, watch: str, now: datetime) -> list[Notice]:
        """Notices that are to be tried again, the longest due first."""
        query = RecordQuery(kind=NOTICE, other=watch, due_by=now.timestamp())
        return [from_dict(row.data, Notice) for row in self._records.find(query)]

    def claim(self, notice: Notice) -> bool:
        """Write a notice that nobody has written yet; False where another process was first."""
        return self._records.create(_notice(notice))

    def settle(self, notices: Sequence[Notice]) -> None:
        """Write how notices went."""
        self._records.write([_notice(notice) for notice in notices])

    def notices(self, watch: str, *, limit: int = 100) -> list[Notice]:
        """Notices of a watch, the latest first."""
        query = RecordQuery(kind=NOTICE, other=watch, newest_first=True, limit=limit)
        return [from_dict(row.data, Notice) for row in self._records.find(query)]


def _key(watch: str, target: str, event: str) -> str:
    return f"{watch} {blake2b(target.encode(errors='replace'), digest_size=6).hexdigest()} {event}"


def _notice(notice: Notice) -> Record:
    return Record(
        kind=NOTICE,
        key=_key(notice.watch, notice.target, notice.event),
        data=to_dict(notice),
        label=notice.state,
        event=notice.event,
        other=notice.watch,
        at=notice.at.timestamp(),
        due=notice.due.timestamp() if notice.due else None,
    )
