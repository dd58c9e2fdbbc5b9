"""Dates in figures: 2018-05-17, 17.05.2018, 5/17/2018, 2018年5月17日, 5월 17일, 17日, ngày 17/5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

import regex
from attrs import frozen

from monitor.text.calendars import MINGUO, era_year, jalali, month_from
from monitor.text.folded import fold

_FIGURE = regex.compile(r"\d")
_ISO = regex.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = regex.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2((?:20|19)\d{2})(?!\d)")
_DAYS_OF_MONTH = regex.compile(
    r"(?<![\d/.-])(\d{1,2})[-–](?=\d{1,2}([/.])(\d{1,2})\2((?:20|19)\d{2})(?!\d))"
)  # the 3 of 3-4/5/2012
_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_HAN = regex.compile(
    rf"(?:(?:(?P<year>\d{{4}})|(?P<last>[去昨])|(?P<era>令和|平成|昭和|民國|民国)(?P<count>\d{{1,3}}|元))\s?年\s?)?"
    rf"(?:(?P<month>{_NUMERAL})\s?月\s?|(?P<beside>[今本当當来來先上下次]|[上下]个|[上下]個)月\s?)?"
    r"(?:(?<!\d)(?P<first>\d{1,2})\s?[、～〜~・–-]\s?)?"
    rf"(?<![\d一二三四五六七八九十])(?P<day>{_NUMERAL})\s?(?:日|(?<=(?:月\s?|(?<!\p{{L}}|\d))(?:\d{{1,2}})\s?"
    r"|月\s?[一二三四五六七八九十]{1,3}\s?)[号號](?![线線机機楼樓馆館院门門店路台车車房室桥橋令]))(?(month)(?![間间])|(?![本前後后間间均]))"
)
_IN_BRACKETS = regex.compile(r"(?<=[今昨明])[（(](\d{1,2})[）)]日")  # 昨（12）日
_NUMBERED = regex.compile(r"(\d)[号號]")
_HANGUL = regex.compile(
    r"(?:(?P<year>\d{4})년\s?|(?P<last>지난해|작년)\s?)?(?:(?P<month>\d{1,2})월\s?|(?P<beside>이달|지난달|다음\s?달|내달|오는)\s)?"
    r"(?:(?<!\d)(?P<first>\d{1,2})\s?[~∼～·-]\s?)?(?<!\d)(?P<day>\d{1,2})일(?![간째])"
)
_COMING = "오는"  # the next day of that number
_MONTHS = {
    "来": 1,
    "來": 1,
    "下": 1,
    "次": 1,
    "다": 1,
    "내": 1,
    "先": -1,
    "上": -1,
    "지": -1,
}  # beside this one; else it
_VIETNAMESE = regex.compile(
    r"(?i)(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|khuya|rạng sáng)\s(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?(?!\d)"
)
_VIETNAMESE_DAYS = regex.compile(
    r"(?i)ngày\s(\d{1,2})(?:\s?[-–,]\s?|\s(?:đến|và|tới)\s)(?:ngày\s)?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?!\d)"
)
_RANGE = regex.compile(r"\s?(?:至|到|から|부터|~|〜|～|-|–|—|、|和|及|と|과|와)\s?")
# 17.5. and 17.05 without a year, where days are written so; a clock time, a share or a sum is none
_DAY_MONTH = regex.compile(r"(?<![\d.,:/])(\d{1,2})\.\s?(\d{1,2})\.(?![\d.]|\s?(?:Uhr|Mio|Mrd|%))")
_DAY_POINT_MONTH = regex.compile(r"(?<=[בהל]-)(\d{1,2})\.(\d{1,2})(?![\d.%])")
_DAY_SLASH_MONTH = regex.compile(r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/%])(?=\))")
_HAN_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
_WITHOUT_YEAR = {
    **dict.fromkeys(("de", "cs", "sk", "sl", "hr", "fi", "da", "nb", "no"), _DAY_MONTH),
    "he": _DAY_POINT_MONTH,
    **dict.fromkeys(("pt", "es", "id", "it", "fr"), _DAY_SLASH_MONTH),
}
_PLAIN = str.maketrans(
    {chr(base + n): str(n) for base in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0x1040, 0x17E0) for n in range(10)}
)


@frozen(slots=True)
class Written:
    """A date in figures and its place in the text."""

    start: int
    end: int
    day: date


def written_dates(text: str, language: str, today: date, *, month_first: bool = False) -> list[Written]:
    """Every date in figures; a day without a month or year is the nearest to `today`, rather before it."""
    figures = _FIGURE.search(text) is not None
    plain = text.translate(_PLAIN) if figures and not text.isascii() else text  # one character for one: places hold
    found = [*_first_days(plain), *_with_year(plain, month_first=month_first)] if figures else []
    if language.startswith(("zh", "ja", "yue")):
        plain = _NUMBERED.sub(r"\1_", plain) if language.startswith("ja") else plain  # 号 is a day in Chinese alone
        found += _with_signs(_HAN, plain, today)
        for match in _IN_BRACKETS.finditer(plain):
            months = (month_from(today, -1), (today.year, today.month))
            day = nearest([_checked(year, month, int(match[1])) for year, month in months], today)
            found += [Written(match.start(1), match.end(), day)] if day else []
    elif language.startswith("ko"):
        found += _with_signs(_HANGUL, plain, today)
    elif language.startswith("vi"):
        for match in _VIETNAMESE.finditer(plain):
            year = int(match[3]) if match[3] else None
            day = _resolve(year, int(match[2]), int(match[1]), today)
            found += [Written(match.start(1), match.end(), day)] if day else []
        found += _first_of_two(plain, today)
    if figures and (pattern := _WITHOUT_YEAR.get(language.partition("-")[0])):
        for match in pattern.finditer(plain):
            day = _resolve(None, int(match[2]), int(match[1]), today)
            found += [Written(match.start(), match.end(), day)] if day else []
    return found


def nearest(candidates: Iterable[date | None], today: date) -> date | None:
    """The candidate with the fewest days between it and `today`; of two, the earlier."""
    return min((day for day in candidates if day), key=lambda day: (abs((day - today).days), day), default=None)


def _with_year(text: str, *, month_first: bool) -> Iterator[Written]:
    for match in _ISO.finditer(text):
        day = _checked(int(match[1]), int(match[3]), int(match[4]))
        if day:
            yield Written(match.start(), match.end(), day)
    for match in _YEAR_LAST.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        swapped = match[2] == "/" and month_first
        orders = ((first, second), (second, first)) if swapped else ((second, first), (first, second))
        day = next((d for month, number in orders if (d := _checked(year, month, number))), None)
        if day:
            yield Written(match.start(), match.end(), day)


def _first_days(text: str) -> Iterator[Written]:
    """The first day of `3-4/5/2012`; the second is a date of its own."""
    for match in _DAYS_OF_MONTH.finditer(text):
        if day := _checked(int(match[4]), int(match[3]), int(match[1])):
            yield Written(match.start(), match.end(1), day)


def _first_of_two(text: str, today: date) -> Iterator[Written]:
    """The first day of `ngày 7 đến 9/3`; the second is a date of its own."""
    for match in _VIETNAMESE_DAYS.finditer(text):
        if day := _resolve(int(match[4]) if match[4] else None, int(match[3]), int(match[1]), today):
            yield Written(match.start(1), match.end(1), day)
        if day := _resolve(int(match[4]) if match[4] else None, int(match[3]), int(match[2]), today):
            yield Written(match.start(2), match.end(), day)


def _checked(year: int, month: int, day: int) -> date | None:
    """A Gregorian day, or a Solar Hijri one where the year says so; None where there is no such day."""
    make = jalali if 1300 <= year <= 1450 else partial(date)
    try:
        return make(year, month, day)
    except ValueError:
        return None


def _with_signs(pattern: regex.Pattern[str], text: str, today: date) -> Iterator[Written]:
    last: Written | None = None
    for match in pattern.finditer(text):
        groups = match.groupdict()
        month = _number(groups["month"]) if groups["month"] else None
        number = _number(groups["day"])
        beside = groups["beside"]
        if last and month is None and not beside and _RANGE.fullmatch(text, last.end, match.start()):
            day = _checked(last.day.year, last.day.month, number)  # 8月3日至5日
        else:
            year = today.year - 1 if groups["last"] else _year(groups)
            day = _beside(beside, number, today) if beside else _resolve(year, month, number, today)
        if day:
            first = int(groups["first"]) if groups["first"] else day.day
            if first < day.day:
                yield Written(match.start("first"), match.end("first"), day.replace(day=first))
            last = Written(match.start("day") if groups["first"] else match.start(), match.end(), day)
            yield last


def _year(groups: dict[str, str | None]) -> int | None:
    if groups.get("year"):
        return int(groups["year"] or 0)
    era, count = groups.get("era"), groups.get("count")
    if not era or not count:
        return None
    number = 1 if count == "元" else int(count)
    return number + MINGUO if era in {"民國", "民国"} else era_year(era, number)


def _number(text: str) -> int:
    if text.isdigit():
        return int(fold(text))
    tens, _, ones = text.rpartition("十") if "十" in text else ("", "", text)
    if "十" not in text:
        return sum(_HAN_DIGITS[c] for c in text[:1])
    return (_HAN_DIGITS[tens] if tens else 1) * 10 + (_HAN_DIGITS[ones] if ones else 0)


def _resolve(year: int | None, month: int | None, day: int, today: date) -> date | None:
    if month is None:
        months = [(today.year, today.month), month_from(today, -1)]
        past = [d for y, m in months if (d := _checked(y, m, day)) and d <= today]
        return max(past, default=None)
    if year is not None:
        return _checked(year, month, day)
    return nearest((_checked(today.year + n, month, day) for n in (-1, 0, 1)), today)


def _beside(word: str, day: int, today: date) -> date | None:
    """`今月22日`, `下个月3日`, `오는 19일`: a day of this month, of the next or the last."""
    if word == _COMING:
        coming = (_checked(year, month, day) for year, month in (month_from(today, n) for n in (0, 1)))
        return next((each for each in coming if each and each >= today), None)
    year, month = month_from(today, _MONTHS.get(word[0], 0))
    return _checked(year, month, day)
