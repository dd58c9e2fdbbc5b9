"""One spelling for letters that are written in several ways: case, composition, Arabic and Hebrew points, Turkish i."""

from __future__ import annotations

import re
import unicodedata

# Letters that keyboards and languages write differently for the same letter of a word. Arabic keeps its own yeh, kaf
# and teh marbuta, because its stemmer knows them; all other languages of the script take the Persian ones.
APOSTROPHES = frozenset("'’")
_ARABIC = str.maketrans("یىکأإآٱ", "ييكاااا")
_PERSIAN = str.maketrans("يىئكڪأإآٱؤةۀەھہۃ", "یییککااااوهههههه")
_ARABIC_LANGUAGES = frozenset({"ar", "arz", "ary"})
# Vowel points, the stretching tatweel and marks of direction carry nothing; the Arabic letters are \p{Arabic}.
_POINTS = re.compile(
    r"[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200e\u200f\u061c\u2060\ufeff\u00ad]+"
)
_ARABIC_LETTER = re.compile(r"[\u0621-\u06d3]")
# Hebrew abbreviations are written with two marks before the last letter, mostly as a quotation mark.
_GERSHAYIM = re.compile(r"(?<=[א-ת])[\"״”](?=[א-ת])")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
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


def ascii_digits(text: str) -> str:
    """Each decimal digit of any script as its ASCII digit; the length stays."""
    return text if text.isascii() else _FOREIGN_DIGIT.sub(_ascii_digit, text)


def _ascii_digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found[0]))
