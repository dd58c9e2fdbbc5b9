"""What is to be fetched next: a queue an outlet, taken by turns, few of each under way."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping

from attrs import frozen

from monitor.index import Seen
from monitor.model import Candidate


@frozen
class EntryTask:
    """A feed, sitemap or section page to be polled."""

    outlet: str
    url: str
    kind: str  # feeds, news_sitemaps, sitemaps, sections: the catalogue's keys
    depth: int = 0  # below an index of sitemaps


@frozen
class PageTask:
    """An article to be fetched; `seen` is what is known of its address."""

    candidate: Candidate
    seen: Seen | None = None

    @property
    def outlet(self) -> str:
        """The slug of the outlet that announced it."""
        return self.candidate.outlet


Task = EntryTask | PageTask


class Frontier:
    """Tasks by outlet; `places` is how many of an outlet may be under way at once, `together` of all."""

    def __init__(self, places: Mapping[str, int], *, together: int) -> None:
        self._places = places
        self._together = together
        self._queues: dict[str, deque[Task]] = {}
        self._under_way: dict[str, int] = {}
        self._ready: deque[str] = deque()  # outlets with a task and a free place, each once
        self._is_ready: set[str] = set()
        self._changed = asyncio.Event()
        self._waiting = 0
        self.out = 0  # tasks under way

    def __len__(self) -> int:
        return self._waiting

    def push(self, task: Task) -> None:
        """Add a task; entry points go before articles."""
        queue = self._queues.setdefault(task.outlet, deque())
        if isinstance(task, EntryTask):
            queue.appendleft(task)
        else:
            queue.append(task)
        self._waiting += 1
        self._offer(task.outlet)

    def take(self) -> Task | None:
        """The next task of the outlet whose turn it is, or None where none may start now."""
        if not self._ready or self.out >= self._together:
            return None
        outlet = self._ready.popleft()
        self._is_ready.discard(outlet)
        task = self._queues[outlet].popleft()
        self._under_way[outlet] = self._under_way.get(outlet, 0) + 1
        self._waiting -= 1
        self.out += 1
        self._offer(outlet)
        return task

    def done(self, task: Task) -> None:
        """A task is no longer under way, however it ended."""
        self._under_way[task.outlet] -= 1
        self.out -= 1
        self._offer(task.outlet)
        self._changed.set()

    def is_finished(self) -> bool:
        """True where nothing waits and nothing is under way."""
        return not self.out and not len(self)

    async def changed(self) -> None:
        """Wait until a task was added or is done."""
        await self._changed.wait()
        self._changed.clear()

    def _offer(self, outlet: str) -> None:
        free = self._under_way.get(outlet, 0) < self._places.get(outlet, 1)
        if free and self._queues.get(outlet) and outlet not in self._is_ready:
            self._ready.append(outlet)
            self._is_ready.add(outlet)
            self._changed.set()
