"""The search for what covers an article: which headlines fit, whom it asks, and what comes of it over HTTP."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from monitor.model import Article, Candidate, Moment
from monitor.outlets import Catalogue, Outlet
from monitor.spiders.search import Search, outlets_for
from tests.crawl.conftest import World, story
from tests.crawl.driver import search_for

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
    process = multiprocessing.get_context("forkserver").Process(
        target=search_for, args=(ARTICLE, world.given(now="2018-05-23T00:00:00+00:00"), Path(world.told))
    )
    process.start()
    process.join(120)
    assert process.exitcode == 0
    assert [article.url.removeprefix(world.site.base) for article in world.stored()] == ["/a/0"]
    report = world.crawl(now="2018-05-23T00:00:00+00:00")
    assert report["totals"] == {"known": 1, "stored": 2}
