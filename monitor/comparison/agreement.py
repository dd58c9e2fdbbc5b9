"""Whether two sentences say the same: their vectors, and what numbers add to them."""

from __future__ import annotations

from functools import lru_cache
from math import exp

from attrs import frozen

from monitor.text.numbers import figures

# A logistic regression over the labelled events of tests/comparison/data/claims.tsv (benchmarks/calibrate_claims.py).
FEATURES = ("similarity", "numbers", "conflict")
WEIGHTS = (13.0, 1.4, -0.7)
BIAS = -1.6


@frozen
class Marks:
    """What can be compared between sentences besides their vectors."""

    numbers: frozenset[float]
    language: str


@lru_cache(maxsize=50_000)
def marks(text: str, language: str) -> Marks:
    """The values of its figures, whether they are written in figures or in words."""
    return Marks(frozenset(round(figure.value, 6) for figure in figures(text, language)), language)


def features(similarity: float, one: Marks, other: Marks) -> tuple[float, ...]:
    """In the order of FEATURES."""
    shared = one.numbers & other.numbers
    conflict = one.numbers and other.numbers and not shared
    return similarity, float(bool(shared)), float(bool(conflict))


def support(similarity: float, one: Marks, other: Marks) -> float:
    """From 0 to 1: how likely two sentences with this cosine say the same."""
    values = features(similarity, one, other)
    return 1 / (1 + exp(-(BIAS + sum(weight * value for weight, value in zip(WEIGHTS, values, strict=True)))))
