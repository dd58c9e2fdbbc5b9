"""What a piece of work costs the processor, for tests that hold it to a bound."""

from __future__ import annotations

import time
from collections.abc import Callable

RUNS = 3


def least_cpu(work: Callable[[], object], bound: float) -> float:
    """The least CPU time in seconds of up to RUNS runs; a run within the bound ends the measuring.

    What runs beside it on the other thread of a core, or in the core's caches, is counted to it too: one run of the
    same page took .5 s here and 2.2 s in CI. The least of several runs is what the work itself needs
    (https://docs.python.org/3/library/timeit.html#timeit.Timer.repeat); work that needs more is over in each of them.
    """
    least = float("inf")
    for _ in range(RUNS):
        began = time.process_time()
        work()
        least = min(least, time.process_time() - began)
        if least < bound:
            break
    return least
