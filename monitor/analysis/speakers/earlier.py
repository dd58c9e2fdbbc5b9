"""Whom a clause has named before its verb of speech, which has a pronoun or nobody for its subject."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.names import Run, Stretch, runs
from monitor.analysis.speakers.bodies import is_body
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token
from monitor.text.segmenting import is_listed
from monitor.text.simplifying import simplified

_NEAR, _UNSPACED = 8, 24  # words, or characters, before such a name
_SHORT, _SHORT_UNSPACED = 3, 8  # and between the pause before the verb and the verb
_PAUSE = regex.compile(r"[\uff0c,،;；。]")


def opener(scene: Scene, words: Sequence[Token], verb: int) -> str:
    """`马良行首先发言，他说：“…”`, `وسخر الجبير من ذلك، وقال`: the first person of some words, where no capitals are.

    words: behind a quotation or from a sentence's beginning; verb: its place, behind a pause and hardly more. "" where
    they begin with nobody.
    """
    if scene.rules.cased or verb <= 1 or not words:
        return ""
    stretch = scene.stretch(words)
    begin = max(0, verb - (_SHORT if scene.rules.spaced else _SHORT_UNSPACED))
    if not any(_PAUSE.search(stretch.gap(n)) for n in range(begin + 1, verb + 1) if n < len(words)):
        return ""
    near = _NEAR if scene.rules.spaced else _UNSPACED
    for run in runs(stretch.part(0, verb)):
        if run.first > near:
            break
        if run.governed or is_body(stretch, run) or scene.is_outlet(stretch, run) or _is_cut(stretch, run):
            continue
        full = scene.full(stretch, run)
        if full != stretch.written(run) or stretch.naming.person(stretch, run):
            return full
    return ""


def _is_cut(stretch: Stretch, run: Run) -> bool:
    """`黄石公园的专家`: whether Chinese characters are part of a word of the dictionary with the one behind."""
    if stretch.rules.spaced or stretch.rules.markers or run.last == len(stretch) or not stretch.touch(run.last):
        return False
    return is_listed(simplified(stretch.written(run) + stretch.follows(run)))
