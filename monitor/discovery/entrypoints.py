"""Where a front page or robots.txt says that an outlet announces its articles."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from attrs import frozen
from selectolax.lexbor import LexborHTMLParser

from monitor.discovery.markup import address, decode, plain, unzip

MAX_FOUND: Final = 50  # of each kind

_FEED_TYPES: Final = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "text/rss+xml")
)
_SITEMAP_LINE: Final = re.compile(r"^\s{0,9}sitemap\s{0,9}:\s{0,9}(\S{1,2048})", re.IGNORECASE | re.MULTILINE)
_FEED_LINK: Final = re.compile(r"(?:^|[/.=_-])(?:rss|feeds?|atom|rdf)(?:[/.=_?-]|$)", re.IGNORECASE)
_NOT_NEWS: Final = re.compile(r"comment|/wp-json/|podcast|oembed", re.IGNORECASE)
_USUAL_FEEDS: Final = ("feed/", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml")
_USUAL_SITEMAPS: Final = ("news-sitemap.xml", "sitemap-news.xml", "sitemap_news.xml", "googlenews.xml", "sitemap.xml")


@frozen(kw_only=True)
class EntryPoints:
    """Addresses that announce articles, best first; `guesses` are usual paths that nothing points to."""

    feeds: tuple[str, ...] = ()
    news_sitemaps: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    name: str | None = None  # as the page names its site
    language: str | None = None  # as the page declares it


def find_entry_points(body: bytes, url: str) -> EntryPoints:
    """Read a front page (links to feeds, its sections, its name and language) or a robots.txt (its Sitemap lines).

    Never raises; what says nothing gives the guesses alone.
    """
    text = decode(unzip(body)[0]).replace("\x00", "")
    if urlsplit(url).path.endswith("robots.txt"):
        return _from_robots(text, url)
    tree = LexborHTMLParser(text) if text.strip() else None
    if tree is None:
        return EntryPoints(guesses=_guesses(url))
    lang = tree.css_first("html[lang]")
    return EntryPoints(
        feeds=_feeds(tree, url),
        sections=_sections(tree, url),
        guesses=_guesses(url),
        name=_name(tree),
        language=plain(lang.attributes.get("lang"))[:35] or None if lang else None,
    )


def _from_robots(text: str, url: str) -> EntryPoints:
    found = dict.fromkeys(filter(None, (address(link, url) for link in _SITEMAP_LINE.findall(text)[: 4 * MAX_FOUND])))
    news = [link for link in found if "news" in urlsplit(link).path.lower()]
    return EntryPoints(
        news_sitemaps=tuple(news[:MAX_FOUND]),
        sitemaps=tuple(link for link in found if link not in set(news))[:MAX_FOUND],
        guesses=_guesses(url),
    )


def _feeds(tree: LexborHTMLParser, url: str) -> tuple[str, ...]:
    """Declared feeds first, then links that read like one; never those of comments."""
    found: dict[str, None] = {}
    for node in tree.css("link[rel][href]"):
        rel = (node.attributes.get("rel") or "").lower().split()
        if "alternate" in rel and (node.attributes.get("type") or "").lower().split(";")[0] in _FEED_TYPES:
            found[address(node.attributes.get("href"), url) or ""] = None
    for node in tree.css("a[href]")[:5000]:
        link = address(node.attributes.get("href"), url) or ""
        if _FEED_LINK.search(urlsplit(link).path + "?" + urlsplit(link).query) and _same_site(link, url):
            found[link] = None
    return tuple(link for link in found if link and not _NOT_NEWS.search(link))[:MAX_FOUND]


def _sections(tree: LexborHTMLParser, url: str) -> tuple[str, ...]:
    """What the page's navigation leads to on the same site, one or two folders deep."""
    found: dict[str, None] = {}
    for node in tree.css("nav a[href], [role=navigation] a[href], header a[href]")[:1000]:
        link = address(node.attributes.get("href"), url)
        depth = len([part for part in urlsplit(link or "").path.split("/") if part])
        if link and _same_site(link, url) and 1 <= depth <= 2 and not urlsplit(link).query:
            found[link] = None
    return tuple(found)[:MAX_FOUND]


def _same_site(link: str, url: str) -> bool:
    here, there = ((urlsplit(each).hostname or "").removeprefix("www.") for each in (url, link))
    return there == here or there.endswith("." + here)


def _name(tree: LexborHTMLParser) -> str | None:
    site = tree.css_first("meta[property='og:site_name'][content]")
    said = plain(site.attributes.get("content")) if site else ""
    title = tree.css_first("title")
    return said or (re.split(r"\s[|–—-]\s", plain(title.text()))[0] if title else "") or None


def _guesses(url: str) -> tuple[str, ...]:
    """Usual addresses, below the page's own folder and at the top of its host."""
    folder = urljoin(url, "." if not urlsplit(url).path.endswith("robots.txt") else "/")
    top = urljoin(url, "/")
    return tuple(dict.fromkeys(urljoin(at, path) for at in (folder, top) for path in (*_USUAL_FEEDS, *_USUAL_SITEMAPS)))
