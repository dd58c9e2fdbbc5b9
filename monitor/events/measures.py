"""How well found events agree with known ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from attrs import frozen


@frozen
class Scores:
    """BCubed over articles, or counts over pairs; each from 0 to 1."""

    precision: float
    recall: float
    f1: float


def bcubed(gold: Sequence[str], found: Sequence[str]) -> Scores:
    """BCubed (Bagga and Baldwin 1998): of each article's event, how much is right, and how much of it was found.

    Raises ValueError where the two are not equally long.
    """
    if len(gold) != len(found):
        raise ValueError(f"{len(gold)} articles with known events, {len(found)} with found ones")
    if not gold:
        return Scores(1.0, 1.0, 1.0)
    known, made, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(count * count / made[event] for (_, event), count in both.items()) / len(gold)
    recall = sum(count * count / known[event] for (event, _), count in both.items()) / len(gold)
    return _scores(precision, recall)


def pairs(gold: Sequence[str], found: Sequence[str], languages: Sequence[str] | None = None) -> Scores:
    """Precision and recall over pairs of articles in one event; with `languages`, of pairs in different ones."""
    both = list(zip(gold, found, strict=True))
    joint, made, known = _pairs(both), _pairs(found), _pairs(gold)
    if languages is not None:
        joint -= _pairs(zip(both, languages, strict=True))
        made -= _pairs(zip(found, languages, strict=True))
        known -= _pairs(zip(gold, languages, strict=True))
    return _scores(joint / made if made else 1.0, joint / known if known else 1.0)


def _pairs(keys: Iterable[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(keys).values())


def _scores(precision: float, recall: float) -> Scores:
    total = precision + recall
    return Scores(precision, recall, 2 * precision * recall / total if total else 0.0)
