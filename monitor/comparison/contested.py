"""Who says what: terms by which the sides of a conflict name the same thing, kept as data in `terms/*.yaml`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

from attrs import frozen

from monitor.comparison.material import Piece
from monitor.comparison.results import Cell, ContestedUse
from monitor.text.folded import tokens
from monitor.text.phrases import Phrases
from monitor.text.tokens import sentences
from monitor.yaml12 import read_yaml

READ = 50_000  # characters of a body


@frozen
class Naming:
    """One term and what it stands for."""

    concept: str
    side: str  # the naming among its concept's, such as `daesh`
    term: str


@lru_cache(maxsize=1)
def _data() -> tuple[tuple[str, Mapping[str, Mapping[str, Sequence[str]]]], ...]:
    folder = resources.files("monitor.comparison") / "terms"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return tuple((data["concept"], data["sides"]) for file in files if (data := read_yaml(file.read_bytes()).value))


@lru_cache(maxsize=64)
def _phrases(language: str) -> Phrases[Naming]:
    base = language.partition("-")[0]
    return Phrases(
        (
            (term, Naming(concept, side, term))
            for concept, sides in _data()
            for side, by_language in sides.items()
            for term in by_language.get(base, ())
        ),
        language,
        inflected=True,
    )


def contested(pieces: Sequence[Piece]) -> tuple[ContestedUse, ...]:
    """One row for each naming in use, by concept; counted in headlines and bodies, copies too."""
    found: dict[tuple[Naming, str], list[Cell]] = {}
    for piece in pieces:
        for naming, cell in _uses(piece):
            found.setdefault((naming, piece.article.language), []).append(cell)
    rows = [
        ContestedUse(
            concept=naming.concept,
            side=naming.side,
            term=naming.term.rstrip("*"),
            language=language,
            counts=dict(Counter(cell.publisher for cell in cells).most_common()),
            cells=tuple(cells),
        )
        for (naming, language), cells in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.concept, row.side, -len(row.cells), row.language, row.term)))


def _uses(piece: Piece) -> list[tuple[Naming, Cell]]:
    article = piece.article
    phrases = _phrases(article.language)
    lines = [(0, article.headline), *sentences(article.body[:READ], article.language)]
    found = []
    for start, line in lines:
        words = tokens(line)
        for first, last, naming in phrases.find(words):
            if _as_written(line[words[first].start : words[last - 1].end], naming.term):
                found.append((naming, piece.cell(line, start)))
    return found


def _as_written(written: str, term: str) -> bool:
    """An acronym counts in capitals only: IS is a name, is is not."""
    return written == term if term.isupper() and len(term) < 4 else not term[:1].isupper() or written[:1].isupper()
