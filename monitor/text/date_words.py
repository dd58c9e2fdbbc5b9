"""The words by which each language tells days: CLDR's months and weekdays, dateparser's relative words, and our own.

Our own are in `date_words/<language>.yaml`; they add to the others, and `weekdays` replaces CLDR's.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

import regex
from attrs import fields, frozen
from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from monitor.language import read_as
from monitor.text.folded import fold
from monitor.text.phrases import Phrases
from monitor.yaml12 import read_yaml

MOST_DAYS = 31  # "31 days ago"; more is rather a number than a date
NO_DAY = 10_000  # stands for words that name no day though some of them would: por la mañana
FEAST = 20_000  # added to month and day, 1225 at Christmas
_CUT = frozenset({"th", "lo", "km", "my"})  # languages of which each character is a token
_WORDS, _CHARACTERS = 3, 16
_RELATIVE = regex.compile(r"^(?:in )?(\d+) day(?: ago)?$")


@frozen
class SmallWords:
    """One language's words, folded, that stand around a day's number, month and weekday."""

    numbered: frozenset[str] = frozenset()  # what stands between a weekday and its number: the, den, dia
    parts: frozenset[str] = frozenset()  # of a day, behind a weekday: jeudi soir
    links: frozenset[str] = frozenset()  # between a day and its month: of, de; endings behind a hyphen: 7-го
    counted: frozenset[str] = frozenset()  # behind a number alone, which is no day then: el día 8 de la guerra
    eras: frozenset[str] = frozenset()  # between a month and its year: de, سنة; or behind a year: года
    years: frozenset[str] = frozenset()  # between a year and a day behind it: թվականի, yil
    joins: frozenset[str] = frozenset()  # between two days of a month: and, bis, zum
    seconds: frozenset[str] = frozenset()  # the same behind the month: March 4 and 5
    behind: frozenset[str] = frozenset()  # small words that may follow those, which count nothing then: in, at
    counted_from: frozenset[str] = frozenset()  # between days and the date that they are counted from: after, del


@frozen
class DateWords:
    """One language's words for days, compiled."""

    months: Phrases[int]
    short_months: Phrases[int]  # Ara, which no other word bends into: aracın
    jalali: Phrases[int]
    ethiopian: Phrases[int]
    bikram: Phrases[int]  # Nepal's months: पुस
    ordinals: Phrases[int]  # days of a month in words: first, الرابع
    weekdays: Phrases[int]  # 0 is Monday
    relative: Phrases[int]  # days from the article's own, NO_DAY, or a feast
    later: Phrases[int]  # days from the date named before
    last: Phrases[str]
    next: Phrases[str]
    last_year: Phrases[str]
    weeks: Phrases[int]  # beside a weekday: the week before this, this, the next
    bounds: Phrases[str]  # until, à partir de: today or later, but behind another weekday (from Sunday until Monday)
    week_starts: int  # 0 is Monday
    every: Phrases[str]  # before a weekday: it comes again and again, and is no single day
    nights: Phrases[str]  # before a weekday: the night to it, of which news tells behind it
    said: Phrases[str]  # beside a weekday: on that day somebody said what is yet to come
    definite: tuple[str, ...]  # endings of weekdays of which is told: tisdagen
    day_words: Phrases[str]  # before a day's number alone: el día 8
    future: Phrases[str]  # what is said in the clause is yet to come
    future_endings: tuple[str, ...]  # of verbs: -rà
    clause: Phrases[str]  # that, que, что: another clause begins
    small: SmallWords
    beside: int  # tokens beside a weekday among which `last` and `next` are looked for
    capital: bool  # months and weekdays are written with a capital letter
    month_first: bool


# The keys of a file: what it gives by itself, and of what it gives `relative`, `later` and `weekdays` are made.
_MADE = {"relative", "later", "short_months", "small", "beside"}
_MORE = {"later", "earlier", "days", "no_days", "feasts", "ago", "ahead", "numbers"}
_BENT = {"months_inflected", "weekdays_inflected"}
KEYS = ({each.name for each in (*fields(DateWords), *fields(SmallWords))} - _MADE) | _MORE | _BENT


@lru_cache(maxsize=128)
def date_words(language: str) -> DateWords:
    """The words of a language; those of CLDR and dateparser alone where it has no file."""
    own = _own(language)
    numbers = _numbers(own)

    def phrases(key: str) -> Phrases[str]:
        return Phrases(((phrase, phrase) for phrase in own.get(key, ())), language)

    anaphora = [*_counted(own.get("later", ()), numbers, 1), *_counted(own.get("earlier", ()), numbers, -1)]
    return DateWords(
        months=_month_phrases(language, own),
        short_months=Phrases(
            sorted({*_cldr_months(language, "abbreviated")} - {*_cldr_months(language, "wide")}), language
        ),
        jalali=Phrases(_listed(own.get("jalali", ())), language, inflected=True),
        ethiopian=Phrases(_listed(own.get("ethiopian", ())), language, inflected=True),
        bikram=Phrases(_listed(own.get("bikram", ())), language, inflected=True),
        ordinals=Phrases(_listed(own.get("ordinals", ())), language),
        weekdays=Phrases(_weekdays(language, own), language, inflected=bool(own.get("weekdays_inflected", False))),
        relative=Phrases([*_dateparser(language), *_relative(own, numbers)], language),
        later=Phrases(anaphora, language),
        last=phrases("last"),
        next=phrases("next"),
        last_year=phrases("last_year"),
        weeks=Phrases(((word, int(n)) for n, words in own.get("weeks", {}).items() for word in words), language),
        bounds=phrases("bounds"),
        every=phrases("every"),
        nights=phrases("nights"),
        said=phrases("said"),
        definite=tuple(own.get("definite", ())),
        day_words=phrases("day_words"),
        week_starts=int(own.get("week_starts", 0)),
        future=phrases("future"),
        future_endings=tuple(own.get("future_endings", ())),
        clause=phrases("clause"),
        small=_small(own),
        beside=_CHARACTERS if language.partition("-")[0] in _CUT else _WORDS,
        capital=bool(own.get("capital", False)),
        month_first=bool(own.get("month_first", False)),
    )


