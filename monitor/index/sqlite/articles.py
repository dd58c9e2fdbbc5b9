"""Articles in SQLite: written by the crawl and by the grouping at once, each its own columns."""

# ruff: noqa: S608  (what is put into SQL here is our own column names and question marks; values are bound)

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
from attrs import evolve, frozen

from monitor.index.codec import clean, dumps, from_dict, to_dict
from monitor.index.history import change_of, change_record, revision_record
from monitor.index.rows import ArticleQuery, Placement, SaveOutcome, Stored, Vector
from monitor.index.saving import Decision, Known, check_embedder, decide
from monitor.index.sqlite import records, where
from monitor.index.sqlite.database import Database, Row, chunks, marks
from monitor.index.terms import further, stream
from monitor.model import Analysis, Article, FateName

BATCH = 200  # articles a transaction: long enough to be fast, short enough for the other writer
COLUMNS = "articles.row, document, analysis, minhash, event, time, vector, signature"
WITHOUT = "articles.row, document, analysis, minhash, event, time, NULL, signature"
SOURCE = "articles LEFT JOIN vectors USING (row)"


@frozen
class Terms:
    """An article as the full-text index takes it."""

    headline: str
    body: str
    more: str

    @classmethod
    def of(cls, article: Article) -> Terms:
        """Made outside of the transaction: it is the slow part of a write."""
        both = f"{article.headline}\n{article.body}"
        code = article.language
        return cls(stream(article.headline, code), stream(article.body, code), further(both, code))


def save(database: Database, articles: Sequence[Stored]) -> list[SaveOutcome]:
    """Write articles in order, a short transaction for each batch."""
    outcomes: list[SaveOutcome] = []
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        terms = {id(new): Terms.of(new.article) for new in _with_new_text(database, batch)}
        with database.write() as connection:
            _know_embedder(connection, batch)
            outcomes.extend(_save_one(connection, new, terms.get(id(new))) for new in batch)
    return outcomes


def _with_new_text(database: Database, batch: Sequence[Stored]) -> list[Stored]:
    """Those whose text, as far as can be seen before the transaction, the full-text index has to read."""
    known = {found.article.id: found.article for found in get(database, [new.article.id for new in batch])}
    texts = {id_: (article.headline, article.body, article.language) for id_, article in known.items()}
    return [
        new
        for new in batch
        if (new.article.headline, new.article.body, new.article.language) != texts.get(new.article.id)
    ]


def _save_one(connection: sqlite3.Connection, new: Stored, terms: Terms | None) -> SaveOutcome:
    """Write one article; what is wrong with it alone is its own fate."""
    try:
        found = connection.execute(f"SELECT {COLUMNS} FROM {SOURCE} WHERE id = ?", [clean(new.article.id)]).fetchone()
        decision = decide(Known(stored=stored(found), time=found[5]) if found else None, new)
        if decision.stored is not None:
            row = found[0] if found else None
            _write(connection, row, decision, terms or Terms.of(new.article))
    except (ValueError, OverflowError) as problem:
        return SaveOutcome(id=new.article.id, fate=FateName.FAILED, reason=str(problem))
    return decision.outcome


def _write(connection: sqlite3.Connection, row: int | None, decision: Decision, terms: Terms) -> None:
    assert decision.stored is not None
    made = decision.stored
    columns = _columns(made, decision.time)
    if decision.new_text:
        sql = "INSERT INTO words (headline, body, more) VALUES (?, ?, ?)"
        columns["terms"] = connection.execute(sql, [terms.headline, terms.body, terms.more]).lastrowid
    if row is None:
        sql = f"INSERT INTO articles ({','.join(columns)}) VALUES ({marks(list(columns))})"
        row = connection.execute(sql, list(columns.values())).lastrowid
    else:
        sql = f"UPDATE articles SET {','.join(f'{name} = ?' for name in columns)} WHERE row = ?"
        connection.execute(sql, [*columns.values(), row])
    vector = None if made.vector is None else pack(made.vector)
    connection.execute("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", [row, vector, made.signature])
    if decision.earlier:
        connection.execute(records.PUT, records.values(revision_record(decision.earlier)))


def _columns(made: Stored, time: float) -> dict[str, Any]:
    article = made.article
    assert article.fetched is not None or article.published is not None
    return {
        "id": clean(article.id),
        "url": clean(article.url),
        "outlet": clean(article.outlet),
        "language": clean(article.language),
        "country": clean(article.country),
        "time": time,
        "fetched": where.seconds(article.fetched) if article.fetched else time,
        "minhash": made.minhash,
        "document": dumps(to_dict(evolve(article, event=""))),
        "analysis": dumps(to_dict(made.analysis) | ({"embedder": made.embedder} if made.vector is not None else {})),
    }


