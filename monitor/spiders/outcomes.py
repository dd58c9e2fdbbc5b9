"""Why a request came to nothing, in our words."""

from __future__ import annotations

from typing import Final

from scrapy.exceptions import IgnoreRequest

from monitor.middlewares.guard import RequestRefused
from monitor.middlewares.robots import ForbiddenByRobots
from monitor.model import FateName

_TOLD: Final = {
    "DownloadTimeoutError": "no whole answer in time",
    "DownloadCancelledError": "larger than we take",
    "ResponseDataLossError": "the answer was cut off",
    "DownloadConnectionRefusedError": "no connection",
    "CannotResolveHostError": "the host cannot be resolved",
    "TimeoutError": "no whole answer in time",
}


def outcome(problem: BaseException) -> tuple[FateName, str]:
    """The fate of a candidate whose request ended in this exception, and the reason."""
    if isinstance(problem, ForbiddenByRobots):
        return FateName.ROBOTS, "robots.txt forbids it"
    if isinstance(problem, RequestRefused):
        return FateName.REFUSED, str(problem)
    if isinstance(problem, IgnoreRequest):
        return FateName.FAILED, str(problem)[:200]
    told = _TOLD.get(type(problem).__name__)
    return FateName.FAILED, told or f"{type(problem).__name__}: {str(problem)[:150]}"
