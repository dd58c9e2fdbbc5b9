"""Dates in words, resolved against the article's own date: "Tuesday", "a day later", «накануне», 5月17日, ۲۷ اردیبهشت.

News speaks of the past: a weekday is the last one unless the clause says that it is yet to come; a day without a
year is the nearest one. Spans that are no single day ("last week", "days after", "in May") are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

import regex
from attrs import define, evolve, field, frozen

from monitor.model import DateMention, Moment
from monitor.text.calendars import BIKRAM_SAMBAT, ETHIOPIAN, GREGORIAN, SOLAR_HIJRI, Calendar, day_of, month_from
from monitor.text.date_words import FEAST, NO_DAY, DateWords, date_words
from monitor.text.folded import Token, bounded, tokens
from monitor.text.month_days import days_before, is_taken, last_day, year_after, year_before
from monitor.text.numeric_dates import Written, nearest, written_dates
from monitor.text.tokens import sentences
from monitor.text.weekdays import DAY, weekdays

_DAY_AFTER_MONTH = ("zh", "ja", "ko", "yue")  # where dates have signs, which `numeric_dates` reads
_LONGEST_ORDINAL = 4  # words of a day's number and the "of" behind it
_YEARS_AHEAD = 5  # of which news hardly speaks: such a year is of our calendar
_WEEKDAY = 2  # the rank of weekdays
_BESIDE = 8  # characters between a weekday and its date
_COUNTED = 60  # characters between "days after" and the date from which they count
_RANGE = regex.compile(r"[.,]?\s?(?:[-–—~]|\p{L}{1,5})\s?(?:\p{L}{1,3}\s)?")
_ENDS = regex.compile(r"[.;!?]")


@frozen(slots=True)
class _Found:
    """A date in a sentence, by its tokens or characters."""

    start: int
    end: int
    day: date
    rank: int  # where two overlap the lower rank stays
    year: int | None = 0  # that was written, None where none was; 0 where that does not matter


def dates(text: str, language: str, *, published: Moment) -> list[DateMention]:
    """Every day that a text names, in order, as days in the zone of `published`."""
    return dates_in(bounded(sentences(text, language)), language, published=published)


def dates_in(cut: Iterable[tuple[int, str]], language: str, *, published: Moment) -> list[DateMention]:
    """The days of a text that is cut into sentences already, each with where it starts."""
    reader = _Reader(language, published.date(), date_words(language))
    return [mention for start, sentence in cut for mention in reader.read(sentence, start)]


@define
class _Reader:
    language: str
    today: date
    words: DateWords
    named: date | None = field(default=None)  # the date named last, to which "a day later" refers

    def read(self, sentence: str, start: int) -> list[DateMention]:
        here = tokens(sentence)
        found = [_Found(w.start, w.end, w.day, 0) for w in self._numeric(sentence)]
        found += _within_a_year(sentence, self._spelt(here))
        found += self._alone(here)
        found += [
            _Found(here[a].start, here[b - 1].end, day, _WEEKDAY)
            for a, b, day in weekdays(sentence, here, self.words, self.today)
        ]
        found += [
            _Found(here[a].start, here[b - 1].end, day, 1)
            for a, b, days in self.words.relative.find(here)
            if (day := self._relative(days))
        ]
        if not found and self.named is None:
            return []  # no day from which one could be counted
        later = [(here[a].start, here[b - 1].end, days) for a, b, days in self.words.later.find(here)]
        return self._resolve(sentence, start, _apart(found), later) if found or later else []

    def _resolve(
        self, sentence: str, start: int, found: list[_Found], later: Sequence[tuple[int, int, int]]
    ) -> list[DateMention]:
        """In the order of the text, since "a day later" needs the date before it."""
        mentions = []
        free = [
            (a, b, d)
            for a, b, d in later
            if not any(a < f.end and f.start < b for f in found) and not self._counts_from(sentence, b, found)
        ]
        places: list[tuple[int, int, date | int]] = [*((f.start, f.end, f.day) for f in found), *free]
        for begin, end, what in sorted(places, key=lambda each: each[0]):
            if isinstance(what, date):
                day = what
            elif self.named is not None:
                day = self.named + timedelta(days=what)
            else:
                continue
            self.named = day if day <= self.today else self.named  # "a day later" follows what has happened
            mentions.append(
                DateMention(day=day.isoformat(), words=sentence[begin:end], sentence=sentence, start=start + begin)
            )
        return mentions

    def _counts_from(self, sentence: str, end: int, found: Sequence[_Found]) -> bool:
        """Whether days are counted from a date that follows: `diez días después del registro del 29 de noviembre`."""
        following = next((f for f in found if 0 <= f.start - end <= _COUNTED), None)
        if following is None or not sentence[end : end + 1].isspace():
            return False
        between = sentence[end : following.start]
        words = tokens(between)
        return bool(words) and words[0].folded in self.words.small.counted_from and not _ENDS.search(between)

    def _relative(self, days: int) -> date | None:
        """A day so many days from the article's own, or the feast nearest to it."""
        if days < NO_DAY:
            return self.today + timedelta(days=days)
        month, day = divmod(days - FEAST, 100)
        return nearest([day_of(self.today.year + n, month, day) for n in (-1, 0, 1)], self.today) if month > 0 else None

    def _alone(self, here: Sequence[Token]) -> list[_Found]:
        """A day without its month, the nearest of that number: el día 8."""
        found = []
        for _, at, _ in self.words.day_words.find(here):
            match = DAY.match(here[at].folded) if at < len(here) else None
            if match and not (
                at + 1 < len(here)
                and here[at + 1].start - here[at].end == 1
                and here[at + 1].folded in self.words.small.counted
            ):
                months = [month_from(self.today, n) for n in (-1, 0, 1)]
                day = nearest([day_of(year, month, int(match[1])) for year, month in months], self.today)
                found += [_Found(here[at].start, here[at].end, day, _WEEKDAY)] if day else []
        return found

    def _numeric(self, sentence: str) -> list[Written]:
        return written_dates(sentence, self.language, self.today, month_first=self.words.month_first)

    def _spelt(self, here: Sequence[Token]) -> list[_Found]:
        """17 May 2018, May 17, 17 de mayo, ۲۷ اردیبهشت ۱۳۹۷."""
        found: list[_Found] = []
        words = self.words
        if self.language.startswith(_DAY_AFTER_MONTH):
            return found
        listed = ((words.months, GREGORIAN), (words.short_months, GREGORIAN), (words.jalali, SOLAR_HIJRI))
        for phrases, calendar in (*listed, (words.ethiopian, ETHIOPIAN), (words.bikram, BIKRAM_SAMBAT)):
            for first, last, month in phrases.find(here):
                if words.capital and not here[first].upper:
                    continue
                found += self._around(here, (first, last), month, calendar)
                found += self._ordinal(here, (first, last), month, calendar)
        return found

    def _ordinal(self, here: Sequence[Token], span: tuple[int, int], month: int, calendar: Calendar) -> list[_Found]:
        """A day whose number is a word: `الرابع من آب`, پنجم مهر, `primero de mayo`."""
        first, last = span
        begin = max(0, first - _LONGEST_ORDINAL)
        before = self.words.ordinals.find(here[begin:first])
        if not before or any(word.folded not in self.words.small.links for word in here[begin + before[-1][1] : first]):
            return []
        year, last = year_after(here, last, self.words.small)
        day = self._day(year, month, before[-1][2], calendar)
        return [_Found(here[begin + before[-1][0]].start, here[last - 1].end, day, 0)] if day else []

    def _around(self, here: Sequence[Token], span: tuple[int, int], month: int, calendar: Calendar) -> list[_Found]:
        first, last = span
        days, begin = days_before(here, first, self.words.small)
        if not days and last < len(here) and (match := DAY.match(here[last].folded)) and not is_taken(here, last):
            days, last = [int(match[1])], last + 1
            if (second := last_day(here, last, days[0], self.words.small)) is not None:
                days, last = [*days, second[0]], second[1]
        if not days:
            return []
        year, last = year_after(here, last, self.words.small)
        if year is None and self.words.small.years:
            year, begin = year_before(here, begin, self.words.small)
        if year is None and self._last_year(here, begin, last):
            year = calendar.year(self.today) - 1
        place = (here[begin].start, here[last - 1].end)
        resolved = [self._day(year, month, day, calendar) for day in days]
        return [_Found(*place, day, 0, year=year if calendar is GREGORIAN else 0) for day in resolved if day]

    def _last_year(self, here: Sequence[Token], begin: int, end: int) -> bool:
        """Whether `last year` stands right before a day or behind it: 13 de enero del año pasado."""
        behind = self.words.last_year.find(here[end : end + _BESIDE])
        before = self.words.last_year.find(here[max(0, begin - _BESIDE) : begin])
        return bool((behind and behind[0][0] == 0) or (before and before[-1][1] == min(begin, _BESIDE)))

    def _day(self, year: int | None, month: int, day: int, calendar: Calendar) -> date | None:
        """A day of a calendar; without a year the nearest."""
        if year and calendar is ETHIOPIAN and year > ETHIOPIAN.year(self.today) + _YEARS_AHEAD:
            return day_of(year, (month + 7) % 12 + 1, day)  # እ.ኤ.አ. ጥር 14 ቀን 2024: January by the name of its month
        if year:
            return calendar.of(year, month, day)
        around = calendar.year(self.today)
        return nearest([calendar.of(around + n, month, day) for n in (-1, 0, 1)], self.today)


