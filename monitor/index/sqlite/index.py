"""The embedded index: one SQLite file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from monitor.index.errors import IndexProblem
from monitor.index.recorded import ALL, RecordedIndex
from monitor.index.records import RecordQuery
from monitor.index.rows import (
    ArticleQuery,
    EventPage,
    EventQuery,
    IndexStatus,
    Placement,
    SaveOutcome,
    SearchResult,
    Stored,
    Vector,
    Window,
)
from monitor.index.sqlite import articles, events, schema, search, vectors
from monitor.index.sqlite.database import WAIT, Database, prepare
from monitor.index.sqlite.records import SqliteRecords
from monitor.index.state import QUEUE
from monitor.model import Event

ALL_EVENTS = EventQuery()


class SqliteIndex(RecordedIndex):
    """`Index` in a SQLite file; see monitor.index.protocol for what each method promises."""

    def __init__(self, path: Path, *, must_exist: bool = False, wait: float = WAIT) -> None:
        prepare(path, must_exist=must_exist)
        self._database = Database(path, wait=wait)
        super().__init__(SqliteRecords(self._database))
        try:
            self.create()
        except IndexProblem:
            self.close()
            raise

    @property
    def address(self) -> str:
        """`sqlite:` and the path."""
        return f"sqlite:{self._database.path}"

    def create(self) -> None:
        """Make the tables, or bring them up to date."""
        schema.bring_up_to_date(self._database)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def status(self) -> IndexStatus:
        """Counts, span, embedder, size."""
        read = self._database.read
        first, last, total, outlets = read(
            "SELECT min(time), max(time), count(*), count(DISTINCT outlet) FROM articles"
        )[0]
        languages = read("SELECT language, count(*) FROM articles GROUP BY language ORDER BY count(*) DESC, language")
        with self._database.errors():
            name, dimensions = articles.embedder_of(self._database.connection)
        return IndexStatus(
            address=self.address,
            adapter="sqlite",
            version=schema.VERSION,
            articles=total,
            unplaced=self.count(ArticleQuery(unplaced=True)),
            events=read("SELECT count(*) FROM events")[0][0],
            outlets=outlets,
            languages=dict(languages),
            first=articles.when(first),
            last=articles.when(last),
            embedder=name,
            dimensions=dimensions,
            bytes=read("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")[0][0],
            pending=self.records.count(RecordQuery(kind=QUEUE)),
        )

    def save(self, articles_: Sequence[Stored]) -> list[SaveOutcome]:
        """Write articles' content."""
        return articles.save(self._database, articles_)

    def put_placements(self, placements: Sequence[Placement], *, keep: bool) -> list[str]:
        """Place, with or without history; gives the articles that are not there."""
        return articles.place(self._database, placements, keep=keep)

    def get(self, ids: Iterable[str]) -> list[Stored]:
        """Articles by id."""
        return articles.get(self._database, ids)

    def articles(self, query: ArticleQuery = ALL, *, vectors: bool = True) -> Iterator[Stored]:
        """Articles in order."""
        return articles.articles(self._database, query, vectors=vectors)

    def count(self, query: ArticleQuery = ALL) -> int:
        """How many articles."""
        return articles.count(self._database, query)

    def search(
        self,
        text: str,
        *,
        filters: ArticleQuery = ALL,
        vector: Vector | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> SearchResult:
        """Find articles."""
        return search.search(self._database, text, filters, vector, limit, offset)

    def save_events(self, events_: Sequence[Event]) -> None:
        """Write events whole."""
        events.save(self._database, events_)

    def merge_events(self, merged: Mapping[str, str]) -> None:
        """Drop events that went into another."""
        events.merge(self._database, merged)

    def delete_events(self, ids: Sequence[str]) -> None:
        """Drop events."""
        events.delete(self._database, ids)

    def event_of(self, identity: str) -> Event | None:
        """The event of this very id."""
        return events.get(self._database, identity)

    def events(self, query: EventQuery = ALL_EVENTS) -> EventPage:
        """A page of events."""
        return events.page(self._database, query)

    def every_event(self) -> Iterable[Event]:
        """All events."""
        return events.every(self._database)

    def window(self, since: datetime | None = None, until: datetime | None = None) -> Window:
        """The articles of a span in columns."""
        return vectors.window(self._database, since, until)

    def drop_vectors(self, name: str, dimensions: int) -> bool:
        """Drop the vectors of another embedder."""
        return vectors.replace_embedder(self._database, name, dimensions)

    def save_vectors(self, embedder: str, vectors_: Mapping[str, Vector]) -> None:
        """Write vectors."""
        vectors.save_vectors(self._database, embedder, vectors_)
