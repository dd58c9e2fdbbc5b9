"""Bodies that speak themselves: `la Universidad de Lugo anunció`, `said GM`."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from monitor.analysis.names import Run, Stretch, runs, tells_cases
from monitor.analysis.speakers.bodies import is_body, is_country, is_hyphened
from monitor.analysis.speakers.scene import Scene
from monitor.text.phrases import fold, tokens

_ARTICLE = 1  # words between a verb and the body behind it
_LONGEST = 80  # characters of a name that an acronym in brackets stands for


def organisation(scene: Scene, stretch: Stretch, found: Sequence[Run], side: str) -> str:
    """The named body right beside a verb; "" where there is none.

    A country, a government's seat, an office (the police) or a word for a body alone (the Senate) is none. An acronym
    stands for the name behind which the text has it in brackets.
    """
    behind = side == "right"
    near = [run for run in found if (_begin(stretch, run) <= _ARTICLE if behind else run.last >= len(stretch) - 1)]
    run = next(iter(near if behind else near[::-1]), None)
    if (
        run is None
        or run.governed
        or not is_body(stretch, run)
        or is_country(stretch, run)
        or is_hyphened(stretch, run)
    ):
        return ""
    name, around = stretch.written(run), stretch.words[max(0, run.first - 1) : run.last]
    strict = tells_cases(stretch.rules.language)  # szef ACEA: no body, whoever it is of
    if strict and run.first and stretch.rules.titles.find(around[:1]):
        return ""
    if (
        stretch.rules.officials.find(around)
        or stretch.rules.anonymous.find(around)
        or fold(name) in stretch.rules.seats
    ):
        return ""
    acronym = run.length == 1 and len(name) > 1 and name.isupper()
    if acronym:
        return _in_full(scene, name) or ("" if strict else name)  # передает УНН
    name = stretch.written(evolve(run, first=run.first if strict else _begin(stretch, run)))
    return name if " " in name and not scene.is_outlet(stretch, run) else ""


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
