"""The figures of a text: numbers with their magnitude and unit, in each language's own numerals and words.

Left out are numbers that count nothing (`not_figures`): dates, years, clock times, scores, ordinals, parts of names.
A range gives both its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

import regex
from attrs import evolve

from monitor.model import Figure
from monitor.text.compounds import Number, numbers, parts
from monitor.text.counted import BEFORE_CURRENCY, WORD, fold, follows, skip, unit
from monitor.text.days_in_figures import LAST_DAY, is_day, is_old_year
from monitor.text.han_numbers import HAN_NUMBER, KOREAN_NUMBER, han_value
from monitor.text.magnitudes_first import MAGNITUDES_FIRST, numbers_of
from monitor.text.not_figures import blanked, is_label
from monitor.text.number_joins import Joins, joins
from monitor.text.number_tokens import Token, tokens
from monitor.text.number_words import NumberWords, number_words, spelling
from monitor.text.quantities import Quantities, quantities
from monitor.text.sentences import sentences
from monitor.text.spelled_no_counts import is_no_count
from monitor.text.stopwords import stopwords

MAX_TEXT = 50_000  # characters
MOST_REMEMBERED = 50_000  # words of a language
MAX_WORD = 60  # characters between two spaces that are looked at for a spelled number

_EASTERN = frozenset({"zh", "ja", "yue"})
_UNSPACED = _EASTERN | {"ko", "th", "lo", "km", "my"}
_AGREEING = frozenset({"zu", "xh"})  # languages that tie figures to a class's prefix
_GLUED_ON = 3  # letters of prepositions and "and" that are written onto digits
_GLUED = regex.compile(r"(\p{L}[\p{L}\p{M}]{0,12})([-‐־]?)\Z")
_MEASURES = frozenset(code for one in ("*", "en") for code in quantities(one).units.values())
_WORD_BEFORE = regex.compile(r"([\p{L}\p{M}]+)[., \u00a0]{1,3}\Z")
_HAS_NUMBER = re.compile(r"[\d二两兩三四五六七八九十百千万萬亿億]")
OLDEST_YEAR, FIRST_YEAR, LAST_YEAR = 1000, 1900, 2099
_MARKS = '.,:;!?()[]/|"„“”«»‚‘…–—-'  # around a word; the apostrophe may be the word's


def figures(text: str, language: str) -> list[Figure]:
    """The figures in a text in order.

    `unit` is %, an ISO 4217 code, the stem of the noun that is counted, or "". `start` is where the number starts.
    """
    return figures_in(sentences(text[:MAX_TEXT], language), language)


def figures_in(cut: Iterable[tuple[int, str]], language: str) -> list[Figure]:
    """The figures of a text that is cut into sentences already, each with where it starts; up to MAX_TEXT."""
    known, spelled = quantities(language), number_words(language)
    found: list[Figure] = []
    for at, sentence in takewhile(lambda each: each[0] < MAX_TEXT, cut):
        found.extend(_in_sentence(sentence, at, language, known, spelled))
    return found


def _in_sentence(sentence: str, at: int, language: str, known: Quantities, spelled: NumberWords) -> Iterator[Figure]:
    base = language.partition("-")[0]
    if not _HAS_NUMBER.search(sentence) and not _has_spelled(sentence.split(), language):
        return
    bare = blanked(sentence, base, spelled)
    words = tokens(bare, base)
    last: Figure | None = None
    last_end, last_scale = 0, 1.0
    for number, (name, end) in _numbers(bare, words, language, known, spelled):
        if number.start < last_end:
            continue
        if (
            last is not None
            and last_scale == 1
            and (last.unit in ("", name) or (not name and last.unit != "%"))  # not 12% to 850 thousand
            and _is_range(bare, last.start - at, last_end, number.start, joins(language))
        ):
            lower = last.value * number.scale
            last = evolve(last, unit=last.unit or name, value=lower if lower <= number.value else last.value)
        if last is not None:
            yield last
        sign = BEFORE_CURRENCY.search(bare, max(0, number.start - 5), number.start)
        shown = sentence[sign.start() if sign else number.start : end].strip(" .’'")
        last = Figure(value=number.value, unit=name, words=shown, sentence=sentence, start=at + number.start)
        last_end, last_scale = (end if name else number.end), number.scale
    if last is not None:
        yield last


def _has_spelled(words: list[str], language: str) -> bool:
    """Whether one of the words, with the punctuation around it, is or holds a number: few sentences have any."""
    never = _never_numbers(language)
    if never.issuperset(words):
        return False
    spelled = False
    for word in words:
        if word not in never:
            bare = word[:MAX_WORD].strip(_MARKS)
            if bare not in never and _is_spelled(bare, language):
                spelled = True
            elif len(never) < MOST_REMEMBERED:
                never.update((word, bare))
    return spelled


@lru_cache(maxsize=128)
def _never_numbers(language: str) -> set[str]:  # noqa: ARG001  (one set a language)
    """Words met that are no numbers; few words make most of every text."""
    return set()


@lru_cache(maxsize=65_536)
def _is_spelled(word: str, language: str) -> bool:
    base = language.partition("-")[0]
    found = parts(tokens(word, base), number_words(language), base, comma=False)
    return any(part.multiplier is not None or (part.value is not None and not part.one) for part in found)


def _is_range(bare: str, first: int, end: int, start: int, by: Joins) -> bool:
    """Whether two numbers are the ends of a range, so that the magnitude of the second holds for the first."""
    between = bare[end:start]
    return bool(
        by.range.fullmatch(between)
        or (by.both.fullmatch(between) and by.between.search(bare, max(0, first - 12), first))
    )


def _numbers(
    bare: str, words: Sequence[Token], language: str, known: Quantities, spelled: NumberWords
) -> Iterator[tuple[Number, tuple[str, int]]]:
    """The numbers of a sentence that count something, each with its unit and where that ends."""
    base = language.partition("-")[0]
    ordinal = joins(language).ordinal
    places = {token.start: place for place, token in enumerate(words)}
    for number in _all_numbers(bare, words, base, known, spelled):
        counted: tuple[str, int] | None = None
        if number.digits:
            place = places.get(number.start)
            if _is_glued(bare, number, base, known, spelled) or ordinal.match(bare, number.end):
                continue
            counted = unit(bare, number.start, number.end, known, language)
            measured = number.scale != 1 or counted[0] in _MEASURES
            if place is not None and not measured and is_label(words, place, bare, spelled, base):
                continue
            if number.scale == 1 and _is_date(bare, number, known, spelled, language):
                continue
        elif is_no_count(bare, number.start, base) or _beside_month(bare, number, known, base):
            continue
        yield number, counted or unit(bare, number.start, number.end, known, language)


def number_follower(bare: str, end: int, base: str) -> str:
    """The word after a number, folded, or ""."""
    found = WORD.match(bare, skip(bare, end))
    return fold(found[0], base) if found else ""


def _all_numbers(
    bare: str, words: Sequence[Token], base: str, known: Quantities, spelled: NumberWords
) -> Iterator[Number]:
    if base not in _EASTERN and base != "ko":
        listed = parts(words, spelled, base, comma=known.comma)
        yield from numbers_of(listed, bare) if base in MAGNITUDES_FIRST else numbers(listed, bare, base)
        return
    found = [
        Number(match.start(), match.end(), value)
        for match in (KOREAN_NUMBER if base == "ko" else HAN_NUMBER).finditer(bare)
        if (value := han_value(match[0])) is not None
    ]
    if base == "ko":
        found += [
            Number(t.start, t.end, spelled.numbers[t.key], 1.0, digits=False) for t in _native(words, bare, spelled)
        ]
    yield from sorted(found, key=lambda number: number.start)


_KOREAN_COUNTED = regex.compile(
    r" ?(?:명|사람|개|살|채|대|마리|곳|차례|건|달|시간|배|가지|군데|척|발|가구|분|아이|나라|주)"
)


def _native(words: Sequence[Token], bare: str, spelled: NumberWords) -> Iterator[Token]:
    """Korean's own numbers before a counter."""
    return (token for token in words if token.key in spelled.numbers and _KOREAN_COUNTED.match(bare, token.end))


