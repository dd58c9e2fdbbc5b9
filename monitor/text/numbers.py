"""The figures of a text: numbers with their magnitude and unit, in each language's own numerals.

Left out are numbers that count nothing: dates, years, clock times, ordinals, parts of names (G7, F-16, COVID-19).
A range gives both its ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import regex
from attrs import evolve

from monitor.language import language as look_up
from monitor.model import Figure
from monitor.text.han_numbers import HAN_NUMBER, han_value
from monitor.text.letters import ascii_digits, fold
from monitor.text.quantities import Quantities, quantities
from monitor.text.sentences import sentences
from monitor.text.stemming import stem_words
from monitor.text.stopwords import stopwords

MAX_TEXT = 50_000  # characters
MAX_DIGITS = 15
Value = TypeVar("Value")

_DIGITS = (
    r"\p{Nd}{1,3}(?:[.,\u00a0\u202f'’٬ ]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}{1,3}(?!\p{Nd}))?"  # 1,234.5
    r"|\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3}"  # 12,34,567
    r"|\p{Nd}+(?:[.,٫]\p{Nd}+)?"
)
# Calendar dates, clock times and telephone numbers; they are blanked before figures are looked for.
_NO_FIGURE = regex.compile(
    r"\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,4}(?!\p{Nd})"
    r"|\p{Nd}{1,2}[:h]\p{Nd}{2}(?:[:.]\p{Nd}{2})?(?!\p{Nd})"
    r"|\p{Nd}{1,2}(?:\.\p{Nd}{2})? ?(?:[ap]\.?m\b\.?|Uhr\b|時(?!間)|点(?=[\p{Nd}半,，。]))"
    r"|\p{Nd}{1,4}[年月日](?:\p{Nd}{1,2}[月日]){0,2}|\p{Nd}{1,4}년|\p{Nd}{1,2}월|\p{Nd}{1,2}일(?!\p{L})"
    r"|第[\p{Nd}一二三四五六七八九十百]+|\+?\p{Nd}{2,4}(?:[ -]\p{Nd}{2,4}){3,}"
)
_NUMBER = regex.compile(rf"(?<!\p{{L}}[-‐]?)(?<!\p{{Nd}}[.,]?)(?:{_DIGITS})(?!\p{{Nd}})")
_RANGE = regex.compile(r"[ \u00a0]?(?:[-‐–—~～]|to|bis|до|تا|a|à|至|到)[ \u00a0]?\Z")
_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\u200c'’״]{0,40}|[%٪％]|\p{Sc}")
_ORDINAL = regex.compile(
    r"(?:st|nd|rd|th|er|ère|e|ème|º|ª|o|а|я|й|го|му|ый|ой|ая|-й|-го|-я|inci|ıncı|uncu|üncü)(?!\p{L})"
)
_ELISION = regex.compile(r"^(?:d|l|qu)['’]")
_PERCENT_BEFORE = regex.compile(r"(?:百分之|[Yy]üzde |％|%)\Z")  # 百分之五, yüzde 5, %5
_BEFORE = regex.compile(r"((?:US|A|C|HK|R|NT)?\p{Sc}|\p{L}{2,4}\.?)[ \u00a0]?\Z")
_BEFORE_CURRENCY = regex.compile(r"(?:US|A|C|HK|R|NT)?\p{Sc}[ \u00a0]?\Z")
_LINKS = frozenset({"of", "de", "d", "di", "del", "des", "من", "от"})
_ASIDE = regex.compile(r"[ \u00a0\u202f\u200c-]?")


def figures(text: str, language: str) -> list[Figure]:
    """The figures in a text in order.

    `unit` is %, an ISO 4217 code, the stem of the noun that is counted, or "". `start` is where the number starts.
    """
    known = quantities(language)
    text = text[:MAX_TEXT]
    found: list[Figure] = []
    for at, sentence in sentences(text, language):
        found.extend(_in_sentence(sentence, at, language, known))
    return found


def _in_sentence(sentence: str, at: int, language: str, known: Quantities) -> list[Figure]:
    bare = _NO_FIGURE.sub(lambda match: " " * len(match[0]), sentence)
    found: list[Figure] = []
    last_end = 0
    for start, digits_end, number in sorted(_numbers(bare, language, known)):
        if start < last_end or _is_date(bare, start, digits_end, number, known, language):
            continue
        value, magnitude_end = _with_magnitude(bare, digits_end, number, known, language)
        unit, end = _unit(bare, start, magnitude_end, known, language)
        if found and not found[-1].unit and _RANGE.fullmatch(bare[last_end:start]):
            lower = found[-1].value * (value / number if number else 1.0)
            found[-1] = evolve(found[-1], unit=unit, value=lower if lower <= value else found[-1].value)
        sign = _BEFORE_CURRENCY.search(bare, max(0, start - 5), start)
        words = sentence[sign.start() if sign else start : end].strip(" .’'")
        found.append(Figure(value=value, unit=unit, words=words, sentence=sentence, start=at + start))
        last_end = end
    return found


def _numbers(bare: str, language: str, known: Quantities) -> Iterator[tuple[int, int, float]]:
    """Where each number stands, and its value without magnitude words."""
    eastern = language.startswith(("zh", "ja", "yue"))
    for found in (HAN_NUMBER if eastern else _NUMBER).finditer(bare):
        value = han_value(found[0]) if eastern else _value(found[0], comma=known.comma)
        if value is not None and not _ORDINAL.match(bare, found.end()):
            yield found.start(), found.end(), value
    if known.spelled:
        base = language.partition("-")[0]
        for word in _WORD.finditer(bare):
            number = known.spelled.get(fold(word[0], base))
            if number is not None and (word[0].islower() or not word.start() or not word[0].isupper()):
                yield word.start(), word.end(), float(number)


def _value(written: str, *, comma: bool) -> float | None:
    """The value of digits with separators; the last separator is the decimal one, unless it parts thousands."""
    plain = ascii_digits(written).replace("\u066c", ",").replace("\u066b", ".")
    for blank in "\u00a0\u202f '’":
        plain = plain.replace(blank, "")
    if len(plain) > MAX_DIGITS:
        return None
    point, thousands = (",", ".") if comma else (".", ",")
    if point in plain and thousands in plain:
        point = "," if plain.rfind(",") > plain.rfind(".") else "."
    elif thousands in plain:
        parts = plain.split(thousands)
        if len(parts) == 2 and len(parts[1]) != 3:
            point = thousands
    whole, _, rest = plain.rpartition(point) if point and point in plain else (plain, "", "")
    whole = whole.replace(",", "").replace(".", "")
    return float(f"{whole or 0}.{rest or 0}") if (whole + rest).isdecimal() else None


def _is_date(bare: str, start: int, end: int, value: float, known: Quantities, language: str) -> bool:
    """A day beside a month's name, or a year: four digits from 1900 to 2099 that no noun in lower case follows."""
    base = language.partition("-")[0]
    after = _WORD.match(bare, _skip(bare, end + (bare[end : end + 1] == ".")))
    before = regex.search(r"([\p{L}\p{M}]+)[., \u00a0]{1,3}\Z", bare[max(0, start - 30) : start])
    beside = [fold(word[group].rstrip("."), base) for word, group in ((after, 0), (before, 1)) if word]
    if value <= 31 and any(word in known.months for word in beside):
        return True
    if not (1900 <= value <= 2099 or (base == "fa" and 1300 <= value <= 1450)) or end - start != 4:
        return False
    if before and fold(before[1], base) in known.months:
        return True
    following = fold(after[0], base) if after else ""
    counted = (
        following in known.magnitudes
        or following in known.units
        or bool(_BEFORE_CURRENCY.search(bare, max(0, start - 5), start))
    )
    plain = bool(after and after[0].islower() and following not in stopwords(base) and base in ("en", "de"))
    return not (counted or (plain and not (before and fold(before[1], base) in stopwords(base))))


