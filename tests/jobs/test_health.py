"""What `monitor health` says of outlets that fail, are late, fall silent or give too little."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.index import EntryPoint, Index, open_index
from monitor.jobs.health import health
from monitor.model import Moment
from monitor.outlets import Catalogue, Outlet
from tests.index.samples import NOON, stored

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PAPER: dict[str, Any] = {
    "slug": "paper-en",
    "name": "The Paper",
    "publisher": "paper",
    "languages": ["en"],
    "country": "GB",
    "homepage": "https://paper.example/",
    "feeds": ["https://paper.example/feed"],
}


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with open_index(f"sqlite:{tmp_path / 'monitor.sqlite'}") as made:
        yield made


def told(index: Index, *, articles: int = 1, ago: timedelta = HOUR, expect: float = 0.0, **entry: Any) -> list[str]:
    """State and problem of an outlet with this many articles and this entry point."""
    made = [
        stored(f"a{number}", headline=f"Story {number}", published=Moment.of(NOON - ago)) for number in range(articles)
    ]
    index.save(made)
    given = {"polled": NOON - HOUR, "next_due": NOON, **entry}
    index.state.announce(EntryPoint(url="https://paper.example/feed", outlet="paper-en", **given), [])
    paper = Outlet.model_validate({**PAPER, **({"expect": {"articles_per_day": expect}} if expect else {})})
    (found,) = health(index, Catalogue([paper]), now=NOON)
    return [found.state, found.problem]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, ["ok", ""]),
        ({"failures": 2, "error": "HTTP 503"}, ["broken", "HTTP 503"]),
        ({"polled": NOON - DAY, "next_due": NOON - DAY}, ["late", "not polled since 2018-05-21T12:00+00:00"]),
        ({"polled": None, "next_due": NOON - DAY}, ["late", "never polled"]),
        ({"ago": 3 * DAY}, ["silent", "no article for over 2 days"]),
        ({"articles": 0}, ["silent", "no article for over 2 days"]),
        ({"expect": 20.0}, ["meagre", "1.0 articles a day, 20 are expected"]),
    ],
)
def test_each_state_says_what_is_the_matter(index: Index, given: dict[str, Any], said: list[str]) -> None:
    assert told(index, **given) == said


def test_of_some_outlets_only(index: Index) -> None:
    for outlet in ("paper-en", "post-en"):
        entry = EntryPoint(url=f"https://{outlet}.example/feed", outlet=outlet, polled=NOON, next_due=NOON)
        index.state.announce(entry, [])
    assert [each.outlet for each in health(index, Catalogue([]), now=NOON, outlets=("post-en",))] == ["post-en"]
    assert [each.outlet for each in health(index, Catalogue([]), now=NOON)] == ["paper-en", "post-en"]


def test_what_no_crawl_asks_again_is_neither_late_nor_broken(index: Index) -> None:
    """An older sitemap of a sitemap, and an address that is no longer in the outlet's file."""
    old: dict[str, Any] = {"outlet": "paper-en", "polled": NOON - 9 * DAY, "next_due": NOON - 8 * DAY}
    index.state.announce(EntryPoint(url="https://paper.example/2018-05.xml", **old), [])
    index.state.announce(EntryPoint(url="https://paper.example/gone", failures=3, error="HTTP 404", **old), [])
    assert told(index) == ["ok", ""]


def test_a_sitemap_of_a_sitemap_that_fails_now_is_broken(index: Index) -> None:
    child = EntryPoint(
        url="https://paper.example/2018-06.xml", outlet="paper-en", polled=NOON, failures=1, error="HTTP 503"
    )
    index.state.announce(child, [])
    assert told(index) == ["broken", "HTTP 503"]