def _know_embedder(connection: sqlite3.Connection, batch: Iterable[Stored]) -> None:
    """Hold vectors against the index's embedder; the first vector ever names it."""
    name, dimensions = embedder_of(connection)
    for new in batch:
        if new.vector is not None and not name:
            name, dimensions = new.embedder, len(new.vector)
            write_embedder(connection, name, dimensions)
        check_embedder(new, name, dimensions)


def embedder_of(connection: sqlite3.Connection) -> tuple[str, int]:
    """Name and dimensions; ("", 0) while there is none."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'embedder'").fetchone()
    name, dimensions = json.loads(row[0]) if row else ("", 0)
    return name, dimensions


def write_embedder(connection: sqlite3.Connection, name: str, dimensions: int) -> None:
    """Say whose vectors these are from now on."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('embedder', ?)", [json.dumps([name, dimensions])])


def pack(vector: Vector) -> bytes:
    """A vector as its column."""
    return np.ascontiguousarray(vector, dtype="<f4").tobytes()


def stored(row: Row) -> Stored:
    """The columns of COLUMNS as an article."""
    _, document, analysis, minhash, event, _, vector, signature = row
    told = json.loads(analysis)
    return Stored(
        article=evolve(from_dict(json.loads(document), Article), event=event),
        vector=None if vector is None else np.frombuffer(vector, dtype="<f4").astype(np.float32, copy=False),
        embedder=told.get("embedder", ""),
        analysis=from_dict(told, Analysis),
        minhash=minhash,
        signature=signature or b"",
    )


def place(database: Database, placements: Sequence[Placement], *, keep: bool = True) -> list[str]:
    """Write the grouping's columns, and each change (`keep`); gives the articles that are not there."""
    missing: list[str] = []
    for start in range(0, len(placements), BATCH):
        with database.write() as connection:
            batch = placements[start : start + BATCH]
            missing.extend(row.article for row in batch if not _place_one(connection, row, keep=keep))
    return missing


def _place_one(connection: sqlite3.Connection, placement: Placement, *, keep: bool) -> bool:
    sql = "SELECT row, event FROM articles WHERE id = ?"
    found = connection.execute(sql, [clean(placement.article)]).fetchone()
    if found is None:
        return False
    row, before = found
    if before != placement.event:
        connection.execute("UPDATE articles SET event = ? WHERE row = ?", [placement.event, row])
        if keep:
            connection.execute(records.PUT, records.values(change_record(change_of(placement, before))))
    if placement.signature is not None:
        connection.execute("UPDATE vectors SET signature = ? WHERE row = ?", [placement.signature, row])
    return True


def get(database: Database, ids: Iterable[str]) -> list[Stored]:
    """Articles in the order asked for."""
    wanted = list(ids)
    found: dict[str, Stored] = {}
    for part in chunks(map(clean, wanted)):
        for row in database.read(f"SELECT {COLUMNS} FROM {SOURCE} WHERE id IN ({marks(part)})", part):
            made = stored(row)
            found[made.article.id] = made
    return [found[id_] for id_ in wanted if id_ in found]


def articles(database: Database, query: ArticleQuery, *, vectors: bool) -> Iterator[Stored]:
    """Articles in order, a batch at a time, each continuing behind the last one's key."""
    lead, down = where.ORDERS[query.order]
    columns = COLUMNS if vectors else WITHOUT
    condition, given = where.of_articles(query)
    way, beyond = ("DESC", "<") if down else ("ASC", ">")
    last: list[Any] = []
    left = query.limit if query.limit is not None else -1
    while left:
        size = BATCH if left < 0 else min(BATCH, left)
        further_on = f" AND (articles.{lead}, id) {beyond} (?, ?)" if last else ""
        sql = f"SELECT {columns}, articles.{lead}, id FROM {SOURCE} WHERE {condition}{further_on}"
        rows = database.read(f"{sql} ORDER BY articles.{lead} {way}, id {way} LIMIT ?", [*given, *last, size])
        yield from (stored(row[:8]) for row in rows)
        if len(rows) < size:
            return
        last = list(rows[-1][8:])
        left -= len(rows) if left > 0 else 0


def count(database: Database, query: ArticleQuery) -> int:
    """How many articles."""
    condition, given = where.of_articles(query)
    return int(database.read(f"SELECT count(*) FROM articles WHERE {condition}", given)[0][0])


def when(value: float | None) -> datetime | None:
    """Seconds since 1970 as a time."""
    return None if value is None else datetime.fromtimestamp(value, UTC)
