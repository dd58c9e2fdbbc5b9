"""Figures for the same thing that differ: by what they count, and within a claim by their unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources

import regex
from attrs import frozen

from monitor.comparison.material import Material, Piece
from monitor.comparison.results import Cell, Claim, Disagreement, Value
from monitor.model import Figure
from monitor.text.folded import Token, tokens
from monitor.text.numbers import figures
from monitor.text.phrases import Phrases
from monitor.yaml12 import read_yaml

CLAUSE = 2.0  # words that a comma between them counts for
NEAR = 8  # words between a figure and the word that says what it counts
_CLAUSE = regex.compile(r"[,;:](?!\d)|[，；、،؛]|\s[–—-]\s")
_RANGE_APART = 2  # words between the ends of a range: "10 to 12", "10-12"
_MEASURED = frozenset({"%", "‰", "1/3"})  # shares of something


@frozen(eq=False)
class _Said:
    figure: Figure
    piece: Piece

    @property
    def cell(self) -> Cell:
        return self.piece.cell(self.figure.sentence, self.figure.start)


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Mapping[str, Sequence[str]]]:
    file = resources.files("monitor.comparison") / "quantities.yaml"
    data: Mapping[str, Mapping[str, Sequence[str]]] = read_yaml(file.read_bytes()).value
    return data


@lru_cache(maxsize=64)
def _phrases(language: str) -> Phrases[str]:
    base = language.partition("-")[0]
    return Phrases(
        ((word, quantity) for quantity, words in _data().items() for word in words.get(base, ())),
        language,
        inflected=True,
    )


def numbers(material: Material, claims: Sequence[Claim]) -> tuple[Disagreement, ...]:
    """Tolls and the like over the whole event, then sums, shares and counts within one claim."""
    said = [_Said(figure, piece) for piece in material.own for figure in piece.analysis.figures]
    found = [*_by_quantity(said), *_by_claim(said, claims)]
    return tuple(sorted(found, key=lambda each: -sum(len(value.cells) for value in each.values)))


def _by_quantity(said: Iterable[_Said]) -> Iterable[Disagreement]:
    """The first figure of each article for each quantity: later ones are often of another place or time."""
    groups: dict[str, dict[str, _Said]] = {}
    for each in said:
        quantity = quantity_of(each.figure, each.piece.article.language)
        if quantity:
            groups.setdefault(quantity, {}).setdefault(each.piece.article.id, each)
    for quantity, firsts in groups.items():
        yield from _differing(quantity, "", "", list(firsts.values()))


def quantity_of(figure: Figure, language: str) -> str:
    """What a figure counts, by the telling word of its sentence that is nearer to it than to any other figure.

    "" where there is none: in "four survivors, 96 dead" the dead are those of 96.
    """
    if figure.unit in _MEASURED:
        return ""
    offset = max(0, figure.sentence.find(figure.words))
    return _told(figure.sentence, language).get(offset, "")


@lru_cache(maxsize=4096)
def _told(sentence: str, language: str) -> Mapping[int, str]:
    """The quantity of each figure of a sentence, by where its words stand: the nearest pairs first, each word once."""
    here = tokens(sentence)
    places = [(max(0, sentence.find(each.words)), each) for each in figures(sentence, language)]
    known = {offset: _place(offset, here) for offset, each in places if each.unit not in _MEASURED}
    scale = 2 if language.startswith(("zh", "ja", "th")) else 1
    marks = [mark.start() for mark in _CLAUSE.finditer(sentence)]

    def between(offset: int, first: int) -> int:
        """How many clauses end between a figure and a word."""
        left, right = sorted((offset, here[first].start))
        return sum(left < mark < right for mark in marks)

    pairs = sorted(
        (distance + CLAUSE * between(offset, first), offset, first, quantity)
        for first, last, quantity in _phrases(language).find(here)
        for offset, at in known.items()
        if (distance := min(abs(first - at), abs(last - 1 - at)) + 0.5 * (last <= at)) <= NEAR * scale
    )
    found: dict[int, str] = {}
    speaks_for: dict[int, int] = {}
    for _, offset, first, quantity in pairs:
        other = speaks_for.get(first)
        # Both ends of a range share their word.
        if offset not in found and (other is None or abs(known[other] - known[offset]) <= _RANGE_APART):
            found[offset] = quantity
            speaks_for.setdefault(first, offset)
    return found


def _place(offset: int, here: Sequence[Token]) -> int:
    """The token that stands at or after a place of the sentence."""
    return next((n for n, token in enumerate(here) if token.end > offset), 0)


def _by_claim(said: Sequence[_Said], claims: Sequence[Claim]) -> Iterable[Disagreement]:
    placed: dict[tuple[str, str], list[_Said]] = {}
    for each in said:
        placed.setdefault((each.piece.article.id, each.figure.sentence), []).append(each)
    for claim in claims:
        if claim.publishers < 2:
            continue
        units: dict[str, dict[str, _Said]] = {}
        for cell in claim.cells:
            for each in placed.get((cell.article, cell.sentence), ()):
                if each.figure.unit and not quantity_of(each.figure, each.piece.article.language):
                    units.setdefault(each.figure.unit, {}).setdefault(cell.article, each)
        for unit, firsts in units.items():
            yield from _differing(unit, unit, claim.text, list(firsts.values()))


def _differing(quantity: str, unit: str, claim: str, said: Sequence[_Said]) -> Iterable[Disagreement]:
    values: dict[float, list[_Said]] = {}
    for each in said:
        values.setdefault(round(each.figure.value, 6), []).append(each)
    if len(values) < 2 or len({each.piece.publisher for each in said}) < 2:
        return
    ordered = sorted(values.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    yield Disagreement(
        quantity=quantity,
        unit=unit,
        claim=claim,
        values=tuple(
            Value(value=v, words=group[0].figure.words, cells=tuple(s.cell for s in group)) for v, group in ordered
        ),
    )
