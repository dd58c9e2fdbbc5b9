"""Whose text is quoted, by the sentence before: `Про це повідомив Ігор Лис. «…», – йдеться в дописі`."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from attrs import evolve

from monitor.analysis.frames import frames, listed
from monitor.analysis.quoted import Unit
from monitor.analysis.speakers.clause import Subject
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.verbs import subjects_of
from monitor.text.folded import fold

_BEHIND = 2  # words behind such a verb: a preposition and the text's noun


@lru_cache(maxsize=64)
def _impersonal(language: str) -> frozenset[str]:
    data = frames(language)
    return frozenset(fold(verb) for verb in data.impersonal) if data.genitives else frozenset()


def by_writer(scene: Scene, unit: Unit, found: Subject) -> Subject:
    """The one person or body of whom the sentence before says it told this, where a text without an owner says it."""
    language = scene.rules.language
    if found.name or fold(found.verb) not in _impersonal(language):
        return found
    behind = [word for word in unit.words if word.start >= found.end]
    if len(behind) > _BEHIND or not listed(language, "documents").find(behind):
        return found
    at = bisect_left(scene.units, unit.start, key=lambda each: each.start)
    before = scene.units[at - 1] if at else None
    if before is None or before.quoted:
        return found
    press = bool(scene.rules.officials.find(before.words))  # прес-служба Центру
    named = (each.name for each in subjects_of(scene, before) if each.name and not each.outlet)
    told = {name for name in named if " " in name or not press}
    return evolve(found, name=told.pop()) if len(told) == 1 else found
