"""Average linkage over a small group: the best two are joined while their mean score is above the threshold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def average_link(
    scores: NDArray[np.floating], threshold: float, *, together: Sequence[Sequence[int]] = ()
) -> list[int]:
    """Give each item of a symmetric matrix of scores the number of its group (that of its first item).

    `together` lists items that are one group from the start. Ties go to the first pair in the order of items, so that
    the result depends on the order of items alone.
    """
    count = len(scores)
    label = np.arange(count)
    for group in together:
        label[list(group)] = min(group)
    firsts = np.unique(label)
    owner = (label[None, :] == firsts[:, None]).astype(np.float64)
    sizes = owner.sum(axis=1)
    sums = owner @ np.asarray(scores, np.float64) @ owner.T
    np.fill_diagonal(sums, -np.inf)
    means = sums / np.outer(sizes, sizes)
    while len(means) > 1:
        best = int(np.argmax(means))
        one, other = sorted(divmod(best, len(means)))
        if means[one, other] <= threshold:
            break
        label[label == firsts[other]] = firsts[one]
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        sizes[one] += sizes[other]
        sums[one, one] = -np.inf
        firsts, sizes = np.delete(firsts, other), np.delete(sizes, other)
        sums = np.delete(np.delete(sums, other, 0), other, 1)
        means = np.delete(np.delete(means, other, 0), other, 1)
        means[one] = sums[one] / (sizes[one] * sizes)
        means[:, one] = means[one]
    return [int(value) for value in label]
