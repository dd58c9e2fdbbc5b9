"""The index for production: Elasticsearch behind four aliases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from monitor.index.elasticsearch import articles, events, search, vectors
from monitor.index.elasticsearch.client import Address
from monitor.index.elasticsearch.embedder import Embedding
from monitor.index.elasticsearch.records import ElasticsearchRecords
from monitor.index.elasticsearch.server import Server
from monitor.index.elasticsearch.status import status
from monitor.index.recorded import ALL, RecordedIndex
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
from monitor.model import Event

ALL_EVENTS = EventQuery()


class ElasticsearchIndex(RecordedIndex):
    """`Index` on a server; see monitor.index.protocol for what each method promises."""

    def __init__(self, address: str, *, prefix: str = "", must_exist: bool = False) -> None:
        self._server = Server(Address.parse(address), prefix)
        self._records = ElasticsearchRecords(self._server)
        super().__init__(self._records)
        self._embedding = Embedding(self._server, self._records)
        if must_exist:
            self._server.check()
        self.create()

    @property
    def address(self) -> str:
        """The server's, without user and password."""
        return self._server.address.url

    def create(self) -> None:
        """Make the indices that are missing."""
        self._server.create()

    def close(self) -> None:
        """Let go of the connections."""
        self._server.close()

    def status(self) -> IndexStatus:
        """Counts, span, embedder, size."""
        return status(self._server, self._records, self._embedding)

    def save(self, articles_: Sequence[Stored]) -> list[SaveOutcome]:
        """Write articles' content."""
        return articles.save(self._server, self._records, self._embedding, articles_)

    def put_placements(self, placements: Sequence[Placement], *, keep: bool) -> list[str]:
        """Place, with or without history; gives the articles that are not there."""
        return articles.place(self._server, self._records, placements, keep=keep)

    def get(self, ids: Iterable[str]) -> list[Stored]:
        """Articles by id."""
        return articles.get(self._server, ids)

    def articles(self, query: ArticleQuery = ALL, *, vectors: bool = True) -> Iterator[Stored]:
        """Articles in order."""
        return articles.articles(self._server, query, vectors=vectors)

    def count(self, query: ArticleQuery = ALL) -> int:
        """How many articles."""
        return articles.count(self._server, query)

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
        return search.search(self._server, self._embedding.known(), text, filters, vector, limit, offset)

    def save_events(self, events_: Sequence[Event]) -> None:
        """Write events whole."""
        events.save(self._server, self._records, events_)

    def merge_events(self, merged: Mapping[str, str]) -> None:
        """Drop events that went into another."""
        events.merge(self._server, self._records, merged)

    def delete_events(self, ids: Sequence[str]) -> None:
        """Drop events."""
        events.delete(self._server, ids)

    def event_of(self, identity: str) -> Event | None:
        """The event of this very id."""
        return events.get(self._server, identity)

    def events(self, query: EventQuery = ALL_EVENTS) -> EventPage:
        """A page of events."""
        return events.page(self._server, query)

    def every_event(self) -> Iterable[Event]:
        """All events."""
        return events.every(self._server)

    def window(self, since: datetime | None = None, until: datetime | None = None) -> Window:
        """The articles of a span in columns."""
        return vectors.window(self._server, self._embedding.known()[1], since, until)

    def drop_vectors(self, name: str, dimensions: int) -> bool:
        """Drop the vectors of another embedder."""
        return self._embedding.replace(name, dimensions)

    def save_vectors(self, embedder: str, vectors_: Mapping[str, Vector]) -> None:
        """Write vectors."""
        self._embedding.save(embedder, vectors_)
