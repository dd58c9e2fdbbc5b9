"""Words of Hebrew that are no names, whatever is joined to them: בנושא, שהגיע, לתקיפה, מנגנוני."""

from __future__ import annotations

from functools import lru_cache

import regex

from monitor.analysis.frames import frames
from monitor.text.folded import fold

_JOINED = "וכשמהלב"  # and, as, that, from, the, to, in: letters that may be joined to a word, in this order
_MOST = 3  # of them
_STEM = 3  # letters of a word without them
_PLURALS, _LONG = ("ים", "ות"), 5  # endings, and letters of a word that has them
_VERBAL = ("לה", "הת", "להת", "שה", "כשה", "וה", "מה", "ומ", "ול", "וב", "וש")  # no name of five letters begins so
_MADE = regex.compile(r"ל\p{L}\p{L}ו\p{L}|\p{L}י\p{L}ו\p{L}|\p{L}\p{L}י[^\Wו]ה")  # לתקוף, קידום, חטיפה
# What stands behind a stem: plurals, possessives, feminines.
_ENDINGS = ("ים", "ות", "ת", "ה", "י", "ו", "יו", "יה", "ם", "יהם", "ית", "תו", "תה", "תם", "ותיו", "ותיה", "נו", "ן")


@lru_cache(maxsize=4)
def ordinary(language: str) -> frozenset[str]:
    """The words of a language's frames that are no names, folded."""
    return frozenset(fold(word) for word in frames(language).ordinary)


@lru_cache(maxsize=65_536)
def is_unnamed(word: str, language: str) -> bool:
    """Whether a word, folded, is one of the language without or with joined letters and an ending: ובנושאים."""
    known = ordinary(language)
    if len(word) >= _LONG and (word.endswith(_PLURALS) or word.startswith(_VERBAL)):
        return True
    for cut in range(_MOST + 1):
        if any(letter not in _JOINED for letter in word[:cut]) or len(word) - cut < _STEM:
            return False
        if _is_form(word[cut:], known):
            return True
    return False


def _is_form(stem: str, known: frozenset[str]) -> bool:
    """Whether a word is one of those known, be it with an ending, in a feminine's place too: תגובתו, תגובה."""
    if stem in known or _MADE.fullmatch(stem):
        return True
    for ending in _ENDINGS:
        bare = stem.removesuffix(ending)
        if bare != stem and len(bare) >= _STEM and (bare in known or f"{bare}ה" in known):
            return True
    return False
