"""The headline, by agreement of what the page says in several places, less the outlet's own name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen
from lxml import etree

from monitor.extraction import jsonld
from monitor.extraction.headings import HEADLINE, LONG, TEASER, heading_text, is_step, joined, own, told_part
from monitor.extraction.strings import clean, fold
from monitor.extraction.survey import Survey
from monitor.extraction.vocabulary import named

SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/~*]\s+|\s*[|｜_»：]\s*|\s*::\s*|(?<=\S)\s*[-–—]\s+(?=\S)")
PIPE = re.compile(r"\s+[|｜»]\s+")
ARTICLE = re.compile(r"^\s*(?:the|der|die|das|le|la|les|el|il|lo|de|het|o|a)\s+(?=\S)", re.IGNORECASE)
DATED = re.compile(r"^\W{0,3}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\s?[-–—|:]\s(?=\S{3})")
MAX_HEADLINE = 400  # characters; what is longer is a paragraph
MAX_NAME = 40  # folded characters of an outlet's name; what is longer is a sentence
HELD = 0.6  # share of a source's weight that goes to a text which its own text holds
HOLDS = 0.4  # and to a text that holds its own
CUT = re.compile(r"\S\s?(?:\.{3}|…)[\s'\"»”]*$")  # how a title ends that was too long
TITLES = ("meta", "twitter", "title", "json-ld")  # sources that are no headings
UNHEADED = ("h4", "div", "td", "p", "b", "strong", "span", "font", "center")
MAX_UNHEADED = 1_500  # elements
MAX_PARTS = 60  # elements in one that may be a headline; itself too
LONGER = 2.5  # how many times a headline's length a title has at most
BESIDE = 8  # folded characters that stand with the headline, such as a clock
MAX_LINE = 160  # folded characters of a headline that no heading marks
STRANGE = 0.4  # times the score of a heading without a word of the page's titles, and of what is cut short
WORD = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W_]{4,}")
PREFIX = 5  # letters of a word by which two are compared
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
    names |= _headed_by(survey)
    found = [c for c in _candidates(survey, names) if c.text and len(c.text) <= MAX_HEADLINE and fold(c.text)]
    found = [c for c in found if not ({fold(c.text), fold(ARTICLE.sub("", c.text))} & names)] or found[:1]
    sources = {c.source for c in found}
    if sources.isdisjoint(("microdata", "h1", "heading")) and (survey.h1s or "json-ld" not in sources):
        found = [*found, *_unheaded(survey, found, names)]
    if not found:
        return "", ""
    weights = WITH_JSON_LD if any(c.source == "json-ld" for c in found) else WITHOUT
    keys = [fold(c.text) for c in found]
    doubt = _doubt(found, keys, survey.title)
    scores = [_score(keys[i], found, keys, weights) * doubt[i] for i in range(len(found))]
    best = max(range(len(found)), key=lambda i: (scores[i], -i))
    return found[best].text, "meta" if found[best].source in ("twitter", "title") else found[best].source


def _headed_by(survey: Survey) -> frozenset[str]:
    """What the first heading calls the site, such as a forum: the title ends with it, and a lower heading begins it."""
    *before, last = SEPARATOR.split(survey.title)
    key = fold(last)
    if not before or not key or all(fold(heading_text(e)) != key for e in survey.h1s[:3]):
        return frozenset()
    told = {fold(piece) for piece in before if len(piece) >= LONG and key not in fold(piece)}
    return frozenset((key,)) if any(fold(heading_text(e)) in told for e in survey.headings[:20]) else frozenset()


def _score(mine: str, found: list[Found], keys: list[str], weights: dict[str, float]) -> float:
    """The weight of every source that says the same, and part of that of one that nearly does."""
    seen: dict[str, float] = {}
    for other, key in zip(found, keys, strict=True):
        cut = CUT.search(other.text) and mine.startswith(key)
        support = 1.0 if key == mine or cut else _support(mine, key)
        seen[other.source] = max(seen.get(other.source, 0.0), support * weights[other.source])
    return sum(seen.values()) * (0.6 if len(mine) < SHORT and max(map(len, keys)) > 30 else 1.0)


def _doubt(found: list[Found], keys: list[str], title: str) -> list[float]:
    """What is left of each candidate's score.

    Less for what is cut short, for a heading without a word of the titles, and for one that is the name of a part in a
    page's title that holds the `og:title` beside it.
    """
    pieces = _pieces(title)
    beside = [key for c, key in zip(found, keys, strict=True) if c.source == "meta" and key in fold(title)]
    strange = [c.source in ("h1", "heading") and _is_strange(c.text, found) for c in found]
    cut = [
        bool(CUT.search(c.text)) and any(len(other) > len(key) and other.startswith(key) for other in keys)
        for c, key in zip(found, keys, strict=True)
    ]
    part = [
        c.source == "h1" and key in pieces and any(key not in other for other in beside)
        for c, key in zip(found, keys, strict=True)
    ]
    return [STRANGE if any(doubts) else 1.0 for doubts in zip(strange, cut, part, strict=True)]


def _is_strange(text: str, found: list[Found]) -> bool:
    """Whether a heading shares no word with what the page gives as its title; not so where nothing does."""
    key = fold(text)
    titles = [c.text for c in found if c.source in TITLES]
    if not titles or any(key in title or title in key for title in map(fold, titles)):
        return False
    own = _words(text)
    return all(own.isdisjoint(_words(title)) for title in titles)


def _pieces(title: str) -> frozenset[str]:
    """What a page's title joins with bars and dashes, folded; nothing where it is one piece."""
    found = [fold(piece) for piece in SEPARATOR.split(title)] if title else []
    return frozenset(found) if len(found) > 1 else frozenset()


