"""What a crawl did, for its table, its exit code and its progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from attrs import field, frozen

from monitor.model import FateName

ENOUGH: Final = 5  # articles from which their failing is the outlet's
TRIED: Final = (FateName.STORED, FateName.REVISED, FateName.UNCHANGED, FateName.DUPLICATE, FateName.NOT_AN_ARTICLE,
                FateName.TOO_OLD, FateName.FAILED)  # fmt: skip


@frozen(kw_only=True)
class EntryResult:
    """How one entry point answered."""

    outlet: str
    url: str
    kind: str
    outcome: str  # ok, not modified, failed
    reason: str = ""
    status: int = 0  # HTTP; 0 where there was no answer
    candidates: int = 0
    used_to_yield: bool = False


@frozen(kw_only=True)
class CrawlProgress:
    """Where a crawl stands."""

    entries: int  # entry points to be polled, as far as known
    entries_done: int
    candidates: int
    done: int  # candidates with a fate
    waiting: int  # tasks not yet under way
    elapsed: float  # seconds
    fates: Mapping[FateName, int]

    @property
    def stored(self) -> int:
        """Articles stored so far."""
        return self.fates.get(FateName.STORED, 0)

    @property
    def failed(self) -> int:
        """Candidates that failed so far."""
        return self.fates.get(FateName.FAILED, 0)


@frozen(kw_only=True)
class CrawlReport:
    """A crawl that ended."""

    run: str
    started: datetime
    ended: datetime
    fates: Mapping[str, Mapping[FateName, int]]  # outlet -> fate -> candidates
    entries: tuple[EntryResult, ...] = ()
    candidates: int = 0
    failed: Mapping[str, str] = field(factory=dict)  # outlets that failed, with the reason
    used_to_yield: frozenset[str] = frozenset()  # those of them that yielded before
    sources: tuple[str, ...] = ()  # a line a source of coverage, where it was looked for
    expectations: tuple[str, ...] = ()  # what outlets should have yielded and did not
    interrupted: bool = False
    cpu: Mapping[str, float] = field(factory=dict)  # seconds by stage
    seconds: float = 0.0
    peak_bytes: int = 0  # of this process and its largest child, resident
    longest_stall: float = 0.0  # seconds in which the reactor did not answer

    @property
    def totals(self) -> Counter[FateName]:
        """Fates over all outlets; their sum is `candidates`."""
        return sum((Counter(counts) for counts in self.fates.values()), Counter())

    @property
    def exit_code(self) -> int:
        """1 where an outlet that used to yield failed, where none answered, or where it was interrupted."""
        answered = {entry.outlet for entry in self.entries if entry.outcome != "failed"}
        nothing = bool(self.entries) and not answered
        return int(bool(self.used_to_yield) or nothing or self.interrupted)


def failed_outlets(entries: tuple[EntryResult, ...], fates: Mapping[str, Mapping[FateName, int]]) -> dict[str, str]:
    """Outlets of which every entry point that was polled failed, or every article that was tried, with the reasons."""
    by_outlet: dict[str, list[EntryResult]] = {}
    for entry in entries:
        by_outlet.setdefault(entry.outlet, []).append(entry)
    failed = {
        outlet: "; ".join(dict.fromkeys(each.reason for each in polled))[:500]
        for outlet, polled in by_outlet.items()
        if all(each.outcome == "failed" for each in polled)
    }
    for outlet, counts in fates.items():
        tried = sum(counts.get(name, 0) for name in TRIED)
        if tried >= ENOUGH and counts.get(FateName.FAILED, 0) == tried:
            failed.setdefault(outlet, f"all {tried} articles that were tried failed")
    return failed
