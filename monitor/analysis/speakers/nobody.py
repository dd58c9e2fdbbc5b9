"""Sentences that name nobody, told by their capitals alone: most do not, and a search for names in each costs much."""

from __future__ import annotations

from itertools import pairwise

from monitor.analysis.frames import frames
from monitor.analysis.names import Stretch, begins_name, is_capital
from monitor.analysis.speakers.scene import Scene


def holds_no_name(scene: Scene, stretch: Stretch) -> bool:
    """Whether no words are a full name, and none is part of a known one, a first name or tells whose kin one is.

    Where capitals tell names; between the words of one particles alone may stand.
    """
    rules, words = scene.rules, stretch.words
    capitals = [n for n, word in enumerate(words) if word.upper and (n or is_capital(stretch.body, word, rules.common))]
    if not capitals:
        return True
    if any(
        after - before == 1 or all(words[n].folded in rules.particles for n in range(before + 1, after))
        for before, after in pairwise(capitals)
    ):
        return False
    if any(scene.cast.hints(words[n].folded) or begins_name(words[n].folded, rules.language) for n in capitals):
        return False
    if rules.kin and any(word.folded in rules.kin for word in words):
        return False
    return not frames(rules.language).worldwide or not any(
        stretch.body[words[n].start : words[n].end] in scene.full_names for n in capitals
    )
