"""When what is known is looked at again: articles on a falling schedule, entry points by their outlet's interval."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from monitor.model import Moment

# Between the readings of an article, which look for a revision: 1 h, 6 h, 1, 3 and 7 days after the first. Desks
# correct within hours and seldom after a week.
PAUSES: Final = tuple(timedelta(hours=hours) for hours in (1, 5, 18, 48, 96))
FRESH: Final = timedelta(days=7)  # an article published longer ago is not read again
LONGEST_PAUSE: Final = timedelta(days=1)  # of an entry point that keeps failing


def next_check(published: Moment | None, *, checks: int, now: datetime) -> datetime | None:
    """When an article is read again that was read for the `checks`-th time `now`; None: never."""
    if not 1 <= checks <= len(PAUSES) or (published is not None and now - published > FRESH):
        return None
    return now + PAUSES[checks - 1]


def next_due(interval: timedelta, *, now: datetime, failures: int) -> datetime:
    """When an entry point is polled again: after its interval, twice that for each failure in a row."""
    pause: timedelta = interval * 2 ** min(failures, 20)
    return now + max(interval, min(pause, LONGEST_PAUSE))
