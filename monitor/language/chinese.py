"""Simplified and traditional Chinese."""

from __future__ import annotations

from functools import lru_cache


def chinese_script(text: str) -> tuple[str, float]:
    """`Hans` or `Hant`, and how sure (from 0.5 to 1).

    Evidence are the characters that only one of GB 2312 and Big5 has: each of the two standards holds the everyday
    characters of one script. A text without such characters is Hans at 0.5.
    """
    simple = traditional = 0
    for character in text:
        if "\u3400" <= character <= "\u9fff":
            in_gb, in_big5 = _charsets(character)
            simple += in_gb and not in_big5
            traditional += in_big5 and not in_gb
    share = (simple + 0.5) / (simple + traditional + 1)
    return ("Hans", share) if share >= 0.5 else ("Hant", 1 - share)


@lru_cache(maxsize=16384)
def _charsets(character: str) -> tuple[bool, bool]:
    return _holds("gb2312", character), _holds("big5", character)


def _holds(charset: str, character: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
