"""What an index does alike in whatever it is kept: over its records, and over what each adapter reads and writes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from monitor.index import transfer
from monitor.index.history import RecordedHistory, kept_revisions
from monitor.index.protocol import CrawlState, History, Watches
from monitor.index.records import Records
from monitor.index.rows import ArticleQuery, Placement, SaveOutcome, Stored
from monitor.index.saving import chain, not_there
from monitor.index.state import RecordedCrawlState
from monitor.index.watches import RecordedWatches
from monitor.model import Event, Revision

ALL = ArticleQuery()


class RecordedIndex(ABC):
    """The half of `Index` that both adapters share; see monitor.index.protocol for what each method promises."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._state = RecordedCrawlState(records)
        self._history = RecordedHistory(records)
        self._watches = RecordedWatches(records)

    @property
    def state(self) -> CrawlState:
        """The crawl's memory."""
        return self._state

    @property
    def history(self) -> History:
        """The events' history."""
        return self._history

    @property
    def watches(self) -> Watches:
        """What people asked to be told of."""
        return self._watches

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @abstractmethod
    def save(self, articles: Sequence[Stored]) -> list[SaveOutcome]:
        """Write articles' content."""

    def place(self, placements: Sequence[Placement]) -> None:
        """Write the grouping's fields."""
        missing = self.put_placements(placements, keep=True)
        if missing:
            raise not_there(missing)

    @abstractmethod
    def put_placements(self, placements: Sequence[Placement], *, keep: bool) -> list[str]:
        """Place, with or without history; gives the articles that are not there."""

    @abstractmethod
    def get(self, ids: Iterable[str]) -> list[Stored]:
        """Articles by id."""

    @abstractmethod
    def articles(self, query: ArticleQuery = ALL, *, vectors: bool = True) -> Iterator[Stored]:
        """Articles in order."""

    def revisions(self, article: str) -> list[Revision]:
        """Every text an article had."""
        found = self.get([article])
        return chain(kept_revisions(self.records, article), found[0].article) if found else []

    @abstractmethod
    def save_events(self, events: Sequence[Event]) -> None:
        """Write events whole."""

    def event(self, event: str) -> Event | None:
        """One event."""
        return self.event_of(event) or self.event_of(self._history.resolve(event))

    @abstractmethod
    def event_of(self, identity: str) -> Event | None:
        """The event of this very id; None for one that was merged away."""

    @abstractmethod
    def every_event(self) -> Iterable[Event]:
        """All events."""

    def replace_embedder(self, name: str, dimensions: int) -> None:
        """Drop all vectors."""
        if self.drop_vectors(name, dimensions):
            self._history.drop_sentences()

    @abstractmethod
    def drop_vectors(self, name: str, dimensions: int) -> bool:
        """Drop the vectors of another embedder than this one; False where there were none of another."""

    def export(self) -> Iterator[dict[str, Any]]:
        """Everything as JSON objects."""
        return transfer.export(self)

    def import_(self, rows: Iterable[Mapping[str, Any]], *, progress: Callable[[int], None] | None = None) -> int:
        """Take what `export` gave."""
        return transfer.import_(self, rows, progress)
