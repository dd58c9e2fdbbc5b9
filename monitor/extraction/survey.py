"""One look over a page's elements for what it says of itself: meta elements, links, titles, JSON-LD, times."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from attrs import field, frozen
from lxml import etree

from monitor.extraction import jsonld
from monitor.extraction.page import Page
from monitor.extraction.strings import clean

MAX_META = 1_000
MAX_VALUE = 20_000  # characters of one attribute that are read

TAGS = ("meta", "link", "title", "base", "script", "h1", "h2", "h3", "time")
MAX_ELEMENTS = 2_000  # of each of these tags


@frozen
class Survey:
    """What a page declares, as it was found; keys are in lower case."""

    page: Page
    metas: dict[str, list[str]] = field(factory=dict)  # name, property, itemprop or http-equiv -> contents
    links: dict[str, list[str]] = field(factory=dict)  # rel -> hrefs
    title: str = ""
    base: str = ""
    language: str = ""
    nodes: Sequence[jsonld.Node] = ()
    article: jsonld.Node | None = None  # the JSON-LD node of the article
    h1s: Sequence[etree._Element] = ()
    headings: Sequence[etree._Element] = ()  # h2 and h3
    times: Sequence[etree._Element] = ()
    props: Sequence[tuple[str, etree._Element]] = ()  # itemprop, element

    def meta(self, *names: str) -> str:
        """The first content of the first of these names that has any."""
        for name in names:
            for value in self.metas.get(name, ()):
                if value:
                    return value
        return ""

    def prop(self, *names: str) -> list[etree._Element]:
        """Elements whose itemprop is one of these names."""
        return [element for prop, element in self.props if prop in names]

    def props_and_times(self) -> list[etree._Element]:
        """Elements that give a time to machines, those with a name first."""
        return [*self.prop("datepublished", "datemodified", "datecreated"), *self.times]


def survey_page(page: Page) -> Survey:
    """Collect what the page declares, in one look over the elements that can."""
    metas: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    found: dict[str, list[etree._Element]] = {tag: [] for tag in TAGS}
    for element in page.root.iter(*TAGS):
        kept = found[str(element.tag)]
        if len(kept) < MAX_ELEMENTS:
            kept.append(element)
    for meta in found["meta"]:
        _read_meta(meta, metas)
    for link in found["link"]:
        for rel in (link.get("rel") or "").lower().split():
            links.setdefault(rel, []).append((link.get("href") or "").strip())
    nodes = jsonld.read_scripts([s for s in found["script"] if "ld+json" in (s.get("type") or "").lower()])
    title = next(
        (t for t in (clean("".join(str(x) for x in e.itertext())[:2000]) for e in found["title"][:3]) if t), ""
    )
    return Survey(
        page=page,
        metas=metas,
        links=links,
        title=title,
        base=next((e.get("href") or "" for e in found["base"]), ""),
        language=_language(page.root),
        nodes=nodes,
        article=jsonld.article_node(nodes, _titles(title, metas, found), (page.url, *links.get("canonical", ())[:1])),
        h1s=found["h1"][:20],
        headings=[*found["h2"], *found["h3"]][:60],
        times=found["time"][:200],
        props=_props(page.root) if page.microdata else (),
    )


def _titles(title: str, metas: dict[str, list[str]], found: dict[str, list[etree._Element]]) -> list[str]:
    """What the page calls its article: in its title, its first heading, and to others."""
    headings = (clean(" ".join(str(t) for t in e.itertext())[:500]) for e in found["h1"][:3])
    return [title, *metas.get("og:title", [])[:1], *headings]


def _read_meta(element: etree._Element, metas: dict[str, list[str]]) -> None:
    content = element.get("content") or element.get("value") or ""
    if not content or len(metas) > MAX_META:
        return
    value = clean(content[:MAX_VALUE])
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        for key in (element.get(attribute) or "")[:200].lower().split():
            metas.setdefault(key, []).append(value)


def _props(root: etree._Element) -> list[tuple[str, etree._Element]]:
    named = ((element.get("itemprop"), element) for element in root.iter() if element.tag not in ("meta", "link"))
    found = itertools.islice(((names, element) for names, element in named if names is not None), MAX_ELEMENTS)
    return [(prop, element) for names, element in found for prop in names.lower().split()]


def _language(root: etree._Element) -> str:
    html = root if root.tag == "html" else root.find("html")
    if html is None:
        return ""
    return (
        html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or html.get("xml:lang") or ""
    ).strip()
