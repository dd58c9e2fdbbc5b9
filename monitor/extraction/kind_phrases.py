"""Phrases that tell what a page is: the sections of data/kind_phrases.txt as patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from monitor.extraction.prose import WIDE
from monitor.extraction.sections import read_sections
from monitor.extraction.strings import plain

READ = 2_000  # characters of a text that are looked at
WORD = re.compile(r"\w+")
HANGUL = re.compile("[\uac00-\ud7a3]")  # written with spaces, but endings are put to the word


@lru_cache(maxsize=1)
def _sections() -> dict[str, list[str]]:
    return read_sections("kind_phrases.txt")


@lru_cache(maxsize=64)
def _pattern(section: str) -> re.Pattern[str]:
    return _any_of(_sections()[section])


@lru_cache(maxsize=64)
def _begun(section: str) -> dict[str, list[str]]:
    """The letters of a section's phrases by their first word; by "" in scripts that part no words."""
    found: dict[str, list[str]] = {}
    for phrase in map(plain, _sections()[section]):
        wide = WIDE.match(phrase[0]) or WIDE.match(phrase[-1])
        found.setdefault("" if wide else WORD.findall(phrase)[0], []).append(phrase)
    return found


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """One pattern for all, grouped by the boundaries they need, so that these are looked for once at each place."""
    groups: dict[tuple[str, str], list[str]] = {}
    for phrase in sorted(set(phrases), key=len, reverse=True):
        groups.setdefault(_bounds(phrase), []).append(re.escape(phrase))
    alternatives = (f"{before}(?:{'|'.join(found)}){after}" for (before, after), found in groups.items())
    return re.compile("|".join(alternatives), re.IGNORECASE)


def _bounds(phrase: str) -> tuple[str, str]:
    """What may not stand around the phrase: a letter, in scripts that part words; in Korean an ending may follow."""
    before = "" if WIDE.match(phrase[0]) and not HANGUL.match(phrase[0]) else r"(?<!\w)"
    return before, "" if WIDE.match(phrase[-1]) else r"(?!\w)"


def says(section: str, text: str) -> bool:
    """Whether a text holds a phrase of this section."""
    text = text[:READ]
    return may_say(section, text) and bool(_pattern(section).search(text))


def may_say(section: str, text: str) -> bool:
    """A quick look for the phrases' first words and letters, before the pattern looks for them as words."""
    text, begun = plain(text), _begun(section)
    words = begun.keys() & (WORD.findall(text) if text.isascii() else ["", *WORD.findall(text)])
    return any(phrase in text for word in words for phrase in begun[word])


def begins(section: str, text: str) -> bool:
    """Whether a text begins with a phrase of this section; marks and brackets before it do not count."""
    return bool(_pattern(section).match(text.lstrip("[({#»«\"' \t•-–—|/")))


def share(section: str, text: str) -> float:
    """How much of a text a phrase of this section makes up."""
    found = _pattern(section).search(text[:READ])
    return (found.end() - found.start()) / len(text) if found else 0.0
