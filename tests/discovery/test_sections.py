"""Section pages to candidates: articles, not navigation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.discovery import parse_section
from monitor.outlets import Outlet

URL = "https://www.example.org/world/"


def outlet(**more: object) -> Outlet:
    given = {"slug": "example", "name": "Example", "publisher": "example", "languages": ("en",), "country": "ZZ",
             "homepage": "https://www.example.org/", "sections": (URL,), **more}  # fmt: skip
    return Outlet(**given)  # type: ignore[arg-type]


def section(links: str, **more: object) -> list[str]:
    body = f"<!doctype html><html><body>{links}</body></html>".encode()
    return [
        candidate.url.removeprefix("https://www.example.org")
        for candidate in parse_section(body, URL, outlet=outlet(**more))
    ]


@pytest.mark.parametrize(
    ("link", "is_article"),
    [
        ("<a href='/2018/05/22/talks'>Talks</a>", False),
        ("<a href='/2018/05/22/talks'>Talks resume in Vienna today</a>", True),
        ("<a href='/world/talks-resume-in-vienna-after-a-pause'>Talks resume in Vienna</a>", True),
        ("<a href='/news/82922337'>Talks resume in Vienna</a>", True),
        ("<h3><a href='/world/story/82922337'>Vienna</a></h3>", True),
        ("<a href='/news/82922337/'>外相、ウィーンで協議再開へ</a>", True),
        ("<a href='https://news.example.org/82922337'>Talks resume in Vienna</a>", True),
        ("<a href='https://elsewhere.example/82922337'>Talks resume in Vienna</a>", False),
        ("<li><a href='/a/0123'>Vienna</a>", True),
        ("<li><a href='/2018/'>2018</a>", False),
        ("<li><a href='/world/page/1234'>Next</a>", False),
        ("<a href='/about'>About us and our people</a>", False),
        ("<a href='/tag/82922337'>Everything on the Vienna talks</a>", False),
        ("<a href='/photo-of-the-day-2018-05-22.jpg'>The photo of the day</a>", False),
        ("<a href='/'>The front page of the Example</a>", False),
        ("<a href='/world/'>World news from our correspondents</a>", False),
        ("<nav><a href='/news/82922337'>Talks resume in Vienna</a></nav>", False),
        ("<footer><a href='/news/82922337'>Talks resume in Vienna</a></footer>", False),
        ("<a href='javascript:void(0)'>Talks resume in Vienna</a>", False),
        ("<a>Talks resume in Vienna</a>", False),
    ],
)
def test_a_link_is_taken_for_what_its_address_and_text_say(link: str, is_article: bool) -> None:
    assert bool(section(link)) is is_article


def test_links_of_the_same_form_as_a_likely_one_are_taken_with_it() -> None:
    links = "<li><a href='/s/a/0123'>Talks resume in Vienna today</a></li><li><a href='/s/a/0124'>article</a></li>"
    assert section(links + "<a href='/s/about-this'>More</a>") == ["/s/a/0123", "/s/a/0124"]


def test_the_outlets_patterns_decide() -> None:
    links = "<a href='/x/one'>One</a><a href='/news/82922337'>Talks resume in Vienna</a><a href='/x/two'>Two</a>"
    assert section(links, article_urls=("/x/",), not_article_urls=("two$",)) == ["/x/one"]
    assert section(links, not_article_urls=("/news/",)) == []


def test_of_two_links_to_one_page_the_longer_text_is_the_headline() -> None:
    body = b"<a href='/news/82922337'><img></a><a href='/news/82922337#c'>Talks resume in Vienna</a>"
    body += b"<a href='/news/82922337'>More</a>"
    (found,) = parse_section(body, URL, outlet=outlet())
    assert found.headline == "Talks resume in Vienna"


def test_a_declared_charset_is_read() -> None:
    body = "<meta charset='windows-1256'><a href='/news/82922337'>المحادثات تستأنف في فيينا اليوم</a>".encode(
        "windows-1256"
    )
    assert parse_section(body, URL, outlet=outlet())[0].headline == "المحادثات تستأنف في فيينا اليوم"


def test_hostile_pages_end_in_bounded_lists() -> None:
    assert section("<div>" * 100_000 + "<a href='/news/82922337'>Talks resume in Vienna</a>") in (
        ["/news/82922337"],
        [],
    )
    assert (
        len(section("".join(f"<a href='/news/{n}'>Talks resume in Vienna</a>" for n in range(10_000, 17_000)))) == 500
    )
    assert parse_section(b"", URL, outlet=outlet()) == []
    assert parse_section(b"\x00\xff\xfe", URL, outlet=outlet()) == []


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_list(body: bytes) -> None:
    for candidate in parse_section(b"<a href='" + body, URL, outlet=outlet()):
        assert candidate.url.startswith("http")
