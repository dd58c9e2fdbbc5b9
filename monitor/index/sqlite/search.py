"""Search in SQLite: words by FTS5, vectors by an exact scan, both fused."""

# ruff: noqa: S608  (what is put into SQL here is our own column names and question marks; values are bound)

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from attrs import evolve

from monitor.index.codec import from_dict
from monitor.index.fusion import DEPTH, fuse
from monitor.index.passages import hit
from monitor.index.query import Item, Query, parse
from monitor.index.rows import ArticleQuery, Hit, Passage, SearchResult, Vector
from monitor.index.sqlite import vectors, where
from monitor.index.sqlite.database import Database, marks
from monitor.index.terms import readings, stemmer_of
from monitor.model import Article

RANK = "bm25(words, 3.0, 1.0, 0.5)"  # a headline's words count threefold, guessed forms half; smaller is better
# CROSS: the words are looked up first. Begun at the articles, SQLite searched the whole text once for each of them.
FOUND = "words CROSS JOIN articles ON articles.terms = words.rowid"
# The distinct languages by jumps through the index on them, since SQLite would read every row of it.
LANGUAGES = """WITH RECURSIVE each (code) AS (SELECT min(language) FROM articles UNION ALL
SELECT (SELECT min(language) FROM articles WHERE language > code) FROM each WHERE code IS NOT NULL)
SELECT code FROM each WHERE code IS NOT NULL"""

Ranked = list[tuple[int, float]]  # (row, score), best first


def search(
    database: Database, text: str, filters: ArticleQuery, vector: Vector | None, limit: int, offset: int
) -> SearchResult:
    """Find articles by words, by a vector, or by both."""
    query = parse(text)
    if not text.strip():
        if vector is None:
            return _newest(database, filters, limit, offset)
        ranked, total = vectors.nearest(database, vector, filters, offset + limit)
    else:
        deep = max(offset + limit, DEPTH if vector is not None else 0)
        newest = vector is None and filters.order == "-time"
        ranked, total = by_words(database, query, filters, deep, newest=newest)
        if vector is not None:
            near, _ = vectors.nearest(database, vector, filters, DEPTH)
            ranked = fuse([row for row, _ in ranked], [row for row, _ in near])
            total = max(total, len(ranked))
    return SearchResult(hits=_hits(database, ranked[offset : offset + limit], query), total=total)


def by_words(
    database: Database, query: Query, filters: ArticleQuery, limit: int, *, newest: bool = False
) -> tuple[Ranked, int]:
    """Articles that have the words, best or newest first, and how many there are."""
    condition, given = where.of_articles(filters)
    found = expression(query, stemmers(database, filters.languages))
    if found is None:
        return [], 0
    match, without = found
    if without:
        condition += " AND articles.terms NOT IN (SELECT rowid FROM words WHERE words MATCH ?)"
        given = [*given, without]
    if not match:
        rows = database.read(
            f"SELECT row, 0.0 FROM articles WHERE {condition} ORDER BY time DESC LIMIT ?", [*given, limit]
        )
        total = database.read(f"SELECT count(*) FROM articles WHERE {condition}", given)
    else:
        sql = f"FROM {FOUND} WHERE words MATCH ? AND {condition}"
        order = f"ORDER BY {'' if newest else f'{RANK}, '}time DESC LIMIT ?"
        rows = database.read(f"SELECT articles.row, {RANK} {sql} {order}", [match, *given, limit])
        total = database.read(f"SELECT count(*) {sql}", [match, *given])
    return [(row, -score) for row, score in rows], int(total[0][0])


def stemmers(database: Database, languages: Iterable[str]) -> set[str]:
    """The stemmers that the words may have gone through, by the languages that there are."""
    codes = tuple(languages) or tuple(row[0] for row in database.read(LANGUAGES))
    return {stemmer_of(code) for code in codes} | {""}


def expression(query: Query, using: set[str]) -> tuple[str, str] | None:
    """FTS5's expressions of what must and what may not be there ("" none); None where nothing can be found."""
    groups = [" OR ".join(filter(None, (_item(item, using) for item in group))) for group in query.groups]
    without = " OR ".join(filter(None, (_item(item, using) for item in query.without)))
    if not all(groups) or not (groups or without):
        return None
    return " AND ".join(f"({group})" for group in groups), without


def _item(item: Item, using: set[str]) -> str:
    """An item in each of its readings; in a phrase no guessed forms."""
    return " OR ".join(dict.fromkeys(_reading(places) for places in readings(item.text, using)))


def _reading(places: tuple[tuple[str, ...], ...]) -> str:
    if len(places) > 1:
        return f"{{headline body}} : {_quoted(' '.join(forms[0] for forms in places))}"
    return " OR ".join(f"{_quoted(form[:-1])} *" if form.endswith("*") else _quoted(form) for form in places[0])


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _newest(database: Database, filters: ArticleQuery, limit: int, offset: int) -> SearchResult:
    condition, given = where.of_articles(filters)
    sql = f"SELECT row, 0.0 FROM articles WHERE {condition} ORDER BY time DESC, id DESC LIMIT ? OFFSET ?"
    ranked = [(row, score) for row, score in database.read(sql, [*given, limit, offset])]
    total = database.read(f"SELECT count(*) FROM articles WHERE {condition}", given)
    return SearchResult(hits=_hits(database, ranked, Query()), total=int(total[0][0]))


def _hits(database: Database, ranked: Ranked, query: Query) -> tuple[Hit, ...]:
    rows = [row for row, _ in ranked]
    sql = f"SELECT row, document, event FROM articles WHERE row IN ({marks(rows)})"
    found = {row: article(document, event) for row, document, event in database.read(sql, rows)}
    return tuple(hit(found[row], score, query) for row, score in ranked if row in found)


def article(document: str, event: str) -> Article:
    """An article of its column `document`."""
    return evolve(from_dict(json.loads(document), Article), event=event)


def best_passages(database: Database, query: Query, events: list[str]) -> dict[str, Passage]:
    """For each event the passage of its best article: the headline where a word stands in it, else a piece of text."""
    found = expression(query, stemmers(database, ()))
    if found is None or not found[0] or not events:
        return {}
    sql = f"SELECT document, event FROM {FOUND} WHERE words MATCH ? AND event IN ({marks(events)}) ORDER BY {RANK}"
    best: dict[str, Passage] = {}
    parameters: list[Any] = [found[0], *events]
    for rows in database.stream(sql, parameters, size=200):
        for document, event in rows:
            if event not in best:
                made = hit(article(document, event), 0.0, query)
                best[event] = made.headline if made.headline.marks or not made.passages else made.passages[0]
        if len(best) == len(events):
            break
    return best
