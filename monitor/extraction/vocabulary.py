"""What class and id names tell of an element: words that desks and content systems use, in several languages."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from lxml import etree

from monitor.extraction.sections import read_sections

CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
PARTS = re.compile(r"[^a-z0-9]+")
NEGATING = frozenset(
    ("has", "have", "with", "no", "without", "not", "is", "hide", "show")
)  # `has-sidebar` is no sidebar
PREFIXES = frozenset(("cmp",))  # of a content system's own names: `cmp-text` is no consent manager (AEM)
MAX_HINT = 400  # characters of class and id that are read


def named(element: etree._Element) -> str:
    """What an element is called: its classes and its id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The sections of data/class_words.txt."""
    return {name: frozenset(" ".join(lines).split()) for name, lines in read_sections("class_words.txt").items()}


def split(hint: str) -> set[str]:
    """The words of class and id names, alone, in pairs (`a-b`) and each name as one."""
    found: set[str] = set()
    for name in hint[:MAX_HINT].split():
        parts = [p for p in PARTS.split(CAMEL.sub("-", name).lower()) if p]
        if len(parts) > 1 and parts[0] in PREFIXES:
            parts = parts[1:]
        if len(parts) > 1 and parts[0] in NEGATING:
            continue
        cut = next((i for i, p in enumerate(parts) if i and p in NEGATING), len(parts))
        parts = parts[:cut]
        found.update(parts)
        found.update(f"{a}-{b}" for a, b in pairwise(parts))
        found.add("".join(parts))
    return found


@lru_cache(maxsize=32_768)
def verdict(hint: str) -> str:
    """`body`, `boilerplate`, `weak`, `tiny`, `byline` or nothing for the class and id of an element, in this order."""
    found = split(hint)
    for name in ("body", "boilerplate", "weak", "tiny", "byline"):
        if found & words()[name]:
            return name
    return ""


@lru_cache(maxsize=8_192)
def author_hint(hint: str) -> bool:
    """Whether class, id and data-testid name the author and nothing around it."""
    found = split(hint)
    return bool(found & words()["author"]) and not found & words()["not-author"]
