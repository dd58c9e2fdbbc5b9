"""Whether a probability is right: of the pairs said to be one event with 70%, 70% should be."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from monitor.events.decision import Decision
from monitor.events.learning import SET_WEIGHT, Pairs
from monitor.events.terms import terms

BINS = 10


@frozen
class Calibration:
    """Of one regime: its expected calibration error and the curve (mean probability, share that are one event)."""

    regime: str
    pairs: int
    error: float
    curve: tuple[tuple[float, float], ...]


def calibration(held_out: Sequence[tuple[Pairs, Decision]]) -> tuple[Calibration, ...]:
    """By regime (text or headlines, dated or not, same or other language), each view weighing the same."""
    found: dict[str, list[tuple[np.ndarray, np.ndarray, np.ndarray]]] = {}
    for pairs, decision in held_out:
        weights = np.array([term.weight for term in decision.terms], np.float32)[: pairs.values.shape[1]]
        chance = 1 / (1 + np.exp(-(pairs.values @ weights)))
        other = other_language(pairs)
        for name, mask in (("same language", ~other), ("other language", other)):
            form, _, dates = pairs.view.partition(" ")
            regime = f"{form}, {'undated' if dates == 'undated' else 'dated'}, {name}"
            share = np.full(int(mask.sum()), SET_WEIGHT / len(pairs.same))
            found.setdefault(regime, []).append((chance[mask], pairs.same[mask], share))
    joined = {regime: [np.concatenate(each) for each in zip(*parts, strict=True)] for regime, parts in found.items()}
    return tuple(_curve(regime, *joined[regime]) for regime in sorted(joined) if len(joined[regime][0]))


def other_language(pairs: Pairs) -> NDArray[np.bool_]:
    """Which pairs are across languages."""
    place = next(n for n, term in enumerate(terms()) if not term.feature and term.when == ("other_language",))
    return np.asarray(pairs.values[:, place] > 0, np.bool_)


def _curve(regime: str, chance: np.ndarray, same: np.ndarray, share: np.ndarray) -> Calibration:
    places = np.minimum((chance * BINS).astype(int), BINS - 1)
    error, curve = 0.0, []
    for place in range(BINS):
        mask = places == place
        if mask.any():
            weight = share[mask].sum()
            said, was = np.average(chance[mask], weights=share[mask]), np.average(same[mask], weights=share[mask])
            error += weight / share.sum() * abs(said - was)
            curve.append((round(float(said), 3), round(float(was), 3)))
    return Calibration(regime, len(chance), round(float(error), 4), tuple(curve))
