"""Feeds and sitemaps that are built to be slow or huge end soon, in candidates or a typed error."""

from __future__ import annotations

import contextlib
import gzip
from collections.abc import Callable

import pytest

from monitor.discovery import NotAFeed, NotASitemap, parse_feed, parse_sitemap
from tests.timing import least_cpu

SECONDS = 2.0  # of CPU time
ITEM = b"<item><title>x</title><link>/a</link></item>"
ATOM = b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>"
ENTITIES = b"<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '" + b"&a;" * 60_000 + b"'>]><rss><channel>"
URL = b"<url><loc>https://a.example/%d</loc><lastmod>2024-03-05T10:00:00Z</lastmod></url>"

HOSTILE: dict[str, Callable[[], bytes]] = {
    "500,000 items": lambda: b"<rss><channel>" + ITEM * 500_000,
    "300,000 nested items": lambda: b"<rss><channel>" + b"<item>" * 300_000,
    "50 MB of a title": lambda: b"<rss><channel><item><link>/a</link><title>" + b"<b>&amp;" * 6_000_000,
    "200,000 attributes": lambda: b"<rss " + b" ".join(b"a%d='x'" % n for n in range(200_000)) + b"><channel>" + ITEM,
    "50,000 namespaces": lambda: b"<rss " + b" ".join(b"xmlns:n%d='u'" % n for n in range(50_000)) + b">" + ITEM,
    "a million links of one entry": lambda: ATOM + b"<link href='/a'/>" * 1_000_000,
    "a bomb": lambda: gzip.compress(b"<rss><channel>" + b"<item/>" * 30_000_000),
    "an entity of entities": lambda: ENTITIES + b"&b;" * 9_000,
    "ampersands": lambda: b"<rss><channel><item><title>" + b"&" * 10_000_000,
    "open brackets": lambda: b"<rss><channel><item><title>" + b"<" * 20_000_000,
    "JSON that nests": lambda: b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 2_000_000,
    "a date of 4 MB": lambda: b"<rss><channel><item><link>/a</link><pubDate>" + b"1 " * 2_000_000 + b"</pubDate>",
    "500,000 addresses": lambda: b"<urlset>" + b"".join(URL % n for n in range(500_000)) + b"</urlset>",
    "three million lines": lambda: b"https://a.example/b\n" * 3_000_000,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_it_ends_soon(name: str) -> None:
    body = HOSTILE[name]()
    as_feed = least_cpu(lambda: _feed(body), SECONDS)
    as_sitemap = least_cpu(lambda: _sitemap(body), SECONDS)
    assert as_feed < SECONDS, f"as a feed {as_feed:.2f} s"
    assert as_sitemap < SECONDS, f"as a sitemap {as_sitemap:.2f} s"


def _feed(body: bytes) -> None:
    with contextlib.suppress(NotAFeed):
        assert len(parse_feed(body, "https://a.example/feed", outlet="herald")) <= 5_000


def _sitemap(body: bytes) -> None:
    with contextlib.suppress(NotASitemap):
        assert len(parse_sitemap(body, "https://a.example/map", outlet="herald").candidates) <= 10_000
