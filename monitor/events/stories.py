"""Which events follow each other: an event is a happening, a story is what the same actors do on later days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from monitor.events.decision import Decision
from monitor.events.features import DAY, Likeness, Matrix, Member

Shares = Mapping[str, Matrix]
LATER = 0.5  # days after its first article from which an event may be followed
SHARING = 0.5  # of its articles with a name or place in common, from which two events have actors in common
# What speaks against one event and not against one story: the days between, and the figures and cities of another day.
OF_A_DAY = ("days", "clashing_numbers", "clashing_cities")


def continued(
    member: Member, events: Mapping[str, Sequence[Member]], likeness: Likeness, shares: Shares, decision: Decision
) -> str:
    """The earlier event whose story a new article continues, the likeliest one; "" where there is none.

    `likeness` and the `shares` of its log-odds have a row, and a column for each member of each event in their order.
    The article would have been that event but for the days between and the day's figures, and it shares its actors. An
    article without a date continues nothing: it may be older.
    """
    best, followed, start = decision.threshold, "", 0
    odds = sum((share[0] for name, share in shares.items() if name not in OF_A_DAY), np.zeros_like(likeness.days[0]))
    bounded, shared = np.clip(odds, decision.floor, decision.ceiling), _actors(likeness)[0]
    dated = likeness.dated[0] > 0
    for event, others in events.items():
        columns = slice(start, start + len(others))
        start += len(others)
        if (
            not dated[columns].any()
            or member.time - min(one.time for one in others if one.signature.dated) < LATER * DAY
        ):
            continue
        mean = float(bounded[columns][dated[columns]].mean())
        if mean > best and shared[columns][dated[columns]].mean() >= SHARING:
            best, followed = mean, event
    return followed


def _actors(likeness: Likeness) -> NDArray[np.bool_]:
    """Where two share more of names, places and numbers than a number."""
    shared = (likeness.shared_places > 0) | ((likeness.names > 0) & (likeness.shared_numbers == 0))
    return np.asarray(shared, np.bool_)
