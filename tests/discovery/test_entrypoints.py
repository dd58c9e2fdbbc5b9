"""What a front page and a robots.txt say of an outlet's ways in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.discovery import find_entry_points

PAGE = b"""<html lang="fa"><head><title>Front page - The Example</title>
<meta property="og:site_name" content="The Example">
<link rel="alternate" type="application/rss+xml" href="/rss/all"><link rel="alternate" hreflang="en" href="/en">
<link rel="alternate" type="application/rss+xml" href="/comments/feed/">
<link rel="alternate" type="application/json" href="/wp-json/x"></head><body>
<nav><a href="/world">World</a><a href="/a/b/c">deep</a><a href="https://elsewhere.example/x">x</a></nav>
<a href="/feeds/world.xml">RSS</a><a href="/interested">interested</a></body></html>"""


def test_a_front_page() -> None:
    found = find_entry_points(PAGE, "https://example.org/fa/")
    assert found.feeds == ("https://example.org/rss/all", "https://example.org/feeds/world.xml")
    assert found.sections == ("https://example.org/world",)
    assert (found.name, found.language) == ("The Example", "fa")
    assert "https://example.org/fa/feed/" in found.guesses
    assert "https://example.org/sitemap.xml" in found.guesses


def test_robots_txt() -> None:
    body = b"User-agent: *\nDisallow: /x\nSitemap: https://example.org/sitemap.xml\nsitemap:/news-sitemap.xml\nSitemap: ftp://x/\n"
    found = find_entry_points(body, "https://example.org/robots.txt")
    assert found.sitemaps == ("https://example.org/sitemap.xml",)
    assert found.news_sitemaps == ("https://example.org/news-sitemap.xml",)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["https://example.org/", "https://example.org/robots.txt"]))
def test_any_bytes_give_entry_points(body: bytes, url: str) -> None:
    found = find_entry_points(b"Sitemap: " + body, url)
    assert all(link.startswith("http") for link in (*found.feeds, *found.sitemaps, *found.guesses))
