"""Formulas and cuts of the comparison, against values worked out by hand."""

from math import log

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from monitor.comparison.blindspots import blind_spots, wilson
from monitor.comparison.changes import word_diff
from monitor.comparison.clustering import average_link, neighbours
from monitor.comparison.contested import contested
from monitor.comparison.material import Material, material
from monitor.comparison.terms import PRIOR, log_odds, terms
from monitor.index import Stored, Window
from monitor.model import Article
from tests.comparison.sample import catalogue, stored

WHEN = "2024-03-04T07:00:00+00:00"


def test_log_odds_of_monroe_colaresi_quinn() -> None:
    delta, deviation = log_odds(10, 100, 5, 200, prior=2.0)
    assert delta == pytest.approx(log(12 / (100 + PRIOR - 12)) - log(7 / (200 + PRIOR - 7)))
    assert deviation == pytest.approx((1 / 12 + 1 / 7) ** 0.5)


def test_a_word_as_frequent_in_both_sets_nobody_apart() -> None:
    delta, _ = log_odds(20, 100, 20, 100, prior=3.0)
    assert delta == pytest.approx(0.0)


def test_terms_of_an_outlet() -> None:
    own = stored("harbour-en", "en", WHEN, "Towers", "The regime shelled the towers. " * 30)
    other = stored("copy-en", "en", WHEN, "Towers", "The government shelled the towers. " * 30)
    found = terms(Material(pieces=tuple(material([own, other], catalogue()))), catalogue())
    words = {(group.by, group.group): [term.word for term in group.terms] for group in found}
    assert words["publisher", "Harbour Courier"] == ["regime"]
    assert words["publisher", "Copy Post"] == ["government"]
    [term] = next(group.terms for group in found if group.group == "Harbour Courier")
    assert term.count == 30
    assert term.rest == 0
    assert 0 < term.low < term.log_odds < term.high
    assert term.cells[0].sentence == "The regime shelled the towers."


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "Fighters of IS, also called Daesh, is what it is.", {"islamic-state", "daesh", "fighters"}),
        ("ru", "Боевики «Исламского государства» отступили.", {"islamic-state", "militants"}),
        ("ar", "هاجم تنظيم داعش موقعا للنظام السوري.", {"daesh", "regime"}),
        ("fa", "گروهک تکفیری داعش عقب نشست.", {"daesh", "takfiri"}),
        ("en", "Nothing of the kind is said here.", set()),
    ],
)
def test_contested_terms(language: str, text: str, sides: set[str]) -> None:
    pieces = material([stored("harbour-en", language, WHEN, "", text)], catalogue())
    found = {use.side for use in contested(pieces)} - {"fighters", "by-name"}
    assert found == sides - {"fighters"}


@given(st.text(alphabet="ab \n漢", max_size=60), st.text(alphabet="ab \n漢", max_size=60))
def test_a_diff_gives_both_texts_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == after
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == before


def test_neighbours_are_of_other_groups_and_each_pair_comes_once() -> None:
    vectors = np.eye(4, dtype=np.float32)[[0, 0, 0, 1]]
    assert neighbours(vectors, [0, 0, 1, 2], most=3, floor=0.5) == [(1.0, 0, 2), (1.0, 1, 2)]


def test_average_link_joins_only_what_is_near_on_the_whole() -> None:
    angles = np.array([0.0, 0.3, 0.6, 2.0])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    pairs = [(0.955, 0, 1), (0.955, 1, 2), (0.17, 2, 3)]
    assert average_link(vectors, pairs, least=0.85) == [[0, 1, 2]]
    assert average_link(vectors, pairs, least=0.9) == [[0, 1]]
    assert average_link(vectors, pairs, least=0.99) == []


def test_wilson() -> None:
    assert wilson(0, 0) == 0.0
    assert wilson(10, 10) == pytest.approx(0.7225, abs=1e-3)
    assert wilson(5, 10) == pytest.approx(0.2366, abs=1e-3)


def test_blind_spots() -> None:
    """Eight like events that `silent` and `harbour` both had; this one only `harbour` and `copy`."""
    rng = np.random.default_rng(7)
    outlets = ["harbour-en", "silent-en"] * 8 + ["harbour-en", "copy-en"]
    events = [f"e{n // 2}" for n in range(16)] + ["this", "this"]
    vectors = rng.normal(size=(18, 8)).astype(np.float32)
    window = Window(
        ids=[str(n) for n in range(18)],
        times=np.arange(18, dtype=np.float64),
        vectors=vectors,
        signatures=[b""] * 18,
        events=events,
        languages=["en"] * 18,
        outlets=outlets,
    )
    own = [Stored(article=Article(url="", outlet=slug), vector=vector)
           for slug, vector in zip(outlets[16:], vectors[16:], strict=True)]  # fmt: skip
    [spot] = blind_spots("this", own, window, catalogue())
    assert (spot.publisher, spot.reported, spot.of, spot.rate) == ("Silent Times", 8, 8, 1.0)
    assert blind_spots("this", [], window, catalogue()) == (), "without vectors nothing is like it"
    elsewhere = evolve(window, events=[*events[:16], "", ""])
    assert blind_spots("this", own, elsewhere, catalogue()) == (spot,), "the window need not hold the event"
