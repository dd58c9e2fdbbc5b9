"""What sources of coverage are asked and how their answers are read; the answers have the form of the real ones."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from attrs import evolve

from monitor.discovery import NotReadableError
from monitor.discovery.coverage import Archives, Ask, Gdelt, GoogleNews, Query, Question, SiteSearch
from monitor.discovery.coverage.archives import around
from monitor.discovery.coverage.site_search import search_of
from monitor.model import Moment
from monitor.outlets import Outlet

WINDOW = (datetime(2018, 5, 20, tzinfo=UTC), datetime(2018, 5, 25, tzinfo=UTC))
QUESTION = Question(
    queries=(Query(name="Ali Shamkhani", others=("Syria", "Iraq")), Query(name="Putin")),
    language="en",
    country="IR",
    windows=(WINDOW,),
)
NEWS = GoogleNews("https://news.google.com/")
GDELT = Gdelt("https://api.gdeltproject.org/api/v2/doc/doc")
LINK = (
    "https://news.google.com/rss/articles/CBMiLmh0dHBzOi8vd3d3LmJiYy5jb20vbmV3cy9hcnRpY2xlcy9ja"
    "mpqbnhkdjE4OG_SATJodHRwczovL3d3dy5iYmMuY29tL25ld3MvYXJ0aWNsZXMvY2pqam54ZHYxODhvLmFtcA?oc=5"
)
# Google's own form: the namespaces, the guid, the publisher behind the headline, the description of one link.
RSS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/">
<channel><generator>NFE/5.0</generator><title>"Ali Shamkhani" - Google News</title><language>en-US</language>
<item><title>Iran stays in Syria, Shamkhani says - The Harbour Courier</title>
<link>LINK</link>
<guid isPermaLink="false">CBMiLmh0</guid><pubDate>Tue, 22 May 2018 07:00:00 GMT</pubDate>
<description>&lt;a href="https://news.google.com/rss/articles/x"&gt;Iran stays&lt;/a&gt;&amp;nbsp;</description>
<source url="https://www.harbour.example">The Harbour Courier</source></item>
<item><title>No link</title><pubDate>nonsense</pubDate></item>
</channel></rss>""".replace("LINK", LINK)


def outlet(slug: str, **given: object) -> Outlet:
    keys = {"name": slug, "publisher": slug, "languages": ("en",), "country": "ZZ", **given}
    return Outlet(slug=slug, homepage=f"https://{slug}.example/", crawl=False, **keys)  # type: ignore[arg-type]


def test_google_is_asked_for_a_name_and_one_of_the_others_within_the_days() -> None:
    asked = NEWS.asks(QUESTION)
    assert len(asked) == 2
    query = parse_qs(urlsplit(asked[0].url).query)
    assert asked[0].url.startswith("https://news.google.com/rss/search?q=")
    assert query == {
        "q": ['"Ali Shamkhani" (Syria OR Iraq) after:2018-05-20 before:2018-05-26'],
        "hl": ["en-IR"],
        "gl": ["IR"],
        "ceid": ["IR:en"],
    }


@pytest.mark.parametrize(
    ("language", "country", "latin", "editions"),
    [
        ("fr", "FR", True, ["FR:fr", "US:en"]),
        ("zh-Hant", "TW", False, ["TW:zh-Hant"]),
        ("pt", "BR", True, ["BR:pt-419", "US:en"]),
        ("fa", "", False, ["IR:fa"]),
        ("ru", "", False, ["RU:ru"]),
    ],
)
def test_google_is_asked_in_the_articles_edition_and_in_english_where_names_are_latin(
    language: str, country: str, latin: bool, editions: list[str]
) -> None:
    question = evolve(QUESTION, language=language, country=country, is_latin=latin, queries=QUESTION.queries[:1])
    assert [parse_qs(urlsplit(each.url).query)["ceid"][0] for each in NEWS.asks(question)] == editions


