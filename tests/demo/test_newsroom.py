"""The newsroom over real HTTP: entry points, metadata, encodings and each special case."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from urllib.robotparser import RobotFileParser

import httpx
import pytest
from lxml import etree, html
from ruamel.yaml import YAML

from demo.newsroom import Expected, Newsroom, Sample, expected_fates, gold, gold_by_url, load_outlets, load_samples
from demo.newsroom.content import HERE
from demo.newsroom.specials import SOFT_404, old_path
from monitor.outlets import load_catalogue

ATOM = "{http://www.w3.org/2005/Atom}"
RDF_ITEM = "{http://purl.org/rss/1.0/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom() as served:
        yield served


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as opened:
        yield opened


def sample(key: str) -> Sample:
    return next(s for s in load_samples() if s.key == key)


def address(newsroom: Newsroom, key: str) -> str:
    found = sample(key)
    return newsroom.base(found.outlet) + found.path(newsroom.outlets[found.outlet])


def announced(newsroom: Newsroom, client: httpx.Client, slug: str) -> set[str]:
    """The addresses that an outlet's entry point announces, read without the monitor's own parsers."""
    outlet, base = newsroom.outlets[slug], newsroom.base(slug)
    if outlet.entry == "jsonfeed":
        return {item["url"] for item in client.get(f"{base}/feed.json").json()["items"]}
    if outlet.entry == "section":
        page = html.fromstring(client.get(f"{base}/news/").content.decode(outlet.charset))
        return {str(link.get("href")) for link in page.iterfind(".//h3/a")}
    if outlet.entry == "sitemap-index":
        index = etree.fromstring(gzip.decompress(client.get(f"{base}/sitemap.xml.gz").content))
        children = [gzip.decompress(client.get(str(loc.text)).content) for loc in index.iter(f"{SITEMAP}loc")]
        return {str(loc.text) for child in children for loc in etree.fromstring(child).iter(f"{SITEMAP}loc")}
    path, tag = {
        "rss": ("/rss.xml", "item/link"),
        "rdf": ("/index.rdf", f"{RDF_ITEM}item/{RDF_ITEM}link"),
        "atom": ("/feed.atom", f"{ATOM}entry/{ATOM}link"),
        "news-sitemap": ("/news-sitemap.xml", f"{SITEMAP}url/{SITEMAP}loc"),
    }[outlet.entry]
    tree = etree.fromstring(client.get(base + path).content)
    found = tree.findall(f".//{tag}")
    return {(e.text or "").strip() or base + str(e.get("href")) for e in found}


def test_the_catalogue_is_one_that_the_monitor_reads(newsroom: Newsroom) -> None:
    catalogue = load_catalogue(newsroom.catalogue_dir)
    assert set(catalogue.outlets) == set(load_outlets())
    assert catalogue.outlets["sepidar-khabar"].languages == ("fa",)


def test_entry_points_are_of_every_kind() -> None:
    kinds = {outlet.entry for outlet in load_outlets().values()}
    assert kinds == {"rss", "rdf", "atom", "jsonfeed", "news-sitemap", "sitemap-index", "section"}


@pytest.mark.parametrize("slug", load_outlets())
def test_each_entry_point_announces_what_is_expected_and_all_of_it_is_served(
    newsroom: Newsroom, client: httpx.Client, slug: str
) -> None:
    expected = [row for row in expected_fates(newsroom.port) if row.outlet == slug]
    assert announced(newsroom, client, slug) == {row.url for row in expected}
    for row in expected:
        answer = client.get(row.url, follow_redirects=True)
        assert answer.status_code == 200
        if row.final and "redirect" not in row.why:
            assert html.fromstring(answer.content).xpath("//link[@rel='canonical']/@href")


def test_every_page_says_that_it_is_a_sample(newsroom: Newsroom, client: httpx.Client) -> None:
    labels = YAML(typ="safe").load((HERE / "labels.yaml").read_text("utf-8"))
    for row in expected_fates(newsroom.port):
        outlet = newsroom.outlets[row.outlet]
        page = client.get(row.url, follow_redirects=True).content.decode(outlet.charset)
        assert labels[outlet.language]["sample"].split("'")[0] in page, row.url


def body_of(page: bytes, charset: str) -> str:
    return "".join(str(html.fromstring(page.decode(charset)).xpath("string()")).split())


def test_every_article_is_whole_in_its_pages_encoding(newsroom: Newsroom, client: httpx.Client) -> None:
    for key in gold():
        found = sample(key)
        charset = newsroom.outlets[found.outlet].charset
        text = body_of(client.get(address(newsroom, key)).content, charset)
        for paragraph in (found.headline, *found.body):
            assert "".join(paragraph.split()) in text, key


@pytest.mark.parametrize(
    ("slug", "charset", "header", "meta"),
    [
        ("al-marfa", "windows-1256", "text/html", b"windows-1256"),
        ("nevsky-listok", "windows-1251", "text/html; charset=windows-1251", b""),
        ("vostok-telegraf", "windows-1251", "text/html", b""),
        ("minato-shimpo", "shift_jis", "text/html", b"shift_jis"),
        ("minzhou-ribao", "gb18030", "text/html; charset=gb18030", b""),
        ("jornal-do-cais", "utf-8", "text/html; charset=ISO-8859-1", b"utf-8"),
        ("sepidar-khabar", "utf-8", "text/html; charset=utf-8", b"utf-8"),
    ],
)
def test_encodings_are_declared_as_the_table_says(
    newsroom: Newsroom, client: httpx.Client, slug: str, charset: str, header: str, meta: bytes
) -> None:
    answer = client.get(newsroom.base(slug) + "/")
    assert answer.headers["content-type"] == header
    assert (b"charset=" in answer.content) is bool(meta)
    assert meta in answer.content
    assert newsroom.outlets[slug].name in answer.content.decode(charset)


@pytest.mark.parametrize(
    ("key", "marks", "lacks"),
    [
        ("meridian-post/palme-dor", ["application/ld+json"], ["og:title", "itemprop"]),
        ("harbour-courier/yarmouk-cleared", ["article:published_time"], ["ld+json", "itemprop"]),
        ("sepidar-khabar/palme-dor", ['itemprop="datePublished"'], ["ld+json", "og:title"]),
        ("mizrach-daily/embassy-guatemala", ["@graph", "og:title"], ["itemprop"]),
        ("minzhou-ribao/palme-dor", ["2018年05月20日 10:15"], ["ld+json", "og:", "itemprop", "<meta", "<time"]),
    ],
)
def test_metadata_is_of_every_kind_and_of_none(
    newsroom: Newsroom, client: httpx.Client, key: str, marks: list[str], lacks: list[str]
) -> None:
    page = client.get(address(newsroom, key)).content.decode(newsroom.outlets[key.split("/", maxsplit=1)[0]].charset)
    assert [mark for mark in marks if mark not in page] == []
    assert [mark for mark in lacks if mark in page] == []


def test_a_revision_is_served_from_the_second_edition_on(newsroom: Newsroom, client: httpx.Client) -> None:
    url = address(newsroom, "meridian-post/quake-kerman")
    first = client.get(url)
    since = {"If-Modified-Since": client.get(newsroom.base("meridian-post") + "/rss.xml").headers["last-modified"]}
    assert client.post(newsroom.base("meridian-post") + "/__edition", content=b"2").status_code == 200
    try:
        second = client.get(url, headers={"If-None-Match": first.headers["etag"]})
        feed = client.get(newsroom.base("meridian-post") + "/rss.xml", headers=since).text
    finally:
        newsroom.edition = 1
    assert second.status_code == 200
    assert "at least 11 people" in first.text
    assert "at least 14 people" in second.text
    assert "2018-05-17T18:45:00+01:00" in second.text
    assert "Death toll rises to 14" in feed
    assert client.get(url, headers={"If-None-Match": first.headers["etag"]}).status_code == 304


def test_a_wrong_edition_is_refused(newsroom: Newsroom, client: httpx.Client) -> None:
    assert client.post(newsroom.base("meridian-post") + "/__edition", content=b"new").status_code == 400


def expectation(newsroom: Newsroom, part: str) -> Expected:
    return next(row for row in expected_fates(newsroom.port) if part in row.why)


def test_the_cookie_wall_hides_its_article(newsroom: Newsroom, client: httpx.Client) -> None:
    row = expectation(newsroom, "consent")
    text = client.get(row.url).text
    assert row.fates == ("not-an-article",)
    assert sample(row.article).headline not in text
    assert "Cookies" in text


def test_the_paywall_gives_one_paragraph(newsroom: Newsroom, client: httpx.Client) -> None:
    row = expectation(newsroom, "offer")
    text = str(html.fromstring(client.get(row.url).text).xpath("string()"))
    first, second, *_ = sample(row.article).body
    assert first in text
    assert second not in text
    assert "for subscribers" in text


def test_the_soft_404_answers_200(newsroom: Newsroom, client: httpx.Client) -> None:
    answer = client.get(newsroom.base("diario-del-faro") + SOFT_404)
    assert answer.status_code == 200
    assert "no encontrada" in answer.text


def test_what_is_not_there_answers_404(newsroom: Newsroom, client: httpx.Client) -> None:
    assert client.get(newsroom.base("diario-del-faro") + "/nada").status_code == 404


def test_the_old_address_redirects(newsroom: Newsroom, client: httpx.Client) -> None:
    moved = sample("quotidien-des-quais/palme-dor")
    answer = client.get(newsroom.base(moved.outlet) + old_path(moved))
    assert answer.status_code == 301
    assert answer.headers["location"] == address(newsroom, moved.key)


def test_the_wrong_language_is_declared_everywhere(newsroom: Newsroom, client: httpx.Client) -> None:
    assert '<html lang="en"' in client.get(address(newsroom, "dnipro-visnyk/court-dnipro")).text
    assert 'xml:lang="en"' in client.get(newsroom.base("dnipro-visnyk") + "/feed.atom").text


def test_the_page_from_the_future_is_dated_right_in_the_sitemap(newsroom: Newsroom, client: httpx.Client) -> None:
    url = address(newsroom, "sada-al-khalij/rate-egypt")
    page = html.fromstring(client.get(url).content)
    data = json.loads(str(page.xpath("string(//script[@type='application/ld+json'])")))
    assert data["datePublished"].startswith("2031-05-22")
    assert "2018-05-17T21:40:00+04:00" in client.get(newsroom.base("sada-al-khalij") + "/news-sitemap.xml").text


def test_one_article_has_three_addresses_and_one_canonical_url(newsroom: Newsroom, client: httpx.Client) -> None:
    rows = [row for row in expected_fates(newsroom.port) if row.article == "bogaz-haber/ferry-bosphorus"]
    pages = [html.fromstring(client.get(row.url).content) for row in rows]
    assert len({row.url for row in rows}) == 3
    assert {str(page.xpath("string(//link[@rel='canonical']/@href)")) for page in pages} == {rows[0].url}


def test_robots_forbids_a_folder_that_the_feed_announces(newsroom: Newsroom, client: httpx.Client) -> None:
    row = expectation(newsroom, "forbids")
    robots = RobotFileParser()
    robots.parse(client.get(newsroom.base("nevsky-listok") + "/robots.txt").text.splitlines())
    assert row.fates == ("robots",)
    assert not robots.can_fetch("anyone", row.url)
    assert robots.can_fetch("anyone", newsroom.base("nevsky-listok") + "/rss.xml")
    assert row.url in client.get(newsroom.base("nevsky-listok") + "/rss.xml").text


def test_conditional_requests_are_honoured_and_counted(newsroom: Newsroom, client: httpx.Client) -> None:
    newsroom.reset_stats()
    url = newsroom.base("bogaz-haber") + "/rss.xml"
    first = client.get(url)
    by_tag = client.get(url, headers={"If-None-Match": f"W/{first.headers['etag']}"})
    by_date = client.get(url, headers={"If-Modified-Since": first.headers["last-modified"]})
    earlier = client.get(url, headers={"If-Modified-Since": "Tue, 01 May 2018 00:00:00 GMT"})
    tag_decides = {"If-None-Match": '"other"', "If-Modified-Since": first.headers["last-modified"]}
    broken = client.get(url, headers={"If-Modified-Since": "yesterday"})
    assert (by_tag.status_code, by_date.status_code, earlier.status_code) == (304, 304, 200)
    assert client.get(url, headers=tag_decides).status_code == 200
    assert broken.status_code == 200
    assert by_tag.content == b""
    assert newsroom.stats() == {"entry": 4, "not-modified": 2, "total": 6}
    assert client.get(newsroom.base("rheinwarte") + "/__stats").json() == newsroom.stats()


def test_gold_is_known_by_address_too(newsroom: Newsroom) -> None:
    by_url = gold_by_url(newsroom.port)
    assert len(by_url) == len(gold())
    assert by_url[address(newsroom, "meridian-post/shamkhani-advisers")] == "shamkhani-advisers"


def test_a_port_in_use_is_refused_and_nothing_is_left_open(newsroom: Newsroom) -> None:
    with pytest.raises(OSError, match="in use"), Newsroom(port=newsroom.port):
        pass
