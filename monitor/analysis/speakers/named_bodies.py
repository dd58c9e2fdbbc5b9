"""Bodies that speak themselves in scripts without capitals: وزارة الصحة, 外交部, 기상청은."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import Stretch, runs
from monitor.analysis.speakers.again import body_again
from monitor.analysis.speakers.body_beginnings import beginning
from monitor.analysis.speakers.body_endings import ending
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_PAUSED = regex.compile(r"[，,、；;。]")


def named_body(scene: Scene, words: Sequence[Token], side: str, *, attributes: bool = False) -> str | None:
    """The body that speaks beside a verb, "" for one without a name (منظمة حقوقية); None where none does.

    It is told by a word with which names of bodies begin (`وزارة الصحة`) or end (外務省), or by its whole name (حماس).
    Such a word alone means the body that was named by it before (`الوزارة`, 同省), else nobody whom the text names.
    With capitals, one that goes on: `it said`.
    """
    rules, data = scene.rules, frames(scene.rules.language)
    if rules.cased or not words or not (data.heads or data.organisations):
        return body_again(scene, words, side) or None
    stretch = scene.stretch(words)
    span = ending(scene, stretch, side) if data.heads_last else beginning(scene, stretch, attributes=attributes)
    if isinstance(span, str) or span is None:
        return span
    if any(span[0] < m.start + len(m.name) and m.start < span[1] for m in scene.mentions):
        return None
    if _holds_person(stretch, *span):
        return None
    name = scene.body[span[0] : span[1]]
    scene.cast.bodies.append(name)
    return name


def _holds_person(stretch: Stretch, start: int, end: int) -> bool:
    """上海医院主任李青到医院, 统计局发言人李青: whether a titled name stands in a body's or behind, up to a pause."""
    if stretch.rules.spaced or stretch.rules.markers:
        return False
    people = [run for run in runs(stretch) if run.titled and stretch.naming.person(stretch, run)]
    spans = ((stretch.words[run.first].start, stretch.words[run.last - 1].end) for run in people)
    own = ((begin, last) for begin, last in spans if begin >= start and last != end)  # 司法部 is none
    return any(not _PAUSED.search(stretch.body, end, begin) for begin, _ in own)
