"""The places a text names, as ids that no language owns: `IQ` for a country, `geonames:292223` for a city.

Countries are CLDR's names in the text's own language, with their adjectives where these begin with the name (Iranian,
иранский, ایرانی). Cities are GeoNames' of MIN_POPULATION or more in all their spellings; a spelling that two cities of
like size share names neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from monitor.language import script_of
from monitor.text.cases import place_cases
from monitor.text.gazetteer import MAX_WORDS, Gazetteer, cities, declined, territories
from monitor.text.letters import fold
from monitor.text.stemming import stem_words
from monitor.text.stopwords import stopwords

MAX_TEXT = 20_000  # characters
_SPACED_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\u200c״׳]*(?:[-.](?=\p{L})[\p{L}\p{M}]+)*\.?")
_UNSPACED_RUN = regex.compile(r"[\p{Han}\p{Katakana}ー]+|[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]+")
_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
# One-letter words and the article that Arabic and Hebrew write onto the next word.
_ONTO = regex.compile(r"^(?:[وفبلك]?ال|[وفبلك]|لل|[והבלמשכ]{1,2})(?=.{3})")
_GERSHAYIM = regex.compile(r"(?<=[א-ת])\"(?=[א-ת])")
_LONGEST_RUN_NAME = 9


def places(text: str, language: str) -> list[str]:
    """The ids of the places that a text names, in order, each as often as it is named."""
    text = _GERSHAYIM.sub("״", text[:MAX_TEXT])
    known = territories(language.partition("-")[0])
    found = [*_in_words(text, language, known), *_in_runs(text, known)]
    return [place for _, place in sorted(found)]


def _in_words(text: str, language: str, known: Gazetteer) -> Iterator[tuple[int, str]]:
    """Places in scripts that part words: the longest of up to MAX_WORDS words that is a name, else an adjective."""
    base = language.partition("-")[0]
    words = [found for found in _SPACED_WORD.finditer(text) if script_of(found[0][0]) not in ("Hani", "Kana")]
    folded = [_spell(word[0], base) for word in words]
    folded = stem_words(folded, base) if base == "ko" else folded
    small = {spelled for word, spelled in zip(words, folded, strict=True) if word[0][0].islower()}
    at, shouting = 0, text.isupper()
    while at < len(words):
        cased = script_of(words[at][0][0]) in _CASED
        capital = not cased or words[at][0][0].isupper()
        length, place = _longest(folded, at, base, known, cased=cased) if capital else (1, "")
        if place.startswith("geonames:") and length == 1 and not shouting and words[at][0].isupper() and cased:
            place = ""  # IRNA is no old name of Salerno
        if not place and len(folded[at]) >= 4:
            place = _bent(folded[at], base, known, capital=capital and folded[at] not in small)
        if place:
            yield words[at].start(), place
        at += length


@lru_cache(maxsize=65536)
def _spell(word: str, base: str) -> str:
    return fold(word, base).rstrip(".")


def _longest(folded: list[str], at: int, base: str, known: Gazetteer, *, cased: bool) -> tuple[int, str]:
    """How many words from `at` name a place, and which; (1, "") where none does."""
    for length in range(min(MAX_WORDS, len(folded) - at), 0, -1):
        name = " ".join(folded[at : at + length])
        bare = name if cased else _ONTO.sub("", name, count=1)
        spellings = (name, bare, f"ال{bare}") if bare != name else (name,)
        for spelled in spellings:
            if spelled in known.names and len(spelled) > 1:
                return length, known.names[spelled]
        if not cased and length == 1 and (place := _bent(name, base, known, capital=True)):
            return 1, place  # سوری is Syrian before it is Surrey
        for spelled in spellings:
            if spelled in cities().names:
                return length, cities().names[spelled]
    return 1, ""


def _bent(word: str, base: str, known: Gazetteer, *, capital: bool) -> str:
    """The country of an adjective, or the city of a name that is not in the nominative."""
    for spelled in (word,) if word.isascii() else (word, _ONTO.sub("", word, count=1)):
        if place := known.adjective(spelled, capital=capital):
            return place
    return _city_in_case(word, base) if capital else ""


@lru_cache(maxsize=65536)
def _city_in_case(word: str, base: str) -> str:
    if word in stopwords(base):
        return ""
    named = (cities().names.get(name, "") for name in place_cases(base).nominatives(word))
    return next((place for place in named if place in declined(base)), "")


def _in_runs(text: str, known: Gazetteer) -> Iterator[tuple[int, str]]:
    """Places in scripts without spaces: the longest name at each character; katakana only as a whole run."""
    for run in _UNSPACED_RUN.finditer(text):
        at = 0
        while at < len(run[0]):
            for length in range(min(_LONGEST_RUN_NAME, len(run[0]) - at), 1, -1):
                name = run[0][at : at + length]
                place = known.names.get(name) or cities().names.get(name)
                if place and _is_whole(run[0], at, length):
                    yield run.start() + at, place
                    break
            else:
                length = 1
            at += length


def _is_whole(run: str, at: int, length: int) -> bool:
    """False for a piece of a longer katakana word."""
    if script_of(run[at]) != "Kana":
        return True
    before, after = run[at - 1 : at], run[at + length : at + length + 1]
    return not (before and script_of(before) == "Kana") and not (
        after and (script_of(after) == "Kana" or after == "ー")
    )
