"""Whole crawls over real HTTP: every fate, the second crawl, revisions, a killed crawl, exit codes."""

from __future__ import annotations

import gzip
import json
import sqlite3
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator

import pytest

from monitor.analysis import cited
from monitor.index import ArticleQuery, open_index
from tests.crawl.conftest import World, story
from tests.fetching.servers import Site, serving

NOW = "2018-05-23T12:00:00+00:00"
LATER = "2018-05-23T14:00:00+00:00"


@pytest.fixture
def elsewhere() -> Iterator[Site]:
    with serving() as site:
        site.page("/x", story(99))
        yield site


def test_an_article_may_cite_outlets_that_nobody_crawls(world: World) -> None:
    world.outlet("a")
    world.outlet("b", name="Meridian Courier")
    world.publish("a", 1)
    told = "<p>Ten are missing, Reuters reported. The ferry was overloaded, the Meridian Courier reported.</p>"
    world.site.page("/a/2", story(2).replace("<p>", f"{told}<p>", 1))
    world.announce("a", "/a/2")
    assert world.crawl(now=NOW, outlets=["a"])["totals"] == {"stored": 2}
    with open_index(world.index) as index:
        found = {
            stored.article.url.rpartition("/")[2]: cited(stored.analysis) for stored in index.articles(ArticleQuery())
        }
    assert found == {"1": (), "2": ("Reuters", "Meridian Courier")}


def test_every_fate_and_a_second_crawl_that_fetches_nothing_again(world: World, elsewhere: Site) -> None:
    world.outlet("a", not_article_urls=["/video/"])
    site = world.site
    for number in (1, 2):
        world.publish("a", number)
    canonical = f"<link rel='canonical' href='{site.base}/a/1'>"
    site.page("/a/1/copy", story(1, head=canonical))  # the same article under a second address
    site.page("/a/1-again", story(1))  # and under a third, which does not say so
    site.page("/a/old", story(5, day="2018-05-01"))
    site.page("/a/empty", "<html><body></body></html>")
    site.page("/a/moved", "", status=302, Location="/a/2")
    site.page("/a/away", "", status=302, Location=f"{elsewhere.base}/x")
    site.page("/a/inside", "", status=302, Location="http://10.0.0.1/")
    site.page("/a/loop", "", status=302, Location="/a/loop")
    site.page("/a/huge", b"x" * 11_000_000)
    world.announce("a", "/a/1/copy", "/a/1-again", "/a/old", "/a/empty", "/a/moved", "/a/away", "/a/inside", "/a/loop",
                   "/a/huge", "/a/gone", "/closed/1", "/a/video/1", "/a/2?utm_source=rss")  # fmt: skip
    first = world.crawl(now=NOW, since="7d")
    assert first["totals"] == {
        "stored": 2, "duplicate": 4, "too-old": 1, "not-an-article": 2, "refused": 2, "failed": 3, "robots": 1,
    }  # fmt: skip
    assert first["exit_code"] == 0
    assert {article.url.removeprefix(site.base) for article in world.stored()} == {"/a/1", "/a/2"}
    with open_index(world.index) as index:
        told = {
            fate.url.removeprefix(site.base): (fate.name.value, fate.reason) for fate in index.state.fates(first["run"])
        }
        assert told["/a/1/copy"][0] == told["/a/1-again"][0] == "duplicate"
        assert told["/a/old"] == ("too-old", "2018-05-01T08:00:00+00:00")
        assert "scope" in told["/a/away"][1]
        assert "private" in told["/a/inside"][1]
        assert index.state.runs()[0].fates["a"]["stored"] == 2
    assert site.asked["/closed/1"] == 0
    asked = Counter({path: count for path, count in site.asked.items() if path.startswith("/a/")})
    second = world.crawl(now=NOW, since="7d")
    again = {path for path in site.asked if path.startswith("/a/") and site.asked[path] > asked[path]}
    # What failed is tried again, in three crawls at most; a feed that has nothing new answers 304
    assert again == {"/a/feed", "/a/gone", "/a/huge", "/a/loop"}
    assert second["totals"] == {"failed": 3}
    assert second["entries"] == [["a", "not modified"]]
    world.crawl(now=NOW, since="7d")
    assert world.crawl(now=NOW, since="7d")["totals"] == {}
    world.publish("a", 3)
    assert world.crawl(now=NOW, since="7d")["totals"]["stored"] == 1


