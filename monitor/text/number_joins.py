"""What stands between two numbers, or between a number and what it counts, in the words of `number_words.txt`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex
from attrs import frozen

from monitor.text.number_words import listed

_DIGITS = r"(?:\p{Nd}{1,2}|\0{2,3})(?!\p{Nd}|[.,]\p{Nd})"  # an ordinal, such as 9., is blanked already
_NEVER = r"(?!)"


@frozen
class Joins:
    """One language's patterns; those of a word's place end where the number begins."""

    range: regex.Pattern[str]  # the whole of what parts the ends of a range: bis, –
    both: regex.Pattern[str]  # the whole of an "and"
    between: regex.Pattern[str]  # "between", at the end of what stands before
    ordinal: regex.Pattern[str]  # the ending of digits that give a place in an order: 3rd
    percent: regex.Pattern[str]  # what makes a percentage of the digits behind it: yüzde 5
    more_days: regex.Pattern[str]  # further days behind one, up to the place of the month: 7, 8 и 12 марта
    earlier_days: regex.Pattern[str]  # the month and its days before the last of them: March 7, 9 and 12


@lru_cache(maxsize=128)
def joins(language: str) -> Joins:
    """The patterns of a language."""
    ends, both, article, of = (_one_of(listed(language, kind)) for kind in ("range", "join", "article", "of"))
    between, ordinal, percent = (_one_of(listed(language, kind)) for kind in ("between", "ordinal", "percent"))
    either, dash = f"(?:{ends}|{both})", "[,–—~-]"
    return Joins(
        range=regex.compile(rf"[ \u00a0]?(?:[-‐–—~～]|{ends})[ \u00a0]?"),
        both=regex.compile(rf" {both} ?"),
        between=regex.compile(rf"(?i){between}\s\Z"),
        ordinal=regex.compile(rf"['’-]?{ordinal}(?!\p{{L}})|°(?= \p{{L}})"),
        percent=regex.compile(rf"(?i)(?:{percent} ?|％|%)\Z"),
        more_days=regex.compile(
            rf"(?:\.? ?(?:{dash}|(?<= ){either})[ -]?(?:{article}[ -]?)?{_DIGITS}){{0,5}}"
            rf"\.?(?:[ -]{of})?[ \u00a0'’-]{{1,2}}"
        ),
        earlier_days=regex.compile(
            r"(?P<month>[\p{L}\p{M}]+)\.? (?P<days>\p{Nd}{1,2}\.?(?:, ?\p{Nd}{1,2})*)"
            rf"(?: ?(?P<dash>[-–—]) ?|,? {either} )\Z"
        ),
    )


def _one_of(words: Iterable[str]) -> str:
    """A group that matches any of some words, the longest first; nothing where there are none."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(regex.escape, listed))})" if listed else _NEVER
