"""Who wrote it: names as the page gives them, from the first source that names somebody."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from monitor.extraction.blocks import Run
from monitor.extraction.headline import strip_name
from monitor.extraction.names import (
    TAIL_STARTS,
    beside_date,
    clean_names,
    inside,
    is_byline,
    is_label,
    is_login,
    looks_like_names,
    of_byline,
)
from monitor.extraction.strings import clean, fold
from monitor.extraction.survey import Survey
from monitor.extraction.vocabulary import author_hint

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
)
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
MAX_ELEMENTS = 60
BESIDE = 12  # runs around the headline in which a name without `by` may stand beside the date
NEAR = 25  # runs from the headline within which a byline stands
LONGEST = 600  # characters of one piece of text that names authors
SCRIPTED = re.compile(
    r"""["']?\b(?:page|article|post|content)?_?(?:author|byline)s?(?:_?names?)?["']?\s{0,3}:\s{0,3}\[?\s{0,3}(["'])([^"'<>{}\n]{3,120})\1""",
    re.IGNORECASE,
)
UP = 3  # elements above a link in which the links of its fellow authors stand
MAX_BESIDE = 6
MAX_SCRIPT = 1_000_000  # characters
SHORT = 500  # characters of a run that may begin with the headline
CLASSED = re.compile("uthor|yline|utor|vcard")  # author, Author, autor, Autor, byline, Byline


def find_authors(survey: Survey, names: frozenset[str], runs: list[Run], headline: str) -> tuple[tuple[str, ...], str]:
    """Names in the page's order and the source that gave them.

    Names of the outlet itself (`names`, folded) and of accounts (`admin`) count only where nobody else is named.
    """
    reserve: tuple[tuple[str, ...], str] = (), ""
    for found, source in _sources(survey, runs, headline):
        given = [strip_name(text, names) for text in found]
        cleaned = clean_names(given)
        people = tuple(n for n in clean_names(t for t in given if fold(t) not in names) if fold(n) not in names)
        # A single word that only the text gives is a weak witness against the outlet's own statement.
        single = reserve[0] and source == "text" and all(" " not in n for n in people)
        if people and not single and (source == "text" or not all(map(is_login, people))):
            return people, source
        if cleaned and not reserve[0]:
            reserve = cleaned, source
    return reserve if reserve[0] else (clean_names(_scripted(survey.page.root)), "script")


def _sources(survey: Survey, runs: list[Run], headline: str) -> Iterator[tuple[list[str], str]]:
    article = survey.article or {}
    yield _jsonld_names(article.get("author") or article.get("creator"), survey), "json-ld"
    for name in METAS:
        if found := [v for v in survey.metas.get(name, []) if "//" not in v]:
            yield found, "meta"
    for i in ("1", "2"):
        if survey.meta(f"twitter:label{i}").lower().strip(" :") in WRITTEN_BY:
            yield [survey.meta(f"twitter:data{i}")], "meta"
    yield [_prop_text(e) for e in _own(survey.prop("author")[:10])], "microdata"
    title = fold(headline)
    for found in _visible(survey, runs, headline):
        yield [name for name in found if fold(name) not in title], "text"


def _own(elements: list[etree._Element]) -> list[etree._Element]:
    """Of the elements that name authors those of the first item that has one: others stand with other articles."""
    items = [next((up for up in e.iterancestors() if up.get("itemtype")), None) for e in elements]
    return [e for e, item in zip(elements, items, strict=True) if item is items[0]]


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
    return target.get("content") or _text(target)


def _text(element: etree._Element) -> str:
    return " ".join(t for t in (str(t).strip() for t in element.itertext()) if t)[:600]


def _jsonld_names(value: Any, survey: Survey) -> list[str]:
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            name = item.get("name")
            if name is None and item.get("@id"):
                name = next(
                    (n.get("name") for n in survey.nodes if n.get("@id") == item["@id"] and n.get("name")), None
                )
            found.extend(str(n) for n in (name if isinstance(name, list) else [name]) if n)
        elif isinstance(item, str):
            found.append(item)
    return found


def _visible(survey: Survey, runs: list[Run], headline: str) -> Iterator[list[str]]:
    """What readers see: links to the author, elements named for it, a line that begins with `by`."""
    tree = survey.page.root
    yield _first_distinct(e for e in _linked(tree) if not _elsewhere(e))
    near = _near(runs, fold(headline))
    finders: tuple[Callable[[], list[etree._Element]], ...] = (
        lambda: _around(near or runs[:60]),
        lambda: _classed(tree),
    )
    for find in finders:
        named = (e for e in find() if author_hint(_hint(e)) and not _elsewhere(e))
        yield from filter(None, map(_names_in, named))
    lines = [line for run in near for line in dict.fromkeys((run.text, *run.text.split("\n")))]
    yield from ([of_byline(line)] for line in lines if is_byline(line))
    yield from ([name] for name in map(inside, lines) if name)
    accounts = (e for e in _around(near) if "username" in (e.get("class") or "") and not _elsewhere(e))
    yield from filter(None, map(_names_in, accounts))
    beside = (run for run in near[:BESIDE] if not _elsewhere(run.node.el))
    yield from ([name] for name in map(beside_date, (run.text for run in beside)) if name)


def _names_in(element: etree._Element) -> list[str]:
    """The names with which an element's text begins, one piece of text after another, until something else comes."""
    found: list[str] = []
    for piece in [t for t in (str(t)[:LONGEST].strip() for t in element.itertext()) if t][:12]:
        name = of_byline(piece)
        if not name or is_label(piece):
            if found and not name:
                continue
            if found:
                break
        elif looks_like_names(name):
            found.append(name)
        elif fold(piece):
            break
        if TAIL_STARTS.search(piece) and found:
            break
    return found


def _linked(tree: etree._Element) -> list[etree._Element]:
    """Links that are marked as the author's, or stand in an address."""
    inside = {link for address in tree.iter("address") for link in address.iter("a")}
    found = (link for link in tree.iter("a") if "author" in (link.get("rel") or "") or link in inside)
    return list(itertools.islice(found, MAX_ELEMENTS))


def _classed(tree: etree._Element) -> list[etree._Element]:
    """Elements whose class or id may name the author."""
    found = (e for e in tree.iter() if CLASSED.search(e.get("class") or "") or "author" in (e.get("id") or ""))
    return list(itertools.islice(found, MAX_ELEMENTS))


def _first_distinct(elements: Iterable[etree._Element]) -> list[str]:
    """The names in the first of these elements and in those beside it."""
    named = ((element, of_byline(_text(element))) for element in elements)
    found = [(element, name) for element, name in named if looks_like_names(name)]
    around = {up for element, _ in found[:1] for up, _ in zip(element.iterancestors(), range(UP), strict=False)}
    beside = (n for e, n in found if any(u in around for u, _ in zip(e.iterancestors(), range(UP), strict=False)))
    return list(dict.fromkeys(beside))[:MAX_BESIDE]


def _hint(element: etree._Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"


def _elsewhere(element: etree._Element) -> bool:
    """Whether it stands in comments, related articles, a sidebar or a footer."""
    up: etree._Element | None = element
    for _ in range(8):
        if up is None or up.tag in ("body", "article", "main"):
            return False
        hint = _hint(up).lower()
        if up.tag in ("footer", "aside", "nav") or any(
            w in hint for w in ("comment", "related", "sidebar", "footer", "teaser", "recommend", "popular")
        ):
            return True
        up = up.getparent()
    return False


def _around(runs: list[Run]) -> list[etree._Element]:
    """The elements of these runs: two blocks above, what is inside, each once."""
    found: dict[etree._Element, None] = {}
    for run in runs:
        node = run.node
        above = [n.el for n in (node.parent.parent if node.parent else None, node.parent, node) if n is not None]
        if len(run.text) < 300 and node.tag != "body":
            inner = [e for _, e in zip(range(15), node.el.iter(), strict=False)]
            found.update(dict.fromkeys([*(e for e in above if e.tag != "body"), *inner]))
    return list(found)[:600]


def _near(runs: list[Run], title: str) -> list[Run]:
    short = [r for r in runs if title and len(r.text) < SHORT]
    heads = [r.index for r in short if fold(r.text) == title] or [r.index for r in runs if r.node.tag == "h1"]
    heads = heads or [r.index for r in short if fold(r.text).startswith(title)]
    return [r for r in runs if heads and -4 <= r.index - heads[0] <= NEAR and len(r.text) < 160]