def _small(own: Mapping[str, Any]) -> SmallWords:
    return SmallWords(
        **{each.name: frozenset(fold(str(word)) for word in own.get(each.name, ())) for each in fields(SmallWords)}
    )


def _month_phrases(language: str, own: Mapping[str, Any]) -> Phrases[int]:
    """Months in every case; where an ending may make them another word (Uzbek marta, times) in those listed alone."""
    listed = [*_cldr_months(language, "wide"), *_listed(own.get("months", ()))]
    return Phrases(listed, language, inflected=bool(own.get("months_inflected", True)))


def month_names(language: str) -> list[str]:
    """Names of months that a language has beside CLDR's, and those of the solar year: آذار, اسفندماه, መስከረም."""
    own = _own(language)
    listed = (month for key in ("months", "jalali", "ethiopian", "bikram") for month in _listed(own.get(key, ())))
    return [name for name, _ in listed if " " not in name]


def _own(language: str) -> Mapping[str, Any]:
    code = read_as(language, _files())
    if code not in _files():
        return MappingProxyType({})
    file = resources.files("monitor.text") / "date_words" / f"{code}.yaml"
    own = read_yaml(file.read_bytes()).value
    if unknown := set(own) - KEYS:
        raise ValueError(f"{file}: unknown keys {sorted(unknown)}")
    return MappingProxyType(own)


@lru_cache(maxsize=1)
def _files() -> frozenset[str]:
    """The languages that have files."""
    names = (file.name for file in (resources.files("monitor.text") / "date_words").iterdir())
    return frozenset(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


def _numbers(own: Mapping[str, Any]) -> list[tuple[str, int]]:
    words = [(word, n + 1) for n, listed in enumerate(own.get("numbers", ())) for word in _each(listed)]
    return [*words, *((str(n), n) for n in range(1, MOST_DAYS + 1))]


def _relative(own: Mapping[str, Any], numbers: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Our own words for days from the article's, those that name none, and feasts."""
    counted = [*_counted(own.get("ago", ()), numbers, -1), *_counted(own.get("ahead", ()), numbers, 1)]
    named = [(word, int(days)) for days, words in own.get("days", {}).items() for word in words]
    named += [(word, NO_DAY) for word in own.get("no_days", ())]
    named += [(word, FEAST + int(day)) for day, words in own.get("feasts", {}).items() for word in words]
    return [*named, *counted]


def _each(value: Any) -> list[str]:
    return [str(word) for word in value] if isinstance(value, list) else [str(value)]


def _counted(templates: Any, numbers: list[tuple[str, int]], sign: int) -> Iterator[tuple[str, int]]:
    """`{n} days ago` with each number put in; `{w}` counts weeks; a phrase without either is one day."""
    for template in templates:
        if "{n}" in template:
            yield from ((template.replace("{n}", word), sign * n) for word, n in numbers)
        elif "{w}" in template:
            yield from ((template.replace("{w}", word), sign * 7 * n) for word, n in numbers if n <= 4)
        else:
            yield template, sign


def _listed(lists: Any) -> Iterator[tuple[str, int]]:
    for n, listed in enumerate(lists):
        yield from ((word, n + 1) for word in _each(listed))


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        base = language.partition("-")[0]
        return _locale(base) if base != language else None


def _cldr_months(language: str, width: Literal["wide", "abbreviated"]) -> Iterator[tuple[str, int]]:
    locale = _locale(language)
    for context in ("format", "stand-alone") if locale else ():
        names = get_month_names(width, context=context, locale=locale)
        yield from ((name, month) for month, name in names.items() if regex.search(r"\p{L}{3}|\p{Lo}", name))


def _weekdays(language: str, own: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    if "weekdays" in own:
        yield from ((word, n - 1) for word, n in _listed(own["weekdays"]))
        return
    locale = _locale(language)
    for context in ("format", "stand-alone") if locale else ():
        names = get_day_names("wide", context=context, locale=locale)
        yield from ((name, day) for day, name in names.items())


def _dateparser(language: str) -> Iterator[tuple[str, int]]:
    """Dateparser's words for whole days ("yesterday") and its counted ones ("3 days ago")."""
    code = language.partition("-")[0].lower()
    try:
        info = importlib.import_module(f"dateparser.data.date_translation_data.{code}").info
    except ModuleNotFoundError:
        return
    for meaning, words in info.get("relative-type", {}).items():
        if match := _RELATIVE.match(meaning):
            yield from ((word, int(match[1]) * (1 if meaning.startswith("in ") else -1)) for word in words)
    for meaning, patterns in info.get("relative-type-regex", {}).items():
        if meaning in {"\\1 day ago", "in \\1 day"}:
            sign = 1 if meaning.startswith("in ") else -1
            templates = [regex.sub(r"\(.*?\)", "{n}", pattern, count=1) for pattern in patterns]
            whole = [template for template in templates if regex.search(r"\p{L}{3}|\p{Lo}", template)]
            yield from _counted(whole, [(str(n), n) for n in range(1, MOST_DAYS + 1)], sign)
