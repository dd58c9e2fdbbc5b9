"""Of whom a sentence speaks that quotes nobody: whoever speaks next without a name is that person."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from monitor.analysis.candidates import is_body, is_person
from monitor.analysis.framing import mixed
from monitor.analysis.people import Cast, Run, people_words, runs
from monitor.analysis.units import Unit

_NEAR = 6  # words before the name at a sentence's beginning: titles, adverbs, a verb
_LONGEST = 4  # words of a name


@frozen
class Topic:
    """A person, and whether the sentence opens with the name."""

    name: str
    opens: bool


def topic(body: str, unit: Unit, cast: Cast) -> Topic | None:
    """The first person of a sentence who may be its subject; None where there is none.

    A full name, a known last name, or where there are no capitals a name beside a title; who is named later in the
    sentence than its first words is meant only where nobody else is.
    """
    rules = people_words(cast.language)
    found = [run for run in runs(body, unit.words, cast.language) if not run.governed]
    found = [run for run in found if not is_body(body, unit.words[run.first : run.last], rules)]
    if not rules.cased:
        return _untitled(body, unit, cast, found)
    full = [(run, name) for run in found if (name := _full(body, unit, run, cast))]
    near = next(((run, name) for run, name in full if run.first <= _NEAR), None)
    if near is not None:
        return Topic(near[1], opens=near[0].first <= _NEAR)
    return Topic(full[0][1], opens=False) if len(full) == 1 else None


def _full(body: str, unit: Unit, run: Run, cast: Cast) -> str:
    """A name of several words, or the full name that one is part of; "" for others."""
    words = unit.words[run.first : run.last]
    name, folded = body[words[0].start : words[-1].end], [word.folded for word in words]
    full = cast.full(name, folded)
    if mixed(name) or (full == name and not 2 <= run.length <= _LONGEST):
        return ""
    return full


def _untitled(body: str, unit: Unit, cast: Cast, found: Sequence[Run]) -> Topic | None:
    """In scripts without capitals: a name beside a title, else whatever the sentence begins with."""
    rules = people_words(cast.language)
    titled = [run for run in found if run.titled and run.first <= 2 * _NEAR and (run.length > 1 or not rules.article)]
    if rules.markers and not rules.spaced:
        titled = [run for run in titled if is_person(unit.words, run) and run.length > 1]
    run = next(iter(titled), None) or next((run for run in found if run.first <= 3), None)
    if run is None or (rules.surnames and run.length > _LONGEST):
        return None
    size = run.length if run.titled or rules.surnames else 2
    words = unit.words[run.first : run.first + min(size, run.length, _LONGEST)]
    own = bool(rules.surnames) and words[0].folded in rules.surnames and run.first == 0 and 2 <= run.length <= 3
    return Topic(body[words[0].start : words[-1].end], opens=bool(titled) or own)
