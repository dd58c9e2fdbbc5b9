"""A whole index as lines, and lines as an index: over the protocol, so that either adapter takes the other's."""

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
from monitor.model import Event, FateName

Kind = TypeVar("Kind")

FORMAT = "monitor-index"
VERSION = 1
KINDS = (REVISION, CHANGE, CORRECTION, ALIAS, SENTENCES, SEEN, ENTRY, QUEUE, RUN, FATE)
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

    def put_placements(self, placements: Sequence[Placement], *, keep: bool) -> list[str]:
        """Place, with or without history; gives the articles that are not there."""
        ...


def export(index: Transferable) -> Iterator[dict[str, Any]]:
    """Everything: a header, articles, events, then records of each kind."""
    yield {"row": FORMAT, "version": VERSION}
    for stored in index.articles(ArticleQuery(order="id")):
        yield {"row": "article", **to_dict(stored)}
    for event in index.every_event():
        yield {"row": "event", **to_dict(event)}
    for kind in KINDS:
        for record in index.records.every(kind):
            yield {"row": "record", **to_dict(record)}


def import_(index: Transferable, rows: Iterable[Mapping[str, Any]], progress: Callable[[int], None] | None) -> int:
    """Take what `export` gave. Raises ImportProblem with the row's number, from 1."""
    numbered = enumerate(rows, start=1)
    _check_header(next(numbered, (1, {}))[1])
    done = 1
    while batch := list(islice(numbered, BATCH)):
        _import_batch(index, batch)
        done = batch[-1][0]
        if progress:
            progress(done)
    return done


def _check_header(row: Mapping[str, Any]) -> None:
    if row.get("row") != FORMAT:
        raise ImportProblem("row 1: this is no export of a whole index: make one with `monitor index export --whole`")
    if row.get("version") != VERSION:
        raise ImportProblem(
            f"row 1: an export of version {row.get('version')}, this monitor reads {VERSION}: upgrade it"
        )


def _import_batch(index: Transferable, batch: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
    """Write a batch; the rows of a kind are together, so their order among kinds does not matter."""
    articles = _read(batch, "article", Stored)
    _import_articles(index, articles)
    events = [event for _, event in _read(batch, "event", Event)]
    if events:
        index.save_events(events)
    records = [record for _, record in _read(batch, "record", Record)]
    if records:
        index.records.write(records)
    for number, row in batch:
        if row.get("row") not in ("article", "event", "record"):
            raise ImportProblem(
                f"row {number}: {row.get('row')!r} is no kind of row: expected article, event or record"
            )


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
        if row.get("row") == name:
            try:
                found.append((number, from_dict(row, kind)))
            except ValueError as problem:
                raise ImportProblem(f"row {number}: {problem}") from problem
    return found