def _skip(bare: str, end: int) -> int:
    found = _ASIDE.match(bare, end)
    return found.end() if found else end


def _follows(bare: str, end: int, table: Mapping[str, Value], language: str) -> tuple[Value, int] | None:
    """What of a table stands right after `end`: two words, one word, or, without spaces, its longest beginning."""
    base = language.partition("-")[0]
    first = _WORD.match(bare, _skip(bare, end))
    if first is None:
        return None
    second = _WORD.match(bare, _skip(bare, first.end()))
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


def _with_magnitude(bare: str, end: int, value: float, known: Quantities, language: str) -> tuple[float, int]:
    for _ in range(2):  # 5 thousand million
        found = _follows(bare, end, known.magnitudes, language)
        if found is None:
            break
        value, end = value * found[0], found[1]
    return value, end


def _unit(bare: str, start: int, end: int, known: Quantities, language: str) -> tuple[str, int]:
    """The unit before or after the number, else the stem of the noun after it; and where it ends."""
    base = language.partition("-")[0]
    before = _BEFORE.search(bare[max(0, start - 6) : start])
    if before and (code := known.units.get(fold(before[1].rstrip("."), base))) and code != "%":
        return code, end
    if _PERCENT_BEFORE.search(bare[max(0, start - 6) : start]):
        return "%", end
    follower = _WORD.match(bare, _skip(bare, end))
    link = _skip(bare, follower.end()) if follower and fold(follower[0], base) in _LINKS else end
    found = _follows(bare, link, known.units, language)
    if found:
        return found[0], found[1]
    noun = _WORD.match(bare, _skip(bare, link))
    if noun is None or not noun[0][0].isalpha():
        return "", end
    if not look_up(language).spaces:
        return (noun[0][0], noun.start() + 1) if base in ("zh", "ja", "yue") else ("", end)
    counted = _ELISION.sub("", fold(noun[0], base)).rstrip("'’")
    # The lists of function words hold "people" and "человек" too, which are what is counted most.
    if len(counted) <= (4 if counted.isascii() else 3) and counted in stopwords(base):
        return "", end
    return counted[0] if base == "ko" else stem_words([counted], language)[0], noun.end()
