"""The one way to an index: what both adapters offer, and what the tests of both are written against.

Every method may raise an `IndexProblem` (monitor.index.errors). What a method has written is read by the next call
of the same process, whichever method that is; another process sees it in `get`, `articles`, `window`, `event` and the
crawl state at once, and in `search`, `events` and `status` within seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Protocol, Self

from monitor.index.rows import (
    ArticleQuery,
    Correction,
    EntryPoint,
    EventChange,
    EventPage,
    EventQuery,
    IndexStatus,
    Placement,
    RunRecord,
    SaveOutcome,
    SearchResult,
    Seen,
    SentenceVectors,
    Stored,
    Vector,
    Window,
)
from monitor.index.watches import Notice, Watch
from monitor.model import Candidate, Event, Fate, Revision


class CrawlState(Protocol):
    """What the crawl remembers between runs, kept in the index so that workers keep nothing."""

    def seen(self, urls: Iterable[str]) -> dict[str, Seen]:
        """What is known of these normalised addresses; those never met are left out."""
        ...

    def remember(self, seen: Sequence[Seen]) -> None:
        """Write what is known, without a candidate: after a revisit, or for further addresses of one article."""
        ...

    def recheck(self, now: datetime, *, outlets: Sequence[str] = (), limit: int = 1000) -> list[Seen]:
        """Articles whose `next_check` has come, the longest overdue first."""
        ...

    def entries(self, *, outlets: Sequence[str] = ()) -> list[EntryPoint]:
        """All entry points ever polled, of these outlets, or of all."""
        ...

    def announce(self, entry: EntryPoint, candidates: Sequence[Candidate]) -> None:
        """Queue what an entry point announced, then write the entry point: killed between, it is only polled again."""
        ...

    def pending(self, *, outlets: Sequence[str] = (), limit: int | None = None) -> list[Candidate]:
        """Candidates announced and not finished, in the order in which they were announced."""
        ...

    def finish(self, run: str, fates: Sequence[Fate], seen: Sequence[Seen] = ()) -> None:
        """Write what was learned, keep the fates under the run, and take their addresses out of the queue."""
        ...

    def save_run(self, run: RunRecord) -> None:
        """Write or rewrite a run: at its start, now and then, at its end."""
        ...

    def runs(self, *, limit: int = 20) -> list[RunRecord]:
        """The latest runs, newest first."""
        ...

    def fates(self, run: str = "", *, outlet: str = "", article: str = "", limit: int = 1000) -> list[Fate]:
        """Kept fates of a run, an outlet or an article, newest first."""
        ...

    def forget(self, before: datetime) -> int:
        """Drop fates and runs from before this time; gives how many."""
        ...


class History(Protocol):
    """What became of events, who corrected them, and what is cached beside articles."""

    def changes(self, *, event: str = "", article: str = "", limit: int = 1000) -> list[EventChange]:
        """Changes of an article, or into and out of an event and those merged into it, oldest first."""
        ...

    def correct(self, correction: Correction) -> None:
        """Keep a person's word; the same id again replaces it."""
        ...

    def corrections(self) -> list[Correction]:
        """All of them, oldest first."""
        ...

    def resolve(self, event: str) -> str:
        """The id under which an event now goes; its own where it was never merged."""
        ...

    def names(self, event: str) -> set[str]:
        """The event's id, and every id that was merged into it."""
        ...

    def save_sentences(self, rows: Sequence[SentenceVectors]) -> None:
        """Cache sentence vectors, one row an article."""
        ...

    def sentences(self, articles: Iterable[str]) -> dict[str, SentenceVectors]:
        """Cached rows by article id; the caller compares `revision`."""
        ...


class Watches(Protocol):
    """What people asked to be told of, and what they were told."""

    def save(self, watch: Watch) -> None:
        """Write a watch; the same id again replaces it."""
        ...

    def all(self) -> list[Watch]:
        """Every watch, the oldest first."""
        ...

    def remove(self, watch: str) -> bool:
        """Drop a watch and its notices; False where there is none of that id."""
        ...

    def told(self, watch: str, target: str, events: Iterable[str]) -> dict[str, Notice]:
        """The notices that there are of these events, by event."""
        ...

    def due(self, watch: str, now: datetime) -> list[Notice]:
        """Notices that are to be tried again, the longest due first."""
        ...

    def claim(self, notice: Notice) -> bool:
        """Write a notice that nobody has written yet; False where another process was first."""
        ...

    def settle(self, notices: Sequence[Notice]) -> None:
        """Write how notices went."""
        ...

    def notices(self, watch: str, *, limit: int = 100) -> list[Notice]:
        """Notices of a watch, the latest first."""
        ...


