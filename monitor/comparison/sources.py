"""Who cites whom: a directed graph with the sentence behind every arrow."""

from __future__ import annotations

from collections import Counter

from monitor.comparison.material import Material, publishers
from monitor.comparison.results import Cell, Citation, Sources


def sources(material: Material) -> Sources:
    """Arrows from publisher to publisher, those with the most sentences first; nobody cites itself here."""
    arrows: dict[tuple[str, str], list[tuple[str, Cell]]] = {}
    people: dict[str, dict[str, list[Cell]]] = {"official": {}, "anonymous": {}}
    for piece in material.pieces:
        for mention in piece.analysis.mentions:
            cell = piece.cell(mention.sentence, mention.start)
            if mention.kind in people:
                people[mention.kind].setdefault(piece.publisher, []).append(cell)
            elif mention.publisher and mention.publisher != piece.publisher:
                arrows.setdefault((piece.publisher, mention.publisher), []).append((mention.kind, cell))
    present = set(publishers(material.pieces))
    citations = [
        Citation(
            citing=citing,
            cited=cited,
            kinds=dict(Counter(kind for kind, _ in found)),
            cells=tuple(cell for _, cell in found),
            within=cited in present,
        )
        for (citing, cited), found in arrows.items()
    ]
    return Sources(
        citations=tuple(sorted(citations, key=lambda arrow: (-len(arrow.cells), arrow.citing, arrow.cited))),
        officials={publisher: tuple(cells) for publisher, cells in people["official"].items()},
        anonymous={publisher: tuple(cells) for publisher, cells in people["anonymous"].items()},
    )
