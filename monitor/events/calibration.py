"""Whether a probability is right: of the pairs said to be one event with 70%, 70% should be.

A decision's log-odds are learned in all regimes at once; in each by itself (text or headlines, dated or not, same or
other language) they are too sure or not sure enough. So each regime has a line of its own from them to the log-odds of
the probability that is shown (Platt 1999, "Probabilistic outputs for support vector machines"), fitted on pairs whose
events the decision did not see, and judged on pairs whose events the line did not see either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from monitor.events.decision import Decision, Line, chance
from monitor.events.learning import FOLDS, SET_WEIGHT, Pairs, fitted, fold_of

BINS = 10
PRIOR = 3.0  # strength of the normal prior that draws a line to log-odds as they are, in pairs

Floats = NDArray[np.float64]
Regime = tuple[str, ...]


class Bin(NamedTuple):
    """What was said of so many with about one probability, and what was so."""

    said: float
    was: float
    cases: int


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
    """(slope, shift)."""
    values = np.stack([judged.log_odds, np.ones_like(judged.log_odds)], axis=1)
    slope, shift = fitted(values, judged.same, judged.weight, np.full(2, PRIOR), np.array([1.0, 0.0]), stride=1.0)
    return float(slope), float(shift)


def _curve(regime: Regime, judged: _Judged) -> Calibration:
    said_of = np.zeros(len(judged.same))
    for fold in range(FOLDS):
        here = judged.fold == fold
        slope, shift = _fitted(judged.of(~here))
        said_of[here] = chance(slope * judged.log_odds[here] + shift)
    error, bins = reliability(said_of, judged.same, judged.weight)
    curve = tuple((round(each.said, 3), round(each.was, 3)) for each in bins)
    return Calibration(", ".join(regime).replace("_", " "), len(said_of), round(error, 4), curve)


def reliability(said: Floats, was: Floats, weight: Floats | None = None) -> tuple[float, list[Bin]]:
    """The expected calibration error and the curve, over BINS equal ranges of probability; 0 and none without any.

    The error is the mean distance of what was said from what was so, each range by its weight (Naeini et al. 2015).
    said, was: probabilities, and 1.0 or 0.0 for what was so, of one length; each weighs the same without `weight`.
    """
    weighed = np.ones(len(said)) if weight is None else weight
    places = np.minimum((said * BINS).astype(int), BINS - 1)
    error, curve = 0.0, []
    for mask in (places == place for place in range(BINS)):
        if mask.any():
            mean = float(np.average(said[mask], weights=weighed[mask]))
            share = float(np.average(was[mask], weights=weighed[mask]))
            error += float(weighed[mask].sum() / weighed.sum()) * abs(mean - share)
            curve.append(Bin(mean, share, int(mask.sum())))
    return error, curve
