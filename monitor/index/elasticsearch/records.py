"""Records in Elasticsearch: the crawl's memory in one index, the history in another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from monitor.index.codec import clean
from monitor.index.elasticsearch.bulk import Action, Answer
from monitor.index.elasticsearch.documents import text
from monitor.index.elasticsearch.server import Server
from monitor.index.errors import IndexProblem
from monitor.index.records import Record, RecordQuery
from monitor.index.state import ENTRY, FATE, QUEUE, RUN, SEEN

CRAWL = frozenset({SEEN, ENTRY, QUEUE, RUN, FATE})
PAGE = 1000
CONFLICT = 409  # somebody else has written it
LONGEST = 480  # bytes of a key that is part of the id as it is
FIELDS = ("kind", "key", "label", "outlet", "article", "event", "other", "at", "due")


class ElasticsearchRecords:
    """`Records` in the indices `crawl` and `history`."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def write(self, put: Sequence[Record], delete: Sequence[tuple[str, str]] = ()) -> None:
        """Put rows in order, then delete rows."""
        checked(self._server.send([self.action(record) for record in put]))
        gone = [Action(op="delete", index=self._alias(kind), id=id_of(kind, key)) for kind, key in delete]
        checked(self._server.send(gone), allowed=(404,))

    def create(self, record: Record) -> bool:
        """Put a row where there is none of its key."""
        answers = self._server.send([self.action(record, op="create")])
        checked(answers, allowed=(CONFLICT,))
        return all(answer.done for answer in answers)

    def action(self, record: Record, op: str = "index") -> Action:
        """A row as a write."""
        id_ = id_of(record.kind, record.key)
        return Action(op=op, index=self._alias(record.kind), id=id_, document=document(record))

    def read(self, kind: str, keys: Iterable[str]) -> dict[str, Record]:
        """Rows by key."""
        ids = (id_of(kind, key) for key in keys)
        found = (record(hit["_source"]) for hit in self._server.read(name_of(kind), ids))
        return {row.key: row for row in found}

    def find(self, query: RecordQuery) -> list[Record]:
        """Rows in order."""
        lead = "due" if query.due_by is not None else "at"
        way, absent = ("desc", "_last") if query.newest_first else ("asc", "_first")
        sort: list[dict[str, Any]] = [{lead: {"order": way, "missing": absent}}, {"key": way}]
        size = PAGE if query.limit is None else max(1, min(PAGE, query.limit))
        hits = self._server.walk(name_of(query.kind), sort=sort, size=size, limit=query.limit, query=condition(query))
        return [record(hit["_source"]) for hit in hits]

    def every(self, kind: str) -> Iterator[Record]:
        """All rows of a kind by key."""
        query = condition(RecordQuery(kind=kind))
        for hit in self._server.walk(name_of(kind), sort=[{"key": "asc"}], size=PAGE, query=query):
            yield record(hit["_source"])

    def count(self, query: RecordQuery) -> int:
        """How many rows."""
        return self._server.count(name_of(query.kind), condition(query))

    def _alias(self, kind: str) -> str:
        return self._server.alias(name_of(kind))


def name_of(kind: str) -> str:
    """The index that keeps a kind."""
    return "crawl" if kind in CRAWL else "history"


def id_of(kind: str, key: str) -> str:
    """The document's id: a long key's hash stands for it, since an id has at most 512 bytes."""
    data = clean(key).encode()
    return f"{kind} {clean(key) if len(data) <= LONGEST else blake2b(data, digest_size=24).hexdigest()}"


def document(row: Record) -> dict[str, Any]:
    """A row as a document; `time` is `at` as Kibana wants it."""
    made: dict[str, Any] = {}
    for name in FIELDS:
        value = getattr(row, name)
        if value not in ("", None):
            made[name] = clean(value) if isinstance(value, str) else value
    if row.at is not None:
        made["time"] = round(row.at * 1000)
    return made | {"data": text(row.data)}


def record(source: dict[str, Any]) -> Record:
    """A document as a row."""
    given = {name: source[name] for name in FIELDS if name in source}
    return Record(**given, data=json.loads(source["data"]))


def condition(query: RecordQuery) -> dict[str, Any]:
    """A query as Elasticsearch's."""
    filters: list[dict[str, Any]] = [{"term": {"kind": query.kind}}]
    if query.outlets:
        filters.append({"terms": {"outlet": list(query.outlets)}})
    if query.article:
        filters.append({"term": {"article": query.article}})
    if query.events:
        either = [{"terms": {name: list(query.events)}} for name in ("event", "other")]
        filters.append({"bool": {"should": either, "minimum_should_match": 1}})
    if query.other:
        filters.append({"term": {"other": query.other}})
    if query.before is not None:
        filters.append({"range": {"at": {"lt": query.before}}})
    if query.due_by is not None:
        filters.append({"range": {"due": {"lte": query.due_by}}})
    return {"bool": {"filter": filters}}


def checked(answers: Sequence[Answer], allowed: Sequence[int] = ()) -> None:
    """Raise IndexProblem for the first write that was refused."""
    for answer in answers:
        if not answer.done and answer.status not in allowed:
            raise IndexProblem(f"Elasticsearch refused a write ({answer.status}): {answer.reason}")
