"""Bodies that speak themselves: `la Universidad de Lugo anunció`, `said GM`."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import Run, Stretch, begins_name, is_latin, is_ordinary, nominal, runs, tells_cases
from monitor.analysis.speakers.bodies import is_body, is_country, is_hyphened
from monitor.analysis.speakers.heads import tells_heads
from monitor.analysis.speakers.roles import tells_roles
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token, fold, tokens
from monitor.text.letters import APOSTROPHES

_TWO = 2  # words before an office that a preposition and an article may be
_ELIDED = frozenset({"", "'", "’"})  # between words of one name: l'Education
_ARTICLE = 1  # words between a verb and the body behind it
_AUXILIARIES = 2  # words between a body and its verb: has called
_ROLE = 3  # of these, such that tell what it is
_WORDS = 5  # of a body's name
_OWNED = 3  # characters of a possessive
_LONGEST = 80  # characters of a name that an acronym in brackets stands for


def organisation(scene: Scene, stretch: Stretch, found: Sequence[Run], side: str) -> str:
    """The named body right beside a verb; "" where there is none.

    A country, a government's seat, an office (the police) or a word for a body alone (the Senate) is none. An acronym
    stands for the name behind which the text has it in brackets.
    """
    behind = side == "right"
    told = _of_field(stretch, side) or _capital(scene, stretch, side)
    if told := told or (_called(scene, stretch, found) if behind else ""):
        return told
    near = [run for run in found if (_begin(stretch, run) <= _ARTICLE if behind else run.last >= len(stretch) - 1)]
    run = next(iter(near if behind else near[::-1]), None)
    if run is not None and _is_christened(scene, stretch, run):
        return stretch.written(run)
    if (
        run is None
        or (run.last < len(stretch) and stretch.gap(run.last) == "-")  # der SPÖ-Mann
        or run.governed
        or not is_body(stretch, run)
        or is_country(stretch, run)
        or is_hyphened(stretch, run)
    ):
        return ""
    name, around = stretch.written(run), stretch.words[max(0, run.first - 1) : run.last]
    strict = tells_cases(stretch.rules.language)  # szef ACEA: no body, whoever it is of
    if (strict or not stretch.rules.determiners) and run.first and stretch.rules.titles.find(around[:1]):
        return ""  # Kepala Dinas Koperasi
    if (
        _are_officials(stretch, run, around)
        or stretch.rules.anonymous.find(around)
        or fold(name) in stretch.rules.seats
    ):
        return ""
    acronym = run.length == 1 and len(name) > 1 and name.isupper()
    if acronym:
        return _in_full(scene, name) or ("" if strict and stretch.rules.cyrillic else name)  # передает УНН
    first = run.first if strict else _begin(stretch, run)
    name = stretch.written(evolve(run, first=_owner(stretch, first) if run.length == 1 else first))
    return name if " " in name and not scene.is_outlet(stretch, run) else ""


def _are_officials(stretch: Stretch, run: Run, around: Sequence[Token]) -> bool:
    """`the police`, `the Interior Ministry`; where roles stand behind what they are of, none in `Leeds Police`."""
    found = stretch.rules.officials.find(around)
    named = tells_heads(stretch.rules.language) and run.length > 1
    return bool(found) and not (named and all(last - first == 1 for first, last, _ in found))


def _owner(stretch: Stretch, at: int) -> int:
    """`the Elk County Sheriff's Office`: where the name of an office begins that somebody's title owns."""
    words, first = stretch.words, at - _TWO
    if first < 0 or words[at - 1].folded != "s" or stretch.gap(at - 1) not in APOSTROPHES or not words[first].upper:
        return at
    while first > 0 and words[first - 1].upper and stretch.gap(first) == " ":
        first -= 1
    return first if tells_heads(stretch.rules.language) and stretch.rules.titles.find(words[first : at - 1]) else at


