"""The tables of a comparison as rows, for CSV and JSON: one function a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from monitor.comparison import EventComparison
from monitor.comparison.results import Cell
from monitor.model import Moment
from monitor.web.sheets import Sheet

Row = tuple[Any, ...]
PLACE = ("publisher", "outlet", "language", "article", "start", "sentence")


@frozen
class Kind:
    """A table: its columns and how its rows are made."""

    columns: tuple[str, ...]
    rows: Callable[[EventComparison], Iterator[Row]]


def sheet(name: str, comparison: EventComparison) -> Sheet:
    """One of TABLES. Raises KeyError for another name."""
    kind = TABLES[name]
    return Sheet(name=f"{comparison.event.id}-{name}", columns=kind.columns, rows=kind.rows(comparison))


def _when(moment: Moment | None) -> str:
    return moment.to_text() if moment else ""


def _place(cell: Cell) -> Row:
    return (cell.publisher, cell.outlet, cell.language, cell.article, cell.start, cell.sentence)


def _coverage(found: EventComparison) -> Iterator[Row]:
    for row in found.coverage:
        yield (
            row.publisher,
            row.edition,
            row.outlet,
            row.country,
            row.language,
            _when(row.published),
            row.lag,
            row.headline,
            row.words,
            row.revisions,
            row.headline_changed,
            row.own_share,
            row.copied_from,
            row.article,
            row.url,
        )


def _blind_spots(found: EventComparison) -> Iterator[Row]:
    for spot in found.blind_spots:
        yield spot.publisher, spot.reported, spot.of, spot.rate, spot.low


def _spread(found: EventComparison) -> Iterator[Row]:
    groups = (
        ("outlet", found.spread.outlets),
        ("country", found.spread.countries),
        ("language", found.spread.languages),
    )
    for kind, firsts in groups:
        for each in firsts:
            yield kind, each.group, _when(each.published), each.lag, each.articles, each.median_lag, each.cell.article


def _citations(found: EventComparison) -> Iterator[Row]:
    for each in found.sources.citations:
        for cell in each.cells:
            yield (each.citing, each.cited, each.within, *_place(cell))


def _quotes(found: EventComparison) -> Iterator[Row]:
    for number, row in enumerate(found.quotes, 1):
        for use in row.uses:
            yield (number, row.speaker, use.speaker, use.verb, use.form, use.similarity, use.text, *_place(use.cell))


def _claims(found: EventComparison) -> Iterator[Row]:
    for number, claim in enumerate(found.claims, 1):
        for cell in claim.cells:
            yield (number, claim.publishers, claim.share, claim.cohesion, claim.text, *_place(cell))


def _numbers(found: EventComparison) -> Iterator[Row]:
    for number, each in enumerate(found.numbers, 1):
        for value in each.values:
            for cell in value.cells:
                yield (number, each.quantity, each.unit, value.value, value.words, *_place(cell))


def _terms(found: EventComparison) -> Iterator[Row]:
    for group in found.terms:
        for term in group.terms:
            said = (term.word, term.count, term.rest, term.log_odds, term.low, term.high, term.z)
            yield (group.by, group.group, group.language, *said)


def _contested(found: EventComparison) -> Iterator[Row]:
    for use in found.contested:
        for publisher, count in use.counts.items():
            yield use.concept, use.side, use.term, use.language, publisher, count


def _changes(found: EventComparison) -> Iterator[Row]:
    for change in found.changes:
        for field, pieces in (("headline", change.headline), ("body", change.body)):
            for piece in pieces:
                if piece.kind != "same":
                    yield (
                        change.article,
                        change.outlet,
                        change.number,
                        change.fetched.isoformat(),
                        change.silent,
                        field,
                        piece.kind,
                        piece.text,
                    )


TABLES = {
    "coverage": Kind(
        (
            "publisher",
            "edition",
            "outlet",
            "country",
            "language",
            "published",
            "lag_seconds",
            "headline",
            "words",
            "revisions",
            "headline_changed",
            "own_share",
            "copied_from",
            "article",
            "url",
        ),
        _coverage,
    ),
    "blind-spots": Kind(("publisher", "reported", "of", "rate", "low"), _blind_spots),
    "spread": Kind(("by", "group", "first", "lag_seconds", "articles", "median_lag_seconds", "article"), _spread),
    "citations": Kind(("citing", "cited", "within", *PLACE), _citations),
    "quotes": Kind(("quote", "said_by", "speaker", "verb", "form", "similarity", "text", *PLACE), _quotes),
    "claims": Kind(("claim", "publishers", "share", "cohesion", "text", *PLACE), _claims),
    "numbers": Kind(("row", "quantity", "unit", "value", "words", *PLACE), _numbers),
    "terms": Kind(("by", "group", "language", "word", "count", "rest", "log_odds", "low", "high", "z"), _terms),
    "contested": Kind(("concept", "side", "term", "language", "publisher", "count"), _contested),
    "changes": Kind(("article", "outlet", "revision", "fetched", "silent", "field", "change", "text"), _changes),
}
