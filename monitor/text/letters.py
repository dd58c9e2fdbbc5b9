"""One spelling for letters that are written in several ways: case, composition, Arabic and Hebrew points, Turkish i."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

# Letters that keyboards and languages write differently for the same letter of a word. Arabic keeps its own yeh, kaf
# and teh marbuta, because its stemmer knows them; all other languages of the script take the Persian ones.
_ARABIC = str.maketrans("یىکأإآٱ", "ييكاااا")
_PERSIAN = str.maketrans("يىئكڪأإآٱؤةۀەھہۃ", "یییککااااوهههههه")
_ARABIC_LANGUAGES = frozenset({"ar", "arz", "ary"})
# Vowel points, the stretching tatweel and marks of direction carry nothing; the Arabic letters are \p{Arabic}.
_POINTS = regex.compile(
    r"[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200e\u200f\u061c\u2060\ufeff\u00ad]+"
)
_ARABIC_LETTER = regex.compile(r"[\u0621-\u06d3]")
# Hebrew abbreviations are written with two marks before the last letter, mostly as a quotation mark.
_GERSHAYIM = regex.compile(r"(?<=[א-ת])[\"״”](?=[א-ת])")
_DOTTED = "i\u0307"
_TURKIC = frozenset({"tr", "az", "crh"})


def fold(text: str, language: str = "") -> str:
    """Lower case and one spelling for what is the same word: NFKC, no points, Arabic letters joined, Turkish i.

    A zero-width non-joiner stays: Persian puts it inside words. The length may differ from the text's.
    """
    if text.isascii():
        return text.lower() if language not in _TURKIC else text.replace("I", "ı").lower()
    text = unicodedata.normalize("NFKC", text)
    if language in _TURKIC:
        text = text.replace("I", "ı").replace("İ", "i")
    text = text.lower().replace(_DOTTED, "i")
    text = _GERSHAYIM.sub("״", _POINTS.sub("", text))
    if not _ARABIC_LETTER.search(text):
        return text
    return text.translate(_ARABIC if language in _ARABIC_LANGUAGES else _PERSIAN)


@lru_cache(maxsize=4096)
def digit_value(character: str) -> int | None:
    """0 to 9 for a decimal digit of any script, None for all else."""
    return unicodedata.decimal(character, None)


def ascii_digits(text: str) -> str:
    """Each decimal digit of any script as its ASCII digit; the length stays."""
    if text.isascii():
        return text
    return "".join(one if (value := digit_value(one)) is None else str(value) for one in text)
