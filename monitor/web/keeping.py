"""Results that take long: made once, behind the page, and kept."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from queue import SimpleQueue
from threading import Lock, Thread
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
    make: Callable[[], T]
    future: Future[T] = field(factory=Future)
    part: T | None = None
    lock: Lock = field(factory=Lock)


class Keeper(Generic[T]):
    """The last `most` results by key; one worker makes them, so that many readers cost as much as one.

    The worker is a daemon: a comparison that takes a minute does not hold up the end of the program.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._entries: OrderedDict[Hashable, _Entry[T]] = OrderedDict()
        self._queue: SimpleQueue[_Entry[T] | None] = SimpleQueue()
        self._worker: Thread | None = None

    def get(self, key: Hashable, *, whole: Callable[[], T], part: Callable[[], T], patience: float | None) -> Kept[T]:
        """The whole result where it is there within `patience` seconds (None: however long it takes), else the part.

        The part is made before the whole is begun, so that the two do not slow each other down while somebody waits.
        Raises what `part` raises, and what `whole` raises where it is waited for.
        """
        began = time.monotonic()
        entry, is_new = self._entry(key, whole)
        if is_new:
            try:
                if patience is not None:
                    _part(entry, part)
            finally:
                self._begin(entry)
        try:
            left = None if patience is None else max(0.0, patience - (time.monotonic() - began))
            return Kept(entry.future.result(left), whole=True)
        except (TimeoutError, CancelledError):
            return Kept(_part(entry, part), whole=False)
        except MonitorError as problem:
            if patience is None:
                raise
            return Kept(_part(entry, part), whole=False, problem=str(problem))

    def close(self) -> None:
        """Give up what has not been begun."""
        with self._lock:
            for entry in self._entries.values():
                entry.future.cancel()
            self._queue.put(None)

    def _entry(self, key: Hashable, whole: Callable[[], T]) -> tuple[_Entry[T], bool]:
        """The entry of a key, and whether it is new, so that it is to be begun."""
        with self._lock:
            entry = self._entries.pop(key, None)
            is_new = entry is None or (
                entry.future.done() and not entry.future.cancelled() and entry.future.exception() is not None
            )
            if entry is None or is_new:
                entry = _Entry(whole)
            self._entries[key] = entry
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)
            return entry, is_new

    def _begin(self, entry: _Entry[T]) -> None:
        with self._lock:
            self._queue.put(entry)
            if self._worker is None:
                self._worker = Thread(target=self._work, name="comparing", daemon=True)
                self._worker.start()

    def _work(self) -> None:
        while (entry := self._queue.get()) is not None:
            if not entry.future.set_running_or_notify_cancel():
                continue
            try:
                entry.future.set_result(entry.make())
            except Exception as problem:  # noqa: BLE001  (whoever waits for the result gets it)
                entry.future.set_exception(problem)


def _part(entry: _Entry[T], part: Callable[[], T]) -> T:
    with entry.lock:
        if entry.part is None:
            entry.part = part()
        return entry.part
