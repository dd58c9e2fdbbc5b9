"""Words that open a sentence and have a capital from their place alone, in languages whose first names are known."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names import (
    Run,
    Stretch,
    begins_name,
    endings_alone,
    occurrences,
    opens_sentence,
    tells_cases,
    written_small,
)
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_TWO = 2  # words before a verb
_SOFT = frozenset("aeoěęąаеояиыі")  # ends of nouns, and of few names alone
_FAMILY = "енко"  # ends family names in two languages, and hardly nouns
_STEM = 4  # letters that a word keeps in most of its cases


def is_common_noun(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`Część wyborców uważa`: a word that opens its sentence and is a name nowhere else."""
    word = stretch.words[run.first]
    if not tells_cases(stretch.rules.language) or begins_name(word.folded, stretch.rules.language):
        return False
    if not scene.is_new(word.folded) or not opens_sentence(stretch, run):
        return False
    language = stretch.rules.language
    ending = (*frames(language).meanwhile, *(end for end in endings_alone(language) if len(end) > 1))
    soft = (word.folded[-1] in _SOFT or word.folded.endswith(ending)) and not word.folded.endswith(_FAMILY)
    return written_small(stretch, word) or (soft and not _stands_elsewhere(stretch, word))


def _stands_elsewhere(stretch: Stretch, word: Token) -> bool:
    """Whether the text has a word with a capital inside a sentence too, in whatever case."""
    body = stretch.body
    stem = body[word.start : word.start + max(_STEM, word.end - word.start - 2)]
    others = (at for at in occurrences(body, f" {stem}") if at + 1 != word.start)
    return any(body[at - 1 : at].islower() or body[at - 1 : at] == "," for at in others)


def opens_with_noun(scene: Scene, stretch: Stretch, found: Sequence[Run]) -> bool:
    """`Redakcja dodaje`: whether a noun, and another word at most, is all that stands before a verb."""
    first = found[0] if found and len(stretch) <= _TWO and not stretch.rules.titles.find(stretch.words) else None
    return first is not None and first.first == 0 and first.length == 1 and is_common_noun(scene, stretch, first)


def is_known_part(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`заявив Трамп у відповідь на слова Джо Байдена`: a part of a full name right behind its verb."""
    if run.first or run.length > 1 or not tells_cases(scene.rules.language):
        return False
    full = scene.full(stretch, run)
    return " " in full and stretch.written(run) in full.split()
