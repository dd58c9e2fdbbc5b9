"""Pauses before and pronouns behind a verb of speech, which tell that its subject stands behind it or nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.speakers.clause import Clause
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_AUXILIARY = 2  # letters of je, so


def is_paused(scene: Scene, words: Sequence[Token], first: int) -> bool:
    """`Presenetila je tudi njega, je poudaril`: whether a pause stands before a verb and its auxiliary."""
    at = first - (first > 1 and words[first - 1].end - words[first - 1].start <= _AUXILIARY)
    return 0 < at < len(words) and "," in scene.body[words[at - 1].end : words[at].start]


def is_turned(scene: Scene, clause: Clause) -> bool:
    """`In seiner Ansprache sagte er`, `"…", a causa della frana di Santa Ada, ha spiegato Neri`: a subject behind it.

    A pronoun of one word, or behind a quotation and a pause right before the verb a name.
    """
    rules, words, (first, last) = scene.rules, clause.words, clause.verb
    if not (rules.inverts and rules.cased) or last >= len(words):
        return False
    pronoun = rules.pronouns.at(words, last)
    if pronoun is not None and pronoun[0] == last + 1:
        return True
    near = clause.after_quote and first > 0 and any(word.upper for word in words[last : last + 2])
    return near and "," in scene.body[words[first - 1].end : words[first].start]
