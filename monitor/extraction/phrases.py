"""Phrases by which desks point away from an article, in many languages, and what a line that begins with one is."""

from __future__ import annotations

import re
from functools import lru_cache

from monitor.extraction.sections import read_sections

MAX_LINE = 400  # characters; a longer line is told by other things
CREDIT = re.compile(
    r"[(\[]\s?(?:image|picture|photo|photos|pic|foto|bild|fotos|imagen|immagine|zdjęcie|credit|getty|ap|afp|"
    r"reuters|epa|dpa|shutterstock|"
    r"фото|صورة|عکس)\b[^()\[\]]{0,80}[)\]]\s*$|(?:getty images|/\s?(?:getty|afp|reuters|epa|shutterstock)|"
    r"picture[ -]alliance|shutterstock|"
    r"ap photo|imago images)\W{0,3}[\w/ .-]{0,30}$|©\s?[\w/ .-]{2,60}$",
    re.IGNORECASE,
)  # fmt: skip


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """One pattern a section of data/phrases.txt, anchored at the line's beginning."""
    return {name: _pattern(found) for name, found in read_sections("phrases.txt").items()}


def _pattern(found: list[str]) -> re.Pattern[str]:
    longest = sorted(set(found), key=len, reverse=True)
    return re.compile(r"[\W_]{0,6}(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)", re.IGNORECASE)


def points_elsewhere(text: str, density: float) -> bool:
    """Whether a line only leads to another article: begins so, and is linked or short."""
    return len(text) <= MAX_LINE and (density > 0.3 or len(text) < 90) and bool(patterns()["more"].match(text))


def ends_article(text: str) -> bool:
    """Whether a short line opens what follows an article."""
    m = patterns()["end"].match(text) if len(text) < 70 else None
    return bool(m) and len(text) - m.end() < 25 if m else False


def is_notice(text: str, density: float) -> bool:
    """Whether a line is the desk's own: subscriptions, credits, rights, affiliate notes."""
    if len(text) > MAX_LINE:
        return False
    m = patterns()["drop"].match(text)
    return bool(m) and (density > 0.1 or len(text) < 160) if m else len(text) < 220 and bool(CREDIT.search(text))
