"""Spelled numbers of each language, and the words that make digits no figure (`number_words.txt`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import regex
from attrs import field, frozen

from monitor.text.letters import fold
from monitor.text.quantities import counted_as, quantities

# Languages that write a compound number as one word: zweiundzwanzig, ventidue, huszonkét.
_SOLID = frozenset({"de", "nl", "sv", "da", "nb", "fi", "it", "hu", "cs", "et", "af"})
_SOLID_ONE = {
    "de": "ein", "nl": "een", "it": "uno", "hu": "egy", "da": "en", "nb": "en", "sv": "ett", "et": "üks", "af": "een"
}  # fmt: skip
_APOSTROPHES = str.maketrans("’ʼ‘ʻ", "''''")  # those of Uzbek among them: to‘rt
_SHORTEST_MAGNITUDE = 3  # shorter ones are abbreviations, which stand alone

# The first line has what is read here, the second what `number_joins` reads.
_KINDS = frozenset("n x one and half label after hour score added of join year small glued".split()) | frozenset(  # noqa: SIM905
    "range between article ordinal percent counter point".split()  # noqa: SIM905
)


@frozen
class NumberWords:
    """One language's words, as `spelling` gives them; see number_words.txt for each."""

    numbers: Mapping[str, float] = field(factory=dict)
    multipliers: Mapping[str, float] = field(factory=dict)
    ones: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    scores: frozenset[str] = frozenset()
    label_ends: tuple[str, ...] = ()  # of words that are labels: -straße
    joins: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    glued: str = ""  # letters, as they are written
    added: Mapping[str, float] = field(factory=dict)  # Hindi's half and quarter before the number they add to
    solid: regex.Pattern[str] | None = None  # a compound written as one word
    solid_part: regex.Pattern[str] | None = None
    parts: frozenset[str] = frozenset()  # every word that is a part of a number by itself
    points: frozenset[str] = frozenset()  # the decimal point as a word: ၂ ဒသမ ၅
    spoken: regex.Pattern[str] | None = None  # numbers before what counts them, in scripts without spaces
    begin: frozenset[str] = frozenset()  # the first words of numbers that are written as two


def spelling(word: str, base: str) -> str:
    """The spelling of a word in the tables."""
    return fold(word, base).translate(_APOSTROPHES)


def listed(language: str, kind: str) -> list[str]:
    """The words of one kind as they stand in number_words.txt, those that hold for all first."""
    base = language.partition("-")[0]
    return [*_rows().get("*", {}).get(kind, []), *_rows().get(counted_as(base), {}).get(kind, [])]


@lru_cache(maxsize=1)
def _rows() -> Mapping[str, Mapping[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for line in files("monitor.text").joinpath("number_words.txt").read_text(encoding="utf-8").splitlines():
        head, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            code, kind = head.split()
            if kind not in _KINDS:
                raise ValueError(f"number_words.txt: {kind!r} in {head!r} is none of {', '.join(sorted(_KINDS))}")
            listed = [word.replace("\0", " ") for word in words.replace("\\ ", "\0").split()]
            found.setdefault(code, {}).setdefault(kind, []).extend(listed)
    return found


@lru_cache(maxsize=128)
def number_words(language: str) -> NumberWords:
    """The words of a language, with those that hold for all."""
    base = language.partition("-")[0]
    own = _rows().get(counted_as(base), {})

    def words(kind: str) -> frozenset[str]:
        return frozenset(spelling(word, base) for word in listed(language, kind) if not word.startswith("*"))

    numbers = _valued(own.get("n", []), base)
    multipliers = dict(quantities(language).magnitudes) | _valued(own.get("x", []), base)
    ones, ands, halves = words("one"), words("and"), words("half")
    solid, part = _solid(base, numbers, multipliers, ands, halves)
    return NumberWords(
        numbers=numbers,
        multipliers=multipliers,
        ones=ones,
        ands=ands,
        halves=halves,
        labels=words("label"),
        after=words("after"),
        hours=words("hour"),
        scores=words("score"),
        label_ends=tuple(spelling(word[1:], base) for word in own.get("label", []) if word.startswith("*")),
        joins=words("join"),
        of=words("of"),
        years=words("year"),
        small=words("small"),
        glued="".join(own.get("glued", [])),
        added=_valued(own.get("added", []), base),
        solid=solid,
        solid_part=part,
        points=words("point"),
        spoken=_spoken((*numbers, *multipliers, *ones), own.get("counter", [])),
        parts=frozenset((*numbers, *multipliers, *ones, *ands, *halves)),
        begin=frozenset(number.partition(" ")[0] for number in numbers if " " in number),
    )


def _spoken(numbers: tuple[str, ...], counters: list[str]) -> regex.Pattern[str] | None:
    """What matches spelled numbers that a word for what is counted follows: ສາມສິບຫ້າຄົນ."""
    if not counters:
        return None
    number, counter = ("|".join(sorted(words, key=len, reverse=True)) for words in (numbers, counters))
    return regex.compile(rf"(?:(?P<part>{number}))++(?={counter})|(?:(?P<part>{number})){{2,}}+$")


def _valued(words: list[str], base: str) -> dict[str, float]:
    pairs = (word.partition("=") for word in words)
    return {spelling(word, base): float(value) for word, _, value in pairs}


def _solid(
    base: str,
    numbers: Mapping[str, float],
    multipliers: Mapping[str, float],
    ands: frozenset[str],
    halves: frozenset[str],
) -> tuple[regex.Pattern[str] | None, regex.Pattern[str] | None]:
    """What matches a compound written as one word, and each part of it."""
    if base not in _SOLID:
        return None, None
    small = [word for word in multipliers if word.isalpha() and len(word) >= _SHORTEST_MAGNITUDE]
    every = {*numbers, *small, *ands, *halves, _SOLID_ONE.get(base, "")} - {""}
    parts, first = ("|".join(sorted(words, key=len, reverse=True)) for words in (every, every - ands))
    # Possessive: every part is taken once, so that a long word without numbers costs one pass.
    return regex.compile(rf"(?:{first})(?:{parts})+"), regex.compile(parts)
