"""Average linkage over a small group: the best two are joined while their mean score is above the threshold.

Two groups that hang together far better than with each other stay apart, even above it: two events of one day on one
matter are alike, but what tells one of them is more so.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

Table = NDArray[np.float64]


@frozen(eq=False)
class Cohesion:
    """How well groups hang together: the mean of `scores` over the pairs that are `counted`."""

    scores: NDArray[np.floating] = field(repr=False)  # symmetric, of shape (items, items)
    counted: NDArray[np.bool_] = field(repr=False)  # of the same shape
    gap: float  # two groups stay apart where both hang together by so much better than with each other …
    most: float  # … of which no more than this counts: copies of one text hang together better than any report


def average_link(
    scores: NDArray[np.floating],
    threshold: float,
    *,
    together: Sequence[Sequence[int]] = (),
    cohesion: Cohesion | None = None,
) -> list[int]:
    """Give each item of a symmetric matrix of scores the number of its group (that of its first item).

    `together` lists items that are one group from the start. Ties go to the first pair in the order of items, so that
    the result depends on the order of items alone.
    """
    label = np.arange(len(scores))
    for group in together:
        label[list(group)] = min(group)
    firsts = np.unique(label)
    owner = (label[None, :] == firsts[:, None]).astype(np.float64)
    sums = _sums(owner, scores, cohesion)
    while len(firsts) > 1:
        means = sums[0] / sums[1]
        np.fill_diagonal(means, -np.inf)
        if cohesion is not None:
            means[_apart(sums[2], sums[3], cohesion)] = -np.inf
        best = int(np.argmax(means))
        one, other = sorted(divmod(best, len(means)))
        if means[one, other] <= threshold:
            break
        label[label == firsts[other]] = firsts[one]
        firsts = np.delete(firsts, other)
        sums[:, one] += sums[:, other]
        sums[:, :, one] += sums[:, :, other]
        sums = np.delete(np.delete(sums, other, 1), other, 2)
    return [int(value) for value in label]


def _sums(owner: Table, scores: NDArray[np.floating], cohesion: Cohesion | None) -> Table:
    """Over the pairs of each two groups: scores and their number, then those that count for cohesion and theirs."""
    tables = [np.asarray(scores, np.float64), np.ones(scores.shape)]
    if cohesion is not None:
        counted = np.asarray(cohesion.counted, np.float64) * (1 - np.eye(len(scores)))
        tables += [counted * cohesion.scores, counted]
    return np.stack([owner @ table @ owner.T for table in tables])


def _apart(sums: Table, pairs: Table, cohesion: Cohesion) -> NDArray[np.bool_]:
    """Which groups stay apart; one without counted pairs does not hang together, so that it stays apart from none."""
    means = np.divide(sums, pairs, out=np.full(sums.shape, np.inf), where=pairs > 0)
    within = np.where(np.diag(pairs) > 0, np.minimum(np.diag(means), cohesion.most), -np.inf)
    found: NDArray[np.bool_] = np.minimum.outer(within, within) - means > cohesion.gap
    return found
