"""Outlets tried out and found, and golden pages, against the newsroom over real HTTP."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path

import pytest

from demo.newsroom import Newsroom, gold_by_url
from monitor.config import Config
from monitor.fetching import AddressRefused
from monitor.jobs.golden import GoldenError, record, verify
from monitor.jobs.outlets import OutletFileError, check_outlets, entry_points, find_outlet, save_outlet
from monitor.outlets import load_catalogue
from tests.fetching.servers import Site, serving

ALLOWED = Config(allow_addresses=(ip_network("127.0.0.0/8"),))


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom() as served:
        yield served


def test_every_entry_point_of_the_newsroom_announces_something(newsroom: Newsroom) -> None:
    outlets = list(load_catalogue(newsroom.catalogue_dir).outlets.values())
    found = check_outlets(outlets, config=ALLOWED)
    assert len(found) == sum(len(entry_points(outlet)) for outlet in outlets)
    assert [each for each in found if not each.ok] == []
    assert {each.kind for each in found} == {"feed", "news-sitemap", "sitemap", "section"}
    assert max(each.newest for each in found).startswith("2018-05-22")


def test_an_entry_point_that_is_gone_or_none_is_told(newsroom: Newsroom) -> None:
    outlet = load_catalogue(newsroom.catalogue_dir).outlets["meridian-post"]
    base = newsroom.base("meridian-post")
    broken = outlet.model_copy(update={"feeds": (f"{base}/gone.xml", f"{base}/"), "sections": ()})
    gone, none = check_outlets([broken], config=ALLOWED)
    assert (gone.ok, none.ok) == (False, False)
    assert "404" in gone.problem
    assert none.problem


def test_an_address_that_may_not_be_reached_is_told(newsroom: Newsroom) -> None:
    outlet = load_catalogue(newsroom.catalogue_dir).outlets["meridian-post"]
    found = check_outlets([outlet], config=Config())
    assert not any(each.ok for each in found)
    with pytest.raises(AddressRefused):
        find_outlet(newsroom.base("meridian-post"), config=Config())


def test_an_outlet_is_drafted_from_its_front_page_and_saved_once(newsroom: Newsroom, tmp_path: Path) -> None:
    outlet = find_outlet(newsroom.base("meridian-post") + "/", config=ALLOWED)
    known = load_catalogue(newsroom.catalogue_dir).outlets["meridian-post"]
    assert outlet.languages == known.languages
    assert set(known.feeds) <= set(outlet.feeds)
    path = save_outlet(outlet, tmp_path / "mine")
    assert load_catalogue(path.parent).outlets[outlet.slug] == outlet
    with pytest.raises(OutletFileError, match="is there already"):
        save_outlet(outlet, path.parent)


HEADLINES = (
    "آتش‌سوزی بزرگ در بندر روزان مهار شد",
    "مجلس طرح تازه بودجه را تصویب کرد",
    "بارش باران در شمال کشور ادامه دارد",
)


def rss(site: Site, *, language: str = "") -> str:
    items = "".join(
        f"<item><title>{each}</title><link>{site.base}/{n}</link></item>" for n, each in enumerate(HEADLINES)
    )
    said = f"<language>{language}</language>" if language else ""
    return f"<rss><channel><title>Rozan</title><link>{site.base}/fa/</link>{said}{items}</channel></rss>"


@pytest.mark.parametrize("declared", ["fa", ""])
def test_the_language_of_a_page_that_declares_none_is_its_feeds(declared: str) -> None:
    with serving() as site:
        link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
        site.page("/fa/", f"<html><head><title>Rozan</title>{link}</head><body>x</body></html>")
        site.page("/feed.xml", rss(site, language=declared), "application/rss+xml")
        drafted = [find_outlet(f"{site.base}/{path}", config=ALLOWED) for path in ("fa/", "feed.xml")]
    for outlet in drafted:
        assert outlet.languages == ("fa",)
        assert outlet.homepage == f"{site.base}/fa/"
        assert outlet.feeds == (f"{site.base}/feed.xml",)


def test_a_feed_whose_front_page_cannot_be_had_is_enough() -> None:
    with serving() as site:
        site.page("/feed.xml", rss(site, language="fa"), "application/rss+xml")
        outlet = find_outlet(f"{site.base}/feed.xml", config=ALLOWED)
    assert (outlet.name, outlet.languages, outlet.feeds) == ("Rozan", ("fa",), (f"{site.base}/feed.xml",))


def page_of(newsroom: Newsroom, slug: str) -> str:
    return next(url for url in gold_by_url(newsroom.port) if url.startswith(newsroom.base(slug)))


def test_a_golden_page_is_kept_and_read_again(newsroom: Newsroom, tmp_path: Path) -> None:
    catalogue = load_catalogue(newsroom.catalogue_dir)
    path = record(catalogue.outlets["rozan-daily"], page_of(newsroom, "rozan-daily"), folder=tmp_path, config=ALLOWED)
    assert json.loads(path.read_text(encoding="utf-8"))["expected"]["headline"]
    assert verify(tmp_path, catalogue) == (1, [])


def test_a_page_that_is_read_otherwise_is_told(newsroom: Newsroom, tmp_path: Path) -> None:
    catalogue = load_catalogue(newsroom.catalogue_dir)
    path = record(catalogue.outlets["rozan-daily"], page_of(newsroom, "rozan-daily"), folder=tmp_path, config=ALLOWED)
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["expected"]["headline"] = "Another headline"
    path.write_text(json.dumps(kept), encoding="utf-8")
    count, differences = verify(tmp_path, catalogue)
    assert count == 1
    assert [each.field for each in differences] == ["headline"]
    assert differences[0].expected == "Another headline"


def test_a_page_that_is_no_article_is_not_kept(newsroom: Newsroom, tmp_path: Path) -> None:
    catalogue = load_catalogue(newsroom.catalogue_dir)
    with pytest.raises(GoldenError, match="no article"):
        record(catalogue.outlets["rozan-daily"], newsroom.base("rozan-daily") + "/", folder=tmp_path, config=ALLOWED)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_golden_page_is_told(newsroom: Newsroom, tmp_path: Path) -> None:
    catalogue = load_catalogue(newsroom.catalogue_dir)
    path = record(catalogue.outlets["rozan-daily"], page_of(newsroom, "rozan-daily"), folder=tmp_path, config=ALLOWED)
    page = path.with_suffix(".html.gz")
    page.write_bytes(gzip.compress(b"x" * 1000)[:20])
    with pytest.raises(GoldenError, match="record it anew"):
        verify(tmp_path, catalogue)
