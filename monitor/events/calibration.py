"""Whether a probability is right: of the pairs said to be one event with 70%, 70% should be.

A decision's log-odds are learned in all regimes at once; in each by itself (text or headlines, dated or not, same or
other language) they are too sure or not sure enough. So each regime has a line of its own from them to the log-odds of
the probability that is shown (Platt 1999, "Probabilistic outputs for support vector machines"), fitted on pairs whose
events the decision did not see, and judged on pairs whose events the line did not see either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from monitor.events.decision import Decision, Line
from monitor.events.learning import FOLDS, SET_WEIGHT, Pairs, fold_of

BINS = 10
STEPS = 30  # of Newton's method; five are enough
PRIOR = 3.0  # strength of the normal prior that draws a line to log-odds as they are, in pairs

Floats = NDArray[np.float64]
Regime = tuple[str, ...]


@frozen
class Calibration:
    """Of one regime: its expected calibration error and the curve (mean probability, share that are one event)."""

    regime: str
    pairs: int
    error: float
    curve: tuple[tuple[float, float], ...]


@frozen(eq=False)
class _Judged:
    """Pairs of one regime: their log-odds, whether they are one event, what each weighs, and its event's fold."""

    log_odds: Floats = field(repr=False)
    same: Floats = field(repr=False)
    weight: Floats = field(repr=False)
    fold: NDArray[np.intp] = field(repr=False)

    def of(self, chosen: NDArray[np.bool_]) -> _Judged:
        """Some of them."""
        return _Judged(self.log_odds[chosen], self.same[chosen], self.weight[chosen], self.fold[chosen])


def lines(held_out: Sequence[tuple[Pairs, Decision]]) -> tuple[Line, ...]:
    """The line of each regime that has pairs; each view of a set weighs the same."""
    return tuple(Line(regime, *_fitted(judged)) for regime, judged in _by_regime(held_out))


def calibration(held_out: Sequence[tuple[Pairs, Decision]]) -> tuple[Calibration, ...]:
    """By regime, with lines that did not see the events of the pairs on which they are judged."""
    return tuple(_curve(regime, judged) for regime, judged in _by_regime(held_out))


def _by_regime(held_out: Sequence[tuple[Pairs, Decision]]) -> Iterator[tuple[Regime, _Judged]]:
    found: dict[Regime, list[_Judged]] = {}
    for pairs, decision in held_out:
        weights = np.array([term.weight for term in decision.terms])[: pairs.values.shape[1]]
        judged = _Judged(
            pairs.values @ weights,
            pairs.same.astype(np.float64),
            np.full(len(pairs.same), SET_WEIGHT / max(1, len(pairs.same))),
            np.array([fold_of(event) for event in pairs.events], np.intp),
        )
        form, _, dates = pairs.view.partition(" ")
        view = ("text" if form == "text" else "headline_only", "undated" if dates == "undated" else "dated")
        for name, chosen in (("same_language", ~pairs.other_language), ("other_language", pairs.other_language)):
            if chosen.any():
                found.setdefault((*view, name), []).append(judged.of(chosen))
    for regime in sorted(found):
        parts = found[regime]
        yield (
            regime,
            _Judged(
                np.concatenate([one.log_odds for one in parts]),
                np.concatenate([one.same for one in parts]),
                np.concatenate([one.weight for one in parts]),
                np.concatenate([one.fold for one in parts]),
            ),
        )


def _fitted(judged: _Judged) -> tuple[float, float]:
    """(slope, shift) by Newton's method on the penalised likelihood."""
    values = np.stack([judged.log_odds, np.ones_like(judged.log_odds)], axis=1)
    plain = np.array([1.0, 0.0])
    found = plain.copy()
    for _ in range(STEPS):
        chance = _chance(values @ found)
        slope = values.T @ (judged.weight * (chance - judged.same)) + PRIOR * (found - plain)
        curve = (values * (judged.weight * chance * (1 - chance))[:, None]).T @ values + PRIOR * np.eye(2)
        step = np.linalg.solve(curve, slope)
        found -= step * min(1.0, 1.0 / (np.abs(step).max() + 1e-9))
        if np.abs(step).max() < 1e-6:
            break
    return float(found[0]), float(found[1])


def _chance(log_odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))), np.float64)


def _curve(regime: Regime, judged: _Judged) -> Calibration:
    chance = np.zeros(len(judged.same))
    for fold in range(FOLDS):
        here = judged.fold == fold
        slope, shift = _fitted(judged.of(~here))
        chance[here] = _chance(slope * judged.log_odds[here] + shift)
    places = np.minimum((chance * BINS).astype(int), BINS - 1)
    error, curve = 0.0, []
    for place in range(BINS):
        mask = places == place
        if mask.any():
            weight = judged.weight[mask].sum()
            said = np.average(chance[mask], weights=judged.weight[mask])
            was = np.average(judged.same[mask], weights=judged.weight[mask])
            error += weight / judged.weight.sum() * abs(said - was)
            curve.append((round(float(said), 3), round(float(was), 3)))
    return Calibration(", ".join(regime).replace("_", " "), len(chance), round(float(error), 4), tuple(curve))
