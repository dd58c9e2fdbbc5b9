"""Phrases that tell what a page is: the sections of data/kind_phrases.txt as patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from monitor.extraction.prose import WIDE
from monitor.extraction.sections import read_sections
from monitor.extraction.strings import plain

READ = 2_000  # characters of a text that are looked at
HANGUL = re.compile("[\uac00-\ud7a3]")  # written with spaces, but endings are put to the word


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: _any_of(found) for name, found in read_sections("kind_phrases.txt").items()}


@lru_cache(maxsize=1)
def _letters() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(plain, found)) for name, found in read_sections("kind_phrases.txt").items()}


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
    return may_say(section, text) and bool(_patterns()[section].search(text))


def may_say(section: str, text: str) -> bool:
    """A quick look for the phrases' letters, before the pattern looks for them as words."""
    text = plain(text)
    return any(phrase in text for phrase in _letters()[section])


def begins(section: str, text: str) -> bool:
    """Whether a text begins with a phrase of this section; marks and brackets before it do not count."""
    return bool(_patterns()[section].match(text.lstrip("[({#»«\"' \t•-–—|/")))


def share(section: str, text: str) -> float:
    """How much of a text a phrase of this section makes up."""
    found = _patterns()[section].search(text[:READ])
    return (found.end() - found.start()) / len(text) if found else 0.0