def test_a_changed_article_is_revised_and_one_that_is_not_is_unchanged(world: World) -> None:
    world.outlet("a")
    changed, same = world.publish("a", 1), world.publish("a", 2)
    world.crawl(now=NOW)
    world.site.page(changed, story(1, paragraphs=5))
    world.site.page(same, story(2) + "<!-- 17 views -->")
    report = world.crawl(now=LATER)
    assert report["totals"] == {"revised": 1, "unchanged": 1}
    with open_index(world.index) as index:
        (article,) = [each for each in world.stored() if each.revision == 2]
        assert article.url.endswith(changed)
        assert [revision.number for revision in index.revisions(article.id)] == [1, 2]
    assert world.crawl(now=LATER)["totals"] == {}


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def test_a_crawl_that_is_killed_loses_nothing_and_doubles_nothing(
    kind: str, world: World, request: pytest.FixtureRequest
) -> None:
    if kind == "elasticsearch":
        world.server = request.getfixturevalue("elasticsearch_url")
        world.prefix = f"killed-{uuid.uuid4().hex[:12]}-"
    for slug in ("a", "b", "c"):
        world.outlet(slug)
        paths = []
        for number in range(12):
            path = f"/{slug}/{number}"
            world.site.page(path, story(number + ord(slug) * 100))
            paths.append(path)
        world.announce(slug, *paths)
    for _ in range(3):
        process = world.start(now=NOW)
        before = sum(world.site.asked.values())
        deadline = time.monotonic() + 60
        while sum(world.site.asked.values()) < before + 12 and process.is_alive() and time.monotonic() < deadline:
            time.sleep(0.02)
        process.kill()
        process.join()
    report = world.crawl(now=NOW)
    articles = world.stored()
    assert len(articles) == 36
    assert len({article.url for article in articles}) == 36
    assert report["exit_code"] == 0
    assert world.crawl(now=NOW)["totals"] == {}
    with open_index(world.index, prefix=world.prefix) as index:
        assert index.status().pending == 0


def test_the_limit_defers_and_the_next_crawl_takes_up(world: World) -> None:
    world.outlet("a")
    for number in range(5):
        world.publish("a", number)
    assert world.crawl(now=NOW, limit=2)["totals"] == {"stored": 2, "deferred": 3}
    assert world.crawl(now=NOW, limit=2)["totals"] == {"stored": 2, "deferred": 1}
    assert world.crawl(now=NOW, limit=2)["totals"] == {"stored": 1}
    assert len(world.stored()) == 5


def test_only_what_is_due_is_polled(world: World) -> None:
    world.outlet("a", interval="1h")
    world.outlet("b", interval="3h")
    for slug in ("a", "b"):
        world.publish(slug, 1 + ord(slug))
    world.crawl(now=NOW, due=True)
    assert world.crawl(now="2018-05-23T12:30:00+00:00", due=True)["entries"] == []
    assert world.crawl(now="2018-05-23T13:30:00+00:00", due=True)["entries"] == [["a", "not modified"]]
    assert len(world.crawl(now="2018-05-23T13:30:00+00:00")["entries"]) == 2


def test_an_outlet_that_used_to_yield_and_fails_makes_the_exit_code_1(world: World) -> None:
    world.outlet("a")
    world.outlet("b")
    world.publish("a", 1)
    first = world.crawl(now=NOW)
    assert first["exit_code"] == 0, "b never yielded"
    assert "b" in first["failed"]
    world.publish("b", 2)
    assert world.crawl(now=NOW)["exit_code"] == 0
    world.site.page("/a/feed", "<rss><channel></channel></rss>", "application/rss+xml")
    report = world.crawl(now=NOW)
    assert report["exit_code"] == 1
    assert report["failed"] == {"a": "it announces nothing"}
    world.site.page("/a/feed", "<html>Sorry</html>")
    assert "HTML page" in world.crawl(now=NOW)["failed"]["a"]


def test_private_addresses_are_refused_by_name_and_number_unless_they_are_allowed(world: World) -> None:
    world.outlet("a")
    world.publish("a", 1)
    report = world.crawl(now=NOW, allow="")
    assert "private" in report["failed"]["a"]
    world.outlet("named", feeds=[f"{world.site.base.replace('127.0.0.1', 'localhost')}/a/feed"])
    report = world.crawl(now=NOW, allow="", outlets=["named"])
    assert "private" in report["failed"]["named"]
    assert not world.site.asked


