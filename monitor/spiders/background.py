"""Calls to the index from the event loop, in a thread of their own, one after the other."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Background:
    """A thread that does what blocks; `cpu` is its processor seconds."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self.cpu = 0.0

    async def call(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do the work there; its result or exception comes back."""

        def timed() -> T:
            start = time.thread_time()
            try:
                return work(*args, **kwargs)
            finally:
                self.cpu += time.thread_time() - start

        return await asyncio.get_running_loop().run_in_executor(self._thread, timed)

    def close(self) -> None:
        """Wait for what is under way."""
        self._thread.shutdown()
