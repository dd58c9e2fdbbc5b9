"""Whom an office behind `according to` means: `nach Ansicht des Ministers`, `podle ministra`, `na visão do líder`."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.speakers.offices import Meant, bearer
from monitor.analysis.speakers.roles import called, tells_roles
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_SOURCE = 8  # words of an office among which a source without a name stands


def according_to(scene: Scene, words: Sequence[Token]) -> str:
    """Who was called by the office that words begin with, behind an article or none; "" where nobody was.

    Whoever was named last where neither articles nor cases tell offices, and no title of that person is known.
    """
    rules, cast = scene.rules, scene.cast
    if not (rules.cased and cast.last and words):
        return ""
    at = int(len(words) > 1 and words[0].folded in rules.definite)
    if frames(rules.language).capitals and at < len(words):  # nach Angaben des Ministers
        words = [*words[:at], words[at]._replace(folded=words[at].folded.removesuffix("s")), *words[at + 1 :]]
    title = rules.titles.at(words, at)
    if title is None or rules.groups.at(words, at) is not None or rules.anonymous.find(words[:_SOURCE]):
        return ""
    if tells_roles(rules.language):
        return called(scene, title[1])
    found = bearer(scene, words, at)
    return found if isinstance(found, str) else cast.last if found is Meant.LAST else ""
