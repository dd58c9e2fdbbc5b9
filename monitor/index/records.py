"""Small rows of many kinds under a key: what crawl state and history are kept as, in either adapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from attrs import field, frozen


@frozen(kw_only=True)
class Record:
    """A row: `data` is JSON and opaque, the rest is what rows are found and ordered by."""

    kind: str
    key: str  # unique within the kind
    data: Mapping[str, Any] = field(factory=dict)
    label: str = ""  # what people would filter by: a fate's name
    outlet: str = ""
    article: str = ""
    event: str = ""
    other: str = ""  # a second event, or the run
    at: float | None = None  # seconds since 1970; what rows are ordered by
    due: float | None = None


@frozen(kw_only=True)
class RecordQuery:
    """Which rows of a kind, ordered by (`at`, key), or by (`due`, key) where `due_by` is given."""

    kind: str
    outlets: tuple[str, ...] = ()
    article: str = ""
    events: tuple[str, ...] = ()  # in `event` or in `other`
    other: str = ""
    before: float | None = None  # `at` below this
    due_by: float | None = None  # `due` at or below this
    newest_first: bool = False
    limit: int | None = None


class Records(Protocol):
    """Where records are kept."""

    def write(self, put: Sequence[Record], delete: Sequence[tuple[str, str]] = ()) -> None:
        """Put rows in order, then delete (kind, key); SQLite does both or none, a killed Elasticsearch a beginning."""
        ...

    def create(self, record: Record) -> bool:
        """Put a row where there is none of its key; False, and nothing written, where there is, whoever wrote it."""
        ...

    def read(self, kind: str, keys: Iterable[str]) -> dict[str, Record]:
        """Rows by key; the latest write is seen."""
        ...

    def find(self, query: RecordQuery) -> list[Record]:
        """Rows in order; every write acknowledged before is seen."""
        ...

    def every(self, kind: str) -> Iterator[Record]:
        """All rows of a kind by key, in bounded batches."""
        ...

    def count(self, query: RecordQuery) -> int:
        """How many a query has, whatever its limit."""
        ...
