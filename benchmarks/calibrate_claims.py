"""Fit the weights by which two sentences are judged to say the same, and say how well they do.

    python benchmarks/calibrate_claims.py

The labelled events are tests/comparison/data/claims.tsv: sentences of one event with one number say the same. Weights
are fitted by logistic regression on all events; the figures are of events left out of the fit, one after the other.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from monitor.comparison.agreement import FEATURES, features
from monitor.config import Config
from monitor.embedding import load_embedder
from tests.comparison.labelled import Pair, pairs

Floats = NDArray[np.float64]
STEPS, RATE, RIDGE = 4000, 0.5, 0.002


def fit(x: Floats, y: Floats) -> Floats:
    """Weights and, last, the bias; both classes weigh the same."""
    weights = np.zeros(x.shape[1] + 1)
    rows = np.hstack([x, np.ones((len(x), 1))])
    balance = np.where(y > 0, 0.5 / y.sum(), 0.5 / (len(y) - y.sum()))
    for _ in range(STEPS):
        error = balance * (1 / (1 + np.exp(-rows @ weights)) - y)
        weights -= RATE * (rows.T @ error * 4 + RIDGE * np.append(weights[:-1], 0))
    return weights


def scores(x: Floats, weights: Floats) -> Floats:
    """Support of each pair."""
    return np.asarray(1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1]))))


def report(name: str, support: Floats, y: Floats, threshold: float) -> None:
    """A line of precision and recall."""
    found = support >= threshold
    hits = float((found & (y > 0)).sum())
    precision, recall = hits / max(1, found.sum()), hits / y.sum()
    print(f"{name:6} precision {precision:.3f} recall {recall:.3f} pairs {int(y.sum())}+{int((1 - y).sum())}")


def main() -> None:
    """Print weights, then figures by event, by kind of pair and over all."""
    found = pairs(load_embedder(Config()))
    x = np.array([features(pair.similarity, pair.one, pair.other) for pair in found])
    y = np.array([float(pair.same) for pair in found])
    weights = fit(x, y)
    print("weights", {name: round(float(w), 2) for name, w in zip((*FEATURES, "bias"), weights, strict=True)})
    left_out = np.zeros(len(y))
    for event in dict.fromkeys(pair.event for pair in found):
        rows = np.array([pair.event == event for pair in found])
        left_out[rows] = scores(x[rows], fit(x[~rows], y[~rows]))
    best = max(np.arange(0.2, 0.98, 0.01), key=lambda t: f1(left_out, y, t))
    print(f"threshold {best:.2f}")
    _by(found, left_out, y, float(best))


def f1(support: Floats, y: Floats, threshold: float) -> float:
    """Harmonic mean of precision and recall at a threshold."""
    found = support >= threshold
    return 2 * float((found & (y > 0)).sum()) / float(found.sum() + y.sum())


def _by(found: Sequence[Pair], support: Floats, y: Floats, threshold: float) -> None:
    for language in sorted({pair.one.language for pair in found} | {pair.other.language for pair in found}):
        rows = np.array([language in (pair.one.language, pair.other.language) for pair in found])
        report(language, support[rows], y[rows], threshold)
    report("all", support, y, threshold)


if __name__ == "__main__":
    main()
