"""Whose words somebody else quotes: `citoval Davise server`, `цитирует Гурова газета`."""

from __future__ import annotations

from attrs import evolve

from monitor.analysis.names import Run, Stretch, bent, inflected, nominal, runs
from monitor.analysis.speakers.bodies import is_body
from monitor.analysis.speakers.clause import Clause, Subject
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.windows import left, right
from monitor.text.folded import tokens


def quoted(scene: Scene, clause: Clause) -> Subject | None:
    """Whoever a verb that quotes others has for its object, by the case of the name or a pronoun; None for none."""
    words, (first, last), (start, end) = clause.words, clause.verb, clause.place
    behind, before = right(scene, words, last), left(scene.body, words, first)
    told = Subject(name="", verb=scene.body[start:end], start=start, end=end)
    for window in (behind, before):
        stretch = scene.stretch(window)
        alone = [Run(0, 1, titled=False, governed=False)] if window and window[0].upper else []
        whose = next((name for run in [*alone, *runs(stretch)] if (name := _object(scene, stretch, run))), "")
        if whose:
            return evolve(told, name=whose)
    his = bool(behind) and scene.rules.possessives.at(behind, 0) is not None  # цитирует её агентство
    return evolve(told, goes_on=True) if his else None


def _object(scene: Scene, stretch: Stretch, run: Run) -> str:
    """A person in another case than a subject's, who stands behind no preposition, as a subject; "" for others.

    The first word alone where it is of a name that the text knows: `citoval Davise Deník`.
    """
    first = evolve(run, last=run.first + 1)
    whose = first if run.length > 1 and _known(scene, stretch, first) else run
    if run.governed or is_body(stretch, whose) or scene.is_outlet(stretch, whose):
        return ""
    told = _known(scene, stretch, whose)
    told = told or ((whose.length > 1 or whose.titled) and (inflected(stretch, whose) or bent(stretch, whose)))
    name = nominal(stretch, whose)
    return scene.cast.full(name, [word.folded for word in tokens(name)]) if told else ""


def _known(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether a word is of a name that the text has in another case, or alone as a subject."""
    full, written = scene.full(stretch, run), stretch.written(run)
    return run.length == 1 and ((full != written and written not in full) or bent(stretch, run))
