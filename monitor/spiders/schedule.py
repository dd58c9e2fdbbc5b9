"""When what is known is looked at again: articles on a falling schedule, entry points by their outlet's interval."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from monitor.model import Moment

# Ages of an article at which it is read again, for a revision. Desks correct within hours and seldom after a week.
AGES: Final = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=3), timedelta(days=7))
APART: Final = timedelta(minutes=10)  # two readings of one article are never closer
LONGEST_PAUSE: Final = timedelta(days=1)  # of an entry point that keeps failing


def next_check(published: Moment | None, *, first: datetime, now: datetime) -> datetime | None:
    """When an article read `now` is read again; None: never.

    Its age counts from its publication, or from `first`, when it was first read, where that is unknown or later.
    """
    born: datetime = min(published, first) if published is not None else first
    return next((born + age for age in AGES if born + age >= now + APART), None)


def next_due(interval: timedelta, *, now: datetime, failures: int) -> datetime:
    """When an entry point is polled again: after its interval, twice that for each failure in a row."""
    pause: timedelta = interval * 2 ** min(failures, 20)
    return now + max(interval, min(pause, LONGEST_PAUSE))
