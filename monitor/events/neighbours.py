"""Which articles of the window are nearest to a new one: exactly while they are few, by an HNSW graph when many."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnxruntime  # noqa: F401  (loaded after usearch, it ends the process with a segmentation fault)
from numpy.typing import NDArray
from usearch.index import Index as Graph

EXACT = 5000  # articles up to which every one is compared
IN_ORDER = 50_000  # vectors up to which a graph is made by one thread; above, by every core
CHUNK = 8192  # vectors put into the graph at a time
FOUND = 96  # nearest articles asked for, of which the window keeps those in reach
CONNECTIVITY, ADDING, SEARCHING = 16, 96, 160  # of the graph: recall@20 above .98, see benchmarks/grouping_cost.py

Bytes = NDArray[np.int8]
Positions = NDArray[np.intp]


class Neighbours:
    """Vectors of whole numbers from -127 to 127 by position; nearness is the cosine.

    Sums of products of such numbers are exact in float32, so that equals are equal whatever they are compared with.
    """

    def __init__(self, dimensions: int, *, exact: int | None = None) -> None:
        self._exact, self._dimensions = EXACT if exact is None else exact, dimensions
        self._rows = np.zeros((256, dimensions), np.float32)
        self._lengths = np.zeros(256, np.float32)
        self._count = 0
        self._graph: Graph | None = None

    def add(self, position: int, vector: Bytes) -> None:
        """Put a vector in; positions come in order."""
        if self._graph is None and self._count >= self._exact:
            self._grow_graph()
        if self._graph is not None:
            self._graph.add(position, vector, threads=1)
            return
        if position >= len(self._rows):
            extra = len(self._rows)
            self._rows = np.concatenate([self._rows, np.zeros((extra, self._dimensions), np.float32)])
            self._lengths = np.concatenate([self._lengths, np.zeros(extra, np.float32)])
        self._rows[position] = vector
        self._lengths[position] = _length(vector)
        self._count = position + 1

    def extend(self, first: int, vectors: Sequence[Bytes]) -> None:
        """Put vectors in at `first` and the positions behind it: as `add` for each, faster."""
        few = max(0, self._exact - self._count) if self._graph is None else 0
        for number, vector in enumerate(vectors[: few + 1]):
            self.add(first + number, vector)  # the last of these makes the graph
        for start in range(few + 1, len(vectors), CHUNK):
            rows = np.stack(vectors[start : start + CHUNK])
            keys = np.arange(first + start, first + start + len(rows))
            assert self._graph is not None
            # In their order every restart makes the same graph; where they are very many that would take a minute.
            self._graph.add(keys, rows, threads=1 if len(vectors) <= IN_ORDER else 0)

    def remove(self, position: int) -> None:
        """Take a vector out."""
        if self._graph is not None:
            self._graph.remove(position)
        else:
            self._rows[position] = 0
            self._lengths[position] = 0

    def nearest(self, vector: Bytes, least: float) -> tuple[Positions, NDArray[np.float32]]:
        """Positions and cosines of the FOUND nearest above `least`, the nearest first, of equals the latest."""
        length = _length(vector)
        if not length or not (self._count or self._graph):
            return np.zeros(0, np.intp), np.zeros(0, np.float32)
        if self._graph is not None:
            found = self._graph.search(vector, FOUND, threads=1)
            positions, cosines = found.keys.astype(np.intp), (1 - found.distances).astype(np.float32)
        else:
            products = self._rows[: self._count] @ vector.astype(np.float32)
            lengths = self._lengths[: self._count]
            divisors = np.where(lengths > 0, lengths * length, np.float32(np.inf))
            cosines = np.asarray(products / divisors, np.float32)
            positions = np.flatnonzero(cosines > least)
            cosines = cosines[positions]
        kept = np.lexsort((-positions, -cosines))[:FOUND]
        kept = kept[cosines[kept] > least]
        return positions[kept], cosines[kept]

    def _grow_graph(self) -> None:
        self._graph = Graph(
            ndim=self._dimensions,
            metric="cos",
            dtype="i8",
            connectivity=CONNECTIVITY,
            expansion_add=ADDING,
            expansion_search=SEARCHING,
        )
        there = np.flatnonzero(self._lengths[: self._count])
        for position in there:
            self._graph.add(int(position), self._rows[position].astype(np.int8), threads=1)
        self._rows, self._lengths, self._count = self._rows[:0], self._lengths[:0], 0


def _length(vector: Bytes) -> np.float32:
    return np.float32(np.sqrt((vector.astype(np.float32) ** 2).sum()))
