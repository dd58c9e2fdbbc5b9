"""Exact and approximate search give the same neighbours."""

import numpy as np

from monitor.events.neighbours import Neighbours
from monitor.events.signature import quantised


def test_the_graph_finds_what_exact_search_finds() -> None:
    random = np.random.default_rng(1)
    centres = random.normal(size=(150, 96))
    rows = [quantised(centres[n % 150] + 0.7 * random.normal(size=96))[0] for n in range(3000)]
    exact, graph = Neighbours(96, exact=10_000), Neighbours(96, exact=100)
    for position, row in enumerate(rows):
        exact.add(position, row)
        graph.add(position, row)
    for position in range(0, 3000, 50):
        exact.remove(position)
        graph.remove(position)
    shares = []
    for _ in range(60):
        asked = quantised(centres[random.integers(150)] + 0.7 * random.normal(size=96))[0]
        wanted = exact.nearest(asked, -1.0)[0][:20]
        shares.append(np.isin(graph.nearest(asked, -1.0)[0][:20], wanted).mean())
        assert not np.any(wanted % 50 == 0)
    assert np.mean(shares) > 0.98


def test_nothing_is_near_nothing() -> None:
    made = Neighbours(4)
    zero, one = np.zeros(4, np.int8), np.array([127, 0, 0, 0], np.int8)
    assert len(made.nearest(one, 0.0)[0]) == 0
    made.add(0, zero)
    made.add(1, one)
    assert made.nearest(zero, 0.0)[0].tolist() == []
    assert made.nearest(one, 0.0)[0].tolist() == [1]


def test_equals_come_latest_first() -> None:
    made = Neighbours(4)
    for position in range(3):
        made.add(position, np.array([127, 1, 0, 0], np.int8))
    assert made.nearest(np.array([127, 1, 0, 0], np.int8), 0.5)[0].tolist() == [2, 1, 0]
