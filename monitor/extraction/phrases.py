"""Phrases by which desks point away from an article, in many languages, and what a line that begins with one is."""

from __future__ import annotations

import re
from functools import lru_cache

from monitor.extraction.sections import read_sections
from monitor.extraction.strings import plain

MARKS = re.compile(r"[\W_]*")
MAX_LINE = 400  # characters; a longer line is told by other things
MAX_CALL = 260  # characters of a line that asks readers to follow the desk
DENSE = "\u0e00"  # from here on scripts that do not part words
MAX_ASKED = 160
ASKING = ("? ", "! ", "؟ ", "？", "！")
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


@lru_cache(maxsize=4)
def _phrases(section: str) -> tuple[str, ...]:
    return tuple(map(plain, read_sections("phrases.txt")[section]))


def _holds(section: str, text: str) -> bool:
    """Whether a line, in lower case, holds a phrase of a section at the beginning of a word."""
    found = [at for phrase in _phrases(section) if (at := text.find(phrase)) >= 0]
    return any(at == 0 or not text[at - 1].isalnum() or text[at] > DENSE for at in found)


def is_call(text: str) -> bool:
    """Whether a line asks readers to follow the desk elsewhere, to pay it, or thanks them."""
    if len(text) > MAX_CALL:
        return False
    lower = plain(text)
    return (_holds("channel", lower) and _holds("call", lower)) or _holds("appeal", lower)


@lru_cache(maxsize=1)
def _beginnings() -> dict[str, frozenset[str]]:
    """The first two letters of the phrases of each section."""
    return {name: frozenset(plain(p)[:2] for p in found) for name, found in read_sections("phrases.txt").items()}


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    """What other than a letter or a digit a phrase begins with, such as `©`."""
    firsts = {p[0] for found in read_sections("phrases.txt").values() for p in found}
    return re.compile("[" + "".join(re.escape(c) for c in sorted(firsts) if not c.isalnum()) + "]")


def _match(section: str, text: str) -> re.Match[str] | None:
    """The phrase of a section with which a line begins: most lines are told by their first two letters to have none."""
    letters, signed = _opening(text)
    return patterns()[section].match(text) if signed or letters in _beginnings()[section] else None


@lru_cache(maxsize=64)  # a line is asked for each section in turn
def _opening(text: str) -> tuple[str, bool]:
    """The first two letters of a line, and whether a phrase's sign stands before them."""
    begun = MARKS.match(text)
    start = begun.end() if begun else 0
    return plain(text[start : start + 2]), bool(start and _signs().search(text, 0, start))


def points_elsewhere(text: str, density: float) -> bool:
    """Whether a line only leads to another article: begins so, and is linked or short."""
    return len(text) <= MAX_LINE and (density > 0.3 or len(text) < 90) and bool(_match("more", text))


def ends_article(text: str) -> bool:
    """Whether a short line opens what follows an article."""
    m = _match("end", text) if len(text) < 70 else None
    return bool(m) and len(text) - m.end() < 25 if m else False


def is_notice(text: str, density: float) -> bool:
    """Whether a line is the desk's own: subscriptions, credits, rights, affiliate notes."""
    if len(text) > MAX_LINE:
        return False
    m = _match("drop", text)
    if not m and len(text) < MAX_ASKED and any(mark in text for mark in ASKING):  # Did you like this? Subscribe …
        m = _match("drop", max((text.partition(mark)[2] for mark in ASKING), key=len))
    return bool(m) and (density > 0.1 or len(text) < 160) if m else len(text) < 220 and bool(CREDIT.search(text))
