"""The words and runs of digits of a sentence, as the reading of numbers takes them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from monitor.text.letters import ascii_digits
from monitor.text.number_words import spelling

MAX_DIGITS = 15
MAX_LETTERS = 41  # of a word; a longer one is read as several

_DIGITS = (
    r"\p{Nd}{1,3}(?:[.,\u00a0\u202f'’٬، ]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}{1,3}(?!\p{Nd}))?"  # 1,234.5
    r"|\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3}"  # 12,34,567
    r"|\p{Nd}+(?:[.,٫]\p{Nd}+)?"
)
_TOKEN = regex.compile(rf"{_DIGITS}|[\p{{L}}\p{{M}}][\p{{L}}\p{{M}}\u200c\u200d'’ʼ‘״׳]{{0,{MAX_LETTERS - 1}}}")
_ELISION = regex.compile(r"\A(?:l|d|qu|dell|all|nell|dall|sull)'(?=.)")
_ELIDING = frozenset({"fr", "it", "ca", "oc"})


class Token(NamedTuple):
    """A word or a run of digits and where it stands; `key` is its spelling in the tables, or its digits."""

    start: int
    end: int
    key: str
    digits: bool


def tokens(text: str, base: str) -> list[Token]:
    """The words and runs of digits of a text."""
    if len(text) <= MAX_LETTERS and text.isalpha():
        return [Token(0, len(text), _key(text, base), digits=False)]
    spans = [match.span() for match in _TOKEN.finditer(text)]
    return [
        _made(Token, (start, end, word, True))
        if (word := text[start:end])[0].isdecimal()
        else _made(Token, (start, end, _key(word, base), False))
        for start, end in spans
    ]


_made = tuple.__new__  # a NamedTuple's own constructor takes three times as long


@lru_cache(maxsize=65_536)
def _key(word: str, base: str) -> str:
    key = spelling(word, base)
    return _ELISION.sub("", key) if base in _ELIDING and "'" in key else key


def value_of(written: str, *, comma: bool) -> float | None:
    """The value of digits with separators; the last separator is the decimal one, unless it parts thousands."""
    plain = ascii_digits(written).replace("\u066c", ",").replace("،", ",").replace("\u066b", ".")
    for blank in "\u00a0\u202f '’":
        plain = plain.replace(blank, "")
    if len(plain) > MAX_DIGITS:
        return None
    point, thousands = (",", ".") if comma else (".", ",")
    if point in plain and thousands in plain:
        point = "," if plain.rfind(",") > plain.rfind(".") else "."
    elif thousands in plain:
        pieces = plain.split(thousands)
        if len(pieces) == 2 and len(pieces[1]) != 3:
            point = thousands
    whole, _, rest = plain.rpartition(point) if point and point in plain else (plain, "", "")
    whole = whole.replace(",", "").replace(".", "")
    return float(f"{whole or 0}.{rest or 0}") if (whole + rest).isdecimal() else None
