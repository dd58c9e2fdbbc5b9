from datetime import timedelta
from itertools import pairwise

import pytest
from lxml import etree

from monitor.comparison.results import Cell, Citation
from monitor.web import pictures
from monitor.web.sheets import Sheet, to_csv
from tests.web.stories import START

CELL = Cell(article="a", outlet="o", publisher="p", language="en", sentence="s")


def citation(citing: str, cited: str, cells: int = 1, *, within: bool = True) -> Citation:
    return Citation(citing=citing, cited=cited, cells=(CELL,) * cells, within=within)


@pytest.mark.parametrize(
    ("lag", "longest", "share"), [(0, 100, 0), (100, 100, 1), (None, 100, 0), (5, 0, 0), (900, 90, 1)]
)
def test_a_lag_has_its_place(lag: float | None, longest: float, share: float) -> None:
    assert pictures.place(lag, longest) == pytest.approx(share)


def test_a_logarithmic_scale_keeps_order() -> None:
    places = [pictures.place(seconds, 900_000) for seconds in (60, 600, 3_600, 86_400, 900_000)]
    assert places == sorted(places)
    assert places[0] > 0


@pytest.mark.parametrize("longest", [0, 30, 700, 5_000, 100_000, 5_000_000])
def test_ticks_stand_apart(longest: float) -> None:
    shares = [share for share, _ in pictures.ticks(longest)]
    assert all(b - a >= 0.14 for a, b in pairwise(shares))
    assert all(seconds <= longest for _, seconds in pictures.ticks(longest))


def test_names_in_the_graph_are_text() -> None:
    made = pictures.graph([citation("<script>&", 'a"b<', 3), citation("c", "<script>&", within=False)], "A & B <")
    root = etree.fromstring(str(made))
    assert [each.text for each in root.iter("text")] == ["<script>&", "c", 'a"b<', "<script>&"]
    assert root.findtext("title") == "A & B <"
    assert [each.get("class") for each in root.iter("path")] == ["within", "outside"]


def test_the_graph_turns_around_for_readers_from_right_to_left() -> None:
    arrows = [citation("citing", "cited")]
    ltr, rtl = (etree.fromstring(str(pictures.graph(arrows, "g", rtl=rtl))) for rtl in (False, True))
    places = [[float(str(each.get("x"))) for each in root.iter("text")] for root in (ltr, rtl)]
    assert places[0] == places[1][::-1]


def test_no_picture_of_nothing() -> None:
    assert pictures.graph([], "g") == pictures.spread([]) == pictures.dot(None, 10) == ""


@pytest.mark.parametrize("rtl", [True, False])
def test_pictures_hold_no_style_attribute(rtl: bool) -> None:
    times = [START + timedelta(minutes=n) for n in (0, 5, 90)]
    made = [
        pictures.bar(0.3, rtl=rtl),
        pictures.dot(50, 100, rtl=rtl),
        pictures.axis(90_000, str, rtl=rtl),
        pictures.spread(times, rtl=rtl),
    ]
    for each in made:
        root = etree.fromstring(str(each))
        assert root.get("aria-hidden") == "true"
        assert not root.xpath("//@style")


@pytest.mark.parametrize("start", [*"=+-@", "\t", "\r"])
def test_no_cell_of_csv_is_a_formula(start: str) -> None:
    text = to_csv(Sheet(name="t", columns=("a",), rows=[(f"{start}1+1",)])).decode("utf-8-sig")
    assert f"'{start}" in text


def test_csv_keeps_numbers_lists_and_nothing() -> None:
    sheet = Sheet(name="t", columns=("a", "b", "c", "d"), rows=[(-1.5, ("x", "y"), None, "\ud800 فارسی")])
    assert to_csv(sheet).decode("utf-8-sig").splitlines()[1] == "-1.5,x y,,? فارسی"
