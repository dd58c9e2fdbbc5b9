"""The search for what covers an article: which headlines fit, whom it asks, and what comes of it over HTTP."""

from __future__ import annotations

import json
import multiprocessing
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from monitor.model import Article, Candidate, Moment
from monitor.outlets import Catalogue, Outlet
from monitor.spiders.search import Search, outlets_for
from tests.crawl.conftest import World, story
from tests.crawl.driver import search_for
from tests.fetching.servers import Site, serving

ARTICLE = Article(
    url="https://example.org/1",
    headline="Shamkhani: Iran's advisers are in Syria and Iraq at their governments' request",
    body="Ali Shamkhani, secretary of the Supreme National Security Council, spoke in Tehran.\n"
    "Vladimir Putin met Bashar al-Assad in Sochi last week.",
    language="en",
    published=Moment.parse("2018-05-22"),
)


@pytest.mark.parametrize(
    ("headline", "language", "day", "fits"),
    [
        ("Iran's Shamkhani says advisers stay in Syria", "en", "2018-05-22", True),
        ("Шамхани: иранские советники находятся в Сирии и Ираке", "ru", "2018-05-22", True),
        ("شمخانی: مستشاران ایران به درخواست سوریه و عراق آنجا هستند", "fa", "2018-05-22", True),
        ("Iran's Shamkhani says advisers stay in Syria", "en", "2018-05-10", False),
        ("Cup final goes to penalties in the rain", "en", "2018-05-22", False),
        ("", "en", "2018-05-22", False),
    ],
)
def test_headlines_fit_by_names_in_any_script_and_by_day(headline: str, language: str, day: str, fits: bool) -> None:
    found = Candidate(url="https://example.com/2", outlet="x", headline=headline, published=Moment.parse(day))
    assert (Search.of(ARTICLE).misfit(found, language) is None) is fits


def test_cited_publishers_are_asked_first_and_no_more_than_the_budget() -> None:
    def outlet(slug: str, language: str) -> Outlet:
        home = f"https://{slug}.example/"
        return Outlet(slug=slug, name=slug, publisher=slug, languages=(language,), country="ZZ", homepage=home,
                      feeds=(f"{home}1", f"{home}2"))  # fmt: skip

    catalogue = Catalogue([outlet("a", "de"), outlet("b", "en"), outlet("cited", "fa"), outlet("d", "en")])
    chosen = outlets_for(ARTICLE, {"cited"}, catalogue, most=5)
    assert [each.slug for each in chosen] == ["cited", "b"]


def test_what_fits_is_fetched_and_the_rest_is_left_to_the_next_crawl(world: World) -> None:
    world.outlet("a")
    for number, title in enumerate(("Shamkhani says Iran stays in Syria", "Cup final goes to penalties", "Tax cut")):
        world.site.page(f"/a/{number}", story(number, title=title))
    items = "".join(
        f"<item><title>{title}</title><link>{world.site.base}/a/{number}</link></item>"
        for number, title in enumerate(("Shamkhani says Iran stays in Syria", "Cup final goes to penalties", "Tax cut"))
    )
    world.site.page("/a/feed", f"<rss><channel>{items}</channel></rss>", "application/rss+xml", ETag='"1"')
    discover(world)
    assert [article.url.removeprefix(world.site.base) for article in world.stored()] == ["/a/0"]
    report = world.crawl(now="2018-05-23T00:00:00+00:00")
    assert report["totals"] == {"known": 1, "stored": 2}


def discover(world: World, **options: Any) -> dict[str, Any]:
    """Look for the article's coverage in a process of its own; gives what was told."""
    given = world.given(now="2018-05-23T00:00:00+00:00", **options)
    process = multiprocessing.get_context("forkserver").Process(
        target=search_for, args=(ARTICLE, given, Path(world.told))
    )
    process.start()
    process.join(120)
    assert process.exitcode == 0
    told: dict[str, Any] = json.loads(world.told.read_text(encoding="utf-8"))
    return told


class Queried(dict[str, Any]):
    """Pages that answer whatever stands behind the question mark."""

    def get(self, key: str, default: Any = None) -> Any:
        return super().get(key, super().get(key.partition("?")[0], default))


FITTING = "Shamkhani says Iran stays in Syria"


@pytest.fixture
def abroad() -> Iterator[Site]:
    """Another host, with sites that no catalogue knows."""
    with serving("127.0.0.2") as site:
        site.page("/robots.txt", "User-agent: *\nDisallow: /no/\n", "text/plain")
        yield site


