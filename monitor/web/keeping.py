"""Results that take long: made once, behind the page, and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Generic, TypeVar

from attrs import define, field, frozen

from monitor.model import MonitorError

T = TypeVar("T")


@frozen
class Kept(Generic[T]):
    """A result; `whole` is False for one that is still being completed, `problem` says why it cannot be."""

    value: T
    whole: bool
    problem: str = ""


@define(eq=False)
class _Entry(Generic[T]):
    future: Future[T]
    part: T | None = None
    lock: Lock = field(factory=Lock)


class Keeper(Generic[T]):
    """The last `most` results by key; one worker makes them, so that many readers cost as much as one."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._entries: OrderedDict[Hashable, _Entry[T]] = OrderedDict()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="comparing")

    def get(self, key: Hashable, *, whole: Callable[[], T], part: Callable[[], T], patience: float | None) -> Kept[T]:
        """The whole result where it is there within `patience` seconds (None: however long it takes), else the part.

        Raises what `part` raises, and what `whole` raises where it is waited for.
        """
        entry = self._entry(key, whole)
        try:
            return Kept(entry.future.result(patience), whole=True)
        except TimeoutError:
            return Kept(_part(entry, part), whole=False)
        except MonitorError as problem:
            if patience is None:
                raise
            return Kept(_part(entry, part), whole=False, problem=str(problem))

    def close(self) -> None:
        """Give up what has not been begun."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _entry(self, key: Hashable, whole: Callable[[], T]) -> _Entry[T]:
        with self._lock:
            entry = self._entries.pop(key, None)
            if entry is None or (entry.future.done() and entry.future.exception()):
                entry = _Entry(self._worker.submit(whole))
            self._entries[key] = entry
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)
            return entry


def _part(entry: _Entry[T], part: Callable[[], T]) -> T:
    with entry.lock:
        if entry.part is None:
            entry.part = part()
        return entry.part
