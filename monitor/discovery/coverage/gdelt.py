"""GDELT's DOC 2.0 API: `…/doc?query=…&mode=ArtList&format=json&startdatetime=…&enddatetime=…&maxrecords=…`.

It searches the machine translation into English of what 65 languages print, so it is asked in Latin letters; headlines
come in their own language. Errors are a line of text with the status 200. It wants five seconds between two requests.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from urllib.parse import quote

from babel import Locale

from monitor.discovery.coverage.protocol import Ask, Finding, Lead, NoAnswer, Query, Question
from monitor.discovery.dates import parse_date
from monitor.discovery.markup import address, plain
from monitor.language import LANGUAGES

MOST: Final = 100  # records of one answer; GDELT gives at most 250
SHORTEST: Final = 3  # letters; what is shorter is refused


class Gdelt:
    """The API at an address, https://api.gdeltproject.org/api/v2/doc/doc."""

    name = "GDELT"
    delay = 5.0

    def __init__(self, url: str) -> None:
        self._url = url

    def asks(self, question: Question) -> Sequence[Ask]:
        """Each query once."""
        if not question.is_latin:
            return []
        asked = (_words(query) for query in question.queries)
        return [Ask(url=self._asked(words, question)) for words in dict.fromkeys(asked) if words]

    def read(self, ask: Ask, body: bytes, url: str, charset: str | None, question: Question) -> Finding:  # noqa: ARG002
        """Read the list; no article at all is an empty object."""
        text = body.decode("utf-8", "replace").strip()
        try:
            value = json.loads(text, strict=False)  # headlines hold raw control characters
        except (ValueError, RecursionError):
            raise NoAnswer(url, f"it says {plain(text)[:120]!r}") from None
        rows = value.get("articles", []) if isinstance(value, dict) else None
        if not isinstance(rows, list):
            raise NoAnswer(url, "it has no list of articles")
        return Finding(leads=tuple(filter(None, (_lead(row, url) for row in rows[:MOST]))))

    def lead_on(self, url: str, body: bytes) -> str | None:  # noqa: ARG002  (its addresses are the publishers')
        """Every address is an article's own."""
        return url

    def _asked(self, words: str, question: Question) -> str:
        given = f"query={quote(words, safe='')}&mode=ArtList&format=json&sort=HybridRel&maxrecords={MOST}"
        if question.span:
            first, last = (each.strftime("%Y%m%d%H%M%S") for each in question.span)
            given += f"&startdatetime={first}&enddatetime={last}"
        return f"{self._url}{'&' if '?' in self._url else '?'}{given}"


def _words(query: Query) -> str:
    """Phrases in quotes; alternatives stand in brackets, which GDELT takes only around two or more."""
    if len(query.name) < SHORTEST:
        return ""
    others = [_quoted(each) for each in query.others if len(each) >= SHORTEST]
    more = f" ({' OR '.join(others)})" if len(others) > 1 else f" {others[0]}" if others else ""
    return _quoted(query.name) + more


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words or "-" in words else words


def _lead(row: Any, url: str) -> Lead | None:
    if not isinstance(row, dict):
        return None
    values = {name: value for name, value in row.items() if isinstance(value, str)}
    link = address(values.get("url"), url)
    if link is None:
        return None
    return Lead(
        url=link,
        headline=plain(values.get("title")),
        published=parse_date(_iso(values.get("seendate", ""))),
        language=_languages().get(values.get("language", "").casefold(), ""),
        country=_countries().get(values.get("sourcecountry", "").casefold(), ""),
        publisher=plain(values.get("domain")),
    )


def _iso(stamp: str) -> str:
    """`20180522T101500Z` as ISO 8601 with its separators."""
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%S%z").isoformat()
    except ValueError:
        return ""


@lru_cache(1)
def _languages() -> dict[str, str]:
    return {row.name.casefold(): code for code, row in LANGUAGES.items()}


@lru_cache(1)
def _countries() -> dict[str, str]:
    names = Locale("en").territories
    return {name.casefold(): code for code, name in names.items() if len(code) == 2 and code.isalpha()}