def _capital(scene: Scene, stretch: Stretch, side: str) -> str:
    """`Служба безпеки України`, `Миколаївська міська рада`: a body's name of one capital and small words; else "".

    Right behind a verb, or up to one, where family names are told by their ends; a body's word alone is none.
    """
    words, rules = stretch.words, stretch.rules
    if not frames(rules.language).familial:
        return ""
    for at in range(min(1, len(words)) if side == "right" else len(words)):
        if not words[at].upper or rules.stops.at(words, at):
            continue
        if at and (rules.titles.at(words, at - 1) or rules.prepositions.at(words, at - 1)):
            continue
        near = words[at : at + _WORDS - 1]
        noun = next((at + last for _, last, _ in rules.bodies.find(near)), None)
        if noun is None or any(stretch.gap(n) != " " for n in range(at + 1, noun)):
            continue
        end = _up_to_small(stretch, noun)
        name = stretch.body[words[at].start : words[end - 1].end]
        if end - at > 1 and (side == "right" or end == len(words)) and fold(name) not in rules.seats:
            begin = words[at].start
            outlet = any(m.start < words[end - 1].end and begin < m.start + len(m.name) for m in scene.mentions)
            return "" if outlet else name
    return ""


def _up_to_small(stretch: Stretch, at: int) -> int:
    """Where the words end that go on a name up to a preposition, another small word, a verb or a pause."""
    rules, words, most = stretch.rules, stretch.words, min(len(stretch), at + _WORDS)
    small = (rules.prepositions, rules.stops, rules.verbs)
    while at < most and stretch.gap(at) == " " and words[at].folded not in rules.ands:
        if any(each.at(words, at) for each in small):
            break
        at += 1
    return at


