"""Machine-written dates to Moments: ISO 8601 with its many misspellings, RFC 5322, epochs, plain numbers."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from monitor.model import Moment

DIGITS = {
    ord(c): str(i)
    for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10)
    for i, c in enumerate(map(chr, range(zero, zero + 10)))
}
ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s{1,3}|\s?[,|-]\s?)\s?(\d{1,2})[:.h](\d{2})(?:[:.](\d{1,2}))?(?:[.,]\d{1,9})?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?|[A-Z]{3,4})?(am|pm)?)?",
    re.IGNORECASE,
)
COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$")
DAY_FIRST = re.compile(
    r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:(?:\D{1,12})(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s?(am|pm)?)?",
    re.IGNORECASE,
)
JAVASCRIPT = re.compile(r"\b([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC)?([+-]\d{4})?")
RFC = re.compile(
    r"(?:[A-Z][a-z]{2,8},?\s)?\d{1,2}[\s-][A-Z][a-z]{2,8}[\s-]\d{2,4}\s\d{1,2}:\d{2}(?!.{0,6}[ap]\.?m)", re.IGNORECASE
)
EPOCH = re.compile(r"^\d{10}(?:\d{3})?(?:\.\d+)?$")
MONTHS = {
    m: i + 1 for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
}
ABBREVIATIONS = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "cet": 60,
    "cest": 120,
    "mez": 60,
    "mesz": 120,
    "bst": 60,
    "ist": 330,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "jst": 540,
    "kst": 540,
    "wib": 420,
    "sast": 120,
    "aest": 600,
    "aedt": 660,
    "trt": 180,
}
FIRST_YEAR = 1995  # before it no page was published on the web
MAX_TEXT = 120  # characters of a value that are read


def parse_moment(text: str, zone: tzinfo | None = None) -> Moment | None:
    """A Moment of a machine-written date, None where it is none; a time without a zone is in `zone` (else UTC)."""
    text = text[:MAX_TEXT].strip().translate(DIGITS)
    for read in (_epoch, _iso, _javascript, _rfc, _day_first):
        try:
            moment = read(text, zone or UTC)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
        if moment:
            return moment
    return None


def has_zone(text: str) -> bool:
    """Whether a date names its zone."""
    return bool(re.search(r"\d{1,2}:\d{2}.{0,12}(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$", text[:MAX_TEXT].strip()))


def zone_of(text: str | None, otherwise: tzinfo) -> tzinfo:
    """The zone that an abbreviation, Z or an offset names, else `otherwise`."""
    if not text:
        return otherwise
    if text.lower() in ABBREVIATIONS:
        return timezone(timedelta(minutes=ABBREVIATIONS[text.lower()]))
    if text[0] in "+-":
        digits = text[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:4] or 0)
        return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes)) if minutes < 24 * 60 else otherwise
    return otherwise


def _epoch(text: str, _: tzinfo) -> Moment | None:
    if not EPOCH.match(text):
        return None
    seconds = float(text[:10])
    return Moment.of(datetime.fromtimestamp(seconds, UTC))


def _iso(text: str, zone: tzinfo) -> Moment | None:
    m = COMPACT.match(text)
    if m:
        y, mo, d, hh, mm, ss, tz = m.groups()
        return _make(y, mo, d, hh, mm, ss, None, zone_of(tz, zone))
    m = ISO.search(text)
    if not m or m.start() > 40:
        return None
    y, mo, d, hh, mm, ss, tz, half = m.groups()
    if tz and tz.lower() in ("am", "pm"):
        tz, half = None, tz
    return _make(y, mo, d, hh, mm, ss, half, zone_of(tz, zone))


def _make(
    y: str, mo: str, d: str, hh: str | None, mm: str | None, ss: str | None, half: str | None, zone: tzinfo
) -> Moment:
    hour = int(hh or 0)
    if half:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    extra = timedelta(days=1) if hour == 24 else timedelta(0)
    when = datetime(int(y), int(mo), int(d), hour % 24, int(mm or 0), min(59, int(ss or 0)), tzinfo=zone) + extra
    return Moment.of(when, has_time=hh is not None)


def _javascript(text: str, zone: tzinfo) -> Moment | None:
    m = JAVASCRIPT.search(text)
    if not m or m.group(1).lower() not in MONTHS:
        return None
    month, d, y, hh, mm, ss, tz = m.groups()
    return _make(y, str(MONTHS[month.lower()]), d, hh, mm, ss, None, zone_of(tz, zone))


def _rfc(text: str, zone: tzinfo) -> Moment | None:
    if not RFC.match(text):
        return None
    when = parsedate_to_datetime(text)
    return Moment.of(when, has_time=":" in text, zone=zone)


def _day_first(text: str, zone: tzinfo) -> Moment | None:
    m = DAY_FIRST.search(text)
    if not m:
        return None
    d, mo, y, hh, mm, ss, half = m.groups()
    if int(mo) > 12 >= int(d) or (half and "/" in m.group() and int(d) <= 12):  # 3/5/2024 2:30 PM is American
        d, mo = mo, d
    return _make(y, mo, d, hh, mm, ss, half, zone)
