"""Which script a text is written in: the cheapest evidence of its language, and for many languages the last word."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

# First code point, last code point, ISO 15924 code (Unicode's blocks, joined where neighbours share a script).
_RANGES = sorted(
    [
        (0x0041, 0x005A, "Latn"),
        (0x0061, 0x007A, "Latn"),
        (0x00AA, 0x00AA, "Latn"),
        (0x00BA, 0x00BA, "Latn"),
        (0x00C0, 0x024F, "Latn"),
        (0x0250, 0x02AF, "Latn"),
        (0x0370, 0x03FF, "Grek"),
        (0x0400, 0x052F, "Cyrl"),
        (0x0531, 0x058F, "Armn"),
        (0x0591, 0x05F4, "Hebr"),
        (0x0600, 0x06FF, "Arab"),
        (0x0710, 0x074F, "Syrc"),
        (0x0750, 0x077F, "Arab"),
        (0x0780, 0x07BF, "Thaa"),
        (0x07C0, 0x07FF, "Nkoo"),
        (0x0870, 0x08FF, "Arab"),
        (0x0900, 0x097F, "Deva"),
        (0x0980, 0x09FF, "Beng"),
        (0x0A00, 0x0A7F, "Guru"),
        (0x0A80, 0x0AFF, "Gujr"),
        (0x0B00, 0x0B7F, "Orya"),
        (0x0B80, 0x0BFF, "Taml"),
        (0x0C00, 0x0C7F, "Telu"),
        (0x0C80, 0x0CFF, "Knda"),
        (0x0D00, 0x0D7F, "Mlym"),
        (0x0D80, 0x0DFF, "Sinh"),
        (0x0E00, 0x0E7F, "Thai"),
        (0x0E80, 0x0EFF, "Laoo"),
        (0x0F00, 0x0FFF, "Tibt"),
        (0x1000, 0x109F, "Mymr"),
        (0x10A0, 0x10FF, "Geor"),
        (0x1100, 0x11FF, "Hang"),
        (0x1200, 0x139F, "Ethi"),
        (0x13A0, 0x13FF, "Cher"),
        (0x1400, 0x167F, "Cans"),
        (0x1780, 0x17FF, "Khmr"),
        (0x1800, 0x18AF, "Mong"),
        (0x1C50, 0x1C7F, "Olck"),
        (0x1C80, 0x1C8F, "Cyrl"),
        (0x1C90, 0x1CBF, "Geor"),
        (0x1E00, 0x1EFF, "Latn"),
        (0x1F00, 0x1FFF, "Grek"),
        (0x2C60, 0x2C7F, "Latn"),
        (0x2D00, 0x2D2F, "Geor"),
        (0x2D30, 0x2D7F, "Tfng"),
        (0x2D80, 0x2DDF, "Ethi"),
        (0x2DE0, 0x2DFF, "Cyrl"),
        (0x3005, 0x3007, "Hani"),
        (0x3041, 0x309F, "Kana"),
        (0x30A0, 0x30FF, "Kana"),
        (0x3100, 0x312F, "Bopo"),
        (0x3130, 0x318F, "Hang"),
        (0x3400, 0x4DBF, "Hani"),
        (0x4E00, 0x9FFF, "Hani"),
        (0xA640, 0xA69F, "Cyrl"),
        (0xA720, 0xA7FF, "Latn"),
        (0xA8E0, 0xA8FF, "Deva"),
        (0xAA60, 0xAA7F, "Mymr"),
        (0xAB00, 0xAB2F, "Ethi"),
        (0xAC00, 0xD7AF, "Hang"),
        (0xF900, 0xFAFF, "Hani"),
        (0xFB1D, 0xFB4F, "Hebr"),
        (0xFB50, 0xFDFF, "Arab"),
        (0xFE70, 0xFEFC, "Arab"),
        (0xFF21, 0xFF5A, "Latn"),
        (0xFF66, 0xFF9F, "Kana"),
        (0x1E900, 0x1E95F, "Adlm"),
        (0x20000, 0x323AF, "Hani"),
    ]
)
_STARTS = [first for first, _, _ in _RANGES]

# A character of these says about as much as this many letters of an alphabet, so that names in Latin letters do not
# outvote the text around them.
_WEIGHTS = {"Hani": 4.0, "Kana": 4.0, "Hang": 2.5, "Ethi": 2.0, "Latn": 0.5}


@lru_cache(maxsize=8192)
def script_of(character: str) -> str:
    """The ISO 15924 code of a letter or mark, "" for all else; kana are `Kana`, Hangul is `Hang`, Han is `Hani`."""
    point = ord(character)
    at = bisect_right(_STARTS, point) - 1
    if at < 0 or point > _RANGES[at][1] or not (character.isalpha() or _is_mark(point)):
        return ""
    return _RANGES[at][2]


def _is_mark(point: int) -> bool:
    # Vowel signs carry half of an Indic text and are no letters to Unicode.
    return 0x0900 <= point <= 0x109F or 0x0780 <= point <= 0x07BF or 0x1780 <= point <= 0x17FF


def weigh_scripts(text: str) -> dict[str, float]:
    """Share of each script in the text's letters, weighed by how much a character of it says; empty without letters."""
    weights: dict[str, float] = {}
    for character, count in Counter(text).items():
        script = script_of(character)
        if script:
            weights[script] = weights.get(script, 0.0) + count * _WEIGHTS.get(script, 1.0)
    total = sum(weights.values())
    return {script: weight / total for script, weight in weights.items()}


def main_script(text: str, expected: frozenset[str] = frozenset()) -> str:
    """The script of most of the text: Jpan where kana are among the Han characters, Kore for Hangul, "" for none.

    A fifth of the letters is enough for a script that is `expected`: product names in Latin letters can outweigh the
    few characters of a headline around them.
    """
    shares = weigh_scripts(text)
    if not shares:
        return ""
    kana, han, hangul = (shares.pop(script, 0.0) for script in ("Kana", "Hani", "Hang"))
    # A Chinese text holds kana only in a quoted name; Japanese prose is at least a third kana, headlines a tenth.
    eastern = "Kore" if hangul >= kana and hangul * 2 >= han else "Jpan" if kana >= 0.07 * (kana + han) else "Hani"
    shares[eastern] = kana + han + hangul
    wanted = {script: share for script, share in shares.items() if script in expected and share >= 0.2}
    return max(sorted(wanted or shares), key=lambda script: shares[script])
