"""Which of a page's headings may head its article, and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from monitor.extraction.strings import clean, fold
from monitor.extraction.vocabulary import named

LONG = 15  # characters before a pipe that are a headline, not a section's name
KICKER = re.compile(
    r"kicker|overline|eyebrow|roof|dachzeile|pre-?title|topline|topic|category|rubri|section-?name|hidden|screen-?reader|sr-only|spitzmarke|"
    r"label|badge|flag|date|time|antetitulo|volanta|catenaccio|occhiello|surtitre|subtitle|sub-?head",
    re.IGNORECASE,
)
UNSEEN = re.compile(r"hidden|hide-?accessible|offscreen|screen-?reader|sr-only", re.IGNORECASE)
SITE = re.compile(r"logo|site-?(?:title|name)|brand", re.IGNORECASE)
HOME = re.compile(r"\s*(?:https?://[^/]+)?/?\s*$", re.IGNORECASE)
PATH = re.compile(r"bread-?_?crumb", re.IGNORECASE)
TEASER = re.compile(r"teaser|related|recommend|latest|popular", re.IGNORECASE)
UP = 4  # elements above a heading in a list that tell whether it is the page's path
HEADLINE = re.compile(
    r"headline|(?:entry|post|article|story|page|news|content|item|single)[-_]?(?:title|name|heading)|titulo|titre|titel|titolo|başlık|baslik",
    re.IGNORECASE,
)


def own(h1s: Sequence[etree._Element]) -> list[etree._Element]:
    """The h1s less the frame's: the site's name, those in a menu, an aside or a footer, those for screen readers.

    Where there is no other, all but the site's name.
    """
    return [e for e in h1s if not _is_frame(e)] or [e for e in h1s if not _is_site(e)]


def _is_frame(element: etree._Element) -> bool:
    inside = any(up.tag in ("aside", "footer") for up in element.iterancestors())  # of menus `is_step` tells
    return inside or _is_site(element) or is_step(element) or UNSEEN.search(named(element)) is not None


def is_step(element: etree._Element) -> bool:
    """Whether a heading is the last step of the page's path, put there for search engines: readers see another."""
    ups = [up for _, up in zip(range(UP), element.iterancestors(), strict=False)]
    if PATH.search(named(element)) or any(up.tag == "nav" for up in element.iterancestors()):
        return True
    if any(up.tag == "li" for up in ups):
        return any(PATH.search(named(up)) for up in ups)
    steps = element.getprevious()
    return steps is not None and PATH.search(named(ups[0])) is not None and steps.find(".//a") is not None


def _is_site(element: etree._Element) -> bool:
    """Whether a heading is the site's name: by its own name, or as a link to the front page."""
    link = element.find(".//a")
    home = link is not None and (link.get("rel") == "home" or HOME.match(link.get("href") or "") is not None)
    return home or SITE.search(named(element)) is not None


def joined(element: etree._Element, titles: Sequence[str], stated: str) -> str:
    """The title that joins a kicker to its heading with a colon; empty where none does.

    Both are the headline only where the page `stated` that to machines, or where readers see the colon too.
    """
    if not len(element):
        return ""
    shown = _all_text(element)
    whole, alone = fold(shown), fold(heading_text(element))
    if whole == alone or not whole.endswith(alone):
        return ""
    kicker = whole.removesuffix(alone)
    asked = titles if fold(shown.partition(":")[0]) == kicker else [stated]
    return next((t for t in asked if fold(t) == whole and fold(t.partition(":")[0]) == kicker), "")


def told_part(element: etree._Element, titles: list[str]) -> str:
    """Of a heading with several pieces the one that the page's titles hold, where they do not hold the whole."""
    whole = heading_text(element)
    if len(element) and not any(fold(whole) in title for title in titles):
        pieces = [clean(str(t)) for _, t in zip(range(8), element.itertext(), strict=False)]
        told = [p for p in pieces if len(fold(p)) >= LONG and any(fold(p) in title for title in titles)]
        if len(pieces) > 1 and len(told) == 1:
            return told[0]
    return whole


def heading_text(element: etree._Element) -> str:
    """The text of a heading without its kicker, date or what only screen readers hear."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag != "time" and not KICKER.search(named(child)):
            pieces.append(" ".join(str(t) for t in child.itertext()))
        pieces.append(child.tail or "")
    text = clean(" ".join(pieces)[:2000]).strip(" -–—|:")
    return text or _all_text(element)


def _all_text(element: etree._Element) -> str:
    return clean(" ".join(str(t) for t in element.itertext())[:2000])
