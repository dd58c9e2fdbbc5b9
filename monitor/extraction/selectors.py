"""An outlet's own CSS selectors: what they give wins; what they fail to give is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from lxml import etree
from lxml.cssselect import CSSSelector

from monitor.extraction.strings import spaces

if TYPE_CHECKING:
    from monitor.outlets import Outlet

MANY = frozenset(("body", "authors", "keywords"))  # fields for which every match counts
ATTRIBUTES = ("content", "datetime", "href", "src")
MAX_MATCHES = 500
MAX_VALUE = 20_000  # characters of one match


@lru_cache(maxsize=4_096)
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def _found(root: etree._Element, selector: str) -> list[etree._Element]:
    found = cast("list[etree._Element]", _compiled(selector)(root))  # noqa: SLF001  (lxml has no other name for it)
    return found[:MAX_MATCHES]


def _matches(root: etree._Element, selectors: Iterable[str]) -> list[etree._Element]:
    """The elements of the first selector that matches any."""
    for selector in selectors:
        if found := _found(root, selector):
            return found
    return []


def drop(root: etree._Element, outlet: Outlet | None) -> None:
    """Take out of the page what the outlet's YAML says to drop; text behind a dropped element stays."""
    for selector in outlet.selectors.drop if outlet else ():
        for element in _found(root, selector):
            if element is not root and element.getparent() is not None:
                _remove(element)


def _remove(element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def select(root: etree._Element, outlet: Outlet | None) -> tuple[dict[str, list[str]], list[etree._Element], list[str]]:
    """(field -> values, the body's elements, the fields whose selectors gave nothing)."""
    if outlet is None:
        return {}, [], []
    values: dict[str, list[str]] = {}
    silent: list[str] = []
    body: list[etree._Element] = []
    for name, selectors in _given(outlet).items():
        found = _matches(root, selectors)
        if name == "body":
            body = _outer(found)
        else:
            values[name] = [v for v in map(_value, found if name in MANY else found[:1]) if v]
        if not (body if name == "body" else values[name]):
            silent.append(name)
    return {name: found for name, found in values.items() if found}, body, silent


def _given(outlet: Outlet) -> Mapping[str, tuple[str, ...]]:
    fields = type(outlet.selectors).model_fields
    given = {name: getattr(outlet.selectors, name) for name in fields if name != "drop"}
    return {name: selectors for name, selectors in given.items() if selectors}


def _outer(found: list[etree._Element]) -> list[etree._Element]:
    """Matches that no other match holds."""
    chosen = set(found)
    return [e for e in found if not any(up in chosen for up in e.iterancestors())]


def _value(element: etree._Element) -> str:
    if element.tag in ("meta", "time", "link", "img", "source"):
        for attribute in ATTRIBUTES:
            if value := element.get(attribute):
                return spaces(value[:MAX_VALUE])
    return spaces("".join(str(t) for t in element.itertext())[:MAX_VALUE])
