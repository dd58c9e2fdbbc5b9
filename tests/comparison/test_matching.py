"""What speaks for a passage and an event being one, and how that becomes a probability."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.analysis.passages import Passage
from monitor.comparison.matching import (
    FEATURES,
    LIKELY,
    WEIGHTS,
    Brought,
    candidates,
    likelihood,
    match,
    named,
    shared,
)
from monitor.comparison.told import MOST_EVENTS, NEAREST, Told, mean
from monitor.comparison.windows import LEAST, around, habits
from monitor.index import Index, Placement, open_index
from monitor.model import Event, Moment
from tests.index.samples import DIMENSIONS, EMBEDDER, NOON, stored, vector

DAY = timedelta(days=1)


def test_each_feature_has_a_weight_and_each_moves_the_probability_its_own_way() -> None:
    assert len(WEIGHTS) == len(FEATURES) + 1
    nothing = dict.fromkeys(FEATURES, 0.0)
    for name, weight in zip(FEATURES, WEIGHTS, strict=False):
        more = likelihood(tuple({**nothing, name: 1.0}.values()))
        assert (more > likelihood(tuple(nothing.values()))) == (weight > 0), name
    assert WEIGHTS[FEATURES.index("days apart")] < 0 < WEIGHTS[FEATURES.index("names")]


@pytest.mark.parametrize("value", [-1e9, 1e9])
def test_a_probability_stays_between_0_and_1(value: float) -> None:
    assert 0 <= likelihood((value,) * len(FEATURES)) <= 1


def test_a_name_that_few_events_have_weighs_more() -> None:
    own = named("Ali Shamkhani spoke in Tehran with Bashar Assad.", "en")
    rare, common = named("Shamkhani", "en"), named("He spoke in Tehran.", "en")
    told = [rare | common, common, common]
    assert shared(own, rare, told) > shared(own, common, told) > 0
    assert shared(own, frozenset(), told) == shared(frozenset(), rare, told) == 0
    assert shared(rare, named("Шамхани", "ru"), [rare]) == 1  # in another script


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """Ten events in directions of their own, of two articles each, a day apart."""
    with open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as made:
        for number in range(10):
            when = Moment.of(NOON + number * DAY)
            for side in "ab":
                place, toward = number % DIMENSIONS, None if number < DIMENSIONS else 0
                one = stored(
                    f"{number}{side}", direction=place, published=when, fetched=when, headline=f"Headline {number}"
                )
                row = vector(place, toward=toward, share=0.3 if toward == 0 else 0.0)
                made.save([one.__class__(article=one.article, vector=row, embedder=EMBEDDER)])
            made.place([Placement(article=f"{number}{side}", event=f"e{number}") for side in "ab"])
            made.save_events([Event(id=f"e{number}", headline=f"Headline {number}", first=when, last=when, articles=2)])
        yield made


def brought(index: Index, *directions: int, days: tuple[str, ...] = ()) -> Brought:
    parts = tuple(Passage(heading="", text="Some words.", start=n, days=days) for n, _ in enumerate(directions))
    rows = np.stack([vector(each) for each in directions]).astype(np.float32)
    return Brought(parts, rows, index.window(), "en", Moment.of(NOON))


def test_the_most_alike_event_comes_first_and_no_passage_has_more_than_so_many(index: Index) -> None:
    found = candidates(brought(index, 3, 5), index)
    for number, event in ((0, "e3"), (1, "e5")):
        held = [each for each in found if each.passage == number]
        assert len(held) == MOST_EVENTS
        best = max(held, key=lambda each: each.probability)
        assert best.event.id == event
        assert best.values[FEATURES.index("ahead")] > 0 > min(each.values[FEATURES.index("ahead")] for each in held)


def test_a_day_that_the_passage_names_speaks_for_its_event(index: Index) -> None:
    (without,) = [each for each in candidates(brought(index, 3), index) if each.event.id == "e3"]
    day = (NOON + 3 * DAY).date().isoformat()
    (named_,) = [each for each in candidates(brought(index, 3, days=(day,)), index) if each.event.id == "e3"]
    assert named_.values[FEATURES.index("same day")] == 1
    assert named_.values[FEATURES.index("days apart")] < without.values[FEATURES.index("days apart")]
    assert named_.probability > without.probability


def test_what_is_less_than_likely_is_left_out_and_an_empty_window_gives_nothing(index: Index) -> None:
    assert all(each.probability >= LIKELY for each in match(brought(index, 3), index))
    empty = Brought((Passage(heading="", text="x", start=0),), np.stack([vector(1)]), index.window(NOON - 9 * DAY, NOON - 8 * DAY), "en")  # fmt: skip # noqa: E501
    assert match(empty, index) == ()


@given(
    rows=st.lists(st.tuples(st.integers(0, 30), st.floats(-1, 1, width=16)), min_size=1, max_size=200),
)
def test_the_events_most_like_a_passage_are_those_of_a_walk_over_all(rows: list[tuple[int, float]]) -> None:
    ids, events = [str(n) for n in range(len(rows))], [f"e{event}" for event, _ in rows]
    every: dict[str, list[tuple[float, str]]] = {}
    for (_, value), event, name in zip(rows, events, ids, strict=True):
        every.setdefault(event, []).append((value, name))
    means = sorted((mean(sorted(each, reverse=True)[:NEAREST]) for each in every.values()), reverse=True)
    found = Told.of(ids, events).nearest(np.array([value for _, value in rows], np.float32))
    assert [mean(each) for each in found.values()] == pytest.approx(means[:MOST_EVENTS])
    assert all(each == sorted(every[event], reverse=True)[:NEAREST] for event, each in found.items())


def test_each_event_counts_once_in_what_all_have_in_common() -> None:
    vectors = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], np.float32)
    told = Told.of(["1", "2", "3", "4"], ["large", "large", "large", "small"])
    assert told.common(vectors, np.array([[0, 4]], np.float32)).tolist() == pytest.approx([1 / 3, 5 / 3])


def test_a_busy_index_is_looked_at_nearest_to_the_article(index: Index) -> None:
    at, month = NOON + 4 * DAY, 30 * DAY
    assert len(around(index, at, begin=at - month, end=at + month, most=100).ids) == 20
    near = around(index, at, begin=at - month, end=at + month, most=6)
    assert 0 < len(near.ids) <= 6
    assert np.ptp(near.times) <= 3 * DAY.total_seconds()
    assert abs(near.times - at.timestamp()).min() < LEAST.total_seconds()
    assert len(around(index, at, begin=at - month, end=at + month, most=0).ids) < 20, "an hour, at least"


def test_habits_are_those_of_a_month_before(index: Index) -> None:
    late = NOON + 33 * DAY
    assert len(habits(index, late, begin=late, end=late + DAY).ids) == 2 * 7
