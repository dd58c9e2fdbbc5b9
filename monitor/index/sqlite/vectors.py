"""Vectors in SQLite: the grouping's window, the nearest ones, a change of embedder."""

# ruff: noqa: S608  (what is put into SQL here is our own column names and question marks; values are bound)

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import numpy as np

from monitor.index.rows import ArticleQuery, Vector, Window
from monitor.index.saving import mismatch
from monitor.index.sqlite import where
from monitor.index.sqlite.articles import BATCH, embedder_of, pack, write_embedder
from monitor.index.sqlite.database import Database

Ranked = list[tuple[int, float]]  # (row, score), best first


def window(database: Database, since: datetime | None, until: datetime | None) -> Window:
    """The articles of a span in columns, from one snapshot."""
    condition, given = where.of_articles(ArticleQuery(since=since, until=until))
    with database.errors():
        _, dimensions = embedder_of(database.connection)
    made = Window(
        ids=[], times=np.empty(0), vectors=np.zeros((0, dimensions), np.float32),
        signatures=[], events=[], languages=[], outlets=[],
    )  # fmt: skip
    times: list[float] = []
    blocks: list[Vector] = []
    sql = (
        "SELECT id, time, signature, event, language, outlet, vector FROM articles LEFT JOIN vectors USING (row) "
        f"WHERE {condition} ORDER BY time, id"
    )
    for rows in database.stream(sql, given):
        ids, at, signatures, events, languages, outlets, vectors = zip(*rows, strict=True)
        made.ids.extend(ids)
        times.extend(at)
        made.signatures.extend(signature or b"" for signature in signatures)
        made.events.extend(events)
        made.languages.extend(languages)
        made.outlets.extend(outlets)
        blocks.append(block(list(vectors), dimensions))
    vectors_ = np.concatenate(blocks) if blocks else made.vectors
    return Window(
        ids=made.ids, times=np.array(times), vectors=vectors_, signatures=made.signatures,
        events=made.events, languages=made.languages, outlets=made.outlets,
    )  # fmt: skip


def block(blobs: list[bytes | None], dimensions: int) -> Vector:
    """Columns as an array; zeros where there is no vector."""
    none = bytes(4 * dimensions)
    joined = b"".join(none if blob is None else blob for blob in blobs)
    return np.frombuffer(joined, dtype="<f4").astype(np.float32, copy=False).reshape(len(blobs), dimensions)


def nearest(database: Database, vector: Vector, query: ArticleQuery, limit: int) -> tuple[Ranked, int]:
    """The nearest articles by cosine, and how many have a vector: exact, over all that the query leaves."""
    condition, given = where.of_articles(query)
    with database.errors():
        name, dimensions = embedder_of(database.connection)
    if not name:
        return [], 0
    if len(vector) != dimensions:
        raise mismatch(name, dimensions, "", len(vector))
    best: Ranked = []
    total = 0
    source = "vectors" if condition == where.ALWAYS else "articles JOIN vectors USING (row)"
    sql = f"SELECT row, vector FROM {source} WHERE vector IS NOT NULL AND {condition}"
    for found in database.stream(sql, given):
        total += len(found)
        scores = block([row[1] for row in found], dimensions) @ vector
        top = np.argpartition(-scores, limit)[:limit] if len(scores) > limit else range(len(scores))
        best.extend((found[at][0], float(scores[at])) for at in top)
        best = sorted(best, key=lambda pair: (-pair[1], pair[0]))[:limit]
    return best, total


def replace_embedder(database: Database, name: str, dimensions: int) -> bool:
    """Drop all vectors and signatures; False where they are of this embedder already."""
    with database.write() as connection:
        if embedder_of(connection) == (name, dimensions):
            return False
        connection.execute("UPDATE vectors SET vector = NULL, signature = x''")
        write_embedder(connection, name, dimensions)
    return True


def save_vectors(database: Database, embedder: str, vectors: Mapping[str, Vector]) -> None:
    """Write vectors of articles that are there."""
    items = list(vectors.items())
    for start in range(0, len(items), BATCH):
        with database.write() as connection:
            name, dimensions = embedder_of(connection)
            for id_, vector in items[start : start + BATCH]:
                if not name:
                    name, dimensions = embedder, len(vector)
                    write_embedder(connection, name, dimensions)
                if (embedder, len(vector)) != (name, dimensions):
                    raise mismatch(name, dimensions, embedder, len(vector))
                connection.execute(
                    "UPDATE vectors SET vector = ? WHERE row = (SELECT row FROM articles WHERE id = ?)",
                    [pack(vector), id_],
                )
