"""Who reported the event, when, how long, and whose text it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from monitor.comparison.material import Material, Piece
from monitor.comparison.results import CoverageRow
from monitor.model import Revision
from monitor.text.tokens import words

SHINGLE = 6  # words; as many in a row are hardly the same by chance
COPY = 0.6  # share of an article's shingles in one earlier article from which on it is called a copy
LONGEST = 4_000  # words of an article that are looked at


def own_shares(pieces: Sequence[Piece]) -> tuple[dict[str, float], dict[str, str]]:
    """(article id -> share of its text that is its own, article id -> id of the article it copies).

    A piece of text belongs to the first article of its language that has it.
    """
    owners: dict[tuple[str, int], str] = {}
    shares: dict[str, float] = {}
    copies: dict[str, str] = {}
    for piece in pieces:
        article = piece.article
        shingles = _shingles(article.body, article.language)
        taken = Counter(owner for shingle in shingles if (owner := owners.get((article.language, shingle))))
        shares[article.id] = 1 - taken.total() / len(shingles) if shingles else 1.0
        source, count = taken.most_common(1)[0] if taken else ("", 0)
        if count and count / len(shingles) >= COPY:
            copies[article.id] = copies.get(source, source)
        for shingle in shingles:
            owners.setdefault((article.language, shingle), article.id)
    known = {piece.article.id for piece in pieces}
    copies |= {p.article.id: p.article.copied_from for p in pieces if p.article.copied_from in known - {p.article.id}}
    return shares, copies


def _shingles(body: str, language: str) -> set[int]:
    found = words(body, language)[:LONGEST]
    if len(found) < SHINGLE:
        return {hash(tuple(found))} if found else set()
    return {hash(tuple(found[n : n + SHINGLE])) for n in range(len(found) - SHINGLE + 1)}


def coverage(
    material: Material, shares: Mapping[str, float], revisions: Mapping[str, Sequence[Revision]]
) -> tuple[CoverageRow, ...]:
    """A row an article, the first published first."""
    return tuple(_row(material, piece, shares, revisions.get(piece.article.id, ())) for piece in material.pieces)


def _row(material: Material, piece: Piece, shares: Mapping[str, float], history: Sequence[Revision]) -> CoverageRow:
    article = piece.article
    source = material.copies.get(article.id, "")
    headlines = [revision.headline for revision in history]
    return CoverageRow(
        article=article.id,
        outlet=article.outlet,
        edition=piece.edition,
        publisher=piece.publisher,
        country=piece.country,
        language=article.language,
        published=article.published,
        lag=material.lag(article),
        headline=article.headline,
        url=article.url,
        words=article.word_count,
        revisions=max(article.revision, len(history), 1),
        headline_changed=any(headline != article.headline for headline in headlines),
        own_share=round(shares.get(article.id, 1.0), 4),
        copied_from=material.by_id[source].publisher if source in material.by_id else article.agency,
        copied_article=source,
    )
