"""The text of pages that show none: in JSON-LD, in the data of their scripts, in a shadow tree or `<noscript>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from monitor.extraction.blocks import Run
from monitor.extraction.prose import closes, size
from monitor.extraction.strings import fold
from monitor.extraction.survey import Survey
from monitor.extraction.walking import build

LITTLE = 200  # characters; a page that shows more shows its article
ENOUGH = 400  # characters; with less the page may well hold no article
MAX_SCRIPT = 3_000_000  # characters
MAX_VALUES = 50_000
MAX_TEXT = 200_000  # characters of one value that are read
LINE = 40  # characters of a paragraph that is given for itself
BODY = re.compile(r"body|content|text|paragraph|html|block|story", re.IGNORECASE)
ASIDE = re.compile(
    r"related|recommend|latest|popular|teaser|seo|meta|caption|description|author|comment", re.IGNORECASE
)
TITLES = ("headline", "title", "name")
TAGGED = re.compile(r"<(?:p|br|div|h\d|li)\b[^<>]{0,400}>", re.IGNORECASE)
BLANK = re.compile(r"\s*\n\s*")


def find_told(survey: Survey, headline: str, shown: list[Run]) -> list[Run]:
    """The article's text where the page itself shows hardly any; empty where nothing tells enough of it."""
    if _length(shown) >= LITTLE:
        return []
    for runs in (_hidden(survey.page.root), _stated(survey), _of_data(survey.page.root, fold(headline))):
        if _length(runs) >= ENOUGH:
            return runs
    return []


def _stated(survey: Survey) -> list[Run]:
    told = (survey.article or {}).get("articleBody")
    return _runs([told]) if isinstance(told, str) else []


def _hidden(root: etree._Element) -> list[Run]:
    """What stands in a declared shadow tree, or for readers without scripts: its lines that read like prose."""
    runs: list[Run] = []
    for element in root.iter("template", "noscript"):
        if element.tag == "noscript" or element.get("shadowrootmode") or element.get("shadowroot"):
            runs += [run for run in build(element).runs if _is_prose(run.text)]
    return runs


def _of_data(root: etree._Element, title: str) -> list[Run]:
    """The text of the object that bears the headline, in the first of the page's JSON scripts that has one."""
    for script in root.iter("script"):
        text = script.text or ""
        if "application/json" not in (script.get("type") or "") or not ENOUGH < len(text) < MAX_SCRIPT:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        found = max((_runs(list(_texts(node, title))) for node in _bearers(data, title)), key=_length, default=[])
        if found:
            return found
    return []


def _length(runs: list[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _bearers(data: Any, title: str) -> list[Mapping[str, Any]]:
    """The objects that have the headline for a title."""
    found: list[Mapping[str, Any]] = []
    stack, seen = [data], 0
    while title and stack and seen < MAX_VALUES:
        value = stack.pop()
        seen += 1
        if isinstance(value, Mapping):
            if _title(value) == title:
                found.append(value)
            stack.extend(v for v in value.values() if isinstance(v, Mapping | list))
        elif isinstance(value, list):
            stack.extend(v for v in value if isinstance(v, Mapping | list))
    return found[:5]


def _title(node: Mapping[str, Any]) -> str:
    return next((fold(v[:500]) for key in TITLES if isinstance(v := node.get(key), str) and v), "")


def _texts(node: Mapping[str, Any], title: str) -> Iterator[str]:
    """Values under a name for a body, in order; not those of an object with another title: `related` holds such."""
    stack: list[tuple[Any, bool]] = [(node, False)]
    for _ in range(MAX_VALUES):
        if not stack:
            return
        value, inside = stack.pop()
        if isinstance(value, str):
            if inside and (TAGGED.search(value) or _is_prose(value)):
                yield value
        elif isinstance(value, list):
            stack.extend((item, inside) for item in reversed(value))
        elif isinstance(value, Mapping) and _title(value) in ("", title):
            named = [(v, inside or bool(BODY.search(key))) for key, v in value.items() if not ASIDE.search(key)]
            stack.extend(reversed(named))


def _is_prose(text: str) -> bool:
    return size(text) >= LINE and closes(text)


def _runs(texts: list[str]) -> list[Run]:
    """Paragraphs of texts with or without tags, each once."""
    whole = etree.Element("div")
    for text in texts:
        if TAGGED.search(text):
            html = f"<div>{text[:MAX_TEXT]}</div>".encode("utf-8", "replace")
            whole.extend(list(etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))))
            continue
        for line in BLANK.split(text[:MAX_TEXT].strip()):
            etree.SubElement(whole, "p").text = "".join(c if c.isprintable() else " " for c in line)
    return list({fold(run.text): run for run in reversed(build(whole).runs)}.values())[::-1]