def test_googles_answer_gives_headlines_without_the_publisher_and_links_that_lead_on() -> None:
    ask = NEWS.asks(QUESTION)[0]
    (lead,) = NEWS.read(ask, RSS.encode(), ask.url, None, QUESTION).leads
    assert (lead.headline, lead.publisher) == ("Iran stays in Syria, Shamkhani says", "The Harbour Courier")
    assert lead.site == "https://www.harbour.example"
    assert lead.published == Moment.parse("2018-05-22T07:00:00+00:00")
    assert lead.indirect
    assert NEWS.lead_on(lead.url, b"") == "https://www.bbc.com/news/articles/cjjjnxdv188o"
    with pytest.raises(NotReadableError):
        NEWS.read(ask, b"<html>consent</html>", ask.url, None, QUESTION)


@pytest.mark.parametrize(
    ("page", "leads_to"),
    [
        ('<a href="https://consent.google.com/x">no</a><a href="https://paper.example/1" rel="nofollow">', "https://paper.example/1"),
        ('<c-wiz data-n-au="https://paper.example/2?a=1&amp;b=2">', "https://paper.example/2?a=1&b=2"),
        ("<html><script>go()</script>", None),
    ],
)  # fmt: skip
def test_a_page_on_the_way_shows_where_it_leads(page: str, leads_to: str | None) -> None:
    assert NEWS.lead_on("https://news.google.com/articles/x", page.encode()) == leads_to


@pytest.mark.parametrize("last", ["CBMiVkFVX3lxTE4zaGU2bTY2ZGkzdTRkSkJ0cFpsTGlDUjkx", "%%%", "", "a"])
def test_a_newer_link_holds_no_address(last: str) -> None:
    assert NEWS.lead_on(f"https://news.google.com/rss/articles/{last}?oc=5", b"") is None


def test_gdelt_is_asked_for_phrases_in_its_own_form() -> None:
    asked = [parse_qs(urlsplit(each.url).query) for each in GDELT.asks(QUESTION)]
    assert asked[0]["query"] == ['"Ali Shamkhani" (Syria OR Iraq)']
    assert asked[1]["query"] == ["Putin"]
    assert (asked[0]["mode"], asked[0]["format"]) == (["ArtList"], ["json"])
    assert (asked[0]["startdatetime"], asked[0]["enddatetime"]) == (["20180520000000"], ["20180525000000"])
    assert GDELT.asks(evolve(QUESTION, is_latin=False)) == []
    single = evolve(QUESTION, queries=(Query(name="Putin", others=("Assad",)), Query(name="Xi")))
    assert [parse_qs(urlsplit(each.url).query)["query"] for each in GDELT.asks(single)] == [["Putin Assad"]]


def test_gdelts_list_is_read() -> None:
    row = {
        "url": "https://www.rozan.example/1",
        "url_mobile": "",
        "title": "شمخانی : مستشاران ایران\x01 می مانند",
        "seendate": "20180522T101500Z",
        "socialimage": "https://www.rozan.example/1.jpg",
        "domain": "rozan.example",
        "language": "Persian",
        "sourcecountry": "Iran",
    }
    body = json.dumps({"articles": [row, {"url": "javascript:x"}, "x", {}]}, ensure_ascii=False).encode()
    (lead,) = GDELT.read(Ask(url="x"), body, "https://api.example/", None, QUESTION).leads
    assert (lead.url, lead.language, lead.country) == ("https://www.rozan.example/1", "fa", "IR")
    assert lead.published == Moment.parse("2018-05-22T10:15:00+00:00")
    assert "\x01" not in lead.headline
    assert GDELT.read(Ask(url="x"), b"{}", "https://api.example/", None, QUESTION).leads == ()


@pytest.mark.parametrize("body", ["The specified phrase is too short.\n", "", "[]", '{"articles": 3}', "<html>"])
def test_what_gdelt_says_instead_of_a_list_is_told(body: str) -> None:
    with pytest.raises(NotReadableError):
        GDELT.read(Ask(url="x"), body.encode(), "https://api.example/", None, QUESTION)


