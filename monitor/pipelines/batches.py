"""Drafts one by one in, batches out to the thread that writes; whoever brings more than fits waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from monitor.index import IndexLocked, IndexOverloaded, IndexUnavailable
from monitor.pipelines.settling import Draft, Settled

SIZE: Final = 32  # drafts in a batch: embedding and index writes are far cheaper together
WAIT: Final = 0.3  # seconds that a batch may wait to fill
PAUSES: Final = (1.0, 2.0, 4.0, 8.0, 16.0)  # seconds before each further try, where the index is busy or away

Store = Callable[[Sequence[Draft]], list[Settled]]
Waiting = tuple[Draft, "asyncio.Future[Settled]"]


class Batches:
    """A bounded queue before a thread; made in the event loop's thread."""

    def __init__(
        self, store: Callable[[Sequence[Draft]], list[Settled]], *, size: int = SIZE, wait: float = WAIT
    ) -> None:
        self._store = store
        self._size = size
        self._wait = wait
        self._queue: asyncio.Queue[Waiting] = asyncio.Queue(maxsize=size)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._task: asyncio.Task[None] | None = None

    async def store(self, draft: Draft) -> Settled:
        """Wait until the draft is stored. Raises IndexProblem or EmbedderError."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._work())
        told: asyncio.Future[Settled] = asyncio.get_running_loop().create_future()
        await self._queue.put((draft, told))
        return await told

    async def close(self) -> None:
        """End the thread; what is under way is finished first, what still waits is given up."""
        if self._task is not None:
            self._task.cancel()
        await asyncio.get_running_loop().run_in_executor(None, self._thread.shutdown)

    async def _work(self) -> None:
        while True:
            batch = [await self._queue.get()]
            if self._queue.qsize() + 1 < self._size:
                await asyncio.sleep(self._wait)
            while len(batch) < self._size and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            await self._answer(batch)

    async def _answer(self, batch: list[Waiting]) -> None:
        try:
            settled = await self._stored([draft for draft, _ in batch])
        except Exception as problem:  # noqa: BLE001  (each waiting caller is told, and raises it)
            for _, told in batch:
                if not told.done():
                    told.set_exception(problem)
            return
        for (_, told), each in zip(batch, settled, strict=True):
            if not told.done():
                told.set_result(each)

    async def _stored(self, drafts: list[Draft]) -> list[Settled]:
        loop = asyncio.get_running_loop()
        for pause in PAUSES:
            try:
                return await loop.run_in_executor(self._thread, self._store, drafts)
            except (IndexLocked, IndexOverloaded, IndexUnavailable):
                await asyncio.sleep(pause)
        return await loop.run_in_executor(self._thread, self._store, drafts)
