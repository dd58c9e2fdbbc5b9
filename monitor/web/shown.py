"""What the event's page shows of a comparison: how much of each table, and the claims as a matrix.

The page is for reading and stays small; the tables have everything as CSV and JSON.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from monitor.comparison import EventComparison
from monitor.comparison.results import Cell, Change, Claim, GroupTerms, Piece, QuoteRow
from monitor.outlets import Catalogue

MOST_CLAIMS = 24  # rows of the matrix
MOST_ALONE = 12  # claims of one publisher
MOST_COLUMNS = 40  # of the matrix
MOST_QUOTES = 20
MOST_GROUPS = 30  # of outlets' own words
MOST_WORDS = 8  # of a group
MOST_CHANGES = 20
AROUND = 80  # characters that stay around a change
LONGEST = 320  # characters of a sentence that a cell shows


@frozen
class MatrixRow:
    """A claim, and for each column the sentence that says it, if any does."""

    claim: Claim
    cells: tuple[Cell | None, ...]
    others: int  # publishers beyond the columns


@frozen
class Shown:
    """The page's choice of a comparison."""

    columns: tuple[str, ...]  # publishers, those that share the most claims first
    matrix: tuple[MatrixRow, ...]
    alone: tuple[Claim, ...]
    quotes: tuple[QuoteRow, ...]
    terms: tuple[GroupTerms, ...]
    changes: tuple[Change, ...]
    longest: float  # seconds from the first report to the last
    slugs: dict[str, str]  # publisher's name -> slug of its outlet in the event, or of its first edition
    languages: dict[str, str]  # article -> its language
    left: dict[str, int]  # table -> how many rows the page leaves out


def shown(found: EventComparison, catalogue: Catalogue) -> Shown:
    """Choose what the page shows."""
    shared = [claim for claim in found.claims if claim.publishers > 1]
    alone = [claim for claim in found.claims if claim.publishers == 1]
    columns = _columns(found, shared)
    groups = [_words(each) for each in found.terms if each.terms]
    return Shown(
        columns=columns,
        matrix=tuple(_row(claim, columns) for claim in shared[:MOST_CLAIMS]),
        alone=tuple(alone[:MOST_ALONE]),
        quotes=found.quotes[:MOST_QUOTES],
        terms=tuple(groups[:MOST_GROUPS]),
        changes=tuple(_shortened(each) for each in found.changes[-MOST_CHANGES:]),
        longest=max((row.lag or 0.0 for row in found.coverage), default=0.0),
        slugs=_slugs(found, catalogue),
        languages={row.article: row.language for row in found.coverage},
        left={
            "claims": len(shared) - len(shared[:MOST_CLAIMS]),
            "alone": len(alone) - len(alone[:MOST_ALONE]),
            "quotes": len(found.quotes) - len(found.quotes[:MOST_QUOTES]),
            "terms": len(groups) - len(groups[:MOST_GROUPS]),
            "changes": max(0, len(found.changes) - MOST_CHANGES),
        },
    )


def _columns(found: EventComparison, shared: Sequence[Claim]) -> tuple[str, ...]:
    counts: dict[str, int] = {row.publisher: 0 for row in found.coverage}
    for claim in shared[:MOST_CLAIMS]:
        for name in {cell.publisher for cell in claim.cells}:
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted((name for name, count in counts.items() if count), key=lambda name: -counts[name])
    return tuple(ranked[:MOST_COLUMNS])


def _row(claim: Claim, columns: Sequence[str]) -> MatrixRow:
    first: dict[str, Cell] = {}
    for cell in claim.cells:
        first.setdefault(cell.publisher, cell)
    return MatrixRow(claim, tuple(first.get(name) for name in columns), len(first.keys() - set(columns)))


def _words(group: GroupTerms) -> GroupTerms:
    return GroupTerms(by=group.by, group=group.group, language=group.language, terms=group.terms[:MOST_WORDS])


def _slugs(found: EventComparison, catalogue: Catalogue) -> dict[str, str]:
    known = {each.name: each.outlets[0] for each in catalogue.publishers.values()}
    return known | {row.publisher: row.outlet for row in reversed(found.coverage)}


def _shortened(change: Change) -> Change:
    return Change(
        article=change.article,
        outlet=change.outlet,
        number=change.number,
        fetched=change.fetched,
        headline=change.headline,
        body=tuple(shorten(change.body)),
        silent=change.silent,
    )


def shorten(pieces: Sequence[Piece]) -> list[Piece]:
    """A diff without the long stretches in which nothing changed."""
    found = []
    for number, piece in enumerate(pieces):
        text = piece.text
        if piece.kind == "same" and len(text) > 2 * AROUND:
            start = text[:AROUND] if number else ""
            end = text[-AROUND:] if number < len(pieces) - 1 else ""
            text = f"{start} … {end}"
        found.append(Piece(kind=piece.kind, text=text[:2000]))
    return found
