"""Events in SQLite."""

# ruff: noqa: S608  (what is put into SQL here is our own column names and question marks; values are bound)

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from monitor.index.codec import clean, dumps, from_dict, to_dict
from monitor.index.history import ALIAS, alias_record
from monitor.index.query import parse
from monitor.index.rows import EventPage, EventQuery
from monitor.index.sqlite import records, search, where
from monitor.index.sqlite.database import Database, marks
from monitor.model import Event

ORDERS = {
    "outlets": "outlets DESC, articles DESC, last DESC, id",
    "articles": "articles DESC, outlets DESC, last DESC, id",
    "last": "last, id",
    "-last": "last DESC, id DESC",
    "first": "first, id",
    "-first": "first DESC, id DESC",
}
PUT = """INSERT OR REPLACE INTO events (id, first, last, outlets, articles, story, document)
VALUES (?, ?, ?, ?, ?, ?, ?)"""


def save(database: Database, events: Sequence[Event]) -> None:
    """Write events whole; an id that was merged away lives again."""
    rows = [_columns(event) for event in events]
    facets = [facet for event in events for facet in _facets(event)]
    with database.write() as connection:
        connection.executemany("DELETE FROM facets WHERE event = ?", [row[:1] for row in rows])
        connection.executemany(f"DELETE FROM records WHERE kind = '{ALIAS}' AND key = ?", [row[:1] for row in rows])
        connection.executemany(PUT, rows)
        connection.executemany("INSERT OR IGNORE INTO facets VALUES (?, ?, ?)", facets)


def _columns(event: Event) -> tuple[Any, ...]:
    first = event.first.timestamp() if event.first else 0.0
    last = event.last.timestamp() if event.last else first
    return clean(event.id), first, last, event.outlets, event.articles, clean(event.story), dumps(to_dict(event))


def _facets(event: Event) -> list[tuple[str, str, str]]:
    kinds = {"outlet": event.editions, "language": event.languages, "country": event.countries}
    return [(kind, clean(value), clean(event.id)) for kind, values in kinds.items() for value in values]


def merge(database: Database, merged: Mapping[str, str]) -> None:
    """Drop events that went into another, and remember into which."""
    with database.write() as connection:
        _drop(connection, list(merged))
        rows = [records.values(alias_record(old, new)) for old, new in merged.items() if old != new]
        connection.executemany(records.PUT, rows)


def delete(database: Database, ids: Sequence[str]) -> None:
    """Drop events."""
    with database.write() as connection:
        _drop(connection, ids)


def _drop(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    connection.executemany("DELETE FROM events WHERE id = ?", [(id_,) for id_ in ids])
    connection.executemany("DELETE FROM facets WHERE event = ?", [(id_,) for id_ in ids])


def get(database: Database, event: str) -> Event | None:
    """The event of this very id."""
    row = database.one("SELECT document FROM events WHERE id = ?", [clean(event)])
    return from_dict(json.loads(row[0]), Event) if row else None


def page(database: Database, query: EventQuery) -> EventPage:
    """A page of events."""
    condition, given = _condition(query)
    words = parse(query.text)
    if query.text.strip():
        found = search.expression(words, search.stemmers(database, ()))
        if found is None:
            return EventPage(events=(), total=0)
        text, more = _by_text(*found)
        condition, given = f"{condition} AND {text}", [*given, *more]
    order = ORDERS[query.order]
    sql = f"SELECT document FROM events WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?"
    rows = database.read(sql, [*given, query.limit, query.offset])
    total = database.read(f"SELECT count(*) FROM events WHERE {condition}", given)[0][0]
    events = tuple(from_dict(json.loads(row[0]), Event) for row in rows)
    passages = search.best_passages(database, words, [event.id for event in events]) if query.text.strip() else {}
    return EventPage(events=events, total=total, passages=passages)


def _by_text(match: str, without: str) -> tuple[str, list[str]]:
    """Events with an article that has the words, and with none that has what may not be there."""
    sql = f"SELECT event FROM {search.FOUND} WHERE words MATCH ?"
    parts = ([f"id IN ({sql})"] if match else []) + ([f"id NOT IN ({sql})"] if without else [])
    return " AND ".join(parts), [text for text in (match, without) if text]


def _condition(query: EventQuery) -> where.Condition:
    parts: list[str] = []
    given: list[Any] = []
    if query.since:
        parts.append("last >= ?")
        given.append(where.seconds(query.since))
    if query.until:
        parts.append("first < ?")
        given.append(where.seconds(query.until))
    if query.story:
        parts.append("story = ? AND story != ''")
        given.append(query.story)
    if query.min_outlets:
        parts.append("outlets >= ?")
        given.append(query.min_outlets)
    for kind, values in (("outlet", query.outlets), ("language", query.languages), ("country", query.countries)):
        if values:
            among = (f"value IN ({marks(values)})", *values)
            condition, *needed = where.of_languages(values, "value") if kind == "language" else among
            parts.append(f"id IN (SELECT event FROM facets WHERE kind = '{kind}' AND {condition})")
            given.extend(needed)
    return " AND ".join(parts) or "1", given


def every(database: Database) -> list[Event]:
    """All events."""
    rows = database.read("SELECT document FROM events ORDER BY id")
    return [from_dict(json.loads(row[0]), Event) for row in rows]