def _is_glued(bare: str, number: Number, base: str, known: Quantities, spelled: NumberWords) -> bool:
    """Whether digits are written onto a name (F-16, A320); not onto a currency, a preposition or an unspaced text."""
    if bare[number.start - 1 : number.start] in (".", ",") and bare[max(0, number.start - 2)].isdecimal():
        return True
    before = _GLUED.search(bare, max(0, number.start - 15), number.start)
    if before is None:
        return False
    word = before[1]
    if spelling(word, base) in known.units:
        return False
    if len(word) <= _GLUED_ON and set(word) <= set(spelled.glued):
        return False
    if base in _AGREEING and before[2] and word[-1:] in "aeiou":  # abangu-25
        return False
    if base in _UNSPACED and not word[-1].isascii():
        return any(word.endswith(label) for label in spelled.labels if not label.isascii())
    return True


def _beside_month(bare: str, number: Number, known: Quantities, base: str) -> bool:
    """Whether a spelled number is a day: zwölf März."""
    word = number_follower(bare, number.end, base)
    return number.value <= LAST_DAY and word in known.months and word not in known.units


def _is_date(bare: str, number: Number, known: Quantities, spelled: NumberWords, language: str) -> bool:
    """A day beside a month's name, or a year: four digits from 1900 to 2099 that no noun in lower case follows."""
    base, start, end, value = language.partition("-")[0], number.start, number.end, number.value
    if value <= LAST_DAY and end - start <= 2 and is_day(bare, (start, end), known, spelled, language):
        return True
    after = WORD.match(bare, skip(bare, end + (bare[end : end + 1] == ".")))
    before = _WORD_BEFORE.search(bare[max(0, start - 30) : start])
    earlier = fold(before[1], base) if before else ""
    first = OLDEST_YEAR if earlier in known.months or is_old_year(bare, end, earlier, spelled, base) else FIRST_YEAR
    if not (first <= value <= LAST_YEAR or (base == "fa" and 1300 <= value <= 1450)) or end - start != 4:
        return False
    if earlier in known.months:
        return True
    following = fold(after[0], base) if after else ""
    counted = (
        (following in known.magnitudes and len(following) > 1)
        or following in known.units
        or follows(bare, end, known.units, language) is not None
        or bool(BEFORE_CURRENCY.search(bare, max(0, start - 5), start))
    )
    plain = bool(after and after[0].islower() and following not in stopwords(base) and base in ("en", "de"))
    recent = 1950 <= value <= 2035 and value != 2000
    return not (counted or (plain and not recent and earlier not in stopwords(base)))
