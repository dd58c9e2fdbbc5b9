"""Digits that are days of a month: 12 de octubre, 7, 8 и 12 марта, March 7-9, 12 Mart'ta, viernes 8."""

from __future__ import annotations

import regex

from monitor.text.counted import WORD, ends, fold, skip
from monitor.text.inflection import forms, is_postfixed
from monitor.text.number_joins import joins
from monitor.text.number_words import NumberWords
from monitor.text.quantities import Quantities

LAST_DAY = 31
_MONTH_FIRST = frozenset(  # March 12, kovo 12, ጥር 6 ቀን
    {"en", "hu", "hy", "am", "ti", "so", "tl", "zu", "xh", "lt", "eu", "ne", "ml", "kn", "si"}
)
_AHEAD = 60  # characters among which the month of the last of several days is looked for
_BEHIND = 30
_BEFORE = regex.compile(r"([\p{L}\p{M}]+(?:-feira)?)\.?[ \u00a0]{1,2}\(?\Z")


def is_day(bare: str, span: tuple[int, int], known: Quantities, spelled: NumberWords, language: str) -> bool:
    """Whether one or two digits are a day: beside a month's name, one of several days, or behind a weekday's."""
    (start, end), base, by = span, language.partition("-")[0], joins(language)
    after = WORD.match(bare, skip(bare, end + (bare[end : end + 1] == ".")))
    before = _BEFORE.search(bare[max(0, start - _BEHIND) : start])
    earlier = fold(before[1], base) if before else ""
    if after and is_month(fold(after[0], base), known, spelled, base):
        return True
    if is_month(earlier, known, spelled, base) and (base in _MONTH_FIRST or ends(bare, end, base)):
        return True
    if (listed := by.more_days.match(bare, end, end + _AHEAD)) and listed.end() > end:
        following = WORD.match(bare, listed.end())
        if following and is_month(fold(following[0], base), known, spelled, base):
            return True
    if earlier in known.weekdays and ends(bare, end, base):
        return True
    others = by.earlier_days.search(bare, max(0, start - _BEHIND - 10), start)
    return bool(
        others
        and is_month(fold(others["month"], base), known, spelled, base)
        and (others["dash"] or ends(bare, end, base))
    )


def is_old_year(bare: str, end: int, earlier: str, spelled: NumberWords, base: str) -> bool:
    """Whether four digits below 1900 are a year: a word of time before them, and nothing that is counted."""
    following = WORD.match(bare, skip(bare, end))
    verb = base == "de" and following is not None and following[0].islower()  # German nouns have a capital letter
    return earlier in spelled.years and (verb or ends(bare, end, base))


def is_month(word: str, known: Quantities, spelled: NumberWords, base: str) -> bool:
    """Whether a folded word names a month, alone, behind a preposition that is written onto it, or bent: Mart'ta."""
    if is_postfixed(base) and not known.months.isdisjoint(forms(word, base)):  # १५ जनवरीमा
        return True
    joined = word[1:] if word[:1] and word[0] in spelled.glued else word
    return word in known.months or joined in known.months or word.partition("'")[0].partition("’")[0] in known.months
