"""Whether two sentences say the same: their vectors, and what names and numbers add to them."""

from __future__ import annotations

from functools import lru_cache
from math import exp

import regex
from attrs import frozen

from monitor.text.phrases import tokens
from monitor.text.tokens import stems

# A logistic regression over the labelled events of tests/comparison/data/claims.yaml (benchmarks/calibrate_claims.py).
WEIGHTS = {"similarity": 9.0, "numbers": 1.5, "conflict": -2.0, "words": 3.0}
BIAS = -4.5
_NUMBER = regex.compile(r"\d+(?:[.,]\d+)?")


@frozen
class Marks:
    """What can be compared between sentences besides their vectors."""

    numbers: frozenset[str]
    words: frozenset[str]  # stems, of the sentence's own language
    language: str


@lru_cache(maxsize=50_000)
def marks(text: str, language: str) -> Marks:
    """Numbers in European figures, and stems of all words that are not function words."""
    figures = {match[0].replace(",", ".") for word in tokens(text) for match in _NUMBER.finditer(word.folded)}
    found = stems(text, language, stop=False)
    return Marks(frozenset(figures), frozenset(stem for stem in found if len(stem) > 1), language.partition("-")[0])


def support(similarity: float, one: Marks, other: Marks) -> float:
    """From 0 to 1: how likely two sentences with this cosine say the same."""
    shared = one.numbers & other.numbers
    values = {
        "similarity": similarity,
        "numbers": float(bool(shared)),
        "conflict": float(bool(one.numbers and other.numbers and not shared)),
        "words": _overlap(one, other),
    }
    return 1 / (1 + exp(-(BIAS + sum(WEIGHTS[name] * value for name, value in values.items()))))


def _overlap(one: Marks, other: Marks) -> float:
    """Share of the shorter sentence's stems in the other; 0 across languages, where stems cannot be compared."""
    if one.language != other.language or not one.words or not other.words:
        return 0.0
    return len(one.words & other.words) / min(len(one.words), len(other.words))
