"""Sentence vectors of articles: which sentences are compared, and their cache in the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from monitor.comparison.material import Piece
from monitor.embedding import Embedder, Vectors
from monitor.index import SentenceVectors
from monitor.model import Article, Quote
from monitor.text.tokens import count_words, sentences

MOST = 12  # sentences of one article that are compared as claims
MOST_QUOTES = 12
MOST_WHOLE = 120  # sentences of an article that somebody brought
SHORTEST = 5  # words; a shorter sentence claims nothing
LONGEST = 120  # words; longer ones are lists and tables
_READ = 20_000  # characters of a body in which the sentences are looked for
_FIRST_MEAN = 24  # sentences of a language from which on its own mean counts as much as the common one


class Cache(Protocol):
    """Where sentence vectors are kept between comparisons: `Index.history` is one."""

    def save_sentences(self, rows: Sequence[SentenceVectors]) -> None:
        """Keep rows."""
        ...

    def sentences(self, articles: Iterable[str]) -> dict[str, SentenceVectors]:
        """Kept rows by article id."""
        ...


@frozen(eq=False)
class Line:
    """A sentence or quote of an article that has a vector."""

    piece: Piece
    start: int
    text: str
    quote: Quote | None = None


@frozen(eq=False)
class Table:
    """Lines and their vectors: (lines, dimensions), length 1, without their language's mean."""

    lines: tuple[Line, ...]
    vectors: Vectors

    def part(self, *, quotes: bool) -> Table:
        """The quotes alone, or the sentences alone."""
        rows = [n for n, line in enumerate(self.lines) if (line.quote is not None) == quotes]
        return Table(tuple(self.lines[n] for n in rows), self.vectors[rows])


def claims_of(article: Article, most: int = MOST) -> list[tuple[int, str]]:
    """The sentences of an article that are compared, as (start, sentence): its first of a fair length."""
    fair = []
    for start, sentence in sentences(article.body[:_READ], article.language):
        if SHORTEST <= count_words(sentence, article.language) <= LONGEST * _density(article.language):
            fair.append((start, sentence))
        if len(fair) == most:
            break
    return fair


def _density(language: str) -> int:
    return 3 if language.startswith(("zh", "ja")) else 1


def table(pieces: Sequence[Piece], embedder: Embedder, cache: Cache | None = None, *, whole: str = "") -> Table:
    """Vectors of all pieces' sentences and quotes; what the cache has is not embedded again.

    whole: id of an article of which all sentences are wanted, up to MOST_WHOLE.
    """
    wanted = {piece.article.id: _lines(piece, MOST_WHOLE if piece.article.id == whole else MOST) for piece in pieces}
    kept = cache.sentences(wanted) if cache else {}
    known = {
        piece.article.id: kept[piece.article.id].vectors.astype(np.float32)
        for piece in pieces
        if _valid(kept.get(piece.article.id), piece, embedder, len(wanted[piece.article.id]))
    }
    missing = [piece for piece in pieces if piece.article.id not in known and wanted[piece.article.id]]
    known |= _embedded(missing, wanted, embedder, cache)
    lines = tuple(line for piece in pieces for line in wanted[piece.article.id])
    rows = [known[piece.article.id] for piece in pieces if wanted[piece.article.id]]
    vectors = np.concatenate(rows) if rows else np.zeros((0, embedder.dimensions), np.float32)
    return Table(lines, centred(vectors, [line.piece.article.language for line in lines]))


def _lines(piece: Piece, most: int) -> list[Line]:
    claims = [Line(piece, start, text) for start, text in claims_of(piece.article, most)]
    return claims + [Line(piece, q.start, q.text, q) for q in piece.analysis.quotes[:MOST_QUOTES]]


def _valid(row: SentenceVectors | None, piece: Piece, embedder: Embedder, count: int) -> bool:
    return (
        row is not None
        and row.embedder == embedder.name
        and row.revision == piece.article.revision
        and len(row.vectors) == count
    )


def _embedded(
    pieces: Sequence[Piece], wanted: Mapping[str, Sequence[Line]], embedder: Embedder, cache: Cache | None
) -> dict[str, Vectors]:
    texts = [line.text for piece in pieces for line in wanted[piece.article.id]]
    if not texts:
        return {}
    vectors = embedder.embed(texts)
    found: dict[str, Vectors] = {}
    at = 0
    for piece in pieces:
        count = len(wanted[piece.article.id])
        found[piece.article.id] = vectors[at : at + count]
        at += count
    if cache:
        revisions = {piece.article.id: piece.article.revision for piece in pieces}
        cache.save_sentences(
            [
                SentenceVectors(article=name, revision=revisions[name], embedder=embedder.name, vectors=rows)
                for name, rows in found.items()
            ]
        )
    return found


def centred(vectors: Vectors, languages: Sequence[str]) -> Vectors:
    """Vectors less the mean of their language here, so that what is said counts and not in which language.

    A language with few sentences is drawn to the mean of all: its own counts n / (n + _FIRST_MEAN).
    """
    if len(vectors) == 0:
        return vectors
    common = vectors.mean(axis=0)
    result = np.empty_like(vectors)
    names: NDArray[np.str_] = np.array([language.partition("-")[0] for language in languages])
    for name in np.unique(names):
        rows = names == name
        weight = rows.sum() / (rows.sum() + _FIRST_MEAN)
        result[rows] = vectors[rows] - (weight * vectors[rows].mean(axis=0) + (1 - weight) * common)
    lengths = np.linalg.norm(result, axis=1, keepdims=True)
    return (result / np.where(lengths > 1e-6, lengths, 1.0)).astype(np.float32)