def _is_christened(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`denuncia la Coldiretti`, `informou a Petrobras`: a word that has a capital behind an article and is no noun."""
    rules, words = stretch.rules, stretch.words
    if run.length > 1 or run.governed or not run.first or not tells_roles(rules.language):
        return False
    article = words[run.first - 1].folded in rules.definite and stretch.gap(run.first).strip() in _ELIDED
    listed = (rules.titles, rules.groups, rules.outlets, rules.officials)
    around = words[run.first - 1 : run.last]
    noun = words[run.first].folded in rules.seats | rules.fields or any(each.find(around) for each in listed)
    return article and not (noun or stretch.written(run).isupper() or scene.is_outlet(stretch, run))


def _of_field(stretch: Stretch, side: str) -> str:
    """`el Ministerio de Salud`, `le ministère de la Santé`: a body whose name goes on behind a preposition."""
    rules, words = stretch.rules, stretch.words
    offices = frames(rules.language).offices
    if not offices:
        return ""
    article = bool(words) and words[0].folded in rules.determiners
    places = [int(article)] if side == "right" else range(len(words) - 1, -1, -1)
    for at in places:
        if at < len(words) and words[at].folded in offices:
            end = _chain(stretch, at + 1)
            direct = at < 1 or rules.prepositions.at(words, at - 1) is None
            direct = direct and (at < _TWO or rules.prepositions.at(words, at - _TWO) is None)
            whole = direct and end > at + 1 and (side == "right" or end == len(words))
            return stretch.body[words[at].start : words[end - 1].end] if whole else ""
    return ""


def _chain(stretch: Stretch, at: int) -> int:
    """Where the words with capitals end that particles tie to the word before a place; the place where none is."""
    rules, words, end = stretch.rules, stretch.words, at
    small = rules.particles | rules.definite | rules.ands
    for n in range(at, len(words)):
        if words[n].upper and stretch.gap(n).strip() in _ELIDED:
            end = n + 1
        elif words[n].upper or words[n].folded not in small or n > end + 1:
            break
    return end


def chained(stretch: Stretch, side: str) -> str:
    """`The Department of Justice said`: a body's name that goes on behind a preposition, right beside a verb; else "".

    The words before its first preposition tell that it is a body, and no preposition governs it.
    """
    data, words, rules = frames(stretch.rules.language), stretch.words, stretch.rules
    if not data.worldwide or data.capitals or side not in {"left", "right"}:
        return ""
    end = next((n for n in range(len(words), 0, -1) if words[n - 1].upper), 0)
    if not end or (side == "left" and len(words) - end > _AUXILIARIES):
        return ""
    first, last = _linked(stretch, 0 if side == "right" else end - 1)
    link = next((n for n in range(first, last) if not words[n].upper), last)
    if link == last or not rules.bodies.find(words[first:link]) or (side == "left" and last < end):
        return ""
    role = last < len(words) and stretch.gap(last) == " " and rules.titles.at(words, last)
    before = first - (first > 0 and words[first - 1].folded in rules.definite)
    governed = before > 0 and rules.prepositions.at(words, before - 1) is not None
    owned = stretch.body[max(0, words[first].start - _OWNED) : words[first].start] in {"'s ", "’s "}  # chair of UCL's
    return "" if role or governed or owned else stretch.body[words[first].start : words[last - 1].end]


def _linked(stretch: Stretch, at: int) -> tuple[int, int]:
    """Where the words around a place that may be a body's name of several parts begin and end."""
    words, rules = stretch.words, stretch.rules
    small = rules.definite | rules.ands
    links = [w.upper or w.folded in small or rules.prepositions.at(words, n) is not None for n, w in enumerate(words)]
    first, last = at, at
    while first > 0 and links[first] and links[first - 1] and stretch.gap(first) == " ":
        first -= 1
    while last < len(words) and links[last] and (last == first or stretch.gap(last) == " "):
        last += 1
    great = [n for n in range(first, last) if words[n].upper and words[n].folded not in rules.definite]
    return (great[0], great[-1] + 1) if great else (at, at)


def _called(scene: Scene, stretch: Stretch, found: Sequence[Run]) -> str:
    """`uvedla odborová organizace Forsa`: the name right behind a word for a body and its adjective, no outlet's."""
    run, words = next(iter(found), None), stretch.words
    if run is None or not 0 < run.first <= _ROLE or run.governed or scene.is_outlet(stretch, run):
        return ""
    body = frames(stretch.rules.language).genitives and stretch.rules.bodies.find(words[: run.first])
    small = not any(word.upper for word in words[: run.first])
    alone = small and not any(stretch.rules.prepositions.at(words, n) for n in range(run.first))
    near = body and alone and body[-1][1] == run.first and stretch.gap(run.first) == " "
    return stretch.written(run) if near and not stretch.rules.titles.find(words[: run.first]) else ""


def at_body(scene: Scene, words: Sequence[Token]) -> str:
    """`so zapisali v Gazpromu`, `сообщили в Ryanair`: the body at which several say something; "" for a place.

    In Cyrillic one with Latin letters, since others look like a place or an adjective (в Белом доме).
    """
    rules, first = scene.rules, int(len(words) > 1 and not words[1].upper) + 1
    if len(words) <= first or not words[first].upper or rules.prepositions.at(words, 0) is None:
        return ""
    if first > 1 and not rules.bodies.find(words[1:2]):
        return ""
    stretch = scene.stretch(words)
    run = next((run for run in runs(stretch) if run.first == first), None)
    if run is None or scene.is_outlet(stretch, run) or is_country(stretch, run) or rules.outlets.find(words[1:first]):
        return ""
    place = words[first].folded in rules.seats or rules.place(words, first) is not None
    person = begins_name(words[first].folded, rules.language) or (run.length == 1 and is_ordinary(stretch, run))
    if run.length == 1 and rules.bodies.at(words, first) is not None:
        return ""
    latin = not rules.cyrillic or is_latin(stretch, stretch.of(run))
    return nominal(stretch, run) if latin and not (place or (person and not rules.cyrillic)) else ""


def _begin(stretch: Stretch, run: Run) -> int:
    """`General Motors`, `die Deutsche Bahn`: the first word of a body whose name begins like a title."""
    words, first = stretch.words, run.first
    while first > 0 and words[first - 1].upper and stretch.gap(first) == " ":
        if words[first - 1].folded in stretch.rules.determiners or not stretch.rules.titles.at(words, first - 1):
            break
        first -= 1
    return first


def _in_full(scene: Scene, acronym: str) -> str:
    """`a Universidade de Coimbra (UC)`: the name for which an acronym stands; "" where the text does not tell it."""
    at = scene.body.find(f"({acronym})")
    if at < 0:
        return ""
    begin = max(0, at - _LONGEST)
    words = tokens(scene.body[begin:at], begin)
    stretch = scene.stretch(words)
    last = next(reversed(runs(stretch)), None)
    full = last is not None and last.last == len(words) and words[last.first].folded[:1] == acronym[:1].casefold()
    return stretch.written(last) if last is not None and full else ""
