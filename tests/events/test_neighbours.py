"""Exact and approximate search give the same neighbours."""

import numpy as np
import pytest

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


@pytest.mark.parametrize("before", [0, 30, 60, 200])
def test_many_at_once_are_found_as_one_by_one(before: int) -> None:
    """Whether the graph is made before, by the first of them, or not at all."""
    random = np.random.default_rng(5)
    rows = [quantised(random.normal(size=32))[0] for _ in range(200)]
    one, many = Neighbours(32, exact=60), Neighbours(32, exact=60)
    for position, row in enumerate(rows):
        one.add(position, row)
    for position, row in enumerate(rows[:before]):
        many.add(position, row)
    many.extend(before, rows[before:])
    for _ in range(20):
        asked = quantised(random.normal(size=32))[0]
        positions, cosines = one.nearest(asked, -1.0)
        others, alike = many.nearest(asked, -1.0)
        assert positions.tolist() == others.tolist()
        assert np.array_equal(cosines, alike)


def test_few_at_once_make_no_graph() -> None:
    made = Neighbours(4, exact=3)
    made.extend(0, [np.array([127, 1, 0, 0], np.int8)] * 3)
    assert made.nearest(np.array([127, 1, 0, 0], np.int8), 0.5)[0].tolist() == [2, 1, 0]
    made.extend(3, [])
    made.extend(3, [np.array([127, 1, 0, 0], np.int8)])
    assert made.nearest(np.array([127, 1, 0, 0], np.int8), 0.5)[0].tolist() == [3, 2, 1, 0]
