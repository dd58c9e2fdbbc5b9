"""How well a grouping meets the events that people marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import frozen


@frozen
class Scores:
    """From 0 to 1."""

    precision: float
    recall: float
    f1: float


def bcubed(gold: Sequence[str], found: Sequence[str]) -> Scores:
    """BCubed precision, recall and F1 (Bagga & Baldwin 1998): `gold[i]` and `found[i]` are the events of article i.

    Precision is the mean over articles of the share of its found event that has its gold event; recall the converse.
    Raises ValueError where the two differ in length; two empty ones score 1.
    """
    if len(gold) != len(found):
        raise ValueError(f"{len(gold)} gold events and {len(found)} found ones")
    if not gold:
        return Scores(1.0, 1.0, 1.0)
    both, right, wanted = Counter(zip(gold, found, strict=True)), Counter(found), Counter(gold)
    precision = sum(count * count / right[name] for (_, name), count in both.items()) / len(gold)
    recall = sum(count * count / wanted[name] for (name, _), count in both.items()) / len(gold)
    return Scores(precision, recall, 2 * precision * recall / (precision + recall))
