"""What a value in an outlet's file may be: pure checks that return the value or raise ValueError."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import cssselect
import regex

MAX_URL: Final = 2048
MAX_PATTERN: Final = 300

# ISO 3166-1 alpha-2 as of 2024, with XK (Kosovo) and ZZ (unknown) of its user-assigned codes.
COUNTRIES: Final = frozenset(
    """AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
    MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW ZZ""".split()  # noqa: SIM905  (249 quoted words would be no easier to read)
)
# Patterns of pydantic's own, in Rust: a function of ours would be called 64,000 times for the packaged catalogue.
LANGUAGE: Final = r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$"  # BCP 47, in its usual case
NAME: Final = r"^[^\x00-\x1f\x7f-\x9f]*$"  # without control characters
_HOST: Final = re.compile(r"(?=.{1,253}\Z)[^\W_](?:[\w-]{0,62})(?:\.[^\W_][\w-]{0,62})*")
_SPAN: Final = re.compile(r"([0-9]{1,5})([mhd])")
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days"}


def url(value: str) -> str:
    """A whole http or https address with a host, without credentials, spaces or control characters."""
    if len(value) > MAX_URL or not value.isprintable() or " " in value:  # no other space is printable
        raise ValueError(f"not an address of at most {MAX_URL} characters without spaces")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("neither http:// nor https:// with a host")
    if "@" in parts.netloc:
        raise ValueError("an address with credentials")
    if parts.port == 0:  # reading it raises ValueError for one that is no number or over 65535
        raise ValueError("port 0")
    host(parts.hostname)
    return value


def search(value: str) -> str:
    """The address of a site's search, with `{query}` once in its path or query."""
    parts = urlsplit(value)
    if value.count("{query}") != 1 or "{query}" in parts.netloc:
        raise ValueError("no {query} in its path or query")
    url(value.replace("{query}", "words"))
    return value


def host(value: str) -> str:
    """A host's name in lower case, or an IP address."""
    value = value.lower()
    if ":" in value:
        return str(ip_address(value))
    if not _HOST.fullmatch(value):
        raise ValueError("not a host's name")
    return value


def country(value: str) -> str:
    """An ISO 3166-1 alpha-2 code, or ZZ."""
    if value not in COUNTRIES:
        raise ValueError("not an ISO 3166-1 alpha-2 code")
    return value


@lru_cache(maxsize=1024)
def timezone(value: str) -> str:
    """A name of the IANA time zone database."""
    try:
        ZoneInfo(value)
    except (OSError, KeyError) as problem:  # ZoneInfoNotFoundError is a KeyError; a folder's name is an OSError
        raise ValueError("not in the time zone database") from problem
    return value


def interval(value: Any) -> Any:
    """`30m`, `2h` or `1d` as a timedelta; all else is left to pydantic, which reads ISO 8601 durations."""
    if isinstance(value, str) and (found := _SPAN.fullmatch(value)):
        return timedelta(**{_UNITS[found[2]]: int(found[1])})
    if isinstance(value, str) and not value.startswith("P"):
        raise ValueError("not a span of time")
    return value


def pattern(value: str) -> str:
    """A regular expression (of the `regex` module) that compiles and is not too long."""
    if not 1 <= len(value) <= MAX_PATTERN:
        raise ValueError(f"not 1 to {MAX_PATTERN} characters")
    try:
        compiled(value)
    except (regex.error, RecursionError) as problem:
        raise ValueError(f"does not compile: {problem}") from None
    return value


@lru_cache(maxsize=4096)
def compiled(value: str) -> regex.Pattern[str]:
    """A pattern, compiled once."""
    return regex.compile(value)


def selector(value: str) -> str:
    """A CSS selector."""
    try:
        cssselect.parse(value)
    except (cssselect.SelectorError, RecursionError) as problem:
        raise ValueError(f"not CSS: {problem}") from None
    return value


def words(value: Any) -> Any:
    """One string where a list of them may stand is a list of one."""
    return [value] if isinstance(value, str) else value
