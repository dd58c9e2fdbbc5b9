"""Whom the words beside a verb of speech mean: somebody by name, whoever spoke last, an outlet, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from monitor.analysis.speakers.offices import Meant, alone, holder
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token


@frozen
class Who:
    """Who stands beside a verb; `name` is empty where nobody is named. `Subject` says what the rest is."""

    name: str = ""
    outlet: bool = False
    goes_on: bool = False
    body: bool = False
    sex: str = ""


LAST, NOBODY, OUTLET = Who(goes_on=True), Who(), Who(outlet=True)  # told apart by identity


def meaning(found: str | Meant) -> Who:
    """What is told of an office, as somebody beside a verb."""
    return {Meant.LAST: LAST, Meant.NOBODY: NOBODY}[found] if isinstance(found, Meant) else Who(found)


def of_pronoun(scene: Scene, words: Sequence[Token], at: tuple[int, int, str]) -> Who:
    """Whom a pronoun or an office means that stands at a place, from its first word to behind its last."""
    if words[at[0]].folded in scene.rules.they:
        return NOBODY
    whose = meaning(holder(scene, words, at[0], at[1]))
    return evolve(whose, sex=scene.rules.sexes.get(words[at[0]].folded, "")) if whose.goes_on else whose


def of_office(scene: Scene, words: Sequence[Token]) -> Who:
    """議長は: who holds the office that stands alone before a subject's marker; else nobody whom the text names."""
    bare = words[:-1] if words and words[-1].folded in scene.rules.markers else words
    same = bool(bare) and bare[0].folded in scene.rules.same  # 同社長は
    bare = bare[same:]
    found = holder(scene, bare, 0, len(bare)) if alone(scene.rules, bare) else Meant.NOBODY
    if isinstance(found, str):
        return Who(found)
    return LAST if same and found is Meant.LAST else NOBODY
