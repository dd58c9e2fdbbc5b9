"""Bodies that go on: `it said`, and `the ministry added` behind `the Health Ministry said`."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names import begins_name
from monitor.analysis.speakers.clause import Subject
from monitor.analysis.speakers.heads import tells_heads
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token, fold

_NOUN = 2  # words of an article and a noun


def body_again(scene: Scene, words: Sequence[Token], side: str) -> str:
    """The body that spoke last, where a pronoun or the noun in its name stands beside a verb; "" for others."""
    rules, bodies = scene.rules, scene.cast.bodies
    if not bodies or not words or side not in {"left", "right"} or not tells_heads(rules.language):
        return ""
    near = words[:_NOUN] if side == "right" else words[-_NOUN:]
    at = -_NOUN if len(words) > 1 and near[-1].folded in rules.ands else -1  # it also said
    if side == "left" and near[at].folded in frames(rules.language).its:
        return bodies[-1]
    article = len(near) == _NOUN and near[0].folded in rules.definite and not near[1].upper
    noun = near[-1].folded if article and rules.bodies.at(near, 1) is not None else ""
    return bodies[-1] if noun and noun in fold(bodies[-1]).split() else ""


def hear(scene: Scene, subjects: Sequence[Subject]) -> None:
    """Remember the last body that spoke, or forget it where others without a name did since."""
    if not tells_heads(scene.rules.language):
        return
    for each in subjects:
        if each.name and (each.body or _is_body(scene, each.name)):
            scene.cast.bodies = [each.name]
        elif not (each.name or each.goes_on or each.attributed):
            scene.cast.bodies = []


def _is_body(scene: Scene, name: str) -> bool:
    """`Faraday Future`: a name of several words that no first one begins, nor anybody's title or sex tells."""
    cast, words = scene.cast, name.split()
    person = len(words) == 1 or begins_name(fold(words[0]), scene.rules.language)
    return not (person or cast.sex_of(name) or cast.offices.get(name))


def named_by(scene: Scene, noun: str) -> str | None:
    """The body that was named by a noun last, at either end of its name."""
    last = frames(scene.rules.language).heads_last

    def called(name: str) -> bool:
        word = fold(name.split(maxsplit=1)[0]).removeprefix(scene.rules.article)
        return noun in name if last else word == noun

    return next((name for name in reversed(scene.cast.bodies) if called(name)), None)
