"""Titles in another case than a subject has, by which the name behind one is told to speak or not."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import Run, Stretch, bent, inflected, other_cases
from monitor.analysis.speakers.bodies import is_body
from monitor.text.folded import tokens

_OFFICE = 2  # words between a title and the office that it is of


@lru_cache(maxsize=64)
def _titles(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """(the last words of titles, what becomes of them in other cases, both)."""
    data = frames(language)
    last = (tokens(title)[-1].folded for title in data.titles if data.genitives)
    words = frozenset(word for word in last if word)
    other = {form for word in words for form in other_cases(word, language)}
    return words, frozenset(other - words), frozenset(other | words)


def oblique(stretch: Stretch, run: Run) -> bool:
    """`встретил президента Ивана Гурова`: whether a name or its title is in another case than a subject's.

    Of several the first tells: пресс-секретарь президента Иван Гуров speaks himself, and so does the кандидат на пост
    президента.
    """
    # Komitet Regionów: a body's name by its first word
    asked = evolve(run, last=run.first + 1) if run.length > 1 and is_body(stretch, run) else run
    if inflected(stretch, asked) or bent(stretch, asked):
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
