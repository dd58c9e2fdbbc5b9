"""Days of other calendars as Gregorian ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from attrs import frozen

_JALALI_CYCLE = (1, 5, 9, 13, 17, 22, 26, 30)  # leap years of the 33-year cycle, right for 1244 to 1473 (1865 to 2095)
_JALALI_START = date(1960, 3, 21)  # 1 Farvardin 1339, year 19 of its cycle
_JAPANESE_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
# Days of Nepal's months from Baisakh, in years that leave 0, 1, 2 and 3 over when they are divided by four; since 2060.
_BIKRAM_MONTHS = (
    (31, 32, 31, 32, 31, 30, 30, 30, 29, 29, 30, 30),
    (31, 32, 31, 32, 31, 30, 30, 30, 29, 30, 29, 31),
    (31, 31, 31, 32, 31, 31, 30, 29, 30, 29, 30, 30),
    (31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30),
)
_BIKRAM_YEARS = range(2060, 2100)
_BIKRAM = 57  # years that it is ahead
MINGUO = 1911  # year 1 of the Republic of China is 1912
BUDDHIST = 543
_ETHIOPIAN_START = 2796  # the ordinal of 1 Mäskäräm 1, which is 29 August 8 of the Julian calendar


def jalali(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the Solar Hijri calendar.

    Raises ValueError for a day that there is not and for a year outside 1244 to 1473, where the 33-year cycle holds.
    """
    if not 1244 <= year <= 1473 or not 1 <= month <= 12 or not 1 <= day <= _month_length(year, month):
        raise ValueError(f"{year}-{month}-{day} is no day of the Solar Hijri calendar between 1244 and 1473")
    days = (month - 1) * 31 - max(0, month - 7) + day - 1
    return _new_year(year) + timedelta(days=days)


def _new_year(year: int) -> date:
    low, high, sign = (1339, year, 1) if year >= 1339 else (year, 1339, -1)
    days = sum(366 if _leap(each) else 365 for each in range(low, high))
    return _JALALI_START + timedelta(days=sign * days)


def _leap(year: int) -> bool:
    return year % 33 in _JALALI_CYCLE


def _month_length(year: int, month: int) -> int:
    return 31 if month <= 6 else 30 if month < 12 or _leap(year) else 29


def jalali_year(day: date) -> int:
    """The Solar Hijri year in which a Gregorian day falls."""
    year = day.year - 621
    return year if day >= _new_year(year) else year - 1


def era_year(era: str, year: int) -> int:
    """The Gregorian year of a Japanese era's year. Raises KeyError for an era that there is not."""
    return _JAPANESE_ERAS[era] + year


def day_of(year: int, month: int, day: int) -> date | None:
    """A Gregorian day, None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def jalali_of(year: int, month: int, day: int) -> date | None:
    """A Solar Hijri day, None where there is none such."""
    try:
        return jalali(year, month, day)
    except ValueError:
        return None


def ethiopian_of(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day of the Ethiopian calendar (thirteen months, the last of five or six days)."""
    most = 30 if month < 13 else 6 if year % 4 == 3 else 5
    if not 1 <= month <= 13 or not 1 <= day <= most or not 1 <= year <= 9000:
        return None
    return date.fromordinal(_ETHIOPIAN_START + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1)


def ethiopian_year(day: date) -> int:
    """The Ethiopian year in which a Gregorian day falls."""
    year = day.year - 7
    begins = ethiopian_of(year, 1, 1)
    return year if begins is not None and day >= begins else year - 1


def bikram_of(year: int, month: int, day: int) -> date | None:
    """A day of Nepal's Bikram Sambat; None where there is none such between its years 2060 and 2099."""
    lengths = _BIKRAM_MONTHS[year % 4]
    if year not in _BIKRAM_YEARS or not 1 <= month <= len(lengths) or not 1 <= day <= lengths[month - 1]:
        return None
    return _bikram_new_year(year) + timedelta(days=sum(lengths[: month - 1]) + day - 1)


def _bikram_new_year(year: int) -> date:
    return date(year - _BIKRAM, 4, 13 if year % 4 == 1 else 14)


def bikram_year(day: date) -> int:
    """The year of the Bikram Sambat in which a Gregorian day falls."""
    year = day.year + _BIKRAM
    return year if day >= _bikram_new_year(year) else year - 1


@frozen
class Calendar:
    """How days of a calendar are read: `of` makes one of year, month and day, `year` tells that of a Gregorian day."""

    of: Callable[[int, int, int], date | None]
    year: Callable[[date], int]


def _gregorian(year: int, month: int, day: int) -> date | None:
    return day_of(year - BUDDHIST if year > 2400 else year, month, day)


GREGORIAN = Calendar(_gregorian, lambda day: day.year)  # and Buddhist years
SOLAR_HIJRI = Calendar(jalali_of, jalali_year)
ETHIOPIAN = Calendar(ethiopian_of, ethiopian_year)
BIKRAM_SAMBAT = Calendar(bikram_of, bikram_year)


def month_from(day: date, months: int) -> tuple[int, int]:
    """The year and month so many months after a day's, or before it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1
