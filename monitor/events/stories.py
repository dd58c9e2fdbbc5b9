"""Which events follow each other: an event is a happening, a story is what the same actors do on later days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from monitor.events.decision import Decision
from monitor.events.features import DAY, Likeness, Member, compared

LATER = 0.5  # days after its first article from which an event may be followed
SHARING = 0.5  # of its articles with a name or place in common, from which two events have actors in common
# What speaks against one event and not against one story: the days between, and the figures of another day.
OF_A_DAY = ("days", "clashing_numbers")


def continued(member: Member, events: Mapping[str, Sequence[Member]], decision: Decision) -> str:
    """The earlier event whose story a new article continues, the likeliest one; "" where there is none.

    It would have been that event but for the days between and the day's figures, and it shares its actors. An article
    without a date continues nothing: it may be older.
    """
    best, followed = decision.threshold, ""
    for event, others in events.items():
        earlier = [other for other in others if other.signature.dated]
        if not member.signature.dated or not earlier or member.time - min(m.time for m in earlier) < LATER * DAY:
            continue
        likeness = compared([member], earlier)
        shares = decision.shares(likeness)
        odds = sum((share for name, share in shares.items() if name not in OF_A_DAY), np.zeros_like(likeness.days))
        mean = float(np.clip(odds, decision.floor, decision.ceiling).mean())
        if mean > best and float(_actors(likeness).mean()) >= SHARING:
            best, followed = mean, event
    return followed


def _actors(likeness: Likeness) -> NDArray[np.bool_]:
    """Where two share more of names, places and numbers than a number."""
    shared = (likeness.shared_places > 0) | ((likeness.names > 0) & (likeness.shared_numbers == 0))
    return np.asarray(shared, np.bool_)
