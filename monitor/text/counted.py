"""What a number counts: its currency, %, or the stem of the noun that follows it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

import regex

from monitor.language import language as look_up
from monitor.text.letters import fold as fold_text
from monitor.text.number_joins import joins
from monitor.text.number_words import number_words
from monitor.text.quantities import Quantities
from monitor.text.stemming import stem_words
from monitor.text.stopwords import is_small, stopwords

Value = TypeVar("Value")

WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\u200c\u200d'’‘״]{0,40}|[%٪％]|\p{Sc}")
_ELISION = regex.compile(r"^(?:d|l|qu)['’]")
_BEFORE = regex.compile(r"((?:US|A|C|HK|R|NT)?\p{Sc}|\p{L}{2,4}\.?|R\$)[ \u00a0]?\Z")
BEFORE_CURRENCY = regex.compile(r"(?:US|A|C|HK|R|NT)?\p{Sc}[ \u00a0]?\Z")
_BESIDE = 20  # characters before a number among which a word for per cent is looked for
_ASIDE = regex.compile(r"[ \u00a0\u202f\u200c-]?")


@lru_cache(maxsize=65_536)
def fold(word: str, base: str) -> str:
    """A word in one spelling; the words beside numbers are few and come again."""
    return fold_text(word, base)


def skip(bare: str, end: int) -> int:
    """The place after one space or hyphen."""
    found = _ASIDE.match(bare, end)
    return found.end() if found else end


def ends(bare: str, end: int, base: str) -> bool:
    """Whether nothing follows that the digits could count: a mark, a small word or the end."""
    following = WORD.match(bare, skip(bare, end))
    return following is None or not following[0][0].isalpha() or is_small(fold(following[0], base), base)


def follows(bare: str, end: int, table: Mapping[str, Value], language: str) -> tuple[Value, int] | None:
    """What of a table stands right after `end`: two words, one word, or, without spaces, its longest beginning."""
    base = language.partition("-")[0]
    first = WORD.match(bare, skip(bare, end))
    if first is None:
        return None
    second = WORD.match(bare, skip(bare, first.end()))
    one = _ELISION.sub("", fold(first[0], base))
    if second is not None and (pair := f"{one} {fold(second[0], base)}") in table:
        return table[pair], second.end()
    if one in table:
        return table[one], first.end() + (bare[first.end() : first.end() + 1] == ".")
    if base in ("zh", "ja", "ko", "th", "yue", "lo", "km", "my"):
        for length in range(min(len(first[0]), 12), 0, -1):
            if fold(first[0][:length], base) in table:
                return table[fold(first[0][:length], base)], first.start() + length
    return None


def unit(bare: str, start: int, end: int, known: Quantities, language: str) -> tuple[str, int]:
    """The unit before or after the number, else the stem of the noun after it; and where it ends."""
    base = language.partition("-")[0]
    before = _BEFORE.search(bare[max(0, start - 6) : start])
    if before and (code := known.units.get(fold(before[1].rstrip("."), base))) and code != "%":
        return code, end
    if joins(language).percent.search(bare, max(0, start - _BESIDE), start):  # 百分之五, yüzde 5, %5
        return "%", end
    follower = WORD.match(bare, skip(bare, end))
    link = skip(bare, follower.end()) if follower and fold(follower[0], base) in number_words(language).of else end
    found = follows(bare, link, known.units, language) or follows(bare, end, known.units, language)
    if found:
        return found[0], found[1]
    noun = WORD.match(bare, skip(bare, link))
    if noun is None or not noun[0][0].isalpha():
        return "", end
    if not look_up(language).spaces:
        return (noun[0][0], noun.start() + 1) if base in ("zh", "ja", "yue") else ("", end)
    counted = _ELISION.sub("", fold(noun[0], base)).rstrip("'’‘")
    # The lists of function words hold "people" and "человек" too, which are what is counted most.
    if len(counted) <= (4 if counted.isascii() else 3) and counted in stopwords(base):
        return "", end
    return counted[0] if base == "ko" else stem_words([counted], language)[0], noun.end()
