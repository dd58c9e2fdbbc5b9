"""Records in SQLite."""

# ruff: noqa: S608  (what is put into SQL here is our own column names and question marks; values are bound)

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from monitor.index.codec import clean, dumps
from monitor.index.records import Record, RecordQuery
from monitor.index.sqlite.database import Database, Row, chunks, marks

BATCH = 1000
COLUMNS = "kind, key, label, outlet, article, event, other, at, due, data"
INSERT = f"INSERT INTO records ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
PUT = f"""{INSERT}
ON CONFLICT (kind, key) DO UPDATE SET label = excluded.label, outlet = excluded.outlet, article = excluded.article,
event = excluded.event, other = excluded.other, at = excluded.at, due = excluded.due, data = excluded.data"""


class SqliteRecords:
    """`Records` in the table `records`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, put: Sequence[Record], delete: Sequence[tuple[str, str]] = ()) -> None:
        """Put rows and delete rows: both or none."""
        rows = [values(record) for record in put]
        with self._database.write() as connection:
            connection.executemany(PUT, rows)
            gone = [(kind, clean(key)) for kind, key in delete]
            connection.executemany("DELETE FROM records WHERE kind = ? AND key = ?", gone)

    def create(self, record: Record) -> bool:
        """Put a row where there is none of its key."""
        with self._database.write() as connection:
            return connection.execute(f"{INSERT} ON CONFLICT (kind, key) DO NOTHING", values(record)).rowcount == 1

    def read(self, kind: str, keys: Iterable[str]) -> dict[str, Record]:
        """Rows by key."""
        found = {}
        for part in chunks(map(clean, keys)):
            sql = f"SELECT {COLUMNS} FROM records WHERE kind = ? AND key IN ({marks(part)})"
            found.update({row[1]: record(row) for row in self._database.read(sql, [kind, *part])})
        return found

    def find(self, query: RecordQuery) -> list[Record]:
        """Rows in order."""
        where, given = condition(query)
        lead, way = ("due" if query.due_by is not None else "at"), ("DESC" if query.newest_first else "ASC")
        limit = -1 if query.limit is None else query.limit
        sql = f"SELECT {COLUMNS} FROM records WHERE {where} ORDER BY {lead} {way}, key {way} LIMIT ?"
        return [record(row) for row in self._database.read(sql, [*given, limit])]

    def every(self, kind: str) -> Iterator[Record]:
        """All rows of a kind by key."""
        sql = f"SELECT {COLUMNS} FROM records WHERE kind = ? AND key > ? ORDER BY key LIMIT {BATCH}"
        last = ""
        while rows := self._database.read(sql, [kind, last]):
            yield from map(record, rows)
            last = rows[-1][1]

    def count(self, query: RecordQuery) -> int:
        """How many rows."""
        where, given = condition(query)
        return int(self._database.read(f"SELECT count(*) FROM records WHERE {where}", given)[0][0])


def values(row: Record) -> tuple[Any, ...]:
    """A record as the columns of its table."""
    text = (row.kind, row.key, row.label, row.outlet, row.article, row.event, row.other)
    return (*map(clean, text), row.at, row.due, dumps(row.data))


def record(row: Row) -> Record:
    """The columns of the table as a record."""
    kind, key, label, outlet, article, event, other, at, due, data = row
    return Record(
        kind=kind,
        key=key,
        label=label,
        outlet=outlet,
        article=article,
        event=event,
        other=other,
        at=at,
        due=due,
        data=json.loads(data),
    )


def condition(query: RecordQuery) -> tuple[str, list[Any]]:
    """The condition of a query."""
    parts, given = ["kind = ?"], [query.kind]
    if query.outlets:
        parts.append(f"outlet IN ({marks(query.outlets)})")
        given.extend(query.outlets)
    if query.article:
        parts.append("article = ? AND article != ''")
        given.append(query.article)
    if query.events:
        parts.append(f"(event IN ({marks(query.events)}) OR other IN ({marks(query.events)}))")
        given.extend([*query.events, *query.events])
    if query.other:
        parts.append("other = ? AND other != ''")
        given.append(query.other)
    bounds: list[Any] = given
    if query.before is not None:
        parts.append("at < ?")
        bounds.append(query.before)
    if query.due_by is not None:
        parts.append("due IS NOT NULL AND due <= ?")
        bounds.append(query.due_by)
    return " AND ".join(parts), bounds
