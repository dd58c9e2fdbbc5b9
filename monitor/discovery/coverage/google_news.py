"""Google News' search as RSS: `/rss/search?q=…&hl=…&gl=…&ceid=…`; its links lead on to the publishers'.

An item has the headline with the publisher's name behind it, and `<source url>` with the publisher's site. The last
part of a link is base64url of a protocol buffer. In older links that holds the article's address; in newer ones only an
opaque name, which the server resolves by a redirect or, in a browser, by script: those lead nowhere for us.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from urllib.parse import quote, urlsplit

from babel.core import get_global
from lxml import etree

from monitor.discovery.coverage.protocol import Ask, Finding, Lead, NoAnswer, Query, Question
from monitor.discovery.dates import parse_date
from monitor.discovery.markup import Element, address, decode, parse_xml, plain, unzip

MOST: Final = 100  # items of one answer, as many as Google gives

_ROOT: Final = re.compile(r"<rss[\s>]", re.IGNORECASE)
_INSIDE: Final = re.compile(rb"https?://[\x21-\x7e]{4,2048}")
_LINKED: Final = re.compile(rb"<(?:a|c-wiz|link)\b[^>]{0,2000}?\b(?:href|data-n-au)=\"(https?://[^\"]{4,2048})\"")
# Google names some languages by their own codes: (hl, the part of ceid behind the colon).
_OWN: Final = {
    "zh-CN": ("zh-CN", "zh-Hans"),
    "zh-SG": ("zh-SG", "zh-Hans"),
    "zh-TW": ("zh-TW", "zh-Hant"),
    "zh-HK": ("zh-HK", "zh-Hant"),
    "pt-BR": ("pt-BR", "pt-419"),
    "pt-PT": ("pt-PT", "pt-150"),
}


class GoogleNews:
    """Google News at `base`, https://news.google.com."""

    name = "Google News"
    delay = 2.0

    def __init__(self, base: str) -> None:
        self._base = base.rstrip("/")

    def asks(self, question: Question) -> Sequence[Ask]:
        """Each query in the article's own edition, then in the English one where the names are in Latin letters."""
        language = question.language.partition("-")[0]
        editions = [(language, question.country or _home(question.language))]
        if language != "en" and question.is_latin:
            editions.append(("en", "US"))
        return [
            Ask(url=self._url(query, question, *edition), language=edition[0])
            for query in question.queries
            for edition in editions
        ]

    def read(self, ask: Ask, body: bytes, url: str, charset: str | None, question: Question) -> Finding:  # noqa: ARG002
        """Read the feed."""
        body, _ = unzip(body)
        text = decode(body, charset)
        found = _ROOT.search(text, 0, 65_536)
        root = parse_xml(text[found.start() :], url) if found else None
        if root is None:
            raise NoAnswer(url, "it is no RSS")
        items = list(root.iter("item"))[:MOST]
        return Finding(leads=tuple(filter(None, (self._lead(item, url, ask) for item in items))))

    def lead_on(self, url: str, body: bytes) -> str | None:
        """The address in a link's own last part, or the one that a page of the way shows."""
        if body:
            own = urlsplit(self._base).hostname
            links = (found[1].decode("ascii", "replace").replace("&amp;", "&") for found in _LINKED.finditer(body))
            return next((each for each in links if not _is_google(urlsplit(each).hostname or "", own)), None)
        last = urlsplit(url).path.rpartition("/")[2]
        try:
            packed = base64.urlsafe_b64decode(last + "=" * (-len(last) % 4))
        except (binascii.Error, ValueError):
            return None
        inside = _INSIDE.search(packed)
        return inside[0].decode("ascii") if inside else None

    def _url(self, query: Query, question: Question, language: str, country: str) -> str:
        words = f'"{query.name}"' if " " in query.name else query.name
        if query.others:
            words += f" ({' OR '.join(_quoted(each) for each in query.others)})"
        if question.span:
            first, last = question.span
            words += f" after:{first.date().isoformat()} before:{(last + timedelta(days=1)).date().isoformat()}"
        hl, code = _OWN.get(f"{language}-{country}", (language, language))
        if language == "en":
            hl = f"en-{country}"
        return f"{self._base}/rss/search?q={quote(words, safe='')}&hl={hl}&gl={country}&ceid={country}:{code}"

    def _lead(self, item: Element, url: str, ask: Ask) -> Lead | None:
        link = address(item.findtext("link"), url)
        if link is None:
            return None
        source = item.find("source")
        publisher = plain(source.text) if isinstance(source, etree._Element) else ""  # noqa: SLF001  (lxml names its class so)
        return Lead(
            url=link,
            headline=_without(plain(item.findtext("title")), publisher),
            published=parse_date(item.findtext("pubDate") or ""),
            language=ask.language,
            publisher=publisher,
            site=(address(source.get("url"), url) or "") if source is not None else "",
            indirect=urlsplit(link).hostname == urlsplit(self._base).hostname,
        )


def _without(title: str, publisher: str) -> str:
    ending = f" - {publisher}"
    return title.removesuffix(ending) if publisher else title


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def _is_google(host: str, own: str | None) -> bool:
    return host == own or host.endswith((".google.com", ".gstatic.com", ".googleapis.com", ".googleusercontent.com"))


def _home(language: str) -> str:
    """The country where a language is most at home (CLDR's likely subtags)."""
    likely: str = get_global("likely_subtags").get(language.replace("-", "_"), "en_Latn_US")
    return likely.rpartition("_")[2]
