"""Dates as people read them: `5. März 2024, 14:30`, `March 5, 2024`, `۱۵ اسفند ۱۴۰۲`, `2024年3月5日`."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from importlib import resources

from monitor.extraction.moments import ABBREVIATIONS, DIGITS, FIRST_YEAR, zone_of
from monitor.model import Moment

DIGIT = re.compile(r"\d")
LETTERS = r"[^\W\d_]"
WORD = (
    rf"({LETTERS}(?:{LETTERS}|[\u0300-\u036f\u093e-\u094d\u0981-\u0dff\u0e31-\u0e4e\u102b-\u103e\u17b4-\u17dd.'’])*(?:\s(?:الثاني|الأول|"
    rf"الاول))?)"
)
YEAR = r"((?:1[34]|19|20|25)\d{2})"
DAY_MONTH_YEAR = re.compile(
    rf"(?<![\d.])(\d{{1,2}})(?:st|nd|rd|th|º|er|\.|-an|-е|-го)?,?[\s/-]{{1,3}}(?:de |of |di |"
    rf"d')?{WORD}(?:\s?/\s?{LETTERS}+)?\.?,?[\s/-]{{1,3}}(?:de |del |г\.? ?)?{YEAR}(?!\d)",
    re.IGNORECASE,
)
MONTH_DAY_YEAR = re.compile(rf"{WORD}\.?\s{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}{YEAR}(?!\d)", re.IGNORECASE)
CJK = re.compile(r"((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s(tháng)\s(\d{1,2})(?:,|\snăm)?\s(\d{4})(?!\d)", re.IGNORECASE)
YEAR_FIRST = re.compile(r"(?<![\d/.-])((?:19|20|13|14)\d{2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d/-])")
DAY_FIRST = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:19|20|25)\d{2})(?![\d/-])")
DAY_SHORT = re.compile(r"(?<![\d/.:-])(\d{1,2})([/.])(\d{1,2})\2(\d{2})(?![\d/.:-])")
YEAR_MONTH_DAY = re.compile(
    rf"(?<!\d)((?:19|20)\d{{2}})(?:\.|\sm\.|e?ko)?[\s-]{WORD}\.?[\s-](\d{{1,2}})(?!\d)", re.IGNORECASE
)
YEAR_DAY_MONTH = re.compile(
    rf"(?<!\d)((?:19|20)\d{{2}})\.?\s(?:gada|жылғы|жылы)\s(\d{{1,2}})\.?\s{WORD}", re.IGNORECASE
)
NUMBERED = re.compile(r"(?<!\d)((?:19|20)\d{2})\sоны\s(\d{1,2})(?:-р)?\sсарын\s(\d{1,2})(?!\d)", re.IGNORECASE)
KHMER = re.compile(rf"(\d{{1,2}})\s?ខែ\s?{WORD}\s?ឆ្នាំ\s?(\d{{4}})(?!\d)")
# A year of two digits stands for itself only beside a month in words.
SHORT_YEAR = re.compile(rf"(?<![\d.])(\d{{1,2}})[\s/-]{WORD}\.?[\s/,-]{{1,2}}['’]?(\d{{2}})(?![\d:.])", re.IGNORECASE)
C_TIME = re.compile(
    rf"{WORD}\s{{1,2}}(\d{{1,2}})\s\d{{2}}:\d{{2}}:\d{{2}}\s(?:[A-Z]{{3,4}}\s)?((?:19|20)\d{{2}})(?!\d)"
)
ERA = re.compile(r"(令和|平成|民國|民国)?\s?(\d{1,3}|元)年\s?(\d{1,2})月\s?(\d{1,2})日")
ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}  # the year before an era's first
REPUBLIC = range(80, 140)  # years of the Republic of China in which there was a web
TIME = re.compile(
    r"^\W{0,4}(?:(?:at|um|à|a las|as|às|alle|kl|o|ore|klo|g\.?|г\.?|год\.?|в|saat|时间|لساعة|الساعة|ساعت|pukul|"
    r"jam|เวลา)\b\W{0,3}){0,2}\W{0,4}(오전|오후|午前|午後|上午|下午)?\s?"
    r"(\d{1,2})\s?[:.h時时시]\s?(\d{2})(?:[:分]\d{2})?\s?(am|pm|a\.\s?m\.|p\.\s?m\.|[πμ]\.?\s?μ\.?)?\s?(?:uhr|h|น\.|wib)?\W{0,3}"
    r"(utc|gmt|[A-Z]{3,4})?\s?([+-]\d{1,2}(?::?\d{2})?)?", re.IGNORECASE
)  # fmt: skip
AFTERNOON = ("p", "오후", "午後", "下午", "μ")  # `μ.μ.` but `π.μ.`
MONTH_FIRST = frozenset(("en-us", "en", "fil", "tl"))  # languages in which 3/5/2024 is the fifth of March
MAX_TEXT = 400  # characters of a line that are read


@lru_cache(maxsize=1)
def months() -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Month names by language, and of all languages where they agree on the month."""
    by: dict[str, dict[str, int]] = {}
    merged: dict[str, set[int]] = {}
    text = resources.files("monitor.extraction").joinpath("data/months.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        language, *columns = line.split("\t")
        names = {n.rstrip("."): i for i, column in enumerate(columns, 1) for n in column.split("|") if n}
        for name, month in list(names.items()):
            names.setdefault(_bare(name), month)  # `fevrier`, `subat`: as keyboards and old systems write them
        by[language] = names
        if language != "fa-jalali":
            for name, month in names.items():
                merged.setdefault(name, set()).add(month)
    return by, {name: min(found) for name, found in merged.items() if len(found) == 1}


def _bare(name: str) -> str:
    """A name in Latin or Greek letters without its marks; others as they are."""
    if name[:1] > "\u03ff":
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def month_of(word: str, language: str) -> int:
    """The month that a word names in a language, else in every language that knows it; 0 where it is none."""
    by, merged = months()
    name = word.lower().rstrip(".")
    if not name:
        return 0
    for names in (by.get(language, {}), merged):
        for form in (
            name,
            _bare(name),
            name.removesuffix("'s"),
            name.removeprefix("ב"),
            name.removesuffix("ren"),
            name[:3] if len(name) == 4 and name.startswith("sept") else name,
        ):
            if form in names:
                return names[form]
    return 0


def find_written(text: str, language: str, zone: tzinfo | None = None) -> Moment | None:
    """The first date in a line of text, with the time of day that follows it; None where there is none."""
    text = text[:MAX_TEXT].translate(DIGITS).replace("\u200f", "").replace("\u200e", "").replace("\xa0", " ")
    if not DIGIT.search(text):
        return None
    primary = language.lower().split("-")[0]
    found: list[tuple[int, int, tuple[int, int, int]]] = []
    for pattern, read in READERS:
        for m in pattern.finditer(text):
            parts = read(m, primary, language.lower())
            if parts and _exists(*parts):
                found.append((m.start(), m.end(), parts))
                break
    if not found:
        return None
    start, end, (year, month, day) = min(found)
    return _with_time(text, start, end, datetime(year, month, day, tzinfo=zone or UTC))


def _with_time(text: str, start: int, end: int, when: datetime) -> Moment:
    m = TIME.match(text[end : end + 40]) or None
    if not m:
        before = re.search(
            r"(\d{1,2}):(\d{2})\s?(am|pm)?(?:\s?(?:uhr|h|น\.|ist))?\W{1,4}$",
            text[max(0, start - 16) : start],
            re.IGNORECASE,
        )
        if not before or int(before[1]) > 23 or int(before[2]) > 59:
            return Moment.of(when, has_time=False)
        return Moment.of(when + timedelta(hours=_hour(int(before[1]), before[3]), minutes=int(before[2])))
    half = m[4] or m[1]
    hour, minute = _hour(int(m[2]), half), int(m[3])
    if hour > 23 or minute > 59:
        return Moment.of(when, has_time=False)
    name, offset = (m[5] or "").lower(), m[6]
    if name in ABBREVIATIONS and not offset:
        when = when.replace(tzinfo=zone_of(name, when.tzinfo or UTC))
    elif offset and name in ("utc", "gmt", ""):
        padded = offset if len(offset) > 3 else f"{offset[0]}{offset[1:]:0>2}"
        when = when.replace(tzinfo=zone_of(padded, when.tzinfo or UTC))
    return Moment.of(when.replace(hour=hour, minute=minute))


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half.lower().startswith(AFTERNOON) else 0)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return False
    return FIRST_YEAR <= year < 2100


