"""The headline, by agreement of what the page says in several places, less the outlet's own name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, frozen
from lxml import etree

from monitor.extraction import jsonld
from monitor.extraction.strings import clean, fold
from monitor.extraction.survey import Survey

SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/~*]\s+|\s*[|｜_»：]\s*|\s*::\s*|(?<=\S)\s*[-–—]\s+(?=\S)")
PIPE = re.compile(r"\s+[|｜»]\s+")
LONG = 15  # characters before a pipe that are a headline, not a section's name
KICKER = re.compile(
    r"kicker|overline|eyebrow|roof|dachzeile|pre-?title|topline|topic|category|rubri|section-?name|hidden|screen-?reader|sr-only|spitzmarke|"
    r"label|badge|flag|date|time|antetitulo|volanta|catenaccio|occhiello|surtitre|subtitle|sub-?head",
    re.IGNORECASE,
)
FRAME = re.compile(r"hidden|screen-?reader|sr-only|logo|site-?(?:title|name)|brand", re.IGNORECASE)
HOME = re.compile(r"\s*(?:https?://[^/]+)?/?\s*$", re.IGNORECASE)
DATED = re.compile(r"^\W{0,3}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\s?[-–—|:]\s(?=\S{3})")
HEADLINE = re.compile(
    r"headline|(?:entry|post|article|story|page|news|content|item|single)[-_]?(?:title|name)|titulo|titre|titel|titolo|başlık|baslik",
    re.IGNORECASE,
)
MAX_HEADLINE = 400  # characters; what is longer is a paragraph
MAX_NAME = 40  # folded characters of an outlet's name; what is longer is a sentence
HELD = 0.6  # share of a source's weight that goes to a text which its own text holds
HOLDS = 0.4  # and to a text that holds its own
SHORT = 6  # folded characters below which a heading is hardly a headline

# How far each source is trusted, found by a random search over half of a corpus by outlet and confirmed on the other
# half. Pages that describe an article in JSON-LD also write their og:title for search engines; others do not.
WITH_JSON_LD = {"json-ld": 1.0, "microdata": 1.2, "h1": 1.2, "meta": 0.6, "twitter": 0.4, "title": 0.3, "heading": 0.8}
WITHOUT = {"json-ld": 1.0, "microdata": 0.5, "h1": 2.0, "meta": 1.2, "twitter": 0.2, "title": 0.6, "heading": 2.4}


@frozen
class Found:
    """A candidate and the source it comes from."""

    text: str
    source: str


def find_headline(survey: Survey, names: frozenset[str]) -> tuple[str, str]:
    """The headline and its source, both empty where the page has none; `names` are folded names of the outlet."""
    found = [c for c in _candidates(survey, names) if c.text and len(c.text) <= MAX_HEADLINE and fold(c.text)]
    found = [c for c in found if fold(c.text) not in names] or found[:1]
    if not found:
        return "", ""
    weights = WITH_JSON_LD if any(c.source == "json-ld" for c in found) else WITHOUT
    keys = [fold(c.text) for c in found]
    scores = [_score(keys[i], found, keys, weights) for i in range(len(found))]
    best = max(range(len(found)), key=lambda i: (scores[i], -i))
    return found[best].text, "meta" if found[best].source in ("twitter", "title") else found[best].source


def _score(mine: str, found: list[Found], keys: list[str], weights: dict[str, float]) -> float:
    """The weight of every source that says the same, and part of that of one that nearly does."""
    seen: dict[str, float] = {}
    for other, key in zip(found, keys, strict=True):
        support = 1.0 if key == mine else _support(mine, key)
        seen[other.source] = max(seen.get(other.source, 0.0), support * weights[other.source])
    return sum(seen.values()) * (0.6 if len(mine) < SHORT and max(map(len, keys)) > 30 else 1.0)


def _support(mine: str, other: str) -> float:
    """What another source adds to a text: most of its weight where it says this with a kicker or a suffix."""
    if min(len(mine), len(other)) < 0.4 * max(len(mine), len(other)):
        return 0.0
    return HELD if mine in other else HOLDS if other in mine else 0.0


def _candidates(survey: Survey, names: frozenset[str]) -> list[Found]:
    found = [Found(strip_name(jsonld.text_of(survey.article, "headline"), names), "json-ld")]
    found += [Found(strip_name(heading_text(e), names), "microdata") for e in survey.prop("headline")[:1]]
    found += [Found(strip_name(heading_text(e), names), "h1") for e in _own(survey.h1s)]
    for name, source in (
        ("og:title", "meta"),
        ("twitter:title", "twitter"),
        ("dc.title", "twitter"),
        ("title", "twitter"),
    ):
        if value := survey.meta(name):
            found.append(Found(strip_name(value, names), source))
    if survey.title:
        title = strip_name(survey.title, names)
        first = PIPE.split(title)[0].strip()
        found.append(Found(first if len(first) >= LONG else title, "title"))
    found = [evolve(c, text=DATED.sub("", c.text)) for c in found if c.text]
    return [*found, *_lower_headings(survey, found)]


def _own(h1s: Sequence[etree._Element]) -> list[etree._Element]:
    """The h1s less the frame's: in a menu, an aside or a footer, for screen readers, links to the front page."""
    return [e for e in h1s if not _is_frame(e)] or list(h1s)


