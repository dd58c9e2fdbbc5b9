"""First names, by which names are known where no capital letter tells them."""

from __future__ import annotations

from functools import lru_cache

from monitor.analysis.frames import frames
from monitor.analysis.names.stretch import Stretch
from monitor.text.phrases import Phrases


@lru_cache(maxsize=4)
def given(language: str) -> Phrases[str]:
    """The first names of a language's frames."""
    return Phrases(((name, name) for name in frames(language).given), language)


def first_names(stretch: Stretch) -> frozenset[int]:
    """Where some words have a first name."""
    return frozenset(first for first, _, _ in given(stretch.rules.language).find(stretch.words))
