"""Nearest neighbours and average-link clusters of a few ten thousand vectors, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from monitor.embedding import Vectors

BLOCK = 512  # rows that are compared with all others at once
Pair = tuple[float, int, int]


def neighbours(vectors: Vectors, groups: Sequence[int], *, most: int, floor: float) -> list[Pair]:
    """(similarity, row, other row) of each row's `most` nearest of another group above `floor`, each pair once.

    vectors: (n, dimensions) of length 1; groups: n numbers, such as the article a sentence stands in.
    """
    count = len(vectors)
    own = np.asarray(groups)
    found: dict[tuple[int, int], float] = {}
    for begin in range(0, count, BLOCK):
        similar = vectors[begin : begin + BLOCK] @ vectors.T
        similar[own[begin : begin + BLOCK, None] == own[None, :]] = -1.0
        for row, column in _best(similar, most, floor):
            first, second = sorted((begin + row, column))
            found[first, second] = float(similar[row, column])
    return sorted(((value, *pair) for pair, value in found.items()), key=lambda pair: (-pair[0], pair[1], pair[2]))


def _best(similar: NDArray[np.float32], most: int, floor: float) -> Iterable[tuple[int, int]]:
    most = min(most, similar.shape[1])
    columns = np.argpartition(similar, -most, axis=1)[:, -most:]
    values = np.take_along_axis(similar, columns, axis=1)
    rows, places = np.nonzero(values >= floor)
    return zip(rows.tolist(), columns[rows, places].tolist(), strict=True)


def average_link(vectors: Vectors, pairs: Iterable[Pair], *, least: float) -> list[list[int]]:
    """Clusters of two rows and more: pairs in order, joined while the mean similarity between both sides is `least`.

    The mean of all similarities between two sets of unit vectors is the product of their means.
    """
    parent = list(range(len(vectors)))
    sums: dict[int, Vectors] = {}
    sizes: dict[int, int] = {}

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    for _, first, second in pairs:
        one, other = root(first), root(second)
        if one == other:
            continue
        sum_one, sum_other = sums.get(one, vectors[one]), sums.get(other, vectors[other])
        size_one, size_other = sizes.get(one, 1), sizes.get(other, 1)
        if float(sum_one @ sum_other) / (size_one * size_other) >= least:
            parent[other] = one
            sums[one], sizes[one] = sum_one + sum_other, size_one + size_other
    clusters: dict[int, list[int]] = {}
    for row in range(len(vectors)):
        clusters.setdefault(root(row), []).append(row)
    return [rows for rows in clusters.values() if len(rows) > 1]
