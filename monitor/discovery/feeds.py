"""RSS 0.9 to 2.0, RDF, Atom and JSON Feed to candidates, each item with its own title, address and date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from itertools import islice
from typing import Any, Final

from attrs import frozen
from lxml import etree

from monitor.discovery.dates import parse_date
from monitor.discovery.jsonfeed import load_json, read_items, read_own
from monitor.discovery.markup import Element, address, decode, parse_xml, plain, unzip
from monitor.discovery.problems import NotAFeed
from monitor.model import Candidate, Moment

MAX_BYTES: Final = 8_000_000  # after decompression; feeds with whole articles in a hundred entries have some 2 MB
MAX_ELEMENTS: Final = 200_000  # forty for each of MAX_ITEMS
MAX_TAGS: Final = 300_000  # sixty for each of MAX_ITEMS
MAX_CHILDREN: Final = 200  # of one entry that are looked at
MAX_TAG: Final = 300  # characters of a name with its namespace
MAX_ITEMS: Final = 5000  # of one feed; the largest seen in the wild have some 1,000

_ROOT: Final = re.compile(r"<(?:[A-Za-z_][\w.-]{0,30}:)?(rss|rdf|feed|channel)[\s>/]", re.IGNORECASE)
_HEAD: Final = 65_536  # characters in which the root element must begin
_FAMILIES: Final = (
    ("purl.org/dc/", "dc"),
    ("search.yahoo.com/mrss", "media"),
    ("itunes.com", "itunes"),
    ("rssnamespace.org/feedburner", "feedburner"),
    ("2005/atom", "atom"),
    ("purl.org/atom", "atom"),
    ("purl.org/rss/1.0/modules", "module"),
    ("purl.org/rss/", ""),
    ("my.netscape.com/rdf", ""),
    ("backend.userland.com", ""),
    ("cyber.law.harvard.edu/rss", ""),
    ("blogs.law.harvard.edu/tech/rss", ""),
)
_TITLES: Final = (("", "title"), ("atom", "title"), ("dc", "title"), ("media", "title"))
_PUBLISHED: Final = (("", "pubdate"), ("atom", "published"), ("atom", "issued"), ("dc", "issued"), ("dc", "date"),
                     ("dc", "created"), ("", "published"), ("", "date"), ("atom", "created"))  # fmt: skip
_MODIFIED: Final = (
    ("atom", "updated"),
    ("atom", "modified"),
    ("dc", "modified"),
    ("", "updated"),
    ("", "lastbuilddate"),
)
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"


@frozen
class _Context:
    """What holds for every item of a feed."""

    url: str
    outlet: str
    zone: tzinfo
    now: datetime | None
    language: str | None


Fields = dict[tuple[str, str], list[Element]]


def parse_feed(
    body: bytes,
    url: str,
    *,
    outlet: str,
    charset: str | None = None,
    now: datetime | None = None,
    zone: tzinfo = UTC,
) -> list[Candidate]:
    """Read RSS 0.9 to 2.0, RDF, Atom or JSON Feed, also wrongly served, cut off or mildly broken.

    `charset` is what the HTTP header claims, `zone` holds for dates that name none, and a date ahead of `now` is none.
    At most MAX_ITEMS candidates, in the feed's order, one an address. Raises NotAFeed where body is none of these; an
    entry without a usable link is left out.
    """
    return _candidates(_opened(body, url, charset), url, outlet=outlet, now=now, zone=zone)


@frozen(kw_only=True)
class Channel:
    """What a feed says of itself."""

    name: str = ""
    homepage: str | None = None
    language: str | None = None


def read_feed(body: bytes, url: str, *, charset: str | None = None) -> tuple[Channel, list[Candidate]]:
    """The name, front page and language that a feed declares, and what it announces, as `parse_feed` reads it."""
    feed = _opened(body, url, charset)
    return _channel(feed, url), _candidates(feed, url, outlet="", now=None, zone=UTC)


def _opened(body: bytes, url: str, charset: str | None) -> Element | dict[str, Any]:
    """The root of a feed's XML, or a JSON Feed. Raises NotAFeed where body is neither."""
    body, _ = unzip(body, MAX_BYTES)
    if not body.strip(b"\x00\t\r\n "):
        raise NotAFeed(url, "it is empty")
    text = decode(body, charset)
    if text.lstrip("\ufeff\x00 \t\r\n").startswith(("{", "[")):
        return load_json(text, url)
    return _root(text, url)


def _candidates(
    feed: Element | dict[str, Any], url: str, *, outlet: str, now: datetime | None, zone: tzinfo
) -> list[Candidate]:
    if isinstance(feed, dict):
        return _unique(read_items(feed, url, outlet=outlet, zone=zone, now=now))
    context = _Context(url, outlet, zone, now, _language(feed))
    return _unique(filter(None, (_candidate(item, context) for item in _items(feed))))


def _channel(feed: Element | dict[str, Any], url: str) -> Channel:
    if isinstance(feed, dict):
        name, homepage, language = read_own(feed, url)
        return Channel(name=name, homepage=homepage, language=language)
    inner = next((each for each in feed.iterchildren(etree.Element) if _name(each) == ("", "channel")), feed)
    fields: Fields = {}
    for child in islice(inner.iterchildren(etree.Element), MAX_CHILDREN):
        fields.setdefault(_name(child), []).append(child)
    context = _Context(url, "", UTC, None, None)
    return Channel(name=_text(fields, _TITLES), homepage=_link(inner, fields, context), language=_language(feed))