def _words(text: str) -> set[str]:
    """The beginnings of a text's longer words, which compounds share; of scripts without spaces the characters."""
    return {w[:PREFIX].casefold() for w in WORD.findall(text)}


def _support(mine: str, other: str) -> float:
    """What another source adds to a text: most of its weight where it says this with a kicker or a suffix."""
    if min(len(mine), len(other)) < 0.4 * max(len(mine), len(other)):
        return 0.0
    return HELD if mine in other else HOLDS if other in mine else 0.0


def _candidates(survey: Survey, names: frozenset[str]) -> list[Found]:
    stated = jsonld.text_of(survey.article, "headline")
    found = [Found(strip_name(stated, names), "json-ld")]
    told = [t for t in (survey.title, survey.meta("og:title"), stated) if t]
    bare, titles = [strip_name(t, names) for t in told], [fold(t) for t in told]
    marked = [e for e in survey.prop("headline") if not is_step(e)][:1]
    found += [Found(joined(e, bare, stated) or strip_name(heading_text(e), names), "microdata") for e in marked]
    for e in own(survey.h1s):
        text = joined(e, bare, stated) or strip_name(told_part(e, titles), names)
        found.append(Found(text, "title" if is_step(e) else "h1"))
    for name, source in (
        ("og:title", "meta"),
        ("twitter:title", "twitter"),
        ("dc.title", "twitter"),
        ("title", "twitter"),
    ):
        if value := survey.meta(name):
            found.append(Found(strip_name(_whole(value, survey.title), names), source))
    if survey.title:
        title = strip_name(survey.title, names)
        first = PIPE.split(title)[0].strip()
        found.append(Found(first if len(first) >= LONG else title, "title"))
    found = [evolve(c, text=DATED.sub("", c.text)) for c in found if c.text]
    found += _lower_headings(survey, found, names)
    return found or [Found(strip_name(heading_text(e), names), "h1") for e in survey.h1s]


def _whole(value: str, title: str) -> str:
    """The page's title, where a quotation mark in it ended the attribute: content="Mayor calls the roof "a start""."""
    rest = title.removeprefix(value).lstrip() if title.startswith(value) else ""
    return title if rest.startswith('"') else value


