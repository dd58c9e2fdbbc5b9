"""The articles that a new one is compared with, in memory: at least the last days, at least the last thousands."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from monitor.events.features import DAY, Member
from monitor.events.neighbours import Neighbours
from monitor.events.signature import Bytes, Signature
from monitor.events.statistics import CHUNK, Statistics

KEPT_DAYS = 14.0  # older articles leave the window …
KEPT_ARTICLES = 5000  # … but this many stay, so that a quiet index still knows which words are rare
REACH_DAYS = 7.0  # an article is compared with those so far from it in time
NEIGHBOURS = 20  # of the same language, and as many of others: these hold a true mate 98 times in 100
NEAR = 0.2  # the cosine below which an article is no neighbour


@frozen(eq=False)
class Entry:
    """An article in the window."""

    id: str
    member: Member
    vector: NDArray[np.float16] = field(repr=False)  # as embedded, not centred
    event: str = ""


class Window:
    """Signatures by position; a position is never given twice until `compact` renumbers all."""

    def __init__(self, dimensions: int, statistics: Statistics) -> None:
        self.statistics = statistics
        self.entries: list[Entry | None] = []
        self.positions: dict[str, int] = {}  # article id -> position
        self._dimensions = dimensions
        self._neighbours = Neighbours(dimensions)
        self._times = np.full(256, -np.inf)  # +-inf: not there; nan: undated
        self._languages = np.zeros(256, np.int32)
        self._codes: dict[str, int] = {}
        self._oldest: list[tuple[float, str]] = []
        self._newest = -np.inf

    def __len__(self) -> int:
        return len(self.positions)

    def entry(self, position: int) -> Entry:
        """The article at a position."""
        found = self.entries[position]
        if found is None:
            raise KeyError(position)
        return found

    def add(self, entry: Entry) -> int:
        """Put an article in, count its tokens and vector, and let go of what is too old; gives its position."""
        position = len(self.entries)
        if position == len(self._times):
            self._grow()
        signature = entry.member.signature
        self.entries.append(entry)
        self.positions[entry.id] = position
        self._neighbours.add(position, signature.vector)
        self._times[position] = entry.member.time if signature.dated else np.nan
        self._languages[position] = self._codes.setdefault(entry.member.language, len(self._codes))
        self.statistics.add(_keys(signature), entry.vector, entry.member.language)
        heapq.heappush(self._oldest, (entry.member.time, entry.id))
        self._newest = max(self._newest, entry.member.time)
        return position

    def extend(self, entries: Sequence[Entry]) -> None:
        """Put many articles in at once: as `add` for each, faster; they take the next positions in their order."""
        first = len(self.entries)
        while len(self._times) < first + len(entries):
            self._grow()
        self.entries.extend(entries)
        for position, entry in enumerate(entries, first):
            self.positions[entry.id] = position
            self._times[position] = entry.member.time if entry.member.signature.dated else np.nan
            self._languages[position] = self._codes.setdefault(entry.member.language, len(self._codes))
        signatures = [entry.member.signature for entry in entries]
        self._neighbours.extend(first, [signature.vector for signature in signatures])
        for start in range(0, len(entries), CHUNK):
            rows = entries[start : start + CHUNK]
            keys = [np.concatenate([one.stems.keys, one.free.keys]) for one in signatures[start : start + CHUNK]]
            vectors = np.stack([entry.vector for entry in rows])
            self.statistics.add_all(keys, vectors, [entry.member.language for entry in rows])
        self._oldest = [*self._oldest, *((entry.member.time, entry.id) for entry in entries)]
        heapq.heapify(self._oldest)
        self._newest = max([self._newest, *(entry.member.time for entry in entries)])

    def stale(self) -> list[str]:
        """Ids of the articles that are too old to stay; the caller removes them."""
        found = []
        spare = len(self) - KEPT_ARTICLES
        while spare > 0 and self._oldest and self._oldest[0][0] < self._newest - KEPT_DAYS * DAY:
            found.append(heapq.heappop(self._oldest)[1])
            spare -= 1
        return found

    def remove(self, article: str) -> None:
        """Take an article out, with what it counted."""
        position = self.positions.pop(article)
        entry = self.entry(position)
        self.entries[position] = None
        self._neighbours.remove(position)
        self._times[position] = -np.inf
        self.statistics.add(_keys(entry.member.signature), entry.vector, entry.member.language, times=-1)

    def is_past(self, time: float) -> bool:
        """True where an article of that time came so late that those around it have left the window."""
        return len(self) >= KEPT_ARTICLES and time < self._newest - KEPT_DAYS * DAY

    def crowded(self) -> bool:
        """True where most positions are empty, so that `compact` is worth its time."""
        return len(self.entries) > 2 * len(self) + 1024

    def compact(self) -> None:
        """Renumber the articles in the order in which they came."""
        kept = [position for position, entry in enumerate(self.entries) if entry is not None]
        self.entries = [self.entries[position] for position in kept]
        self.positions = {entry.id: position for position, entry in enumerate(self.entries) if entry is not None}
        self._times, self._languages = self._times[kept], self._languages[kept]
        self._neighbours = Neighbours(self._dimensions)
        for position, entry in enumerate(self.entries):
            if entry is not None:
                self._neighbours.add(position, entry.member.signature.vector)
        self._grow()

    def near(self, signature: Signature, time: float, language: str) -> list[int]:
        """Positions of the nearest articles, the nearest first, in reach of the time; equals go to the latest."""
        positions, _ = self._neighbours.nearest(signature.vector, NEAR)
        ranked = positions[self._reached(positions, time if signature.dated else np.nan)]
        same = self._languages[ranked] == self._codes.get(language, -1)
        kept = np.sort(np.concatenate([np.flatnonzero(same)[:NEIGHBOURS], np.flatnonzero(~same)[:NEIGHBOURS]]))
        return [int(position) for position in ranked[kept]]

    def search(self, vector: Bytes) -> list[int]:
        """Positions of the nearest vectors, whatever their time and language."""
        return [int(position) for position in self._neighbours.nearest(vector, -1.0)[0]]

    def _reached(self, candidates: NDArray[np.intp], time: float) -> NDArray[np.bool_]:
        times = self._times[candidates]
        there = ~np.isneginf(times)
        if np.isnan(time):
            return there
        near: NDArray[np.bool_] = there & ~(np.abs(times - time) > REACH_DAYS * DAY)  # nan compares False: undated
        return near

    def _grow(self) -> None:
        extra = max(256, len(self._times))
        self._times = np.concatenate([self._times, np.full(extra, -np.inf)])
        self._languages = np.concatenate([self._languages, np.zeros(extra, np.int32)])


def _keys(signature: Signature) -> list[int]:
    return [*signature.stems.keys.tolist(), *signature.free.keys.tolist()]