def _named(day: str, word: str, year: str, language: str) -> tuple[int, int, int] | None:
    by, _ = months()
    y = int(year)
    if y < 1500:
        jalali = by["fa-jalali"].get(word.lower())
        return from_jalali(y, jalali, int(day)) if jalali else None
    if y > 2500:
        y -= 543
    month = month_of(word, language)
    return (y, month, int(day)) if month else None


def _numbers(m: re.Match[str], language: str, full: str) -> tuple[int, int, int] | None:
    a, b, year = int(m[1]), int(m[3]), int(m[4])
    if year > 2500:
        year -= 543
    if year < 100:
        year += 2000
    month_first = (
        m[2] == "/" and language in MONTH_FIRST and full not in ("en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za")
    )
    if (month_first and a <= 12) or b > 12:
        a, b = b, a
    return year, b, a


def _of_era(m: re.Match[str]) -> tuple[int, int, int] | None:
    year = 1 if m[2] == "元" else int(m[2])
    if m[1] is None and year not in REPUBLIC:
        return None
    return ERAS.get(m[1], 1911) + year, int(m[3]), int(m[4])


def _year_first(m: re.Match[str], _language: str, _full: str) -> tuple[int, int, int] | None:
    year, month, day = int(m[1]), int(m[3]), int(m[4])
    return from_jalali(year, month, day) if year < 1500 else (year, month, day)