def _lower_headings(survey: Survey, found: list[Found], names: frozenset[str]) -> list[Found]:
    """Headings below the first level that are named as the headline, or begin the page's title where it has no h1."""
    titles = [fold(c.text) for c in found if c.source in ("title", "meta", "json-ld")]
    short = [fold(c.text) for c in found if c.source in ("title", "meta") and CUT.search(c.text)]
    firsts = [c.text for c in found if c.source == "h1"]
    # A title that holds the site's name and another heading.
    pieces = _pieces(survey.title) if any(_is_name(text, names) for text in firsts) else frozenset()
    plain = all(_is_strange(text, found) for text in firsts)
    shared = {fold(c.text) for c in found if c.source == "meta"}
    exact = {key for key in shared if not any(key in fold(text) for text in firsts)}
    out = []
    for element in survey.headings:
        name = named(element)
        called = bool(HEADLINE.search(name))
        if not (called or plain or pieces or (exact and element.tag == "h2")):
            continue
        text = told_part(element, titles)
        key = fold(text)
        said = any(key in t for t in titles) or any(key.startswith(t) for t in short)
        told = key in pieces or key in exact or ((called or plain) and said)
        if len(key) >= 8 and told and not TEASER.search(name):
            out.append(Found(text, "heading"))
    return out[:3]


def _unheaded(survey: Survey, found: list[Found], names: frozenset[str]) -> list[Found]:
    """The headline of a page without headings: the first short text that its class or the title calls one."""
    titles = [fold(c.text) for c in found if not _is_name(c.text, names)]
    parts = _parts(survey.title)
    # Where JSON-LD or the page's path tells the title too, only what is called one is worth the look.
    sure = any(c.source == "json-ld" for c in found) or any(map(is_step, survey.h1s))
    for element in itertools.islice(survey.page.root.iter(*UNHEADED), MAX_UNHEADED):
        if sure and not any(word in element.get("class", "") for word in ("title", "headline")):
            continue
        inner = list(itertools.islice(element.iter(etree.Element), MAX_PARTS + 1))
        if len(inner) > MAX_PARTS or any(part.tag == "p" for part in inner):
            continue
        text = clean(" ".join(str(t) for t in element.itertext())[:MAX_HEADLINE])
        key = fold(text)
        if not 8 <= len(key) <= MAX_LINE or key in names:
            continue
        if key in titles or (HEADLINE.search(named(element)) and (not titles or any(key in t for t in titles))):
            return [Found(heading_text(element), "heading")]
        if told := next(
            (part for part in parts if key.endswith(fold(part)) and len(key) <= len(fold(part)) + BESIDE), ""
        ):
            return [Found(told, "heading")]
    return []


def _parts(title: str) -> list[str]:
    """What a page's title joins, the parts that are long enough for a headline and longer than half of it."""
    split = [part.strip() for part in SEPARATOR.split(title)]
    split += [title.partition(": ")[2].strip()]
    return [part for part in split if len(part) >= LONG and LONGER * len(part) > len(title) > len(part)]


@lru_cache(maxsize=64)  # a page gives one text in several places
def strip_name(text: str, names: frozenset[str]) -> str:
    """Text without the outlet's name before a separator, or behind one with all that follows it."""
    for _ in range(3):
        parts = list(SEPARATOR.finditer(text))
        ends = [*(m.start() for m in parts[1:]), len(text)][: len(parts)]
        cut = next((m for m, end in zip(parts, ends, strict=True) if _is_name(text[m.end() : end], names)), None)
        if parts and _is_name(text[: parts[0].start()], names):
            text = text[parts[0].end() :].strip()
        elif cut:
            text = text[: cut.start()].strip()
        else:
            return text
    return text


def _is_name(text: str, names: frozenset[str]) -> bool:
    forms = {form for form in (fold(text), fold(ARTICLE.sub("", text))) if len(form) > 1}
    return any(_alike(form, name) for form in forms for name in names)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and (one.startswith(other) or other.startswith(one)))


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
    return frozenset(f for n in names if n for f in (fold(n), fold(ARTICLE.sub("", n))) if 1 < len(f) <= MAX_NAME)


def _people(article: jsonld.Node | None) -> list[Any]:
    """The nodes that are the article's authors where it has several: a wire service among them is not the outlet."""
    value = (article or {}).get("author")
    return value if isinstance(value, list) and len(value) > 1 else []
