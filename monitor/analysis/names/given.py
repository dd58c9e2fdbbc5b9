"""First names, by which names are known where no capital letter tells them."""

from __future__ import annotations

from functools import lru_cache

from monitor.analysis.frames import frames
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.folded import Token
from monitor.text.phrases import Phrases


@lru_cache(maxsize=4)
def _given(language: str) -> Phrases[str]:
    """The first names of a language's frames."""
    return Phrases(((name, name) for name in frames(language).given), language)


def first_names(stretch: Stretch) -> frozenset[int]:
    """Where some words have a first name."""
    return frozenset(first for first, _, _ in _given(stretch.rules.language).find(stretch.words))


def is_first_name(word: Token, language: str) -> bool:
    """Whether one word is a first name."""
    return _given(language).at([word], 0) is not None


def begins(stretch: Stretch, run: Run) -> bool:
    """Whether a run begins with a first name."""
    return _given(stretch.rules.language).at(stretch.words, run.first) is not None
