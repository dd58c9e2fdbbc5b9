"""Learn the decision's weights: logistic regression on pairs of neighbours, each set and view weighing the same."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from monitor.events.decision import Decision, Term, chance
from monitor.events.terms import terms

Floats = NDArray[np.float64]
# What these say can only speak for one event, the more of it the more, and what those say only against; in a regime a
# slope may differ. Without this, lookalikes in the same words taught that a headline's every word shared is bad.
FOR = ("similarity", "words", "names", "shared_numbers", "shared_places")
AGAINST = ("days", "clashing_numbers", "clashing_places", "clashing_cities", "clashing_names")
# Strength of the normal prior on weights, in units of each term's spread; of 1, 3 and 10 best on sets left out.
PRIOR = 10.0
SET_WEIGHT = 3000.0  # how many pairs a view of a set counts as
STEPS = 60
# No labelled set has an outlet's daily report under one headline: this weight is set, not learned.
GIVEN = (Term("recurring", weight=-9.0),)


FOLDS = 5


def fold_of(event: str) -> int:
    """The fold of an event, the same in every run."""
    return crc32(event.encode()) % FOLDS


@frozen(eq=False)
class Pairs:
    """Neighbours of one view of a set."""

    source: str  # the set
    view: str
    values: NDArray[np.float32] = field(repr=False)  # terms' values, of shape (pairs, terms)
    same: NDArray[np.bool_] = field(repr=False)  # one event
    events: NDArray[np.str_] = field(repr=False)  # of the later article, for folds
    other_language: NDArray[np.bool_] = field(repr=False)


def learn(pairs: Sequence[Pairs], *, threshold: float, floor: float, ceiling: float) -> Decision:
    """Fit the terms' weights."""
    shape = terms()
    values = np.concatenate([one.values for one in pairs]).astype(np.float64)
    same = np.concatenate([one.same for one in pairs]).astype(np.float64)
    weight = np.concatenate([np.full(len(one.same), SET_WEIGHT / max(1, len(one.same))) for one in pairs])
    found = _signed(values, same, weight, shape)
    fitted = tuple(Term(t.feature, t.over, t.when, float(w)) for t, w in zip(shape, found, strict=True))
    return Decision((*fitted, *GIVEN), threshold, floor, ceiling)


def _signed(values: Floats, same: Floats, weight: Floats, shape: Sequence[Term]) -> Floats:
    """Weights whose sums up to each bend, the slopes, keep to their sign: one that does not is 0, the rest fit anew."""
    slopes = np.eye(len(shape))
    for place, term in enumerate(shape[1:], 1):
        before = shape[place - 1]
        if not term.when and before.feature == term.feature and before.when == term.when:
            slopes[place, place - 1] = -1.0
    signs = np.array([0 if t.when else (t.feature in FOR) - (t.feature in AGAINST) for t in shape])
    turned, kept = values @ slopes, np.ones(len(shape), bool)
    while True:
        found = np.zeros(len(shape))
        found[kept] = _logistic(turned[:, kept], same, weight)
        wrong = found * signs < 0
        if not wrong.any():
            return np.asarray(slopes @ found, np.float64)
        kept &= ~wrong


def _logistic(values: Floats, same: Floats, weight: Floats) -> Floats:
    """Fitted in units of each term's spread; the first term, the bias, is not penalised."""
    spread = values.std(axis=0)
    spread[spread < 1e-3] = 1.0
    scaled = values / spread
    penalty = np.full(scaled.shape[1], PRIOR)
    penalty[0] = 1e-6
    weights: Floats = fitted(scaled, same, weight, penalty, np.zeros(scaled.shape[1]), stride=4.0) / spread
    return weights


def fitted(values: Floats, same: Floats, weight: Floats, penalty: Floats, centre: Floats, *, stride: float) -> Floats:
    """Weights of a logistic regression, of shape (terms,), by Newton's method on the penalised likelihood.

    values: of shape (pairs, terms). penalty, centre: of shape (terms,), the precision and mean of the normal prior.
    stride: how far a step may go in one term; one too wide overshoots and does not come back.
    """
    found = centre.copy()
    for _ in range(STEPS):
        said = chance(values @ found)
        slope = values.T @ (weight * (said - same)) + penalty * (found - centre)
        curve = (values * (weight * said * (1 - said))[:, None]).T @ values + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        found -= step * min(1.0, stride / (np.abs(step).max() + 1e-9))
        if np.abs(step).max() < 1e-6:
            break
    return found
