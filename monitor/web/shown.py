"""What the event's page shows of a comparison: how much of each table, and the claims as a matrix.

The page is for reading and stays small; the tables have everything as CSV and JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from monitor.comparison import EventComparison
from monitor.comparison.quotes import carried
from monitor.comparison.results import Cell, Change, Claim, GroupTerms, Piece, QuoteRow, QuoteUse
from monitor.language import language
from monitor.outlets import Catalogue

WHOLE = ("whole", "translated")  # forms of a quote that say all of it
MOST_CLAIMS = 24  # rows of the matrix
MOST_MARKS = 360  # in the matrix; a page of 50 articles stays below 150 kB
MOST_ALONE = 12  # claims of one publisher
MOST_COLUMNS = 30  # of the matrix
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
    known_as: dict[str, str]  # slug of an outlet -> its name in the reader's script
    slugs: dict[str, str]  # publisher's name -> slug of its outlet in the event, or of its first edition
    languages: dict[str, str]  # article -> its language
    left: dict[str, int]  # table -> how many rows the page leaves out


def shown(found: EventComparison, catalogue: Catalogue, locale: str) -> Shown:
    """Choose what the page shows to a reader of a language."""
    shared = [claim for claim in found.claims if claim.publishers > 1]
    alone = [claim for claim in found.claims if claim.publishers == 1]
    columns = _columns(found, shared)
    matrix = _matrix(shared, columns, locale)
    groups = [_words(each) for each in found.terms if each.terms]
    return Shown(
        columns=columns,
        matrix=matrix,
        alone=tuple(alone[:MOST_ALONE]),
        quotes=tuple(_readable(row, locale) for row in found.quotes[:MOST_QUOTES]),
        terms=tuple(groups[:MOST_GROUPS]),
        changes=tuple(_shortened(each) for each in found.changes[-MOST_CHANGES:]),
        longest=max((row.lag or 0.0 for row in found.coverage), default=0.0),
        known_as=_known_as(found, catalogue, locale),
        slugs=_slugs(found, catalogue),
        languages={row.article: row.language for row in found.coverage},
        left={
            "claims": len(shared) - len(matrix),
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


def preferred(languages: Iterable[str], locale: str) -> str | None:
    """The language that a reader likes best of those there are: their own, else English, else none of them."""
    there = list(languages)
    return next((code for like in (locale, "en") for code in there if code.partition("-")[0] == like), None)


def _matrix(shared: Sequence[Claim], columns: Sequence[str], locale: str) -> tuple[MatrixRow, ...]:
    rows: list[MatrixRow] = []
    marks = 0
    for claim in shared[:MOST_CLAIMS]:
        row = _row(claim, columns, locale)
        marks += sum(cell is not None for cell in row.cells)
        if marks > MOST_MARKS and rows:
            break
        rows.append(row)
    return tuple(rows)


def _row(claim: Claim, columns: Sequence[str], locale: str) -> MatrixRow:
    liked = preferred((cell.language for cell in claim.cells), locale)
    if claim.language.partition("-")[0] != locale and liked:
        cell = next(cell for cell in claim.cells if cell.language == liked)
        claim = evolve(claim, text=cell.sentence, language=liked)
    first: dict[str, Cell] = {}
    for cell in claim.cells:
        first.setdefault(cell.publisher, cell)
    return MatrixRow(claim, tuple(first.get(name) for name in columns), len(first.keys() - set(columns)))


def _readable(row: QuoteRow, locale: str) -> QuoteRow:
    """The quote as an article in the reader's language has it whole, where one does."""
    uses = [use for use in row.uses if use.form in WHOLE]
    liked = preferred((use.cell.language for use in uses), locale)
    if row.language.partition("-")[0] == locale or not liked:
        return row
    told = max((use for use in uses if use.cell.language == liked), key=lambda use: len(use.text))
    told_by = tuple(_beside(use, told) for use in row.uses)
    return evolve(row, text=told.text, speaker=told.speaker or row.speaker, language=liked, uses=told_by)


def _beside(use: QuoteUse, told: QuoteUse) -> QuoteUse:
    """How an article carries the quote as it is shown: what has the words in front of the reader is no translation."""
    one, other = (each.cell.language.partition("-")[0] for each in (use, told))
    return evolve(use, form=carried(use.text, told.text)[0] if one == other else "translated")


def _known_as(found: EventComparison, catalogue: Catalogue, locale: str) -> dict[str, str]:
    """Outlet -> its publisher's name in the reader's language, else English, where its own is in another script."""
    names = {}
    for row in found.coverage:
        outlet = catalogue.outlets.get(row.outlet)
        cited = catalogue.publishers[outlet.publisher].cited_as if outlet else {}
        for name in (cited.get(locale) or cited.get("en") or ())[:1]:
            if language(row.language).script != language(locale).script and name not in row.edition:
                names[row.outlet] = name
    return names


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
            # Cut between words where there are any; Chinese has none.
            start = text[:AROUND].rsplit(" ", 1)[0] if number else ""
            end = text[-AROUND:].split(" ", 1)[-1] if number < len(pieces) - 1 else ""
            text = f"{start} … {end}"
        found.append(Piece(kind=piece.kind, text=text[:2000]))
    return found
