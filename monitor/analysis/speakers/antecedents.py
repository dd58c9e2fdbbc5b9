"""Who stands before a relative pronoun: `consultó al intendente, José Yurramendi, quien señaló`."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from monitor.analysis.names import Run, Stretch, known_anywhere
from monitor.analysis.speakers.behind_roles import behind_place
from monitor.analysis.speakers.bodies import is_body
from monitor.analysis.speakers.scene import Scene

_SMALL = 2  # words between the pronoun and its verb: quien también señaló
_NEAR = 20  # words between the name and the pronoun that stands behind what tells who it is


def antecedent(scene: Scene, stretch: Stretch, found: Sequence[Run]) -> Run | None:
    """The full or known name before a comma and a relative pronoun that is the subject of the verb behind; else None.

    A preposition before such a name says nothing; words in commas between the two tell who it is.
    """
    rules, words = stretch.rules, stretch.words
    at = next((n for n in range(len(words) - 1, 0, -1) if words[n].folded in rules.relatives), 0)
    small = all(word.folded in rules.common for word in words[at + 1 :])
    if not at or len(words) - at > _SMALL + 1 or not small or "," not in stretch.gap(at):
        return None
    person = words[at].folded not in rules.that  # quien, who; que and che speak of things too
    usable = [run for run in found if run.last <= at <= run.last + _NEAR and "," in stretch.gap(run.last)]
    usable = [whose for run in usable if _is_person(scene, stretch, whose := behind_place(stretch, run), person=person)]
    free = [run for run in usable if not run.governed and run.length > 1]
    chosen = next(reversed(free or usable), None)
    return evolve(chosen, governed=False) if chosen is not None else None


def _is_person(scene: Scene, stretch: Stretch, run: Run, *, person: bool) -> bool:
    """A full name, one known, or one word alone behind no comma, where only people are so spoken of."""
    if is_body(stretch, run) or scene.is_outlet(stretch, run):
        return False
    first = person and not any("," in stretch.gap(n) for n in range(1, run.first + 1))
    word = stretch.words[run.first].folded
    return run.length > 1 or first or not scene.is_new(word) or known_anywhere(word)  # Philippe, qui témoigne