def _within_a_year(sentence: str, found: list[_Found]) -> list[_Found]:
    """The year of the second day for the first of two that a dash or a small word joins: June 25 to July 2, 2012."""
    found = sorted(found, key=lambda each: each.start)
    for n, (first, second) in enumerate(pairwise(found)):
        joined = first.year is None and second.year and _RANGE.fullmatch(sentence[first.end : second.start])
        if joined and (day := day_of(second.day.year, first.day.month, first.day.day)):
            earlier = day if day < second.day else day_of(day.year - 1, day.month, day.day)
            found[n] = evolve(first, day=earlier or day)
    return found


def _apart(found: Sequence[_Found]) -> list[_Found]:
    """Without overlaps, and without a weekday that stands beside its own date."""
    kept: list[_Found] = []
    for each in sorted(found, key=lambda f: (f.rank, f.start - f.end)):
        same_words = any(
            (k.start, k.end, k.rank) == (each.start, each.end, each.rank) and k.day != each.day for k in kept
        )
        clash = any(each.start < k.end and k.start < each.end for k in kept)
        beside = each.rank == _WEEKDAY and any(k.rank == 0 and _belongs(each, k) for k in kept)
        if same_words or not (clash or beside):
            kept.append(each)
    return sorted(kept, key=lambda f: (f.start, f.day))


def _belongs(weekday: _Found, to: _Found) -> bool:
    """Whether a weekday is that of the date beside it: `Jumat Pahing, 21 April`."""
    same = weekday.day.weekday() == to.day.weekday()
    return 0 <= to.start - weekday.end <= _BESIDE * (1 + same) or 0 <= weekday.start - to.end <= _BESIDE // 2
