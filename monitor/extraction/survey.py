"""One look over a page's elements for what it says of itself: meta elements, links, titles, JSON-LD, times."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen
from lxml import etree

from monitor.extraction import jsonld
from monitor.extraction.page import Page
from monitor.extraction.strings import clean

MAX_META = 1_000
MAX_VALUE = 20_000  # characters of one attribute that are read

_HEAD = etree.XPath(
    "//meta|//title|//link[@rel]|//script[@type='application/ld+json' or @type='application/ld+json; charset=utf-8' or @type='application/json+ld' or @type='APPLICATION/LD+JSON']|//base"
)
_HEADINGS = etree.XPath("//h2|//h3")
_H1 = etree.XPath("//h1")
_TIMES = etree.XPath("//time")
_PROPS = etree.XPath("//*[@itemprop][not(self::meta)][not(self::link)]")


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


def survey_page(page: Page) -> Survey:
    """Collect what the page declares."""
    metas: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    scripts: list[etree._Element] = []
    title = base = ""
    for element in _HEAD(page.root)[: 4 * MAX_META]:
        if element.tag == "meta":
            _read_meta(element, metas)
        elif element.tag == "link":
            for rel in (element.get("rel") or "").lower().split():
                links.setdefault(rel, []).append((element.get("href") or "").strip())
        elif element.tag == "script":
            scripts.append(element)
        elif element.tag == "title" and not title:
            title = clean("".join(element.itertext())[:2000])
        elif element.tag == "base":
            base = base or element.get("href") or ""
    nodes = jsonld.read_scripts(scripts)
    return Survey(
        page=page, metas=metas, links=links, title=title, base=base, language=_language(page.root), nodes=nodes,
        article=jsonld.article_node(nodes), h1s=_H1(page.root)[:20], headings=_HEADINGS(page.root)[:60], times=_TIMES(page.root)[:200], props=_props(page.root),
    )  # fmt: skip


def _read_meta(element: etree._Element, metas: dict[str, list[str]]) -> None:
    content = element.get("content") or element.get("value") or ""
    if not content or len(metas) > MAX_META:
        return
    value = clean(content[:MAX_VALUE])
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        for key in (element.get(attribute) or "")[:200].lower().split():
            metas.setdefault(key, []).append(value)


def _props(root: etree._Element) -> list[tuple[str, etree._Element]]:
    found = _PROPS(root)[:3000]
    return [(prop, element) for element in found for prop in (element.get("itemprop") or "").lower().split()]


def _language(root: etree._Element) -> str:
    html = root if root.tag == "html" else root.find("html")
    if html is None:
        return ""
    return (
        html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or html.get("xml:lang") or ""
    ).strip()
