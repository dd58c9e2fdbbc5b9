"""The book in which each candidate has one fate, counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from monitor.model import Candidate, Fate, FateName


class Ledger:
    """Candidates met in one crawl, by address, and their fates."""

    def __init__(self) -> None:
        self._open: dict[str, Candidate] = {}
        self._settled: set[str] = set()
        self._first: dict[str, str] = {}  # normalised address -> the address that it was first met under
        self.fates: dict[str, Counter[FateName]] = {}

    @property
    def candidates(self) -> int:
        """How many were met."""
        return len(self._open) + len(self._settled)

    @property
    def open(self) -> int:
        """How many have no fate yet."""
        return len(self._open)

    @property
    def totals(self) -> Counter[FateName]:
        """Fates over all outlets."""
        return sum(self.fates.values(), Counter())

    def meet(self, candidate: Candidate) -> bool:
        """Enter a candidate; False where its address was met before in this crawl."""
        if candidate.url in self._open or candidate.url in self._settled:
            return False
        self._open[candidate.url] = candidate
        return True

    def twin(self, candidate: Candidate, identity: str) -> str | None:
        """Another address met in this crawl that has the same identity (normalised address), or None."""
        first = self._first.setdefault(identity, candidate.url)
        return first if first != candidate.url else None

    def settle(self, fate: Fate) -> None:
        """Write a candidate's fate. Raises KeyError where it was never met or has one already."""
        candidate = self._open.pop(fate.url)
        self._settled.add(fate.url)
        self.fates.setdefault(candidate.outlet, Counter())[fate.name] += 1

    def close(self, at: datetime, reason: str) -> list[Fate]:
        """Defer what is still open; gives the fates."""
        rest = [
            Fate(url=each.url, outlet=each.outlet, name=FateName.DEFERRED, reason=reason, at=at)
            for each in self._open.values()
        ]
        for fate in rest:
            self.settle(fate)
        return rest

    def table(self) -> Mapping[str, Mapping[str, int]]:
        """Outlet to fate to count, for keeping."""
        return {outlet: {name.value: count for name, count in fates.items()} for outlet, fates in self.fates.items()}