def test_sitemaps_sections_and_what_is_listed_as_something_else(world: World) -> None:
    base = world.site.base
    world.outlet("a", feeds=[], news_sitemaps=[f"{base}/a/index.xml"])
    world.site.page("/a/index.xml", f"<sitemapindex><sitemap><loc>{base}/a/one.xml</loc></sitemap></sitemapindex>")
    world.site.page("/a/one.xml", f"<urlset><url><loc>{base}/a/1</loc></url></urlset>", "application/xml")
    world.outlet("b", feeds=[], sections=[f"{base}/b/"])
    world.site.page(
        "/b/", "<ul><li><a href='/b/20180522'>Talks resume in Vienna today</a><li><a href='/b/about'>We</a></ul>"
    )
    world.outlet("c", feeds=[f"{base}/c/sitemap"])
    world.site.page("/c/sitemap", f"<urlset><url><loc>{base}/c/3</loc></url></urlset>", "text/html")
    for number, path in enumerate(("/a/1", "/b/20180522", "/c/3")):
        world.site.page(path, story(number))
    assert world.crawl(now=NOW)["totals"] == {"stored": 3}


def test_a_reprint_of_another_outlet_is_stored_as_its_copy(world: World) -> None:
    world.outlet("a")
    world.outlet("b")
    world.publish("a", 1, paragraphs=8)
    world.crawl(now=NOW)
    world.site.page("/b/9", story(1, paragraphs=8, title="Another headline"))
    world.announce("b", "/b/9")
    assert world.crawl(now=NOW)["totals"] == {"stored": 1}
    first, second = sorted(world.stored(), key=lambda article: article.outlet)
    assert (first.copied_from, second.copied_from) == ("", first.id)


def test_the_reactor_never_waits(world: World) -> None:
    for slug in ("a", "b", "c", "d"):
        world.outlet(slug, concurrency=4)
        paths = [f"/{slug}/{number}" for number in range(25)]
        for number, path in enumerate(paths):
            world.site.page(path, story(number + ord(slug) * 100, paragraphs=400))
        world.announce(slug, *paths)
    stalls = []
    for _ in range(3):  # other programs of the machine may hold it up as well
        for old in world.folder.glob("index.sqlite*"):
            old.unlink()
        report = world.crawl(now=NOW)
        assert report["totals"] == {"stored": 100}
        stalls.append(report["longest_stall"])
        if stalls[-1] < 0.2:
            break
    assert min(stalls) < 0.2


def test_a_locked_index_slows_the_crawl_and_loses_nothing(world: World) -> None:
    world.outlet("a")
    world.publish("a", 1)
    world.crawl(now=NOW)
    world.publish("a", 2)
    held = sqlite3.connect(world.folder / "index.sqlite", isolation_level=None, check_same_thread=False)
    held.execute("BEGIN IMMEDIATE")
    release = threading.Timer(4, held.execute, ["ROLLBACK"])
    release.start()
    assert world.crawl(now=NOW)["totals"] == {"stored": 1, "known": 1}
    release.join()
    held.close()


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"outlets": ["nobody"]}, "OptionError"),
        ({"shard": "9/2"}, "OptionError"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_before_anything_is_fetched(
    world: World, changed: dict[str, object], kind: str
) -> None:
    world.outlet("a")
    world.publish("a", 1)
    report = world.crawl(now=NOW, **changed)
    assert report["kind"] == kind
    assert "\n" not in report["error"]
    assert not world.site.asked


def test_an_embedder_that_is_away_ends_the_crawl_with_its_reason_and_keeps_the_candidates(world: World) -> None:
    world.outlet("a")
    world.publish("a", 1)
    service, world.service = world.service, "http://127.0.0.1:9/v1"
    assert "does not answer" in world.crawl(now=NOW)["error"]
    world.service = service
    assert world.crawl(now=NOW)["totals"] == {"stored": 1}


def test_hostile_answers_cost_their_own_candidate_alone(world: World) -> None:
    world.outlet("a")
    world.site.page("/a/deep", "<div>" * 200_000)
    world.site.page("/a/nul", b"\x00" * 1000 + story(7).encode())
    world.site.page("/a/bomb", gzip.compress(b"<p>x" * 20_000_000), Content_Encoding="gzip")
    world.site.page("/a/image", b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, "text/html")
    world.announce("a", "/a/deep", "/a/nul", "/a/bomb", "/a/image")
    world.publish("a", 1)
    report = world.crawl(now=NOW)
    assert report["candidates"] == 5
    assert report["totals"]["stored"] >= 1
    assert any(article.url.endswith("/a/1") for article in world.stored())


def test_articles_are_kept_with_where_they_came_from(world: World) -> None:
    world.outlet("a")
    world.publish("a", 1)
    world.crawl(now=NOW)
    with open_index(world.index) as index:
        (stored,) = index.articles(ArticleQuery())
    assert (stored.article.outlet, stored.article.country, stored.article.publisher) == ("a", "ZZ", "a")
    assert stored.article.published is not None
    assert stored.article.fetched is not None
    assert stored.vector is not None
    assert stored.minhash
    assert json.dumps(dict(stored.article.provenance))
