"""Who wrote it: names as the page gives them, from the first source that names somebody."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from monitor.extraction.blocks import Run
from monitor.extraction.bylines import text_of, visible_names
from monitor.extraction.headline import strip_name
from monitor.extraction.names import clean_names, is_login, looks_like_names, without_places
from monitor.extraction.organisations import is_organisation, is_paper
from monitor.extraction.prose import WIDE
from monitor.extraction.strings import clean, fold
from monitor.extraction.survey import Survey

METAS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "dcterms.creator",
    "citation_author",
    "og:article:author",
    "article:author_name",
    "cxenseparse:author",
    "creator",
    "og:author",
    "dc.contributor",
    "authors",
    "article.author",
    "mrf:authors",
    "dable:author",
    "content_author",
    "article_author",
    "author_name",
    "news_author",
)
LIBRARIES = ("dc.creator", "dcterms.creator", "citation_author")  # in which family names may come first
FAMILY_FIRST = re.compile(r"^([^\s,]+), ([^\s,]+(?: [^\s,]+)?)$")
WRITTEN_BY = (
    "written by",
    "verfasst von",
    "geschrieben von",
    "écrit par",
    "escrito por",
    "scritto da",
    "автор",
    "yazan",
    "autor",
    "by",
    "skriven av",
    "skrevet av",
    "ditulis oleh",
    "geschreven door",
    "napisane przez",
    "von",
    "author",
    "rédigé par",
    "publicado por",
    "yazar",
    "كتب بواسطة",
)
SCRIPTED = re.compile(
    r"""["']?\b(?:page|article|post|content)?_?(?:author|byline)s?(?:_?names?)?["']?\s{0,3}:\s{0,3}\[?\s{0,3}(["'])([^"'<>{}\n]{3,120})\1""",
    re.IGNORECASE,
)
FEW = 3  # names
LONG_NAME = 10  # folded characters of an outlet's name that no person's name begins with
MAX_SCRIPT = 1_000_000  # characters


def find_authors(survey: Survey, names: frozenset[str], runs: list[Run], headline: str) -> tuple[tuple[str, ...], str]:
    """Names in the page's order and the source that gave them.

    Names of the outlet itself (`names`, folded), of papers and of accounts (`admin`) count only where nobody else is
    named.
    """
    reserve: tuple[tuple[str, ...], str] = (), ""
    for found, source in _sources(survey, runs, headline):
        given = [strip_name(text, names) for text in found]
        cleaned = clean_names(given)
        people = clean_names(text for text in given if not _is_outlet(text, names))
        people = tuple(name for name in people if not _is_outlet(name, names))
        if source == "text":
            people = without_places(people)
            people = tuple(name for name in people if not is_organisation(name)) or people
        papers = all(map(is_paper, people))
        # A single word that only the text gives is a weak witness against the outlet's own statement.
        dense = 0 < len(people) <= FEW and all(map(WIDE.search, people))  # scripts in which names have no spaces
        single = reserve[0] and source == "text" and not dense and all(" " not in n for n in people)
        if people and not single and (source == "text" or not all(map(is_login, people))) and not papers:
            return people, source
        if cleaned and not reserve[0]:
            reserve = cleaned, source
    return reserve if reserve[0] else (clean_names(_scripted(survey.page.root)), "script")


def _is_outlet(text: str, names: frozenset[str]) -> bool:
    """Whether a text is one of the outlet's names, or begins with a long one, as where a date clings to it."""
    key = fold(text)
    return key in names or any(len(name) >= LONG_NAME and key.startswith(name) for name in names)


def _sources(survey: Survey, runs: list[Run], headline: str) -> Iterator[tuple[list[str], str]]:
    article = survey.article or {}
    yield _jsonld_names(article.get("author") or article.get("creator"), survey), "json-ld"
    for name in METAS:
        if found := [v for v in survey.metas.get(name, []) if "//" not in v]:
            yield [FAMILY_FIRST.sub(r"\2 \1", v) for v in found] if name in LIBRARIES else found, "meta"
    for i in ("1", "2"):
        if survey.meta(f"twitter:label{i}").lower().strip(" :") in WRITTEN_BY:
            yield [survey.meta(f"twitter:data{i}")], "meta"
    yield [_prop_text(e) for e in _own(survey.prop("author")[:10])], "microdata"
    title = fold(headline)
    for found in visible_names(survey, runs, headline):
        yield [name for name in found if fold(name) not in title], "text"


def _own(elements: list[etree._Element]) -> list[etree._Element]:
    """Of the elements that name authors those of the first item that has one: others stand with other articles."""
    items = [
        next((up for up in e.iterancestors() if up.get("itemtype") or up.get("itemprop") == "comment"), None)
        for e in elements
    ]
    own = [item is items[0] and (item is None or item.get("itemprop") != "comment") for item in items]
    return list(itertools.compress(elements, own))


def _scripted(root: etree._Element) -> list[str]:
    """The author whom a script's state names, such as a data layer's or a framework's."""
    for script in root.iter("script"):
        text = script.text
        if text and "uthor" in text and script.get("type") != "application/ld+json":
            for found in itertools.islice(SCRIPTED.finditer(text[:MAX_SCRIPT]), 5):
                if looks_like_names(name := clean(found[2])):
                    return [name]
    return []


def _prop_text(element: etree._Element) -> str:
    inner = element.find(".//*[@itemprop='name']")
    target = element if inner is None else inner
    return target.get("content") or text_of(target)


def _jsonld_names(value: Any, survey: Survey) -> list[str]:
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            name = item.get("name") or " ".join(
                str(part) for part in (item.get("givenName"), item.get("familyName")) if part
            )
            if not name and item.get("@id"):
                name = next(
                    (n.get("name") for n in survey.nodes if n.get("@id") == item["@id"] and n.get("name")), None
                )
            found.extend(str(n) for n in (name if isinstance(name, list) else [name]) if n)
        elif isinstance(item, str):
            found.append(item)
    return found
