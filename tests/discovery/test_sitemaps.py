"""Sitemaps of every kind to candidates and children."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.discovery import NotASitemap, Sitemap, parse_sitemap

URL = "https://example.org/sitemap.xml"
NOW = datetime(2018, 5, 23, tzinfo=UTC)
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://example.org/fa/1</loc><lastmod>2018-05-22</lastmod>
 <image:image><image:loc>https://example.org/1.jpg</image:loc><image:title>Picture</image:title></image:image>
 <news:news><news:publication><news:name>The Example</news:name><news:language>fa</news:language></news:publication>
 <news:publication_date>2018-05-22T09:30:00+04:30</news:publication_date>
 <news:title>شمخانی &amp; دیگران</news:title></news:news></url>
<url><loc>https://example.org/en/2</loc></url></urlset>"""


def sitemap(body: str | bytes) -> Sitemap:
    return parse_sitemap(body.encode() if isinstance(body, str) else body, URL, outlet="example", now=NOW)


def test_a_news_sitemap_gives_headline_date_and_language_of_the_article_not_of_its_picture() -> None:
    one, two = sitemap(NEWS).candidates
    assert (one.url, one.headline, one.language) == ("https://example.org/fa/1", "شمخانی & دیگران", "fa")
    assert one.published
    assert one.published.to_text() == "2018-05-22T09:30:00+04:30"
    assert one.modified
    assert one.modified.to_text() == "2018-05-22"
    assert (two.headline, two.published) == (None, None)


def test_a_gzipped_index_gives_its_children() -> None:
    index = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://example.org/a.xml.gz</loc><lastmod>2018-05-22T00:00:00Z</lastmod></sitemap>
      <sitemap><loc>/b.xml</loc></sitemap><sitemap><loc>https://example.org/sitemap.xml</loc></sitemap>
      <sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>"""
    found = sitemap(gzip.compress(index.encode()))
    assert found.candidates == ()
    assert [(url, when and when.to_text()) for url, when in found.children] == [
        ("https://example.org/a.xml.gz", "2018-05-22T00:00:00+00:00"),
        ("https://example.org/b.xml", None),
    ]


def test_a_text_sitemap() -> None:
    found = sitemap("\ufeffhttps://example.org/1\r\n\r\nhttps://example.org/2\n")
    assert [candidate.url for candidate in found.candidates] == ["https://example.org/1", "https://example.org/2"]


def test_a_cut_sitemap_gives_what_came_before() -> None:
    assert [candidate.url for candidate in sitemap(NEWS[:-60]).candidates] == ["https://example.org/fa/1"]
    assert sitemap(NEWS[: NEWS.index("</news:news>")]).candidates[0].headline == "شمخانی & دیگران"


def test_the_newest_are_kept_of_too_many() -> None:
    days = [f"<url><loc>/{n}</loc><lastmod>{2000 + n // 1000}-01-01</lastmod></url>" for n in range(12_000)]
    found = sitemap("<urlset>" + "".join(days) + "</urlset>").candidates
    assert len(found) == 10_000
    assert found[0].url == "https://example.org/11000"
    assert min(c.modified for c in found if c.modified).year == 2002


def test_an_xml_bomb_is_not_expanded_and_a_gzip_bomb_not_unpacked() -> None:
    bomb = '<!DOCTYPE u [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    assert len(sitemap(bomb + "<urlset><url><loc>https://example.org/&c;</loc></url></urlset>").candidates) == 1
    packed = gzip.compress(b"<urlset><url><loc>https://example.org/1</loc></url>" + b" " * 200_000_000)
    assert [candidate.url for candidate in sitemap(packed).candidates] == ["https://example.org/1"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00",
        b"<html>no</html>",
        b"ftp://example.org/1",
        b"https://example.org/1\nnot an address",
        b"\x1f\x8bzz",
        b"<rss/>",
    ],
)
def test_what_is_no_sitemap_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(NotASitemap):
        sitemap(body)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<urlset><url><loc>", b"<sitemapindex>", b"\x1f\x8b\x08\x00", b"http://"]),
)
def test_any_bytes_give_a_sitemap_or_not_a_sitemap(body: bytes, start: bytes) -> None:
    try:
        found = sitemap(start + body)
    except NotASitemap:
        return
    assert all(candidate.url.startswith(("http://", "https://")) for candidate in found.candidates)
