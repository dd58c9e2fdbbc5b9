"""What stands beside numbers in each language: magnitudes, units and months (`quantities.txt`, CLDR)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from attrs import field, frozen
from babel import Locale, UnknownLocaleError

from monitor.language import read_as
from monitor.text.date_words import month_names
from monitor.text.letters import fold

_COUNTED_AS = {"cnr": "hr"}  # Montenegrin says dvije and dvjesto, as Croatian does and Serbian's words do not
_SHORTEST_MONTH = 3  # letters of an abbreviation that is taken for a month

# Languages that write a decimal comma; all others write a point.
_COMMA = frozenset(
    """
    de fr es pt it nl sv da nb nn no fi is pl cs sk sl hr bs sr cnr mk bg ro hu el ru uk be lt lv et tr az id vi ca gl
    eu sq ka hy kk ky uz tk tg mn fo lb af tt ba sw-CD rw lo km
    """.split()  # noqa: SIM905
)


@frozen
class Quantities:
    """One language's words, folded: see quantities.txt."""

    magnitudes: Mapping[str, float] = field(factory=dict)
    units: Mapping[str, str] = field(factory=dict)
    months: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()
    comma: bool = False  # 1,5 is one and a half


def counted_as(base: str) -> str:
    """The code of the language whose words for numbers and for what they count a language has."""
    return _COUNTED_AS.get(base) or read_as(base)


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[tuple[str, str, list[str]]]]:
    found: dict[str, list[tuple[str, str, list[str]]]] = {}
    for line in files("monitor.text").joinpath("quantities.txt").read_text(encoding="utf-8").splitlines():
        head, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            code, kind, *key = head.split()
            listed = [word.replace("\0", " ") for word in words.replace("\\ ", "\0").split()]
            found.setdefault(code, []).append((kind, key[0] if key else "", listed))
    return found


@lru_cache(maxsize=128)
def quantities(language: str) -> Quantities:
    """The words of a language beside those of all."""
    base = language.partition("-")[0]
    magnitudes: dict[str, float] = {}
    units: dict[str, str] = {}
    for kind, key, listed in [*_rows().get("*", []), *_rows().get(counted_as(base), [])]:
        for word in listed:
            if kind == "m":
                magnitudes[fold(word, base)] = float(key)
            else:
                units[fold(word, base)] = key
    return Quantities(magnitudes, units, _months(base), _weekdays(base), base in _COMMA)


def _months(base: str) -> frozenset[str]:
    names = set(month_names(base))
    try:
        locale = Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        return frozenset(names)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            names.update(locale.months[context][width].values())
    return frozenset(fold(name.rstrip("."), base) for name in names if len(name) >= _SHORTEST_MONTH)


def _weekdays(base: str) -> frozenset[str]:
    """The days of the week in words that have letters enough to be one."""
    try:
        locale = Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = {name for context in ("format", "stand-alone") for name in locale.days[context]["wide"].values()}
    return frozenset(fold(name, base) for name in names if len(name) >= _SHORTEST_MONTH)
