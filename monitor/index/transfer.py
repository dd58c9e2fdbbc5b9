"""A whole index as lines, and lines as an index: over the protocol, so that either adapter takes the other's.

An article's line is the article itself, with its vector, analysis and event; lines of other kinds say so in `row`.
Lines of articles alone, as `write_articles` writes them, are an index too: its events are made of their articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar

from monitor.index.codec import from_dict, to_dict
from monitor.index.errors import ImportProblem
from monitor.index.history import ALIAS, CHANGE, CORRECTION, REVISION, SENTENCES
from monitor.index.records import Record, Records
from monitor.index.rows import ArticleQuery, Placement, SaveOutcome, Stored
from monitor.index.state import ENTRY, FATE, QUEUE, RUN, SEEN
from monitor.index.watches import NOTICE, WATCH
from monitor.model import Article, Event, FateName

Kind = TypeVar("Kind")

FORMAT = "monitor-index"
VERSION = 1
KINDS = (REVISION, CHANGE, CORRECTION, ALIAS, SENTENCES, SEEN, ENTRY, QUEUE, RUN, FATE, WATCH, NOTICE)
BESIDE = ("vector", "embedder", "analysis", "minhash", "signature")  # the article, in its line
BATCH = 200


class Transferable(Protocol):
    """What export and import need of an adapter, beyond the public protocol."""

    @property
    def records(self) -> Records:
        """Crawl state and history."""
        ...

    def articles(self, query: ArticleQuery = ..., *, vectors: bool = True) -> Iterator[Stored]:
        """As in the protocol."""
        ...

    def save(self, articles: Sequence[Stored]) -> list[SaveOutcome]:
        """As in the protocol."""
        ...

    def save_events(self, events: Sequence[Event]) -> None:
        """As in the protocol."""
        ...

    def every_event(self) -> Iterable[Event]:
        """All events."""
        ...

    def event(self, event: str) -> Event | None:
        """As in the protocol."""
        ...

    def put_placements(self, placements: Sequence[Placement], *, keep: bool) -> list[str]:
        """Place, with or without history; gives the articles that are not there."""
        ...


def export(index: Transferable) -> Iterator[dict[str, Any]]:
    """Everything: a header, articles, events, then records of each kind."""
    yield {"row": FORMAT, "version": VERSION}
    for stored in index.articles(ArticleQuery(order="id")):
        yield article_row(stored)
    for event in index.every_event():
        yield {"row": "event", **to_dict(event)}
    for kind in KINDS:
        for record in index.records.every(kind):
            yield {"row": "record", **to_dict(record)}


def article_row(stored: Stored) -> dict[str, Any]:
    """An article's line: its own fields, then what the index keeps beside them."""
    row = to_dict(stored)
    article: dict[str, Any] = row.pop("article")
    return article | row


def _stored_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"article": row, **{name: row[name] for name in BESIDE if name in row}}


def import_(index: Transferable, rows: Iterable[Mapping[str, Any]], progress: Callable[[int], None] | None) -> int:
    """Take what `export` gave, or lines of articles. Raises ImportProblem with the row's number, from 1."""
    numbered = enumerate(rows, start=1)
    events: set[str] = set()
    done = 0
    while batch := list(islice(numbered, BATCH)):
        events |= _import_batch(index, batch)
        done = batch[-1][0]
        if progress:
            progress(done)
    _make_events(index, events)
    return done


def _import_batch(index: Transferable, batch: Sequence[tuple[int, Mapping[str, Any]]]) -> set[str]:
    """Write a batch; gives the events that its articles are in."""
    for number, row in batch:
        _check(number, row)
    articles = _read(batch, "", Stored)
    _import_articles(index, articles)
    events = [event for _, event in _read(batch, "event", Event)]
    if events:
        index.save_events(events)
    records = [record for _, record in _read(batch, "record", Record)]
    if records:
        index.records.write(records)
    return {stored.article.event for _, stored in articles} - {""}


def _check(number: int, row: Mapping[str, Any]) -> None:
    """Raise ImportProblem for a row of no kind that we know."""
    kind = row.get("row", "")
    if kind == FORMAT and row.get("version") != VERSION:
        raise ImportProblem(
            f"row {number}: an export of version {row.get('version')}, we read {VERSION}: upgrade monitor"
        )
    if kind not in ("", FORMAT, "event", "record"):
        raise ImportProblem(f"row {number}: {kind!r} is no kind of row: expected an article, or event or record")
    if kind == "" and not row.get("id"):
        raise ImportProblem(f"row {number}: an article without id")


def _import_articles(index: Transferable, articles: Sequence[tuple[int, Stored]]) -> None:
    if not articles:
        return
    outcomes = index.save([stored for _, stored in articles])
    for (number, stored), outcome in zip(articles, outcomes, strict=True):
        if outcome.fate is FateName.FAILED:
            raise ImportProblem(f"row {number}: article {stored.article.id}: {outcome.reason}")
    placed = [
        Placement(article=stored.article.id, event=stored.article.event, signature=stored.signature)
        for _, stored in articles
        if stored.article.event
    ]
    index.put_placements(placed, keep=False)


def _read(batch: Sequence[tuple[int, Mapping[str, Any]]], name: str, kind: type[Kind]) -> list[tuple[int, Kind]]:
    found = []
    for number, row in batch:
        if row.get("row", "") == name:
            try:
                found.append((number, from_dict(row if name else _stored_row(row), kind)))
            except ValueError as problem:
                raise ImportProblem(f"row {number}: {problem}") from problem
    return found


def _make_events(index: Transferable, ids: set[str]) -> None:
    """Make the events that articles are in and no row told of."""
    for id_ in sorted(ids):
        if index.event(id_) is None:
            articles = [stored.article for stored in index.articles(ArticleQuery(events=(id_,)), vectors=False)]
            index.save_events([event_of(id_, articles)])


def event_of(id_: str, articles: Sequence[Article]) -> Event:
    """An event of its articles, the earliest first; an outlet counts as a publisher of its own."""
    dates = [article.published for article in articles if article.published]
    return Event(
        id=id_,
        headline=articles[0].headline,
        headlines={article.language: article.headline for article in reversed(articles)},
        first=min(dates, default=None),
        last=max(dates, default=None),
        articles=len(articles),
        outlets=len({article.outlet for article in articles}),
        editions=tuple(sorted({article.outlet for article in articles})),
        languages=tuple(sorted({article.language for article in articles})),
        countries=tuple(sorted({article.country for article in articles})),
    )
