"""Which day a weekday's name means: the last one, unless its clause says that it is yet to come.

A day's number beside it decides where the two agree: `Thursday the 11th`, `quinta-feira, dia 11`, `torsdag den 4.`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import regex

from monitor.text.date_words import DateWords
from monitor.text.folded import Token
from monitor.text.listed import before_and_behind, words_of

_ONTO, _ENDINGS = before_and_behind(
    tuple(affix for affixes in words_of("day_endings.txt").values() for affix in affixes)
)
DAY = regex.compile(rf"^(?:{'|'.join(_ONTO)})?(\d{{1,2}})(?:{'|'.join(_ENDINGS)})?$")
_AROUND = 24  # days from the article's own, within which a weekday with its number lies
_ENDING_OF = 5  # letters at least of a word that a future ending makes a verb
_CLAUSE = regex.compile(r"[,;:\u060c\u061b\u3001\u3002\uff0c\uff1b\uff1a]|\s[\u2013\u2014-]\s")
_NUMBERED = regex.compile(r"[.)]|$")


def weekdays(sentence: str, here: Sequence[Token], words: DateWords, today: date) -> Iterator[tuple[int, int, date]]:
    """(first token, token behind the last, day) of each weekday named."""
    before = 0  # where the weekday named before ends
    for first, last, weekday in words.weekdays.find(here):
        before_it = here[max(0, first - words.beside) : first]
        if (words.capital and not here[first].upper) or _ends(words.every.find(before_it), len(before_it)):
            continue
        if numbered := _numbered(sentence, here, last, words, (today, weekday)):
            yield first, *numbered
        elif _touches(words.nights.find(before_it), len(before_it)):
            yield first, last, today - timedelta(days=(today.weekday() - weekday) % 7)
        elif not (before or _is_last(here, (first, last), words)) and _touches(
            words.bounds.find(before_it), len(before_it)
        ):
            yield first, last, today + timedelta(days=(weekday - today.weekday()) % 7)
        else:
            yield first, last, _meant(sentence, here, (first, last), words, (today, weekday))
        before = last


def _numbered(
    sentence: str, here: Sequence[Token], at: int, words: DateWords, day: tuple[date, int]
) -> tuple[int, date] | None:
    """The token behind the number of `Thursday the 11th` and that day, the nearest which is both."""
    marked = at < len(here) and here[at].folded in words.small.numbered
    at += marked
    match = DAY.match(here[at].folded) if at < len(here) else None
    if not match or _CLAUSE.search(sentence[here[at - 1].end : here[at].start].strip(" ,")):
        return None
    behind = sentence[here[at].end : here[at].end + 1]
    opened = sentence[here[at].start - 1] == "("
    if not (marked or match[0] != match[1] or (opened and _NUMBERED.match(behind))):
        return None
    today, weekday = day
    around = (today + timedelta(days=n * sign) for n in range(_AROUND) for sign in (-1, 1))
    return next(((at + 1, each) for each in around if (each.day, each.weekday()) == (int(match[1]), weekday)), None)


def _meant(
    sentence: str, here: Sequence[Token], span: tuple[int, int], words: DateWords, day: tuple[date, int]
) -> date:
    today, weekday = day
    back = (today.weekday() - weekday) % 7
    before, after = here[max(0, span[0] - words.beside) : span[0]], _behind(here, span[1], words)
    if _is_last(here, span, words):
        return today - timedelta(days=back or 7)
    week = next((n for a, b, n in words.weeks.find(before) if b == len(before)), None)
    if week is None:
        week = next((n for a, _, n in words.weeks.find(after) if a == 0), None)
    if week is not None:
        place, now = ((each - words.week_starts) % 7 for each in (weekday, today.weekday()))
        return today + timedelta(days=7 * week + place - now)
    if _touches(words.said.find(before), len(before)) or _begins(words.said.find(after)):
        return today - timedelta(days=back)
    told = bool(words.definite) and here[span[0]].folded.endswith(words.definite)
    ahead = not told and (_touches(words.next.find(before), len(before)) or _begins(words.next.find(after)))
    if ahead or _is_future(sentence, here, span, words):
        return today + timedelta(days=(-back) % 7 or (7 if ahead else 0))
    return today - timedelta(days=back)


def _is_last(here: Sequence[Token], span: tuple[int, int], words: DateWords) -> bool:
    """Whether `last` stands beside a weekday: last Monday, lunedì scorso."""
    before, after = here[max(0, span[0] - words.beside) : span[0]], _behind(here, span[1], words)
    return _touches(words.last.find(before), len(before)) or _begins(words.last.find(after))


def _behind(here: Sequence[Token], at: int, words: DateWords) -> Sequence[Token]:
    """The words behind a weekday, without the part of the day: jeudi soir prochain."""
    at += at < len(here) and here[at].folded in words.small.parts
    return here[at : at + words.beside]


def _touches(found: Sequence[tuple[int, int, str]], size: int) -> bool:
    return any(end >= size - 1 for _, end, _ in found)


def _ends(found: Sequence[tuple[int, int, str]], size: int) -> bool:
    return any(end == size for _, end, _ in found)


def _begins(found: Sequence[tuple[int, int, str]]) -> bool:
    return any(begin == 0 for begin, _, _ in found)


def _is_future(sentence: str, here: Sequence[Token], span: tuple[int, int], words: DateWords) -> bool:
    """Whether the weekday's clause has a word of things to come."""
    begin, end = here[span[0]].start, here[span[1] - 1].end
    breaks = [m.end() for m in _CLAUSE.finditer(sentence, 0, begin)]
    after = _CLAUSE.search(sentence, end)
    low, high = (breaks[-1] if breaks else 0), (after.start() if after else len(sentence))
    for first, last, _ in words.clause.find(here):
        low = max(low, here[last - 1].end) if last <= span[0] else low
        high = min(high, here[first].start) if first >= span[1] else high
    others = [(here[a].start, here[b - 1].end) for a, b, _ in words.relative.find(here)]
    low = max([low, *(stop for _, stop in others if stop <= begin)])  # to come is what the nearer date is about
    high = min([high, *(start for start, _ in others if start >= end)])
    clause = [word for word in here if low <= word.start and word.end <= high]
    return bool(words.future.find(clause)) or any(_ends_so(word, words.future_endings) for word in clause)


def _ends_so(word: Token, endings: tuple[str, ...]) -> bool:
    """`visiterà`, `se reunirá`, `yapılacak`: verbs whose ending is the future's."""
    return bool(endings) and not word.upper and len(word.folded) >= _ENDING_OF and word.folded.endswith(endings)
