"""The name of whoever speaks, remembered for those who are named by a part of it later."""

from __future__ import annotations

from monitor.analysis.names import Run, Stretch, nominal
from monitor.analysis.speakers.offices import entitle
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import tokens


def remembered(scene: Scene, stretch: Stretch, run: Run) -> str:
    """The full name of a run, which is remembered; without the subject's marker or ending."""
    rules = scene.rules
    name, folded = stretch.written(run), stretch.folded(run)
    if (straight := nominal(stretch, run)) != name:
        name, folded = straight, [word.folded for word in tokens(straight)]
    end = run.last - 1
    joined = (marker for marker in rules.markers if rules.joins_name(stretch.words, end, marker))
    marker = next(joined, "") if run.last == len(stretch) else ""
    if marker and len(name) > 2:
        name, folded[-1] = name.removesuffix(marker), folded[-1].removesuffix(marker)
    else:
        naming = stretch.naming
        name, folded[-1] = naming.standing(stretch, run, name), naming.standing(stretch, run, folded[-1])
    name, folded[-1] = stretch.naming.impolite(name), stretch.naming.impolite(folded[-1])
    full = scene.cast.full(name, folded)
    scene.cast.introduce(name, folded)
    entitle(scene, stretch, run, full)
    return full
