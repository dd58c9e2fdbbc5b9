"""Names of countries, bodies, works and other things, which are nobody's."""

from __future__ import annotations

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import JOINER, Run, Stretch, begins_name, is_latin, is_numbered
from monitor.text.folded import fold

_NAME = 2  # words of a name that begins with a first one
_ACRONYM = 5  # letters; more that end as family names do are one
_ADJECTIVES = 3  # words behind an adjective with a capital among which the body's stands
_DIGIT = regex.compile(r"\p{N}")
_CHAIN = 8  # words of a role and the bodies that it is of


def is_country(stretch: Stretch, run: Run) -> bool:
    """`Nord-Koreas`, `Estados Unidos`: a country or a government's seat of several words, be it somebody's."""
    if run.length == 1:
        return False
    name, seats = fold(stretch.written(run)), stretch.rules.seats
    return name in seats or (name[-1:] == "s" and name[:-1] in seats)


def _of_place(stretch: Stretch, run: Run) -> bool:
    """`Zwolennicy Brexitu`: a country or capital at the end, in another case than a subject's."""
    rules, last = stretch.rules, stretch.words[run.last - 1]
    if run.length == 1 or last.folded in rules.seats:
        return False
    return rules.place(stretch.words, run.last - 1) is not None


def _is_thing(stretch: Stretch, run: Run) -> bool:
    """`strany Tehríke Labajk`, `Projekt Nord Stream`: behind a word for bodies, outlets or works that is nobody's."""
    rules, words = stretch.rules, stretch.words
    first = rules.outlets.at(words, run.first) if run.length > 1 else None
    if is_latin(stretch, stretch.of(run)) or (first and fold(first[1]) == words[run.first].folded):
        return True
    before = words[max(0, run.first - _CHAIN) : run.first]
    person = run.length > 1 and begins_name(words[run.first].folded, rules.language)  # sdělila deníku Alena Nová
    if not before or stretch.gap(run.first) != " " or person:
        return False
    thing = next((first for first, last, _ in rules.things.find(before) if last == len(before)), None)
    return thing is not None and not rules.titles.find(before[:thing])


def is_body(stretch: Stretch, run: Run) -> bool:
    """`European Commission`, 管理局, DPR: an office, a company, an acronym."""
    rules, words = stretch.rules, stretch.of(run)
    if rules.cased and (is_country(stretch, run) or is_hyphened(stretch, run)):
        return True
    if frames(rules.language).genitives and (
        is_numbered(stretch, run) or _of_place(stretch, run) or _is_thing(stretch, run)
    ):
        return True
    if rules.cased and run.length > 1 and stretch.written(run).isupper():
        return "-" in stretch.written(run)  # PT-CE
    if rules.cased and run.length == 1:
        acronym = stretch.written(run).isupper() and not _ends_as_family(stretch, run)
        return acronym or bool(rules.bodies.find(words)) or _describes_body(stretch, run)
    found = rules.bodies.find(words)
    if rules.cased and run.length == _NAME and found and found[0][0] and begins_name(words[0].folded, rules.language):
        return False  # Carlos Mesa
    return bool(found) and (rules.spaced or found[-1][1] == len(words))


def _ends_as_family(stretch: Stretch, run: Run) -> bool:
    """`зазначив БОГАЧОВ`: a family name that stands in capitals, in whatever case."""
    word, data = stretch.words[run.first].folded, frames(stretch.rules.language)
    long = len(word) > _ACRONYM and word not in stretch.rules.seats
    return long and word.endswith((*data.familial, *(end + "а" for end in data.familial))) if data.familial else False


def _describes_body(stretch: Stretch, run: Run) -> bool:
    """`Миколаївська міська рада`: an adjective with a capital before a body's word."""
    rules, words, behind = stretch.rules, stretch.words, run.last
    if (
        behind == len(words)
        or words[behind].upper
        or not frames(rules.language).familial
        or (behind > 1 and behind - 2 in rules.titled(words[: behind - 1]))
    ):
        return False
    near = words[behind : behind + _ADJECTIVES]
    first = next((first for first, _, _ in rules.bodies.find(near)), None)
    return first is not None and not any(stretch.gap(n) != " " for n in range(behind, behind + first + 1))


def is_hyphened(stretch: Stretch, run: Run) -> bool:
    """`SARS-CoV-2`: letters that stand for words, joined by a hyphen to more."""
    first = stretch.words[run.first]
    letters = stretch.body[first.start : first.end]
    return run.length > 1 and stretch.gap(run.first + 1) == "-" and len(letters) > 1 and letters.isupper()


def goes_on_name(stretch: Stretch, at: int, *, anywhere: bool = False) -> bool:
    """Whether a word may belong to the name before it; anywhere: it may begin the words."""
    words, rules = stretch.words, stretch.rules
    if at >= len(words) or _DIGIT.match(words[at].folded):
        return False
    gap = stretch.gap(at) if at or not anywhere else " "
    if gap == JOINER:
        return True
    joined = stretch.body[words[at].end : words[at].end + 1] == JOINER
    if not (gap.isspace() or (not rules.spaced and not gap)) or "\n" in gap:
        return False
    phrases = (rules.prepositions, rules.stops, rules.verbs)
    return joined or not (words[at].folded in rules.that | rules.ands or any(each.at(words, at) for each in phrases))