def _root(text: str, url: str) -> Element:
    found = _ROOT.search(text, 0, _HEAD)
    if not found:
        page = "<html" in text[:_HEAD].lower() or "<!doctype html" in text[:_HEAD].lower()
        raise NotAFeed(url, "it is an HTML page" if page else "it begins with nothing that a feed begins with")
    root = parse_xml(text[found.start() :], url, MAX_TAGS)
    if root is None:
        raise NotAFeed(url, "nothing of its XML can be read")
    return root


def _items(root: Element) -> Iterator[Element]:
    count = 0
    for element in islice(root.iter(etree.Element), MAX_ELEMENTS):
        if _name(element) in (("", "item"), ("atom", "entry"), ("", "entry")):
            yield element
            count += 1
            if count >= MAX_ITEMS:
                return


def _name(element: Element) -> tuple[str, str]:
    return _named(str(element.tag)[:MAX_TAG])


@lru_cache(maxsize=2_048)
def _named(tag: str) -> tuple[str, str]:
    """(family, local name) in small letters, by namespace, or by prefix where the namespace is not declared."""
    if tag.startswith("{"):
        space, _, local = tag[1:].partition("}")
        space = space.lower()
        return next((family for part, family in _FAMILIES if part in space), space), local.lower()
    prefix, colon, local = tag.lower().rpartition(":")
    return {"dcterms": "dc", "rss": "", "a10": "atom"}.get(prefix, prefix) if colon else "", local


def _candidate(item: Element, context: _Context) -> Candidate | None:
    fields: Fields = {}
    for child in islice(item.iterchildren(etree.Element), MAX_CHILDREN):
        fields.setdefault(_name(child), []).append(child)
    link = _link(item, fields, context)
    if link is None:
        return None
    language = _text(fields, (("dc", "language"), ("", "language"))) or item.get(f"{_XML}lang") or context.language
    modified = _date(fields, _MODIFIED, context, language)
    return Candidate(
        url=link,
        outlet=context.outlet,
        headline=_text(fields, _TITLES) or None,
        published=_date(fields, _PUBLISHED, context, language) or modified,
        modified=modified,
        language=language or None,
        authors=_authors(fields),
        found_in=context.url,
    )


def _link(item: Element, fields: Fields, context: _Context) -> str | None:
    """The article's own address: the one behind a counting proxy, the link, the permalink, the identifier."""
    for text, element in _links(item, fields):
        base = (element.base if element is not None else None) or context.url
        found = address(text, address(base, context.url) or context.url)
        if found:
            return found
    return None


def _links(item: Element, fields: Fields) -> Iterator[tuple[str | None, Element | None]]:
    for element in fields.get(("feedburner", "origlink"), ()):
        yield _content(element), element
    links = [*fields.get(("", "link"), ()), *fields.get(("atom", "link"), ())]
    for element in links:
        if not element.get("href"):
            yield _content(element), element
    alternates = [each for each in links if each.get("href") and each.get("rel", "alternate").lower() == "alternate"]
    for element in sorted(alternates, key=lambda each: "html" not in (each.get("type") or "html")):
        yield element.get("href"), element
    for element in fields.get(("", "guid"), ()):
        text = _content(element)
        if (element.get("isPermaLink") or "true").lower() != "false" or text.startswith(("http://", "https://")):
            yield text, element
    for element in (*fields.get(("atom", "id"), ()), *fields.get(("", "id"), ())):
        if (text := _content(element)).startswith(("http://", "https://")):
            yield text, element
    yield next((str(value) for key, value in item.attrib.items() if str(key).endswith("}about")), None), item


def _content(element: Element) -> str:
    return "".join(element.itertext()).strip()  # type: ignore[arg-type]  # the stubs allow bytes, which lxml never gives


def _text(fields: Fields, names: Iterable[tuple[str, str]]) -> str:
    """The first of the named fields that says something, as one plain line."""
    for name in names:
        for element in fields.get(name, ()):
            if text := plain(_content(element)):
                return text
    return ""


def _date(fields: Fields, names: Iterable[tuple[str, str]], context: _Context, language: str | None) -> Moment | None:
    for name in names:
        for element in fields.get(name, ()):
            if when := parse_date(_content(element), zone=context.zone, language=language, now=context.now):
                return when
    return None


def _authors(fields: Fields) -> tuple[str, ...]:
    found: list[str] = []
    for element in fields.get(("atom", "author"), ()):
        found += [plain(_content(child)) for child in element if _name(child)[1] == "name"]
    found += [plain(_content(element)) for element in fields.get(("dc", "creator"), ())]
    for element in fields.get(("", "author"), ()):
        text = plain(_content(element))
        inside = re.search(r"\(([^()]{2,100})\)", text)  # RSS 2.0: lawyer@boyer.net (Lawyer Boyer)
        found.append(inside[1] if inside and "@" in text else "" if "@" in text else text)
    return tuple(dict.fromkeys(name for name in found if name))[:20]


def _language(root: Element) -> str | None:
    for element in (root, *islice(root.iterchildren(etree.Element), 1)):
        if said := element.get(f"{_XML}lang"):
            return str(said)[:35]
        for child in islice(element.iterchildren(etree.Element), MAX_CHILDREN):
            if _name(child) in (("", "language"), ("dc", "language")):
                return plain(_content(child))[:35] or None
    return None


def _unique(candidates: Iterable[Candidate]) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.url, candidate)
    return list(found.values())