def from_jalali(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """A day of the Solar Hijri calendar as a Gregorian one, by the 33-year cycle (right from 1925 to 2099)."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    leaps = sum((y % 33) in (1, 5, 9, 13, 17, 22, 26, 30) for y in range(1304, year)) - sum(
        (y % 33) in (1, 5, 9, 13, 17, 22, 26, 30) for y in range(year, 1304)
    )
    ordinal = datetime(1925, 3, 21, tzinfo=UTC).toordinal() if year >= 1304 else 0
    if not ordinal or not (1304 <= year < 1480):
        return None
    days = 365 * (year - 1304) + leaps + (31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)) + day - 1
    when = datetime.fromordinal(ordinal + days)
    return when.year, when.month, when.day


READERS = (
    (DAY_MONTH_YEAR, lambda m, language, _full: _named(m[1], m[2], m[3], language)),
    (MONTH_DAY_YEAR, lambda m, language, _full: _named(m[2], m[1], m[3], language)),
    (VIETNAMESE, _numbers),
    (CJK, lambda m, _language, _full: (int(m[1]), int(m[2]), int(m[3]))),
    (YEAR_FIRST, _year_first),
    (DAY_FIRST, _numbers),
    (YEAR_DAY_MONTH, lambda m, language, _full: _named(m[2], m[3], m[1], language)),
    (NUMBERED, lambda m, _language, _full: (int(m[1]), int(m[2]), int(m[3]))),
    (KHMER, lambda m, language, _full: _named(m[1], m[2], m[3], language)),
    (C_TIME, lambda m, language, _full: _named(m[2], m[1], m[3], language)),
    (ERA, lambda m, _language, _full: _of_era(m)),
    (SHORT_YEAR, lambda m, language, _full: _named(m[1], m[2], f"20{m[3]}", language)),
    (YEAR_MONTH_DAY, lambda m, language, _full: _named(m[3], m[2], m[1], language)),
    (DAY_SHORT, _numbers),
)
