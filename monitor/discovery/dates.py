"""Dates as feeds and sitemaps write them: RFC 822, ISO 8601 and the odd ones."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final

from monitor.model import Moment

EARLIEST: Final = 1990  # the year before the web: an earlier date is a mistake, or another calendar
AHEAD: Final = timedelta(days=2)  # a date further ahead of now than any time zone explains is a mistake

# Zone names of RFC 822 and those that feeds of news use; where one name has several meanings, the one of the news.
_ZONES: Final = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "cet": 60, "met": 60, "mez": 60, "bst": 60, "west": 60, "cest": 120,
    "mesz": 120, "eet": 120, "sast": 120, "cat": 120, "eest": 180, "msk": 180, "eat": 180, "trt": 180, "irst": 210,
    "irdt": 270, "gst": 240, "pkt": 300, "uzt": 300, "npt": 345, "ict": 420, "wib": 420, "hkt": 480, "sgt": 480,
    "pht": 480, "myt": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "art": -180,
    "brt": -180,
}  # fmt: skip
_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS: Final = {name: n for n, name in enumerate(_NAMES, 1)}
_CLOCK: Final = (
    r"(?:[\sT,]{1,3}(?P<h>\d{1,2}):?(?P<mi>\d{2})(?::?(?P<s>\d{2})(?:[.,]\d{1,9})?)?\s?(?P<half>[ap]\.?m\.?)?)?"
)
_ZONE: Final = r"(?:\s{0,2}(?P<zone>(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5}))?"
_FORMS: Final = tuple(
    re.compile(form + _CLOCK + _ZONE, re.IGNORECASE)
    for form in (
        r"^(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})",
        r"^(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?=$|T|\s)",
        r"^(?:[^\W\d]{2,12}\.?,?\s{1,3})?(?P<d>\d{1,2})[\s-](?P<name>[A-Za-z]{3})[a-z]{0,6}\.?,?[\s-](?P<y>\d{4}|\d{2}(?!\d))",
        r"^(?:[^\W\d]{2,12}\.?,?\s{1,3})?(?P<name>[A-Za-z]{3})[a-z]{0,6}\.?\s(?P<d>\d{1,2}),?\s(?P<y>\d{4})",
        r"^(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})",
    )
)


@lru_cache(maxsize=4096)
def parse_date(
    text: str, *, zone: tzinfo = UTC, language: str | None = None, now: datetime | None = None
) -> Moment | None:
    """Read a date; one without a zone is in `zone`. None where it is none, before the web or ahead of `now`.

    `language` is what the feed declares; it is asked for month names that are not English.
    """
    text = " ".join(text[:80].split())
    when = _read(text, zone)
    if when is None and language and any(character.isalpha() for character in text):
        when = _in_words(text, zone, language)
    if when is None or when.year < EARLIEST or (now is not None and when > now + AHEAD):
        return None
    return when


def _read(text: str, zone: tzinfo) -> Moment | None:
    if text.isdigit() and len(text) in (10, 13):  # seconds or milliseconds since 1970
        return Moment.of(datetime.fromtimestamp(int(text[:10]), UTC))
    for form in _FORMS:
        if found := form.match(text):
            return _moment(found.groupdict(), zone)
    return None


def _moment(part: dict[str, str | None], zone: tzinfo) -> Moment | None:
    year, day = int(part["y"] or 0), int(part["d"] or 0)
    month = int(part["m"] or 0) if part.get("m") else _MONTHS.get((part.get("name") or "").lower(), 0)
    hour, half = int(part["h"] or 0), (part["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    seconds = min(int(part["s"] or 0), 59)  # a leap second is the one before it
    year += (2000 if year < 70 else 1900) if len(part["y"] or "") == 2 else 0
    try:
        when = datetime(year, month, day, hour % 24 if hour == 24 else hour, int(part["mi"] or 0), seconds,
                        tzinfo=_zone(part["zone"], zone))  # fmt: skip
        when.astimezone(UTC)
        return Moment.of(when + timedelta(days=hour == 24), has_time=part["h"] is not None)
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None, otherwise: tzinfo) -> tzinfo:
    text = (text or "").lower().replace(" ", "")
    if text in _ZONES:
        return timezone(timedelta(minutes=_ZONES[text]))
    digits = re.sub(r"\D", "", text)
    if not digits or ("+" not in text and "-" not in text):
        return otherwise
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return otherwise
    return timezone((-1 if "-" in text else 1) * timedelta(hours=hours, minutes=minutes))


def _in_words(text: str, zone: tzinfo, language: str) -> Moment | None:
    import dateparser  # noqa: PLC0415  (a third of a second to load, for the few feeds that need it)

    try:
        found = dateparser.parse(
            text,
            languages=[language.partition("-")[0].lower()],
            settings={"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]},
        )
    except (ValueError, OverflowError, TypeError):  # an unknown language, or a date that is none
        return None
    return Moment.of(found, has_time=":" in text, zone=zone) if found else None
