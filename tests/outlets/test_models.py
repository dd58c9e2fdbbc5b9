from __future__ import annotations

import pickle
from datetime import timedelta
from typing import Any

import pytest
from attrs import fields
from pydantic import ValidationError

from monitor.model import Article
from monitor.outlets import Outlet, Selectors
from tests.timing import least_cpu


def outlet(**changes: Any) -> Outlet:
    given = {"slug": "example", "name": "Example", "publisher": "example", "languages": ["en"], "country": "GB"}
    return Outlet.model_validate(
        {**given, "homepage": "https://www.example.org/", "feeds": ["https://example.org/feed"], **changes}
    )


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("30m", 30), ("2h", 120), ("1d", 1440), ("PT45M", 45), ("P1DT1H", 1500), ("1m", 1), ("30d", 43200)],
)
def test_an_interval_is_a_span_or_an_iso_8601_duration(text: str, minutes: int) -> None:
    assert outlet(interval=text).interval == timedelta(minutes=minutes)


@pytest.mark.parametrize("code", ["fa", "zh-Hans", "zh-Hant-TW", "pt-BR", "es-419", "ckb", "sr-Latn"])
def test_languages_are_bcp_47(code: str) -> None:
    assert outlet(languages=[code]).languages == (code,)


@pytest.mark.parametrize("code", ["", "e", "EN", "en_US", "zh-hans", "english", "en-us", "x-klingon", "en\n"])
def test_what_is_no_bcp_47_is_refused(code: str) -> None:
    with pytest.raises(ValidationError):
        outlet(languages=[code])


@pytest.mark.parametrize("name", ["", " ", "Ex\x07ample", "Ex\nample", "Ex\x85ample", "Ex\ud800ample", "x" * 201])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        outlet(name=name)
    assert outlet(name=" ایرنا ").name == "ایرنا"


def test_entry_points_are_told_by_kind_in_order() -> None:
    found = outlet(sections=["https://example.org/world"], news_sitemaps=["https://example.org/news.xml"])
    assert found.entry_points == (
        ("feeds", "https://example.org/feed"),
        ("news_sitemaps", "https://example.org/news.xml"),
        ("sections", "https://example.org/world"),
    )


def test_an_outlet_without_entry_points_says_that_it_is_not_crawled() -> None:
    assert outlet(feeds=[], crawl=False).entry_points == ()
    with pytest.raises(ValidationError, match="or crawl: false"):
        outlet(feeds=[])


def test_hosts_are_the_homepages_and_the_further_ones_in_small_letters() -> None:
    assert outlet(hosts=["WWW.Example.NET", "m.example.com"]).all_hosts == (
        "example.org",
        "example.net",
        "m.example.com",
    )


def test_hosts_and_homepages_may_be_addresses_and_in_any_script() -> None:
    assert outlet(homepage="http://127.0.0.1:8899/a/").all_hosts == ("127.0.0.1",)
    assert outlet(homepage="http://[::1]:8899/a/").all_hosts == ("::1",)
    assert outlet(homepage="https://пример.рф/").all_hosts == ("пример.рф",)


def test_article_addresses_are_told_by_patterns() -> None:
    known = outlet(article_urls=r"/news/\d+", not_article_urls=[r"/video/", r"\?print"])
    assert known.is_article_url("https://example.org/news/12") is True
    assert known.is_article_url("https://example.org/about") is False
    assert known.is_article_url("https://example.org/video/news/12") is False
    assert outlet(not_article_urls="/video/").is_article_url("https://example.org/news/12") is None
    assert outlet().is_article_url("https://example.org/news/12") is None


def test_a_pattern_that_never_ends_is_given_up() -> None:
    hostile = outlet(article_urls=r"(?:a|aa|a?)+$")
    url = "https://example.org/" + "a" * 1500 + "!"
    assert least_cpu(lambda: hostile.is_article_url(url), 2) < 2
    assert hostile.is_article_url(url) is False


def test_selectors_have_a_field_of_the_article_each() -> None:
    known = {field.name for field in fields(Article)}
    assert set(Selectors.model_fields) - {"drop"} <= known
    assert outlet(selectors={"body": "div.text", "drop": [".ad", "aside > p"]}).selectors == Selectors(
        body=("div.text",), drop=(".ad", "aside > p")
    )


def test_nothing_of_an_outlet_can_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        outlet().name = "Other"  # type: ignore[misc]


def test_outlets_travel_to_other_processes_and_into_sets() -> None:
    one = outlet(cited_as={"en": ["Example"]}, ordinary_names=["Example"])
    assert pickle.loads(pickle.dumps(one)) == one
    assert len({one, outlet(cited_as={"en": ["Example"]}, ordinary_names=["Example"])}) == 1
    other = outlet(cited_as={"en": ["Example"]}, ordinary_names=[{"Example": ["en"]}])
    assert pickle.loads(pickle.dumps(other)) == other
    assert len({one, other}) == 2


def test_the_default_of_names_is_not_shared() -> None:
    assert outlet().cited_as == {}
    assert outlet().cited_as is not outlet().cited_as