class Index(Protocol):
    """Articles, events, vectors, crawl state: one place."""

    @property
    def address(self) -> str:
        """As it was opened, without a password."""
        ...

    @property
    def state(self) -> CrawlState:
        """The crawl's memory."""
        ...

    @property
    def history(self) -> History:
        """The events' history and people's corrections."""
        ...

    @property
    def watches(self) -> Watches:
        """What people asked to be told of."""
        ...

    def create(self) -> None:
        """Make what is missing, bring an older schema up to date; `open_index` has done it."""
        ...

    def status(self) -> IndexStatus:
        """Counts, span, embedder, size."""
        ...

    def close(self) -> None:
        """Let go of files and connections; a second time does nothing."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def save(self, articles: Sequence[Stored]) -> list[SaveOutcome]:
        """Write articles' content, in order; the grouping's fields stay as they are.

        The same again changes nothing; an earlier fetch never replaces a later one; a changed headline or body keeps
        the text before as a revision. One bad article is FAILED with its reason and the others are written.
        Raises EmbedderMismatch where a vector is not of the index's embedder; the first vector ever decides.
        """
        ...

    def place(self, placements: Sequence[Placement]) -> None:
        """Write the grouping's fields and keep each change; an article's content stays as it is.

        Raises IndexProblem, after writing the others, where an article is not in the index.
        """
        ...

    def get(self, ids: Iterable[str]) -> list[Stored]:
        """These articles, in the order asked for; those that are not there are left out."""
        ...

    def articles(self, query: ArticleQuery = ..., *, vectors: bool = True) -> Iterator[Stored]:
        """Articles in `query.order`, read in bounded batches, so that writing meanwhile is safe."""
        ...

    def count(self, query: ArticleQuery = ...) -> int:
        """How many articles a query has; its `limit` does not count."""
        ...

    def revisions(self, article: str) -> list[Revision]:
        """Every text the article had, oldest first; the last is the one it has. Empty where it is not there."""
        ...

    def search(
        self,
        text: str,
        *,
        filters: ArticleQuery = ...,
        vector: Vector | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> SearchResult:
        """Find articles by words, by a vector, or by both, fused by reciprocal rank.

        `text` is words, "phrases", -without and OR; nothing that is typed is an error. Without words and vector, the
        newest come first; so they do with words and no vector where the filters' `order` is `-time`.
        """
        ...

    def save_events(self, events: Sequence[Event]) -> None:
        """Write events whole; the grouping is their one writer."""
        ...

    def merge_events(self, merged: Mapping[str, str]) -> None:
        """Drop events that went into another (old id -> new id) and answer for them from now on."""
        ...

    def delete_events(self, ids: Sequence[str]) -> None:
        """Drop events that have no article left."""
        ...

    def event(self, event: str) -> Event | None:
        """One event; for a merged id the one it went into (its `id` tells)."""
        ...

    def events(self, query: EventQuery = ...) -> EventPage:
        """A page of events."""
        ...

    def window(self, since: datetime | None = None, until: datetime | None = None) -> Window:
        """The articles of a span, in columns, for searching in memory."""
        ...

    def replace_embedder(self, name: str, dimensions: int) -> None:
        """Drop all vectors, cached sentences and signatures and take those of another embedder from now on.

        `articles(ArticleQuery(without_vector=True))` then gives what is to be embedded anew; killed in between, the
        same continues.
        """
        ...

    def save_vectors(self, embedder: str, vectors: Mapping[str, Vector]) -> None:
        """Write vectors of articles that are there. Raises EmbedderMismatch."""
        ...

    def export(self) -> Iterator[dict[str, Any]]:
        """Everything, as JSON objects, in an order in which `import_` can take them."""
        ...

    def import_(self, rows: Iterable[Mapping[str, Any]], *, progress: Callable[[int], None] | None = None) -> int:
        """Take what `export` gave, of either adapter; twice is as good as once. Gives the number of rows.

        Raises ImportProblem with the row's number.
        """
        ...
