"""Publishers that usually report such events and did not report this one.

"Such events" are those of the index whose articles are nearest to this event's by their mean vectors; "usually" is
the share of them that the publisher reported, with its Wilson interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

import numpy as np

from monitor.comparison.results import BlindSpot
from monitor.embedding import Vectors
from monitor.index import Stored, Window
from monitor.outlets import Catalogue

SIMILAR = 40  # events that are looked at
LEAST_EVENTS = 5  # fewer say nothing about a habit
WIDE = 2  # publishers of an event from which on it is news that others may be expected to carry
USUALLY = 0.4  # lower end of the interval from which on a publisher usually reports such events
_Z = 1.96


def blind_spots(event: str, articles: Sequence[Stored], window: Window, catalogue: Catalogue) -> tuple[BlindSpot, ...]:
    """Those with the highest rate first; none where fewer than LEAST_EVENTS events can be compared.

    articles: the event's own, which the window need not hold.
    """
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(window.events):
        if name and name != event:
            rows.setdefault(name, []).append(row)
    covered = {name: _publishers(window, found, catalogue) for name, found in rows.items()}
    means = {name: window.vectors[found].mean(axis=0) for name, found in rows.items() if len(covered[name]) >= WIDE}
    own = [stored.vector for stored in articles if stored.vector is not None]
    similar = _nearest(np.mean(own, axis=0), means) if own else []
    if len(similar) < LEAST_EVENTS:
        return ()
    told = _named((stored.article.outlet for stored in articles), catalogue)
    active = set().union(*(covered[name] for name in similar)) - told
    spots = [_spot(publisher, [publisher in covered[name] for name in similar]) for publisher in active]
    return tuple(sorted((s for s in spots if s.low >= USUALLY), key=lambda s: (-s.rate, -s.reported, s.publisher)))


def _publishers(window: Window, rows: list[int], catalogue: Catalogue) -> set[str]:
    return _named((window.outlets[row] for row in rows), catalogue)


def _named(slugs: Iterable[str], catalogue: Catalogue) -> set[str]:
    """The publishers of outlets, as far as the catalogue has them."""
    outlets = (catalogue.outlets.get(slug) for slug in slugs)
    return {catalogue.publishers[outlet.publisher].name for outlet in outlets if outlet}


def _nearest(own: Vectors, means: Mapping[str, Vectors]) -> list[str]:
    names = list(means)
    if not names:
        return []
    stacked = np.stack([means[name] for name in names])
    common = stacked.mean(axis=0)
    stacked, own = stacked - common, own - common
    lengths = np.linalg.norm(stacked, axis=1) * np.linalg.norm(own)
    similar = (stacked @ own) / np.where(lengths > 0, lengths, 1.0)
    return [names[n] for n in np.argsort(-similar, kind="stable")[:SIMILAR]]


def _spot(publisher: str, reported: list[bool]) -> BlindSpot:
    count, of = sum(reported), len(reported)
    return BlindSpot(
        publisher=publisher, reported=count, of=of, rate=round(count / of, 4), low=round(wilson(count, of), 4)
    )


def wilson(count: int, of: int) -> float:
    """Lower end of the 95% interval of a share (Wilson 1927); 0 where there is nothing to share."""
    if of == 0:
        return 0.0
    share = count / of
    middle = share + _Z**2 / (2 * of)
    spread = _Z * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2))
    return max(0.0, (middle - spread) / (1 + _Z**2 / of))
