"""Who speaks by the sentence behind a statement that stands alone: `「…」。山口さんはそう話す。`."""

from __future__ import annotations

from monitor.analysis.names import runs
from monitor.analysis.quoted import Unit
from monitor.analysis.speakers import tells
from monitor.analysis.speakers.clause import Clause, Subject
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.subjects import subject
from monitor.analysis.speakers.topics import only_person, topic
from monitor.analysis.speakers.verbs import subjects_of

_TAG = 12  # characters of a subject and its verb
_SIGNS = " \u3000。.，,"


def then(scene: Scene, unit: Unit, after: Unit | None) -> Subject | None:
    """`「…」。山口さんはそう話す。`: a statement alone whose speaker the next sentence names."""
    whose = after and tells.told_whose(scene, after)
    if whose or after is None or "\n" in scene.body[unit.start + len(unit.text) : after.start]:
        return whose or (None if after is None else tells.signed(scene, after) or _presented(scene, unit, after))
    named = [each for each in subjects_of(scene, after) if each.name and not each.outlet]
    if not named and not scene.cast.last:
        name = only_person(scene, after.outside()[0])
        named = [Subject(name=name, verb="")] if name else []
    if named or scene.rules.spaced or not scene.rules.markers:
        return next(iter(named), None)
    words = after.outside()[0]
    spoken = subject(scene, Clause(words=words, verb=(len(words), len(words))))
    return spoken if spoken.name else None


def _presented(scene: Scene, unit: Unit, after: Unit) -> Subject | None:
    """`"…"`, then the paragraph `Anna Bell looks back on it`: where nobody was named before, whom the next presents."""
    if scene.cast.last or not scene.rules.cased or unit.start > scene.units[0].start:
        return None
    spoken = [each for each in subjects_of(scene, after) if not each.outlet]
    if spoken:
        return next((each for each in spoken[:1] if " " in each.name and not each.body), None)
    about = topic(scene, after, runs(scene.stretch(after.words)))
    return Subject(name=about.name, verb="") if about is not None and about.opens else None


def tagged(scene: Scene, unit: Unit, after: Unit | None) -> Subject | None:
    """`“…。”戴运龙说。`: a name and its verb alone right behind a whole sentence, where words are not parted."""
    rules = scene.rules
    if rules.spaced or rules.markers or after is None or after.quoted or len(after.words) > _TAG:
        return None
    if not after.words or "\n" in scene.body[unit.start + len(unit.text) : after.start]:
        return None
    found = next((each for each in subjects_of(scene, after) if each.name and not each.outlet), None)
    ends = found is not None and not scene.body[found.end : after.start + len(after.text)].strip(_SIGNS)
    return found if ends else None
