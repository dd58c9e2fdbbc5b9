"""Who was called by a role, where articles tell that words are one: `el director de la banca dijo`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Run, Stretch, begins_name
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_ROLE = 9  # words before a name among which its role begins
_LONGEST = 10  # words of a role beside its verb
_NEXT = 2  # words behind a name's comma up to the role: `Ana Rey, la nueva ministra`


@lru_cache(maxsize=64)
def tells_roles(language: str) -> bool:
    """Whether a language tells roles by articles: no nouns' cases, and small letters for nouns."""
    data = frames(language)
    return bool(data.definite) and not (data.genitives or data.capitals)


def roles(stretch: Stretch, run: Run) -> frozenset[str]:
    """The role before a name or behind its comma, by its first title: `el director de la banca, Ben Roca,`."""
    rules, words = stretch.rules, stretch.words
    begin = _begins(stretch, run)
    told: set[str] = set()
    end = 0
    for first, last, title in rules.titles.find(words[begin : run.first]):
        if _heads(words, begin + first, rules):
            told, end = {title}, last
        elif told and first == end:  # el presidente ruso
            told, end = told | {title}, last
    if run.last < len(words) and stretch.gap(run.last).strip() == ",":
        behind = (rules.titles.at(words, n) for n in range(run.last, min(len(words), run.last + _NEXT + 1)))
        told |= {found[1] for found in [next((each for each in behind if each), None)] if found}
    return frozenset(told)


def _begins(stretch: Stretch, run: Run) -> int:
    """Where a role before a name may begin: behind a comma, not the one at the name, and behind another name."""
    rules, words, at = stretch.rules, stretch.words, run.first
    while at > max(0, run.first - _ROLE) and (at == run.first or "," not in stretch.gap(at)):
        capital, first = words[at - 1].upper, at - 1
        while capital and first > 0 and words[first - 1].upper:
            first -= 1
        before = first - 1 - (first > 1 and words[first - 1].folded in rules.determiners)
        joined = words[before].folded in rules.ands  # el ministro de Obras y Transportes, Raúl Rey
        governed = first > 0 and (joined or rules.prepositions.at(words, before))
        person = any(begins_name(word.folded, rules.language) for word in words[first:at] if word.upper)
        if person or (capital and first and not governed and rules.titles.at(words, first) is None):
            break
        at = first
    return at


def _heads(words: Sequence[Token], at: int, rules: NameWords) -> bool:
    """Whether a title begins a role, and is not what one is of: ministre de la Santé."""
    if at == 0 or words[at - 1].folded not in rules.determiners:
        return at == 0
    return at == 1 or rules.prepositions.at(words, at - 2) is None


def role(scene: Scene, words: Sequence[Token]) -> str:
    """The title that words begin with behind an article; "" where they begin otherwise."""
    rules = scene.rules
    if not words or len(words) > _LONGEST or words[0].folded not in rules.definite or not tells_roles(rules.language):
        return ""
    found = rules.titles.at(words, 1) if len(words) > 1 else None
    return found[1] if found else ""


def described(scene: Scene, words: Sequence[Token]) -> bool:
    """`La experta en psicología social enfatizó`, `la abogada del Estado`: a role that is told with what it is of."""
    rules = scene.rules
    whole = not any(word.folded in rules.relatives | rules.that for word in words)
    return whole and bool(role(scene, words)) and not rules.groups.at(words, 0)


def called(scene: Scene, title: str) -> str:
    """Whoever was called so last; "" where nobody was, or whoever was named last is called so too."""
    cast = scene.cast
    if not title or title in cast.offices.get(cast.last, ()):
        return cast.last if title else ""
    return next((name for name in reversed(cast.offices) if title in cast.offices[name]), "")
