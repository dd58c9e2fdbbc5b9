"""Whoever is named only behind what he said: `"…", a confié la maire. "…", a précisé Danielle Girard`."""

from __future__ import annotations

from monitor.analysis.quoted import Unit
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import tokens

_APPOSITION = frozenset(",(")


def is_undescribed(scene: Scene, unit: Unit, name: str) -> bool:
    """Whether a sentence tells what somebody says as of one whom readers know: with no role or apposition beside.

    Who is named so was named before the words that are read, and may have spoken there.
    """
    own, words = [word.folded for word in tokens(name)], unit.words
    if not scene.rules.cased or name.isupper() or not own:
        return False
    places = range(len(words) - len(own) + 1)
    first = next((n for n in places if [word.folded for word in words[n : n + len(own)]] == own), None)
    if first is None:
        return False
    last = first + len(own)
    if last < len(words) and scene.body[words[last - 1].end : words[last].start].strip()[:1] in _APPOSITION:
        return False
    beside = first > 0 and not scene.body[words[first - 1].end : words[first].start].strip()
    if beside and (words[first - 1].upper or first - 1 in scene.rules.titled(words)):
        return False
    if beside and any(end == first for _, end, _ in scene.rules.verbs.find(words[:first])):
        return True
    if len(own) == 1:
        return scene.is_called(own[0])
    return bool(unit.quoted) and last < len(words) and scene.rules.verbs.at(words, last) is not None
