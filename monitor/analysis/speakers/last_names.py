"""Last names that stand alone beside a verb and are titles, trades or outlets besides: Richter, Baker, Pastor, Post."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token


def last_name(scene: Scene, words: Sequence[Token], side: str) -> str:
    """`„…“, sagte Richter`: the full name of somebody named before who is called so; "" where a noun may be meant."""
    at = {"left": len(words) - 1, "right": 0}.get(side)
    if at is None or not scene.rules.cased or not words[at].upper:
        return ""
    word = words[at]
    if not any(len(parts) > 1 and parts[-1] == word.folded for parts in scene.cast.names):
        return ""
    if not (_begins(scene, words) if side == "left" else _ends(scene, words)):
        return ""
    return scene.cast.full(scene.body[word.start : word.end], [word.folded])


def _begins(scene: Scene, words: Sequence[Token]) -> bool:
    """Whether a window's last word stands alone: no article, adjective or other name before it."""
    if len(words) == 1:
        return scene.body[: words[0].start].rstrip()[-1:] not in {"-", "’", "'"}
    before = words[-2]
    between = scene.body[before.end : words[-1].start]
    small = before.folded in scene.rules.common and before.folded not in scene.rules.determiners
    return not between.isspace() or (small and not before.upper)


def _ends(scene: Scene, words: Sequence[Token]) -> bool:
    """Whether a window's first word stands alone: no other name behind it."""
    return len(words) == 1 or not words[1].upper or not scene.body[words[0].end : words[1].start].isspace()
