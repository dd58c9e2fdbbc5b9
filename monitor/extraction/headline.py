"""The headline, by agreement of what the page says in several places, less the outlet's own name."""

from __future__ import annotations

import re

from attrs import frozen

from monitor.extraction import jsonld
from monitor.extraction.strings import clean, fold
from monitor.extraction.survey import Survey

SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/~]\s+|\s*[|｜_»]\s*|\s*::\s*|(?<=\S)\s*[-–—]\s+(?=\S)")
MAX_HEADLINE = 500  # characters; what is longer is a paragraph
WEIGHTS = {"json-ld": 1.1, "microdata": 1.0, "h1": 1.25, "meta": 1.0, "twitter": 0.5, "title": 0.6}


@frozen
class Found:
    """A candidate and the source it comes from."""

    text: str
    source: str
    weight: float


def find_headline(survey: Survey, names: frozenset[str]) -> tuple[str, str]:
    """The headline and its source, both empty where the page has none; `names` are folded names of the outlet."""
    found = [
        c for c in _candidates(survey, names) if c.text and len(c.text) <= MAX_HEADLINE and fold(c.text) not in names
    ]
    if not found:
        return "", ""
    keys = [fold(c.text) for c in found]
    scores = [_score(i, found, keys) for i in range(len(found))]
    best = max(range(len(found)), key=lambda i: (scores[i], -i))
    return found[best].text, "meta" if found[best].source in ("twitter", "title") else found[best].source


def _score(i: int, found: list[Found], keys: list[str]) -> float:
    """The weight of every source that says the same, and part of that of one that nearly does."""
    mine = keys[i]
    score = 0.0
    seen: dict[str, float] = {}
    for other, key in zip(found, keys, strict=True):
        support = (
            1.0 if key == mine else 0.45 if mine and key and (mine in key or key in mine) and _close(mine, key) else 0.0
        )
        seen[other.source] = max(seen.get(other.source, 0.0), support * other.weight)
    score = sum(seen.values())
    return score * (0.6 if len(mine) < 12 and max(map(len, keys)) > 30 else 1.0)


def _close(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 0.4 * max(len(a), len(b))


def _candidates(survey: Survey, names: frozenset[str]) -> list[Found]:
    found = [Found(jsonld.text_of(survey.article, "headline"), "json-ld", WEIGHTS["json-ld"])]
    found += [Found(_text(e), "microdata", WEIGHTS["microdata"]) for e in survey.prop("headline")[:1]]
    h1s = [_text(e) for e in survey.h1s]
    found += [Found(t, "h1", WEIGHTS["h1"]) for t in h1s if t]
    for name, source in (
        ("og:title", "meta"),
        ("twitter:title", "twitter"),
        ("dc.title", "twitter"),
        ("title", "twitter"),
    ):
        if value := survey.meta(name):
            found.append(Found(strip_name(value, names), source, WEIGHTS[source]))
    if survey.title:
        found.append(Found(strip_name(survey.title, names), "title", WEIGHTS["title"]))
    return _without_suffixes(found)


def _text(element: object) -> str:
    return clean("".join(element.itertext("*"))[:2000]) if hasattr(element, "itertext") else ""


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
    return bool(folded) and any(
        folded == n or (len(n) > 4 and (folded.startswith(n) or n.startswith(folded)) and len(folded) > 3)
        for n in names
    )


def _without_suffixes(found: list[Found]) -> list[Found]:
    """Cut from titles what follows or precedes a separator, where a headline of the page is the rest."""
    bare = {fold(c.text) for c in found if c.source in ("h1", "json-ld", "microdata")}
    out = []
    for c in found:
        if c.source in ("meta", "twitter", "title"):
            for m in SEPARATOR.finditer(c.text):
                head, tail = c.text[: m.start()].strip(), c.text[m.end() :].strip()
                if fold(head) in bare:
                    c = Found(head, c.source, c.weight)
                    break
                if fold(tail) in bare:
                    c = Found(tail, c.source, c.weight)
                    break
        out.append(c)
    return out


def outlet_names(survey: Survey, host: str, given: tuple[str, ...] = ()) -> frozenset[str]:
    """Folded names by which the page or its host calls the outlet."""
    publisher = jsonld.text_of(survey.article, "publisher")
    organisations = [
        jsonld.text_of(n, "name")
        for n in survey.nodes
        if jsonld.types_of(n) & {"newsmediaorganization", "website", "organization"}
    ]
    names = {
        survey.meta("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone"),
        publisher,
        *organisations[:6],
        *given,
    }
    bare = re.sub(r"^(?:www\d?|m|amp|mobile|news|en)\.", "", host.lower())
    names |= {bare, bare.rsplit(".", 1)[0], bare.split(".")[0], "www." + bare}
    return frozenset(fold(n) for n in names if n and len(fold(n)) > 1)
