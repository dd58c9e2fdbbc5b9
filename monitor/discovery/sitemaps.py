"""Sitemaps, news sitemaps, sitemap indexes and lists of addresses (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from itertools import islice
from typing import Final, TypeVar

from attrs import frozen
from lxml import etree

from monitor.discovery.dates import parse_date
from monitor.discovery.markup import MAX_ADDRESS, Element, address, decode, parse_xml, plain, unzip
from monitor.discovery.problems import NotASitemap
from monitor.model import Candidate, Moment

MAX_TAG: Final = 300  # characters of a name
MAX_ENTRIES: Final = 50_000  # of one sitemap, as the protocol allows
MAX_CANDIDATES: Final = 10_000  # of one sitemap, the newest of the 50,000 that the protocol allows
MAX_CHILDREN: Final = 1000  # of one index, the newest

_ROOT: Final = re.compile(r"<(?:[A-Za-z_][\w.-]{0,30}:)?(urlset|sitemapindex)[\s>/]", re.IGNORECASE)
_HEAD: Final = 65_536
_T = TypeVar("_T")
_OLDEST: Final = datetime(1, 1, 2, tzinfo=UTC)


@frozen
class Sitemap:
    """What a sitemap announces: articles, and for an index further sitemaps with the time of their last change."""

    candidates: tuple[Candidate, ...] = ()
    children: tuple[tuple[str, Moment | None], ...] = ()


def parse_sitemap(
    body: bytes,
    url: str,
    *,
    outlet: str,
    charset: str | None = None,
    now: datetime | None = None,
    zone: tzinfo = UTC,
) -> Sitemap:
    """Read a sitemap, plain, gzipped or cut off; its candidates and children are one an address, bounded, newest kept.

    Raises NotASitemap where body is none.
    """
    body, _ = unzip(body)
    if not body.strip(b"\x00\t\r\n "):
        raise NotASitemap(url, "it is empty")
    text = decode(body, charset)
    found = _ROOT.search(text, 0, _HEAD)
    if not found:
        return Sitemap(_listed(text, url, outlet))
    root = parse_xml(text[found.start() :], url)
    if root is None:
        raise NotASitemap(url, "nothing of its XML can be read")
    if found[1].lower() == "sitemapindex":
        return Sitemap(children=_children(root, url, now))
    return Sitemap(_candidates(root, url, outlet, zone, now))


def _listed(text: str, url: str, outlet: str) -> tuple[Candidate, ...]:
    """The addresses of a text sitemap, one a line. Raises NotASitemap where a line is anything else."""
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()[: MAX_CANDIDATES + 1]]
    links = dict.fromkeys(line for line in lines if line)
    if not links or not all(link.startswith(("http://", "https://")) and len(link) <= MAX_ADDRESS for link in links):
        raise NotASitemap(url, "it is neither a urlset, a sitemapindex nor a list of addresses")
    usable = dict.fromkeys(filter(None, (address(link, url) for link in links)))
    return tuple(Candidate(url=link, outlet=outlet, found_in=url) for link in usable)[:MAX_CANDIDATES]


def _children(root: Element, url: str, now: datetime | None) -> tuple[tuple[str, Moment | None], ...]:
    found: dict[str, Moment | None] = {}
    for fields in _entries(root, "sitemap"):
        if (link := address(fields.get("loc"), url)) and link != url:
            found[link] = parse_date(fields.get("lastmod", ""), now=now)
    return tuple(_newest(list(found.items()), lambda child: child[1], MAX_CHILDREN)[:MAX_CHILDREN])


def _candidates(root: Element, url: str, outlet: str, zone: tzinfo, now: datetime | None) -> tuple[Candidate, ...]:
    """One an address; of more entries than are kept the newest are read first, so that few addresses are looked at."""
    dated = [
        (
            fields,
            parse_date(fields.get("publication_date", ""), zone=zone, now=now),
            parse_date(fields.get("lastmod", ""), zone=zone, now=now),
        )
        for fields in _entries(root, "url")
    ]
    found: dict[str, Candidate] = {}
    for fields, published, modified in _newest(dated, lambda entry: entry[1] or entry[2], MAX_CANDIDATES):
        link = address(fields.get("loc"), url)
        if link is None or link in found:
            continue
        found[link] = Candidate(
            url=link,
            outlet=outlet,
            headline=plain(fields.get("title")) or None,
            published=published,
            modified=modified,
            language=plain(fields.get("language"))[:35] or None,
            found_in=url,
        )
        if len(found) == MAX_CANDIDATES:
            break
    return tuple(found.values())


def _entries(root: Element, name: str) -> Iterator[dict[str, str]]:
    """The fields of each `url` or `sitemap` element by local name; pictures and videos keep theirs to themselves."""
    named = (element for element in root.iter(etree.Element) if _local(element) == name)
    for element in islice(named, MAX_ENTRIES):
        fields: dict[str, str] = {}
        for child in element:
            if len(child) == 0:
                fields.setdefault(_local(child), (child.text or "").strip())
            elif _local(child) == "news":
                for leaf in _leaves(child):
                    fields.setdefault(_local(leaf), (leaf.text or "").strip())
        yield fields


def _leaves(news: Element) -> Iterator[Element]:
    for child in news.iterchildren(etree.Element):
        yield from child.iterchildren(etree.Element) if len(child) else (child,)


def _local(element: Element) -> str:
    return _without_namespace(str(element.tag)[-MAX_TAG:])


@lru_cache(maxsize=2_048)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _newest(entries: list[_T], when: Callable[[_T], Moment | None], limit: int) -> list[_T]:
    """The entries in their order where there are at most `limit`, else the newest first."""
    if len(entries) <= limit:
        return entries
    return sorted(entries, key=lambda entry: when(entry) or _OLDEST, reverse=True)
