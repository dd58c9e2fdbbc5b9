"""Frequent first names: where a name begins, in which case it stands, and whether it is a man's or a woman's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from attrs import frozen

from monitor.analysis.frames import frames
from monitor.analysis.names.declined import is_acronym, is_in_case, other_cases
from monitor.analysis.names.stretch import Run, Stretch
from monitor.language import language as look_up
from monitor.text.folded import Token, fold, tokens
from monitor.text.inflection import may_bend
from monitor.yaml12 import read_yaml

_WOMEN = frozenset("aая")  # ends of women's first names
_SAINTS = frozenset({"san", "santa", "santo", "são", "sao", "saint", "sainte", "sant"})  # begin places: San Juan
_SHORT = 4  # letters; Ган is no Гана in another case
_LETTERS = "Latn"  # the script in which foreign names keep their spelling
_STEM = 4  # letters that a word keeps in most of its cases
_ROLE = 5  # words before what a role is of
_TWO = 2  # words of a name that no other words stand before


@frozen
class FirstNames:
    """A language's first names, folded."""

    men: frozenset[str]
    women: frozenset[str]
    bent: frozenset[str]  # in another case than a subject's
    both: frozenset[str]  # women's that are men's in another case too: Jana, of Jan
    endings: tuple[str, ...]  # of words in such a case
    bend: bool  # they are written in a script whose words bend

    def __contains__(self, word: str) -> bool:
        return word in self.men or word in self.women


def _folded(names: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)


@lru_cache(maxsize=64)
def first_names(language: str) -> FirstNames:
    """The first names of a language's frames; those that are both a man's and a woman's tell no sex."""
    data = frames(language)
    men, women = _folded(data.men), _folded(data.women)
    foreign = data.genitives and men and look_up(language).script == _LETTERS
    others = _worldwide() if data.worldwide or foreign else (men, women)
    men, women = men | (others[0] - women), women | (others[1] - men)
    bent = _in_cases(men, language)
    bend = bool(men) and may_bend(min(men))
    forms = (bent | _in_cases(women, language)) - men - women
    return FirstNames(men, women, forms, women & bent, data.bent, bend)


@lru_cache(maxsize=1)
def _worldwide() -> tuple[frozenset[str], frozenset[str]]:
    """First names of many countries in Latin letters, folded: men, women."""
    known = read_yaml((resources.files("monitor.analysis.names") / "first_names.yaml").read_bytes()).value
    return _folded(known["men"]), _folded(known["women"])


def known_anywhere(word: str) -> bool:
    """Whether a folded word is a first name in some country, for languages that know none of their own."""
    men, women = _worldwide()
    return word in men or word in women


def _in_cases(names: frozenset[str], language: str) -> frozenset[str]:
    """Names as they are in other cases, where the language has them."""
    bends = bool(frames(language).female)
    return frozenset(form for name in names for form in other_cases(name, language)) if bends else frozenset()


def sex(name: str, language: str) -> str:
    """By the first names that somebody has, m or f; "" where none tells.

    Many last names are men's first names, so that of those known worldwide one alone tells women only: Clinton.
    """
    known, words = first_names(language), name.replace("-", " ").split()
    if len(words) == 1 and fold(words[0]) in known.men and frames(language).worldwide:
        return ""
    for word in words[:_TWO]:
        one = fold(word)
        if one in known.both and is_in_case(words[-1], language):
            return ""  # Martina Vlčka is no Martina
        if (one in known.men) != (one in known.women):
            return "m" if one in known.men else "f"
    return ""


def begins_name(word: str, language: str) -> bool:
    """Whether a folded word is a first name in any case."""
    known = first_names(language)
    return word in known or word in known.bent


def of_verb(verb: str, language: str) -> str:
    """The sex of the one whose past a verb tells, by its ending: сказал, сказала; "" where the language has none."""
    data = frames(language)
    words = tokens(verb)
    if not words or not data.female:
        return ""
    last = words[-1].folded
    return "f" if last.endswith(data.female) else "m" if last.endswith(data.male) else ""