def _is_frame(element: etree._Element) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if FRAME.search(named) or any(up.tag in ("nav", "aside", "footer") for up in element.iterancestors()):
        return True
    link = element.find(".//a")
    return link is not None and (link.get("rel") == "home" or HOME.match(link.get("href") or "") is not None)


def _lower_headings(survey: Survey, found: list[Found]) -> list[Found]:
    """Headings below the first level that are named as the headline, or begin the page's title where it has no h1."""
    titles = [fold(c.text) for c in found if c.source in ("title", "meta")]
    plain = not any(c.source == "h1" for c in found)
    out = []
    for element in survey.headings:
        text = heading_text(element)
        key = fold(text)
        named = bool(HEADLINE.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
        if len(key) >= 8 and (named or plain) and any(key in t for t in titles):
            out.append(Found(text, "heading"))
    return out[:3]


def heading_text(element: etree._Element) -> str:
    """The text of a heading without its kicker, date or what only screen readers hear."""
    pieces = [element.text or ""]
    for child in element:
        named = f"{child.get('class') or ''} {child.get('id') or ''}"
        if child.tag != "time" and not (named != " " and KICKER.search(named)):
            pieces.append(" ".join(str(t) for t in child.itertext()))
        pieces.append(child.tail or "")
    text = clean(" ".join(pieces)[:2000]).strip(" -–—|:")
    return text or clean(" ".join(str(t) for t in element.itertext())[:2000])


def strip_name(text: str, names: frozenset[str]) -> str:
    """Text without the outlet's name before or after a separator."""
    for _ in range(3):
        parts = list(SEPARATOR.finditer(text))
        if not parts:
            return text
        head, tail = text[: parts[0].start()], text[parts[-1].end() :]
        if _is_name(tail, names):
            text = text[: parts[-1].start()].strip()
        elif _is_name(head, names):
            text = text[parts[0].end() :].strip()
        else:
            return text
    return text


def _is_name(text: str, names: frozenset[str]) -> bool:
    folded = fold(text)
    if len(folded) < 2:
        return False
    return any(
        folded == n or (min(len(n), len(folded)) > 3 and (folded.startswith(n) or n.startswith(folded))) for n in names
    )


def outlet_names(survey: Survey, host: str, given: tuple[str, ...] = ()) -> frozenset[str]:
    """Folded names by which the page or its host calls the outlet."""
    kinds = {"newsmediaorganization", "website", "organization"}
    authors = _people(survey.article)
    outlets = (n for n in survey.nodes if jsonld.types_of(n) & kinds and "person" not in jsonld.types_of(n))
    said = [jsonld.text_of(node, "name") for node in outlets if not any(node is author for author in authors)][:6]
    metas = ("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone")
    bare = re.sub(r"^(?:www\d?|m|amp|mobile|news|en)\.", "", host.lower())
    publisher = (survey.article or {}).get("publisher")
    person = isinstance(publisher, Mapping) and "person" in jsonld.types_of(publisher)
    names = {*(survey.meta(m) for m in metas), *said, *given}
    names |= set() if person else {jsonld.text_of(survey.article, "publisher")}
    names |= {bare, bare.rsplit(".", 1)[0], bare.split(".", maxsplit=1)[0], f"www.{bare}"}
    return frozenset(f for f in (fold(n) for n in names if n) if 1 < len(f) <= MAX_NAME)


def _people(article: jsonld.Node | None) -> list[Any]:
    """The nodes that are the article's authors where it has several: a wire service among them is not the outlet."""
    value = (article or {}).get("author")
    return value if isinstance(value, list) and len(value) > 1 else []
