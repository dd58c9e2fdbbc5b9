"""Reader processes as the crawl sees them: work goes in, readings come out, a stuck or dead reader is replaced."""

from __future__ import annotations

import asyncio
import queue
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pickle import UnpicklingError
from typing import Final

from monitor.model import MonitorError
from monitor.outlets import Outlet
from monitor.pipelines.child import Child, Trouble
from monitor.pipelines.messages import EntryReading, EntryWork, PageReading, PageWork, Setup, Work

LONGEST_READING: Final = 30.0  # seconds; the slowest real page takes less than one
WAITING: Final = 64  # pieces of work that may wait for a reader; who brings more waits


class ReaderError(MonitorError):
    """A page or feed could not be read: the reader failed, died or took too long."""


class Readers:
    """Processes that read pages and feeds; made in the event loop's thread."""

    def __init__(self, outlets: Sequence[Outlet], *, count: int, longest: float = LONGEST_READING) -> None:
        self._setup = Setup(outlets=tuple(outlets))
        self._longest = longest
        self._free: queue.SimpleQueue[Child] = queue.SimpleQueue()
        self._all: set[Child] = set()
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reader")
        self._room = asyncio.Semaphore(WAITING)
        self.cpu: Counter[str] = Counter()
        for _ in range(count):
            self._free.put(self._new())

    async def read_page(self, work: PageWork) -> PageReading:
        """Read a page. Raises ReaderError."""
        reading = await self._ask(work)
        if not isinstance(reading, PageReading):
            raise ReaderError(f"{work.url}: {reading}")
        return reading

    async def read_entry(self, work: EntryWork) -> EntryReading:
        """Read a feed, sitemap or section page. Raises ReaderError."""
        reading = await self._ask(work)
        if not isinstance(reading, EntryReading):
            raise ReaderError(f"{work.url}: {reading}")
        return reading

    def close(self) -> None:
        """End the processes."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        for child in self._all:
            child.end()
        self._all.clear()

    async def _ask(self, work: Work) -> PageReading | EntryReading:
        async with self._room:
            reading = await asyncio.get_running_loop().run_in_executor(self._threads, self._exchange, work)
        if isinstance(reading, Trouble):
            raise ReaderError(reading.why)
        for stage, seconds in reading.cpu.items():
            self.cpu[stage] += seconds  # type: ignore[assignment]  # a Counter of seconds
        return reading

    def _exchange(self, work: Work) -> PageReading | EntryReading | Trouble:
        """In a thread of ours: one piece of work to a free reader and back."""
        child = self._free.get()
        try:
            answer: PageReading | EntryReading | Trouble = child.ask(work, longest=self._longest)
        except (EOFError, OSError, UnpicklingError) as problem:
            self._all.discard(child)
            child.end()
            child = self._new()
            answer = Trouble(_why(problem, self._longest))
        finally:
            self._free.put(child)
        return answer

    def _new(self) -> Child:
        child = Child("monitor.pipelines.reader", self._setup)
        self._all.add(child)
        return child


def _why(problem: Exception, longest: float) -> str:
    if isinstance(problem, TimeoutError):
        return f"reading it took longer than {longest:g} s"
    return f"the reader ended while reading it ({type(problem).__name__})"
