"""The placed articles around an article's days, by event: which events are most like a passage.

A month of a large monitor holds hundreds of thousands, so nothing here walks over the articles of each event.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappush, heappushpop
from typing import Final, Self, TypeAlias

import numpy as np
from attrs import frozen

from monitor.embedding import Vectors

MOST_EVENTS: Final = 8  # events that one passage is held against: those most alike
NEAREST: Final = 3  # articles of an event that stand for it: one alone may be near by chance

IntArray: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.intp]]


@frozen(eq=False)
class Told:
    """Placed articles by event: `order` has their places, those of one event together, from `starts` on."""

    ids: Sequence[str]
    names: Sequence[str]  # of the events
    event: IntArray  # of each article, its place in names
    order: IntArray
    starts: IntArray

    @classmethod
    def of(cls, ids: Sequence[str], events: Sequence[str]) -> Self:
        """From the articles' ids and their events'."""
        places = {name: place for place, name in enumerate(dict.fromkeys(events))}
        event = np.array([places[name] for name in events], np.intp)
        order = np.argsort(event, kind="stable")
        starts = np.searchsorted(event[order], np.arange(len(places)))
        return cls(ids, list(places), event, order, starts)

    def common(self, vectors: Vectors, own: Vectors) -> Vectors:
        """The mean of events and passages, each counting once, so that a large event is not what all have in common."""
        weights = 1 / np.bincount(self.event)[self.event]
        total = weights.astype(np.float32) @ vectors + own.sum(axis=0)
        common: Vectors = (total / (len(self.names) + len(own))).astype(np.float32)
        return common

    def rows(self, event: int) -> IntArray:
        """The places of an event's articles."""
        end = self.starts[event + 1] if event + 1 < len(self.starts) else len(self.order)
        return self.order[self.starts[event] : end]

    def nearest(self, similar: Vectors) -> dict[str, list[tuple[float, str]]]:
        """The articles nearest to a passage of each of the events most like it: (cosine, id), the nearest first.

        An event is as alike as its NEAREST articles are on average, so none whose nearest article is less alike than
        MOST_EVENTS events comes among them, and most need not be looked at.
        """
        found: dict[str, list[tuple[float, str]]] = {}
        best: list[float] = []  # a heap of the MOST_EVENTS highest means
        for row in np.argsort(-similar, kind="stable"):
            if len(best) == MOST_EVENTS and similar[row] <= best[0]:
                break
            event = int(self.event[row])
            name = self.names[event]
            if name not in found:
                told = ((float(similar[each]), self.ids[each]) for each in self.rows(event))
                found[name] = sorted(told, reverse=True)[:NEAREST]
                (heappush if len(best) < MOST_EVENTS else heappushpop)(best, mean(found[name]))
        ranked = sorted(found, key=lambda name: -mean(found[name]))[:MOST_EVENTS]
        return {name: found[name] for name in ranked}


def mean(nearest: Sequence[tuple[float, str]]) -> float:
    """How like an event is, by its nearest articles."""
    return sum(value for value, _ in nearest) / len(nearest)
