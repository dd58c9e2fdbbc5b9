"""Sentences of all articles aligned into claims: what all say, what only one says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from monitor.comparison.agreement import Marks, marks, support
from monitor.comparison.clustering import Pair, average_link, neighbours
from monitor.comparison.material import Material
from monitor.comparison.results import Cell, Claim
from monitor.comparison.sentences import Line, Table

SAME = 0.68  # support from which on two sentences say the same (benchmarks/calibrate_claims.py)
LINK = 0.20  # mean similarity of two groups of sentences that may be joined
NEAREST = 8  # other articles' sentences that are looked at for each
FLOOR = 0.10  # pairs below are never the same claim


def claims(material: Material, table: Table) -> tuple[Claim, ...]:
    """Claims that the most publishers carry first; a sentence that nobody else has is a claim of one."""
    sentences = table.part(quotes=False)
    own = {piece.article.id for piece in material.own}
    keep = [n for n, line in enumerate(sentences.lines) if line.piece.article.id in own]
    chosen = Table(tuple(sentences.lines[n] for n in keep), sentences.vectors[keep])
    groups = grouped(chosen)
    together = {row for rows in groups for row in rows}
    alone = [[row] for row in range(len(chosen.lines)) if row not in together]
    total = len({piece.publisher for piece in material.own}) or 1
    found = [_claim(chosen, rows, total) for rows in (*groups, *alone)]
    return tuple(sorted(found, key=lambda claim: (-claim.publishers, -len(claim.cells), -claim.cohesion)))


def grouped(table: Table) -> list[list[int]]:
    """Rows of lines that say the same."""
    if len(table.lines) < 2:
        return []
    articles = {article: n for n, article in enumerate(dict.fromkeys(line.piece.article.id for line in table.lines))}
    numbers = [articles[line.piece.article.id] for line in table.lines]
    near = neighbours(table.vectors, numbers, most=NEAREST, floor=FLOOR)
    return average_link(table.vectors, supported(table.lines, near), least=LINK)


def supported(lines: Sequence[Line], pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that names and numbers bear out, the surest first."""
    known: dict[int, Marks] = {}

    def of(row: int) -> Marks:
        if row not in known:
            known[row] = marks(lines[row].text, lines[row].piece.article.language)
        return known[row]

    judged = [(support(similarity, of(first), of(second)), first, second) for similarity, first, second in pairs]
    return sorted((pair for pair in judged if pair[0] >= SAME), key=lambda pair: (-pair[0], pair[1], pair[2]))


def _claim(table: Table, rows: Sequence[int], total: int) -> Claim:
    mean = table.vectors[rows].mean(axis=0)
    nearness = table.vectors[rows] @ mean
    nearest = table.lines[rows[int(np.argmax(nearness))]]
    by_time = sorted(rows, key=lambda row: row)  # lines are in the order of publication
    publishers = {table.lines[row].piece.publisher for row in rows}
    return Claim(
        text=nearest.text,
        language=nearest.piece.article.language,
        publishers=len(publishers),
        share=round(len(publishers) / total, 4),
        cohesion=round(float(mean @ mean), 4),
        cells=tuple(_cell(table.lines[row]) for row in by_time),
    )


def _cell(line: Line) -> Cell:
    return line.piece.cell(line.text, line.start)
