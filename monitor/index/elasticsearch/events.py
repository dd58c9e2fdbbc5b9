"""Events in Elasticsearch; the grouping is their one writer, so they are written whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from monitor.index.codec import clean, from_dict, to_dict
from monitor.index.elasticsearch import search, where
from monitor.index.elasticsearch.bulk import Action
from monitor.index.elasticsearch.documents import moment, text
from monitor.index.elasticsearch.records import ElasticsearchRecords, checked
from monitor.index.elasticsearch.server import Server
from monitor.index.history import ALIAS, alias_record
from monitor.index.query import parse
from monitor.index.rows import EventOrder, EventPage, EventQuery
from monitor.model import Event

SORTS: dict[EventOrder, list[dict[str, str]]] = {
    "outlets": [{"outlets": "desc"}, {"articles": "desc"}, {"last": "desc"}, {"id": "asc"}],
    "articles": [{"articles": "desc"}, {"outlets": "desc"}, {"last": "desc"}, {"id": "asc"}],
    "last": [{"last": "asc"}, {"id": "asc"}],
    "-last": [{"last": "desc"}, {"id": "desc"}],
    "first": [{"first": "asc"}, {"id": "asc"}],
    "-first": [{"first": "desc"}, {"id": "desc"}],
}
PAGE = 500


def save(server: Server, records: ElasticsearchRecords, events: Sequence[Event]) -> None:
    """Write events whole; an id that was merged away lives again."""
    alias = server.alias("events")
    merged = records.read(ALIAS, [event.id for event in events])
    checked(server.send([Action(op="index", index=alias, id=event.id, document=_document(event)) for event in events]))
    if merged:
        records.write((), [(ALIAS, id_) for id_ in merged])


def _document(event: Event) -> dict[str, Any]:
    return {
        "id": clean(event.id),
        "headline": event.headline,
        "title": event.headline,
        "headlines": list(event.headlines.values()),
        "first": moment(event.first) or 0,
        "last": moment(event.last or event.first) or 0,
        "articles": event.articles,
        "outlets": event.outlets,
        "editions": list(event.editions),
        "languages": list(event.languages),
        "countries": list(event.countries),
        "story": clean(event.story) or None,
        "document": text(to_dict(event)),
    }


def merge(server: Server, records: ElasticsearchRecords, merged: Mapping[str, str]) -> None:
    """Remember into which events others went, then drop those: killed in between, they still answer."""
    records.write([alias_record(old, new) for old, new in merged.items() if old != new])
    delete(server, list(merged))


def delete(server: Server, ids: Sequence[str]) -> None:
    """Drop events."""
    alias = server.alias("events")
    checked(server.send([Action(op="delete", index=alias, id=clean(id_)) for id_ in ids]), allowed=(404,))


def get(server: Server, event: str) -> Event | None:
    """The event of this very id."""
    found = next(server.read("events", [clean(event)]), None)
    return _event(found["_source"]) if found else None


def _event(source: Mapping[str, Any]) -> Event:
    return from_dict(json.loads(source["document"]), Event)


def page(server: Server, query: EventQuery) -> EventPage:
    """A page of events."""
    asked: dict[str, Any] = {"filter": where.of_events(query)}
    words = parse(query.text)
    if query.text.strip():
        if words.groups:
            asked["filter"].append({"terms": {"id": sorted(search.events_with(server, words))}})
        elif words.without:
            asked["must_not"] = [{"terms": {"id": sorted(search.events_without(server, words))}}]
        else:
            return EventPage(events=(), total=0)
    answer = server.search(
        "events",
        query={"bool": asked},
        sort=SORTS[query.order],
        from_=query.offset,
        size=query.limit,
        track_total_hits=True,
    )["hits"]
    events = tuple(_event(found["_source"]) for found in answer["hits"])
    passages = search.best_passages(server, words, [event.id for event in events])
    return EventPage(events=events, total=answer["total"]["value"], passages=passages)


def every(server: Server) -> Iterator[Event]:
    """All events."""
    hits = server.walk("events", sort=[{"id": "asc"}], size=PAGE, query={"match_all": {}})
    return (_event(hit["_source"]) for hit in hits)
