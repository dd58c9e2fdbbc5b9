"""Whom the words beside a verb of speech mean that name nobody who may speak: an outlet, a body, an office."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from monitor.analysis.names import Run, Stretch
from monitor.analysis.speakers.elided import NEXT_TO
from monitor.analysis.speakers.epithets import before_verb
from monitor.analysis.speakers.offices import bearer
from monitor.analysis.speakers.openers import opens_with_noun
from monitor.analysis.speakers.organisations import organisation
from monitor.analysis.speakers.roles import called, described, role
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.who import LAST, NOBODY, OUTLET, Who, of_pronoun

_EPITHET = 4  # words behind a verb of which one is an epithet's article


def stand_in(
    scene: Scene, stretch: Stretch, found: Sequence[Run], side: str, *, bodies: bool, meant: bool, stands_in: bool
) -> Who | None:
    """An outlet, a body, or whoever was named last, where a window names nobody who may speak."""
    rules, leads = scene.rules, side != "right"
    instead = [run for run in found[: None if leads else 2] if not ((leads or rules.drops) and run.governed)]
    if any(scene.is_outlet(stretch, run) for run in instead if leads or not stands_in or run.first < NEXT_TO):
        return OUTLET  # o chefe do governo, numa entrevista à Lusa, is none
    if rules.cased and bodies and (body := organisation(scene, stretch, found, side)):
        return Who(body, body=True)
    if not leads and rules.article and isinstance(office := bearer(scene, stretch.words, 0), str):
        return Who(office)  # وأضاف مدرب المنتخب
    if not (meant or stands_in) and side == "left" and opens_with_noun(scene, stretch, found):
        return NOBODY
    words = before_verb(scene.body, stretch.words, rules) if side == "left" else stretch.words[:_EPITHET]
    if not meant and (name := called(scene, role(scene, words))):
        return Who(name)
    if side == "left" and not (meant or stands_in) and described(scene, words):
        return LAST
    if meant or not stands_in:
        return LAST if meant else None
    whose = of_pronoun(scene, stretch.words, (0, 1, ""))
    sexes = (rules.sexes[word.folded] for word in words if word.folded in rules.sexes)
    return evolve(whose, sex=next(sexes, "")) if whose.goes_on else whose
