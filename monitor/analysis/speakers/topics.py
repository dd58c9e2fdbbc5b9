"""Of whom a sentence speaks that quotes nobody: whoever speaks next without a name is that person."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from monitor.analysis.names.people import Cast, PeopleWords, Run, people_words, runs
from monitor.analysis.names.surnames import is_korean
from monitor.analysis.quoted.framing import mixed
from monitor.analysis.quoted.units import Unit
from monitor.analysis.speakers.candidates import is_body, is_outlet, is_person
from monitor.model import Mention
from monitor.text.phrases import Token

_NEAR = 6  # words before the name at a sentence's beginning: titles, adverbs, a verb
_LONGEST = 4  # words of a name


@frozen
class Topic:
    """A person, and whether the sentence opens with the name."""

    name: str
    opens: bool


def only_person(body: str, words: Sequence[Token], cast: Cast, mentions: Sequence[Mention]) -> str:
    """The one person whom some words name, whatever stands before the name; "" where they name none or several.

    For words that lead to a quotation without a subject: `the message of Laura Finch was blunt:`.
    """
    rules = people_words(cast.language)
    found: dict[str, None] = {}
    for run in runs(body, words, cast.language):
        here = words[run.first : run.last]
        name, folded = body[here[0].start : here[-1].end], [word.folded for word in here]
        person = 2 <= run.length <= _LONGEST if rules.cased else run.titled and run.length > 1
        if rules.markers and not rules.spaced:
            person = person and is_person(words, run)
        elif rules.surnames:
            person = _korean(words, run, rules) if rules.spaced else person and here[0].folded in rules.surnames
        if (person or cast.full(name, folded) != name) and not (
            is_outlet(words, run, mentions) or is_body(body, here, rules) or mixed(name)
        ):
            found[cast.full(name, folded)] = None
    return next(iter(found)) if len(found) == 1 else ""


def topic(body: str, unit: Unit, found: Sequence[Run], cast: Cast) -> Topic | None:
    """The first person of a sentence who may be its subject; None where there is none.

    found: the names of the sentence. A full name, a known last name, or where there are no capitals a name beside a
    title; who is named later in the sentence than its first words is meant only where nobody else is.
    """
    rules = people_words(cast.language)
    usable = (run for run in found if not run.governed)
    if not rules.cased:
        able = [run for run in usable if not is_body(body, unit.words[run.first : run.last], rules)]
        return _untitled(body, unit, cast, able)
    full = ((run, name) for run in usable if (name := _full(body, unit, run, cast)))
    first, second = next(full, None), None
    if first is not None and first[0].first > _NEAR:
        second = next(full, None)
    if first is None or second is not None:
        return None
    return Topic(first[1], opens=first[0].first <= _NEAR)


def _korean(words: Sequence[Token], run: Run, rules: PeopleWords) -> bool:
    """A title behind a name, or a family name and two syllables."""
    first = words[run.first].folded
    behind = words[run.last :]
    aged = len(behind) > 1 and behind[0].folded.isdigit()  # 이미라(52) 씨
    titled = bool(behind) and rules.titles.at(behind, int(aged)) is not None
    return titled or (first[0] in rules.surnames and run.length == 1 and len(first) == 3)


def _full(body: str, unit: Unit, run: Run, cast: Cast) -> str:
    """A name of several words, or the full name that one is part of; "" for others."""
    words = unit.words[run.first : run.last]
    name, folded = body[words[0].start : words[-1].end], [word.folded for word in words]
    full = cast.full(name, folded)
    if (full == name and not 2 <= run.length <= _LONGEST) or mixed(name):
        return ""
    if is_body(body, words, people_words(cast.language)):
        return ""
    return full


def _untitled(body: str, unit: Unit, cast: Cast, found: Sequence[Run]) -> Topic | None:
    """In scripts without capitals: a name beside a title, else whatever the sentence begins with."""
    rules = people_words(cast.language)
    reach = 3
    titled = [run for run in found if run.titled and run.first <= 2 * _NEAR and (run.length > 1 or not rules.article)]
    if rules.surnames and not rules.spaced:
        titled = [run for run in titled if unit.words[run.first].folded in rules.surnames]
        own_names = [run for run in found if unit.words[run.first].folded in rules.surnames and 2 <= run.length <= 3]
        found, reach = own_names or [run for run in found if run.length > 1], 2 * _NEAR if own_names else reach
    if rules.markers and not rules.spaced:
        titled = [run for run in titled if is_person(unit.words, run) and run.length > 1]
    if rules.markers and rules.spaced and rules.surnames:  # in Korean a title stands behind
        titled = [run for run in found if run.first <= 2 * _NEAR and _korean(unit.words, run, rules)]
        titled.sort(key=lambda run: not is_korean(unit.words[run.first].folded))
    aged = next((run for run in found if _aged(body, unit, run, rules)), None)
    run = aged or next(iter(titled), None) or next((run for run in found if run.first <= reach), None)
    if run is None or (rules.surnames and run.length > _LONGEST):
        return None
    size = run.length if run.titled or rules.surnames else 2
    verb = int(bool(rules.article) and run.first == 0 and run.length > 2 and not run.titled)  # تدير سعاد ناصر
    words = unit.words[run.first + verb : run.first + verb + min(size, run.length, _LONGEST)]
    own = bool(rules.surnames) and words[0].folded in rules.surnames and 2 <= run.length <= 3
    return Topic(body[words[0].start : words[-1].end], opens=bool(titled or aged) or own)


def _aged(body: str, unit: Unit, run: Run, rules: PeopleWords) -> bool:
    """`مهناز شریفی ۴۵ ساله`, `منى عساف، الممرضة`: a sentence's first words before an age, or a comma and a title."""
    if (
        run.first
        or not rules.spaced
        or rules.surnames
        or not 2 <= run.length <= _LONGEST
        or run.last >= len(unit.words)
    ):
        return False
    comma = body[unit.words[run.last - 1].end : unit.words[run.last].start].strip() in {"،", ","}
    return unit.words[run.last].folded.isdigit() or (comma and rules.titles.at(unit.words, run.last) is not None)
