from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from monitor.outlets import Expect, Outlet, Selectors, draft_outlet, parse_outlet, slug_for, to_yaml


def back(outlet: Outlet) -> Outlet:
    return parse_outlet(to_yaml(outlet).encode(), Path(f"{outlet.slug}.yaml"))


@pytest.mark.parametrize(
    ("host", "language", "slug"),
    [
        ("www.irna.ir", "fa", "irna-ir-fa"),
        ("news.example.co.uk", "en-GB", "news-example-co-uk-en"),
        ("127.0.0.1", None, "127-0-0-1"),
        ("Пример.рф", "ru", "outlet-ru"),
        ("[::1]", None, "1"),
        ("a" * 300 + ".example", "en", "a" * 100),
    ],
)
def test_a_slug_comes_from_the_host_and_the_language(host: str, language: str | None, slug: str) -> None:
    assert slug_for(host, language) == slug


def test_a_draft_is_made_of_what_the_front_page_says() -> None:
    outlet = draft_outlet(
        "https://www.example.org/",
        name="Latest headlines - The Example",
        language="pt_br",
        feeds=["https://www.example.org/rss", "https://www.example.org/rss"],
        news_sitemaps=["https://www.example.org/news.xml"],
    )
    assert to_yaml(outlet) == (
        "name: The Example\n"
        "publisher: example-org\n"
        "languages: [pt-BR]\n"
        "country: ZZ\n"
        "homepage: https://www.example.org/\n"
        "feeds:\n"
        "  - https://www.example.org/rss\n"
        "news_sitemaps:\n"
        "  - https://www.example.org/news.xml\n"
    )
    assert outlet.slug == "example-org-pt"
    assert back(outlet) == outlet


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("The Example", "The Example"),
        ("صفحه اصلی | خبرگزاری نمونه", "صفحه اصلی"),
        ("Example – News from all over the world", "Example"),
        ("  Two\n lines ", "Two lines"),
        ("Al-Example", "Al-Example"),
        (" | - ", "example.org"),
        ("", "example.org"),
        (None, "example.org"),
        ("\x07", "example.org"),
    ],
)
def test_the_name_is_the_shortest_part_of_the_title(name: str | None, found: str) -> None:
    assert draft_outlet("https://www.example.org/", name=name).name == found


@pytest.mark.parametrize(
    ("declared", "code"),
    [("fa", "fa"), ("FA-IR", "fa-IR"), ("zh_hans_cn", "zh-Hans-CN"), ("english", "und"), ("", "und"), (None, "und")],
)
def test_the_language_is_brought_into_its_usual_case(declared: str | None, code: str) -> None:
    assert draft_outlet("https://example.org/", language=declared).languages == (code,)


def test_without_an_entry_point_the_front_page_is_the_section_page() -> None:
    assert draft_outlet("https://example.org/").sections == ("https://example.org/",)


@pytest.mark.parametrize("homepage", ["example.org", "ftp://example.org/", "https://a:b@example.org/", ""])
def test_a_homepage_that_is_none_is_refused(homepage: str) -> None:
    with pytest.raises(ValueError, match=r"http|address"):
        draft_outlet(homepage)


def test_every_key_is_written_in_the_models_order_and_read_back() -> None:
    outlet = Outlet(
        slug="full",
        name='NO "quotes"',
        publisher="full",
        publisher_name="012",
        languages=("zh-Hans", "en"),
        country="NO",
        homepage="https://example.org/#top",
        feeds=("https://example.org/feed?a=1,2&b=[3]",),
        news_sitemaps=("https://example.org/n.xml",),
        sitemaps=("https://example.org/s.xml",),
        sections=("https://example.org/world:",),
        search="https://example.org/find/{query}?a=[1]",
        hosts=("example.net",),
        timezone="Asia/Tehran",
        interval=timedelta(hours=36),
        delay=2.5,
        concurrency=4,
        tags=("agency", "no"),
        cited_as={"fa": ("بی‌بی‌سی", "null"), "no": ("yes", "0o17", "1e3", "a: b", "# x", "- y", "'")},
        ordinary_names=("yes", {"null": ("fa",), "a: b": ("no",)}, {"0o17": ("no",)}),
        selectors=Selectors(body=("div#main > p", "article"), drop=(".ad",)),
        article_urls=(r"/\d{4}/",),
        not_article_urls=("/video/",),
        expect=Expect(articles_per_day=50, with_date=0.9),
        extraction="special",
    )
    assert back(outlet) == outlet
    keys = [line.split(":")[0] for line in to_yaml(outlet).splitlines() if line[0] not in " -"]
    assert keys == [key for key in Outlet.model_fields if key in keys]
    assert len(keys) == len(Outlet.model_fields) - 2  # the slug is the file's name; crawl is left at its default


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)


@given(name=NAMES, names=st.lists(NAMES, min_size=1, max_size=5), minutes=st.integers(1, 43200))
def test_any_names_come_back_as_they_were(name: str, names: list[str], minutes: int) -> None:
    given: dict[str, Any] = {
        "cited_as": {"en": names},
        "interval": timedelta(minutes=minutes),
        "homepage": "https://example.org/",
        "crawl": False,
    }
    try:
        outlet = Outlet(slug="a", name=name, publisher="a", languages=("en",), country="ZZ", **given)
    except ValidationError:
        return
    assert back(outlet) == outlet
