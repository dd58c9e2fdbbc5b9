"""Two rankings made one: pure."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

SMOOTHING = 60  # Cormack, Clarke and Buettcher, Reciprocal Rank Fusion, SIGIR 2009
DEPTH = 200  # places of each ranking that are fused


def fuse(*rankings: Sequence[Key]) -> list[tuple[Key, float]]:
    """Keys by the sum of 1 / (60 + place) over the rankings, best first; ties in the order of first appearance."""
    scores: dict[Key, float] = {}
    for ranking in rankings:
        for place, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + 1 / (SMOOTHING + place)
    return sorted(scores.items(), key=lambda pair: -pair[1])
