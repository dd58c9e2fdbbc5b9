"""The articles of an event, ready to be compared: sorted by time, with their publishers' names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property

from attrs import field, frozen

from monitor.comparison.results import Cell
from monitor.index import Stored
from monitor.model import Analysis, Article, Moment
from monitor.outlets import Catalogue, Outlet

_LATEST = datetime.max.replace(tzinfo=UTC)


@frozen(kw_only=True)
class Piece:
    """An article of the event and who stands behind it."""

    article: Article
    analysis: Analysis
    publisher: str  # its name
    edition: str  # the outlet's name
    country: str
    tags: tuple[str, ...] = ()

    def cell(self, sentence: str, start: int = 0) -> Cell:
        """A cell that names this article."""
        return Cell(
            article=self.article.id,
            outlet=self.article.outlet,
            publisher=self.publisher,
            language=self.article.language,
            sentence=sentence,
            start=start,
        )


@frozen(kw_only=True)
class Material:
    """All articles of one event, the first published first; an article is there once."""

    pieces: tuple[Piece, ...]
    copies: Mapping[str, str] = field(factory=dict)  # article id -> id of the article it copies

    @cached_property
    def first(self) -> Moment | None:
        """When the first article with a date was published."""
        return next((piece.article.published for piece in self.pieces if piece.article.published), None)

    @cached_property
    def by_id(self) -> dict[str, Piece]:
        """Pieces by article id."""
        return {piece.article.id: piece for piece in self.pieces}

    @property
    def own(self) -> list[Piece]:
        """Without the articles that carry another's text."""
        return [piece for piece in self.pieces if piece.article.id not in self.copies]

    def lag(self, article: Article) -> float | None:
        """Seconds behind the first article."""
        if article.published is None or self.first is None:
            return None
        return (article.published - self.first).total_seconds()


def material(articles: Iterable[Stored], catalogue: Catalogue) -> list[Piece]:
    """Pieces in the order of publication; those without a date last."""
    unique = {stored.article.id: stored for stored in articles}
    pieces = [_piece(stored, catalogue) for stored in unique.values()]
    return sorted(pieces, key=lambda piece: (piece.article.published or _LATEST, piece.article.id))


def _piece(stored: Stored, catalogue: Catalogue) -> Piece:
    article = stored.article
    outlet: Outlet | None = catalogue.outlets.get(article.outlet)
    publisher = catalogue.publishers[outlet.publisher].name if outlet else article.publisher or article.outlet
    return Piece(
        article=article,
        analysis=stored.analysis,
        publisher=publisher,
        edition=outlet.name if outlet else article.outlet or publisher,
        country=outlet.country if outlet else article.country,
        tags=outlet.tags if outlet else (),
    )


def publishers(pieces: Sequence[Piece]) -> list[str]:
    """Their names, each once, in order."""
    return list(dict.fromkeys(piece.publisher for piece in pieces))
