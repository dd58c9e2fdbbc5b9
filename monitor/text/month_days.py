"""The days before or behind a month's name, and the year: 7. bis 9. März 2024, March 7 and 8."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.text.date_words import SmallWords
from monitor.text.folded import Token
from monitor.text.weekdays import DAY

_YEAR = regex.compile(r"^(1[0-9]{3}|20[0-9]{2}|25[0-9]{2})$")
_APART = 6  # characters between two days of one month
_DIGITS = 4  # of a year
_YEAR_WORDS = 3  # words, or Burmese characters, between a year and its day
_TWO_WORDS = 8  # more of them where two words stand between


def days_before(here: Sequence[Token], first: int, known: SmallWords) -> tuple[list[int], int]:
    """The days before a month's name ("17 May", "17-18 May", "9, 10 and 11 May"); and where they begin."""
    at = first - 1
    while at > 0 and first - at < 3 and here[at].folded in known.links:
        at -= 1
    match = DAY.match(here[at].folded) if at >= 0 else None
    if not match:
        return [], first
    days = [int(match[1])]
    while (found := _one_more(here, at, days[0], known)) is not None:
        days, at = [found[0], *days], found[1]
    return days, at


def _one_more(here: Sequence[Token], at: int, before: int, known: SmallWords) -> tuple[int, int] | None:
    """The smaller day that a comma, a dash or one word parts from the day at a token, and its token: 9, 10 y 11."""
    for back in (1, 2, 3):
        other = DAY.match(here[at - back].folded) if at >= back else None
        between = here[at - back + 1 : at] if other else ()
        if other and int(other[1]) < before and _joins(between, here[at].start - here[at - back].end, known):
            return int(other[1]), at - back
    return None


def _joins(between: Sequence[Token], apart: int, known: SmallWords) -> bool:
    """Whether a mark, a short word or those of a range part two days: vom 7. bis zum 9. März."""
    if len(between) < 2 and apart < _APART:
        return not any(word.folded.isdigit() for word in between)
    small = known.joins | known.links
    return apart < _APART + _TWO_WORDS and all(word.folded in small for word in between)


def last_day(here: Sequence[Token], at: int, first: int, known: SmallWords) -> tuple[int, int] | None:
    """The last day of `March 4-5` or `March 4 and 5`, a larger figure, and the token behind it."""
    joined = at + 1 < len(here) and here[at].folded in known.seconds and DAY.match(here[at + 1].folded) is not None
    place = at + joined
    match = DAY.match(here[place].folded) if place < len(here) else None
    if not match or int(match[1]) <= first or not (joined or here[at].start - here[at - 1].end == 1):
        return None
    counted = joined and place + 1 < len(here) and here[place + 1].start - here[place].end == 1
    return (
        None
        if counted and not here[place + 1].upper and here[place + 1].folded not in known.behind
        else (int(match[1]), place + 1)
    )


def year_after(here: Sequence[Token], at: int, known: SmallWords) -> tuple[int | None, int]:
    """The year at a token or behind one small word, and the token behind it: марта 2024 года."""
    for skip in (0, 1):
        place = at + skip
        if place < len(here) and (match := _YEAR.match(here[place].folded)):
            return int(match[1]), place + 1
        if place < len(here) and here[place].folded not in known.eras:
            break
    return None, at


def year_before(here: Sequence[Token], begin: int, known: SmallWords) -> tuple[int | None, int]:
    """The year before a day, and where it begins: 2021 թվականի մայիսի 3, 2021-yil 3-may, 2021eko maiatzaren 3an."""
    at = begin - 1
    while at > 0 and begin - at <= _YEAR_WORDS and here[at].folded in known.years:
        at -= 1
    word = here[at].folded if at >= 0 else ""
    match = _YEAR.match(word[:_DIGITS] if word[_DIGITS:] in known.years else word)
    return (int(match[1]), at) if match else (None, begin)


def is_taken(here: Sequence[Token], at: int) -> bool:
    """True where a number after a month counts something else: `May 17, 2018` is a date, `May 17:30` is not one."""
    return (
        at + 1 < len(here)
        and here[at + 1].folded.isdigit()
        and here[at + 1].start - here[at].end == 1
        and len(here[at + 1].folded) == 2
    )
