"""First names, by which names are known where no capital letter tells them."""

from __future__ import annotations

from monitor.analysis.frames import listed
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.folded import Token


def first_names(stretch: Stretch) -> frozenset[int]:
    """Where some words have a first name."""
    return frozenset(first for first, _, _ in listed(stretch.rules.language, "given").find(stretch.words))


def is_first_name(word: Token, language: str) -> bool:
    """Whether one word is a first name."""
    return listed(language, "given").at([word], 0) is not None


def begins(stretch: Stretch, run: Run) -> bool:
    """Whether a run begins with a first name."""
    return listed(stretch.rules.language, "given").at(stretch.words, run.first) is not None
