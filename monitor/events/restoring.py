"""What was placed in earlier runs, read from the index: the window, or the weeks around an article that came late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
from attrs import frozen

from monitor.events.features import DAY, Member
from monitor.events.signature import Signature
from monitor.events.summaries import arrived
from monitor.events.window import KEPT_ARTICLES, KEPT_DAYS, REACH_DAYS, Entry
from monitor.index import Index, Stored

FIRST_YEAR = -6e10  # seconds since 1970: the earliest moment that a datetime holds


@frozen(eq=False)
class Earlier:
    """Articles that have an event."""

    entries: list[Entry]
    unsigned: list[str]  # ids of those whose signature is gone: a new embedder, a new text, an older version

    def __len__(self) -> int:
        return len(self.entries) + len(self.unsigned)


def recent(index: Index, dimensions: int) -> Earlier:
    """The placed articles of the window, or some more: it is at least so many days and so many articles."""
    status, days = index.status(), KEPT_DAYS
    if status.first is None or status.last is None:
        return Earlier([], [])
    while True:
        since = status.last.timestamp() - days * DAY
        found, newest = _placed(index, dimensions, since, None)
        whole = len(found) >= KEPT_ARTICLES and newest - KEPT_DAYS * DAY >= since
        if whole or since < status.first.timestamp():
            return found
        days *= 4


def around(index: Index, dimensions: int, week: Sequence[Stored]) -> Earlier:
    """The placed articles that these ones can be compared with."""
    times = [arrived(stored.article)[0] for stored in week]
    return _placed(index, dimensions, min(times) - REACH_DAYS * DAY, max(times) + REACH_DAYS * DAY)[0]


def _placed(index: Index, dimensions: int, since: float, until: float | None) -> tuple[Earlier, float]:
    """The placed articles of a span, and the time of the newest."""
    first = datetime.fromtimestamp(max(since, FIRST_YEAR), UTC)
    window = index.window(first, datetime.fromtimestamp(until, UTC) if until is not None else None)
    vectors = window.vectors.astype(np.float16)
    found, newest = Earlier([], []), -np.inf
    for place, event in enumerate(window.events):
        if not event:
            continue
        identity, time = window.ids[place], float(window.times[place])
        newest = max(newest, time)
        signature = _signature(window.signatures[place], dimensions)
        if signature is None:
            found.unsigned.append(identity)
        else:
            member = Member(signature, time, window.languages[place])
            found.entries.append(Entry(identity, member, vectors[place], event))
    return found, newest


def _signature(data: bytes, dimensions: int) -> Signature | None:
    """None where it is gone, or of another version or embedder."""
    try:
        signature = Signature.from_bytes(data)
    except ValueError:
        return None
    return signature if len(signature.vector) == dimensions else None