def sources(world: World, abroad: Site) -> None:
    """Google News, GDELT, a site's search and an archive, each with an article that fits and one that does not."""
    world.site.pages = Queried(world.site.pages)
    base = world.site.base
    world.outlet("a", search=f"{base}/a/search?q={{query}}", sitemaps=[f"{base}/a/sitemap.xml"])
    for path in ("/a/found", "/a/2018/05/22/iran-shamkhani-syria-advisers"):
        world.site.page(path, story(len(path), title=FITTING))
    abroad.page("/g/1", story(91, title=FITTING))
    abroad.page("/d/1", story(92, title=FITTING))
    items = "".join(
        f"<item><title>{title} - Abroad Times</title><link>{base}/google/rss/articles/{name}?oc=5</link>"
        f"<pubDate>Tue, 22 May 2018 07:00:00 GMT</pubDate><source url='{abroad.base}'>Abroad Times</source></item>"
        for title, name in ((FITTING, "CBMiA"), (FITTING, "CBMiOpaque"), ("Cup final goes to penalties", "CBMiB"))
    )
    world.site.page("/google/rss/search", f"<rss version='2.0'><channel>{items}</channel></rss>", "application/xml")
    world.site.pages["/google/rss/articles/CBMiA"] = (302, {"Location": f"{abroad.base}/g/1"}, b"")
    world.site.page("/google/rss/articles/CBMiOpaque", "<html><script>go()</script></html>")
    rows = [
        {"url": f"{abroad.base}{path}", "title": FITTING, "seendate": "20180522T101500Z", "domain": "127.0.0.2",
         "language": "English", "sourcecountry": "Iran"}
        for path in ("/d/1", "/no/1")
    ]  # fmt: skip
    world.site.page("/gdelt", json.dumps({"articles": rows}), "application/json")
    found = f"<item><title>{FITTING}</title><link>{base}/a/found</link></item>"
    world.site.page("/a/search", f"<rss><channel>{found}</channel></rss>", "application/rss+xml")
    index = "".join(f"<sitemap><loc>{base}/a/s-{month}.xml</loc></sitemap>" for month in ("2018-04", "2018-05"))
    world.site.page("/a/sitemap.xml", f"<sitemapindex>{index}</sitemapindex>", "application/xml")
    paths = ("iran-shamkhani-syria-advisers", "cup-final-penalties-rain")
    urls = "".join(f"<url><loc>{base}/a/2018/05/22/{path}</loc></url>" for path in paths)
    world.site.page("/a/s-2018-05.xml", f"<urlset>{urls}</urlset>", "application/xml")


def test_every_source_is_asked_and_what_fits_is_fetched(world: World, abroad: Site) -> None:
    sources(world, abroad)
    report = discover(world)
    assert {article.url for article in world.stored()} == {
        f"{world.site.base}/a/found",
        f"{world.site.base}/a/2018/05/22/iran-shamkhani-syria-advisers",
        f"{abroad.base}/g/1",
        f"{abroad.base}/d/1",
    }
    assert world.site.asked["/a/s-2018-04.xml"] == 0
    assert abroad.asked["/no/1"] == 0
    assert report["totals"]["robots"] == 1
    told = {line.partition(":")[0]: line for line in report["sources"]}
    assert list(told) == ["Google News", "GDELT", "site search", "archives"]
    assert "leads nowhere" not in told["GDELT"]
    assert "names no address" in told["Google News"]
    assert "1 leads" in told["archives"]


def test_a_source_that_cannot_be_reached_is_one_line(world: World, abroad: Site) -> None:
    sources(world, abroad)
    world.site.page("/google/rss/search", "Sorry", status=503)
    world.site.page("/gdelt", "Please limit requests to one every 5 seconds.", "text/plain")
    world.site.page("/robots.txt", "User-agent: *\nDisallow: /a/search\n", "text/plain")
    report = discover(world)
    told = {line.partition(":")[0]: line for line in report["sources"]}
    assert "503" in told["Google News"]
    assert "limit requests" in told["GDELT"]
    assert "robots.txt forbids" in told["site search"]
    assert [article.url for article in world.stored()] == [
        f"{world.site.base}/a/2018/05/22/iran-shamkhani-syria-advisers"
    ]


@pytest.mark.parametrize("budget", [1, 4, 8, 20])
def test_all_requests_together_stay_within_the_budget(world: World, abroad: Site, budget: int) -> None:
    sources(world, abroad)
    discover(world, budget=budget)
    asked = Counter(world.site.asked) + Counter(abroad.asked)
    del asked["/robots.txt"]
    del asked["/v1/embeddings"]
    assert sum(asked.values()) <= budget
