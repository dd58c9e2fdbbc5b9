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
from monitor.index import Index, Stored, Window

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
    status = index.status()
    if status.first is None or status.last is None:
        return Earlier([], [])
    days = KEPT_DAYS
    since = status.last.timestamp() - days * DAY
    while True:
        window = index.window(_moment(since))
        placed = np.array([bool(event) for event in window.events], bool)
        enough = int(placed.sum()) >= KEPT_ARTICLES
        # What is new is younger than what is placed, whose window therefore begins a little earlier.
        begins = float(window.times[placed].max()) - KEPT_DAYS * DAY if enough else -np.inf
        if since < status.first.timestamp() or since <= begins:
            return _earlier(window, dimensions)
        days *= 4
        since = begins if enough else status.last.timestamp() - days * DAY


def around(index: Index, dimensions: int, week: Sequence[Stored]) -> Earlier:
    """The placed articles that these ones can be compared with."""
    times = [arrived(stored.article)[0] for stored in week]
    until = max(times) + REACH_DAYS * DAY
    return _earlier(index.window(_moment(min(times) - REACH_DAYS * DAY), _moment(until)), dimensions)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(max(seconds, FIRST_YEAR), UTC)


def _earlier(window: Window, dimensions: int) -> Earlier:
    """The placed articles of a span."""
    vectors = window.vectors.astype(np.float16)
    found = Earlier([], [])
    for place, event in enumerate(window.events):
        if not event:
            continue
        identity, time = window.ids[place], float(window.times[place])
        signature = _signature(window.signatures[place], dimensions)
        if signature is None:
            found.unsigned.append(identity)
        else:
            member = Member(signature, time, window.languages[place])
            found.entries.append(Entry(identity, member, vectors[place], event))
    return found


def _signature(data: bytes, dimensions: int) -> Signature | None:
    """None where it is gone, or of another version or embedder."""
    try:
        signature = Signature.from_bytes(data)
    except ValueError:
        return None
    return signature if len(signature.vector) == dimensions else None