def test_a_site_is_searched_where_its_search_is_known_and_it_writes_the_language() -> None:
    outlets = (
        outlet("own", search="https://own.example/find/{query}?n=1"),
        outlet("wordpress", feeds=("https://wordpress.example/en/feed/",)),
        outlet("elsewhere", feeds=("https://feeds.example/feed/",)),
        outlet("persian", languages=("fa",), search="https://persian.example/?q={query}"),
        outlet("none"),
    )
    asked = SiteSearch().asks(evolve(QUESTION, outlets=outlets))
    assert [each.url for each in asked[:2]] == [
        "https://own.example/find/Ali%20Shamkhani%20Syria?n=1",
        "https://wordpress.example/en/?s=Ali%20Shamkhani%20Syria&feed=rss2",
    ]
    assert len(asked) == 4
    assert search_of(outlets[2]) == search_of(outlets[4]) == ""


def test_results_are_read_as_a_feed_or_as_a_page_of_links() -> None:
    own = outlet("own", search="https://own.example/?q={query}")
    question = evolve(QUESTION, outlets=(own,))
    (ask, _) = SiteSearch().asks(question)
    feed = b"<rss><channel><item><title>T</title><link>https://own.example/1</link></item></channel></rss>"
    page = (
        b"<main><h3><a href='/news/2018/05/22/shamkhani-advisers-stay-in-syria'>Shamkhani: advisers stay in Syria"
        b" at request of Damascus</a></h3><a href='/about'>About</a></main>"
    )
    for body, ending in ((feed, "/1"), (page, "/news/2018/05/22/shamkhani-advisers-stay-in-syria")):
        found = SiteSearch().read(ask, body, ask.url, None, question)
        assert [(lead.url, lead.outlet) for lead in found.leads] == [(f"https://own.example{ending}", "own")]


DAY = Moment.parse("2018-06-01")


@pytest.mark.parametrize(
    ("parts", "chosen"),
    [
        ([("s/sitemap-2018-05.xml", DAY), ("s/sitemap-2018-06.xml", DAY), ("s/sitemap-2017-05.xml", None)], [0]),
        ([("s/2018/5.xml", None), ("s/2018.xml", None), ("s/2019.xml", None)], [0, 1]),
        ([("s/20180523.xml.gz", None), ("s/20180601.xml.gz", None)], [0]),
        ([("s/1.xml", Moment.parse("2018-03-01")), ("s/2.xml", DAY), ("s/3.xml", Moment.parse("2026-01-01"))], [1]),
        ([("s/posts-1.xml", None), ("s/news.xml?yyyy=2018&mm=05", None)], [1]),
    ],
)  # fmt: skip
def test_of_an_index_the_parts_around_the_days_are_asked(
    parts: list[tuple[str, Moment | None]], chosen: list[int]
) -> None:
    whole = [(f"https://own.example/{url}", when) for url, when in parts]
    assert around(whole, [WINDOW]) == [whole[number][0] for number in chosen]


def test_an_archive_gives_what_is_of_the_days_by_its_date_or_its_address() -> None:
    own = outlet("own", sitemaps=("https://own.example/sitemap.xml",))
    question = evolve(QUESTION, outlets=(own,))
    (ask,) = Archives().asks(question)
    urls = "".join(
        f"<url><loc>https://own.example/{path}</loc>{more}</url>"
        for path, more in (
            ("2018/05/22/a", ""),
            ("2018/04/22/b", ""),
            ("c", "<lastmod>2018-05-21</lastmod>"),
            ("d", ""),
        )
    )
    found = Archives().read(ask, f"<urlset>{urls}</urlset>".encode(), ask.url, None, question)
    assert [lead.url[-1] for lead in found.leads] == ["a", "c"]
    index = b"<sitemapindex><sitemap><loc>https://own.example/s-2018-05.xml</loc></sitemap></sitemapindex>"
    (further,) = Archives().read(ask, index, ask.url, None, question).further
    assert (further.url, further.depth) == ("https://own.example/s-2018-05.xml", 1)
    assert Archives().read(evolve(further, depth=2), index, ask.url, None, question).further == ()
    assert Archives().asks(evolve(question, windows=())) == []
