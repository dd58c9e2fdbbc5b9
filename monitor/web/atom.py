"""Atom feeds (RFC 4287), so that people can follow a search or an event."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from attrs import frozen
from lxml import etree

from monitor.index.codec import clean, time_of
from monitor.model import Article, Event

NAMESPACE = "http://www.w3.org/2005/Atom"
NAMES: dict[str | None, str] = {None: NAMESPACE}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SUMMARY = 500  # characters of an article that a feed shows
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@frozen(kw_only=True)
class Entry:
    """One entry; `path` is the address of its page here."""

    path: str
    title: str
    updated: datetime
    author: str = ""
    summary: str = ""
    language: str = ""


@frozen(kw_only=True)
class Feed:
    """A feed; `path` is the address of the page that it follows."""

    path: str
    title: str
    entries: Iterable[Entry]


def article_entry(article: Article, author: str) -> Entry:
    """An article of the index as an entry."""
    return Entry(
        path=f"/article/{article.id}",
        title=article.headline or article.url,
        updated=time_of(article),
        author=author,
        summary=article.body[:SUMMARY],
        language=article.language,
    )


def event_entry(event: Event) -> Entry:
    """An event as an entry, as new as its latest article."""
    return Entry(
        path=f"/event/{event.id}",
        title=event.headline,
        updated=event.last or event.first or EPOCH,
        summary="\n".join(event.headlines.values()),
    )


def to_atom(feed: Feed, *, base: str, url: str) -> bytes:
    """The feed as XML, the newest entry first; `base` is this site's address, `url` the feed's own."""
    entries = sorted(feed.entries, key=lambda entry: entry.updated, reverse=True)
    root = etree.Element(f"{{{NAMESPACE}}}feed", nsmap=NAMES)  # type: ignore[arg-type]  # the stubs know no default namespace
    _add(root, "id", base + feed.path)
    _add(root, "title", feed.title)
    _add(root, "updated", _stamp(entries[0].updated if entries else EPOCH))
    _add(root, "link", rel="self", href=url)
    _add(root, "link", rel="alternate", type="text/html", href=base + feed.path)
    _add(_add(root, "author"), "name", "News monitor")
    for entry in entries:
        _entry(root, entry, base)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: etree._Element, entry: Entry, base: str) -> None:
    made = _add(root, "entry")
    if entry.language and entry.language != "und":
        made.set("{http://www.w3.org/XML/1998/namespace}lang", entry.language)
    _add(made, "id", base + entry.path)
    _add(made, "title", entry.title)
    _add(made, "updated", _stamp(entry.updated))
    _add(made, "link", rel="alternate", type="text/html", href=base + entry.path)
    if entry.author:
        _add(_add(made, "author"), "name", entry.author)
    if entry.summary:
        _add(made, "summary", entry.summary, type="text")


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", {key: _xml(each) for key, each in attributes.items()})
    made.text = None if text is None else _xml(text)
    return made


def _xml(text: str) -> str:
    return _NOT_XML.sub("", clean(text))


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds")
