"""Vectors made anew, after another embedder was chosen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from monitor.embedding import Embedder
from monitor.index import ArticleQuery, Index
from monitor.text.headlines import embedding_text

BATCH = 64


def reembed(index: Index, embedder: Embedder, *, progress: Callable[[int], None] | None = None) -> int:
    """Drop all vectors of another embedder and make those of this one; killed in between, the same continues.

    Gives how many were made. Raises IndexProblem or EmbedderError.
    """
    index.replace_embedder(embedder.name, embedder.dimensions)
    done = 0
    missing = index.articles(ArticleQuery(without_vector=True), vectors=False)
    while batch := [stored.article for stored in islice(missing, BATCH)]:
        vectors = embedder.embed([embedding_text(article) for article in batch])
        index.save_vectors(embedder.name, {article.id: row for article, row in zip(batch, vectors, strict=True)})
        done += len(batch)
        if progress:
            progress(done)
    return done
