"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/) to candidates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any, Final

from monitor.discovery.dates import parse_date
from monitor.discovery.markup import address, plain
from monitor.discovery.problems import NotAFeed
from monitor.model import Candidate, Moment

MAX_ITEMS: Final = 5000


def load_json(text: str, url: str) -> dict[str, Any]:
    """Read a JSON Feed. Raises NotAFeed where the text is not JSON or holds no list of items."""
    try:
        feed = json.loads(text.lstrip("\ufeff\x00 \t\r\n"), strict=False)
    except (ValueError, RecursionError) as problem:
        raise NotAFeed(url, f"it begins like JSON and is none ({str(problem)[:100]})") from None
    if isinstance(feed, list):
        feed = {"items": feed}
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise NotAFeed(url, "it is JSON without a list of items")
    return feed


def read_items(
    feed: dict[str, Any], url: str, *, outlet: str, zone: tzinfo, now: datetime | None
) -> Iterator[Candidate]:
    """The candidates of a JSON Feed, as `load_json` gives it."""
    base = address(_string(feed.get("feed_url")), url) or url
    language = _string(feed.get("language"))
    for item in feed["items"][:MAX_ITEMS]:
        if not isinstance(item, dict):
            continue
        link = next(filter(None, (_link(item, key, base) for key in ("url", "external_url", "id"))), None)
        if link is None:
            continue
        said = _string(item.get("language")) or language
        modified = _date(item.get("date_modified"), zone, now)
        yield Candidate(
            url=link,
            outlet=outlet,
            headline=plain(_string(item.get("title"))) or None,
            published=_date(item.get("date_published"), zone, now) or modified,
            modified=modified,
            language=said[:35] if said else None,
            authors=_authors(item),
            found_in=url,
        )


def read_own(feed: dict[str, Any], url: str) -> tuple[str, str | None, str | None]:
    """What a JSON Feed says of itself: its name, front page and language."""
    base = address(_string(feed.get("feed_url")), url) or url
    homepage = address(_string(feed.get("home_page_url")), base) if feed.get("home_page_url") else None
    return plain(_string(feed.get("title"))), homepage, _string(feed.get("language"))[:35] or None


def _link(item: dict[str, Any], key: str, base: str) -> str | None:
    value = _string(item.get(key))
    if key == "id" and not value.startswith(("http://", "https://")):
        return None
    return address(value, base)


def _string(value: object) -> str:
    """A string without the lone surrogates that JSON can escape; "" for anything else."""
    return value[:20_000].encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _date(value: object, zone: tzinfo, now: datetime | None) -> Moment | None:
    return parse_date(_string(value), zone=zone, now=now) if value else None


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    listed = item.get("authors")
    people = listed if isinstance(listed, list) else [item.get("author")]
    names = (plain(_string(each.get("name"))) for each in people[:20] if isinstance(each, dict))
    return tuple(dict.fromkeys(name for name in names if name))
