"""Titles in another case than a subject has, by which the name behind one is told to speak or not."""

from __future__ import annotations

from functools import lru_cache

from monitor.analysis.frames import frames
from monitor.analysis.names import Run, Stretch, bent, inflected
from monitor.text.phrases import tokens

# Endings of nouns that have none themselves where they are no subject: президент-а, ministr-em, prezydent-owi.
_ENDINGS = ("а", "у", "ом", "ем", "ові", "еві", "a", "u", "em", "om", "owi", "ovi")
_OF_A = ("и", "і", "ы", "у", "ою", "ой", "i", "y", "u", "ou", "ę", "ą", "o", "om")  # the same of those in -a
_SHORT = 4  # letters
_OFFICE = 2  # words between a title and the office that it is of
_VOWELS = frozenset("аеиоуыэюяієїйьъaeiouyáéíóúýěęąó")


@lru_cache(maxsize=64)
def _titles(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """(the last words of titles, what becomes of those without an ending in other cases, both)."""
    data = frames(language)
    last = (tokens(title)[-1].folded for title in data.titles if data.genitives)
    words = frozenset(word for word in last if word)
    other = {word + ending for word in words if word[-1] not in _VOWELS for ending in _ENDINGS}
    other |= {word[:-1] + ending for word in words if word[-1] in "аa" and len(word) > _SHORT for ending in _OF_A}
    return words, frozenset(other - words), frozenset(other | words)


def oblique(stretch: Stretch, run: Run) -> bool:
    """`встретил президента Ивана Гурова`: whether a name or its title is in another case than a subject's.

    Of several the first tells: пресс-секретарь президента Иван Гуров speaks himself, and so does the кандидат на пост
    президента.
    """
    if inflected(stretch, run) or bent(stretch, run):
        return True
    words, other, any_case = _titles(stretch.rules.language)
    if not other or not run.first or stretch.words[run.first - 1].folded not in any_case:
        return False
    titled = stretch.rules.titled(stretch.words[: run.first])
    first = run.first
    while first - 1 in titled:
        first -= 1
    chain = [word.folded for word in stretch.words[first : run.first]]
    of_office = any(word.folded in words for word in stretch.words[max(0, first - _OFFICE - 1) : first])
    return not of_office and next((word in other for word in chain if word in any_case), False)
