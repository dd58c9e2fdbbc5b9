"""Labelled sentences of events: which say the same."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

from attrs import frozen

from monitor.comparison.agreement import Marks, marks
from monitor.comparison.sentences import centred
from monitor.embedding import Embedder

DATA = Path(__file__).parent / "data" / "claims.tsv"


@frozen
class Sentence:
    """A sentence of an event; the same claim has the same number."""

    event: str
    claim: str
    language: str
    text: str


@frozen
class Pair:
    """Two sentences of one event."""

    event: str
    one: Marks
    other: Marks
    similarity: float
    same: bool


def sentences() -> list[Sentence]:
    """All of them."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return [Sentence(*row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def pairs(embedder: Embedder) -> list[Pair]:
    """Every pair within an event, with its cosine as a comparison would see it."""
    found: list[Pair] = []
    everything = sentences()
    for event in dict.fromkeys(sentence.event for sentence in everything):
        lines = [sentence for sentence in everything if sentence.event == event]
        vectors = centred(embedder.embed([line.text for line in lines]), [line.language for line in lines])
        known = [marks(line.text, line.language) for line in lines]
        for a, b in combinations(range(len(lines)), 2):
            found.append(
                Pair(event, known[a], known[b], float(vectors[a] @ vectors[b]), lines[a].claim == lines[b].claim)
            )
    return found