def inflected(stretch: Stretch, run: Run) -> bool:
    """`Дональда Трампа`, `Rady Europejskiej`: words that are no subject by the case in which they stand."""
    known = first_names(stretch.rules.language)
    words = stretch.of(run)
    if not known.men:
        return False
    if words[0].folded in known:  # Жан-Клодом Юнкером
        return len(words) > _TWO and words[1].folded in known.bent and stretch.gap(run.first + 1) == "-"
    if any(_ends(word, known) for word in words):
        return True
    if len(words) >= _TWO:
        # Luciana Passo is no Lucian in another case, though such a one ends so
        woman = words[0].folded[-1] in _WOMEN and not is_in_case(words[-1].folded, stretch.rules.language)
        return words[0].folded in known.bent and not woman
    long = words[0].end - words[0].start > _SHORT
    return bool(known.bent) and long and stretch.rules.place(words, 0) is not None


def _ends(word: Token, known: FirstNames) -> bool:
    return word.folded.endswith(known.endings) and word.folded not in known


def tells_cases(language: str) -> bool:
    """Whether first names tell in a language where a name begins and in which case it stands."""
    data = frames(language)
    return data.genitives and bool(data.men)


def may_be_person(stretch: Stretch, run: Run) -> bool:
    """Whether a title or a first name tells that a run is somebody, or nothing that it is not.

    The words of a place, a body or a thing stand in another case, in another script, or in small letters elsewhere.
    """
    known, words = first_names(stretch.rules.language), stretch.of(run)
    if not tells_cases(stretch.rules.language) or run.titled or _is_first(words[0], known):
        return True
    if words[0].folded in known.bent:
        return True
    if is_acronym(stretch.body[words[0].start : words[0].end]):  # РИА Новости
        return False
    foreign = known.bend and not may_bend(words[0].folded)
    return not (foreign or inflected(stretch, run) or any(written_small(stretch, word) for word in words))


def written_small(stretch: Stretch, word: Token) -> bool:
    """Whether the text has a word in small letters too, in whatever case."""
    long = len(word.folded) > _STEM
    return long and f" {word.folded[: max(_STEM, len(word.folded) - 2)]}" in stretch.body


def from_first_name(stretch: Stretch, run: Run) -> Run:
    """A run without what stands before a first name or behind a country: `New York Times Donald Tusk`."""
    known = first_names(stretch.rules.language)
    if not known.men or run.length < _TWO:
        return run
    words = stretch.words
    if stretch.rules.bodies.at(words, run.first) is not None or words[run.first].folded in _SAINTS:
        return run
    free = (n for n in range(run.first, run.last - 1) if n == run.first or stretch.gap(n) != "-")  # Jean-Claude
    begin = next((n for n in free if _is_first(words[n], known)), None)
    if begin is None and not frames(stretch.rules.language).worldwide:
        land = stretch.rules.places.at(words, run.first)
        begin = land[0] if land is not None and land[0] < run.last else run.first  # Armenii Paszynian
        if may_bend(words[run.last - 1].folded):  # Ryanair Майкла О'Лири
            begin = next((n for n in range(begin, run.last) if may_bend(words[n].folded)), begin)
    if begin is None or begin == run.first or not _is_apart(stretch, run):
        return run
    return Run(begin, run.last, titled=True, governed=words[begin].folded in known.bent)


def _is_apart(stretch: Stretch, run: Run) -> bool:
    """`Vendor Glenn Jones`: whether the first word is no name; where few nouns have capitals, as its text tells."""
    data, words = frames(stretch.rules.language), stretch.words
    if not data.worldwide or data.capitals or stretch.rules.places.at(words, run.first) is not None:
        return True
    role = run.governed and bool(stretch.rules.titles.find(words[max(0, run.first - _ROLE) : run.first]))
    return role or written_small(stretch, words[run.first])  # director of Public Prosecution Anna Holm


def _is_first(word: Token, known: FirstNames) -> bool:
    """A first name, or an initial."""
    return word.folded in known or word.end - word.start == 1
