"""Who is meant by an office alone, by the titles that people of the text had: 首相は, قال الوزير, сказал министр."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Run, Stretch, begins_name, tells_cases
from monitor.analysis.speakers.roles import called, role, roles, tells_roles
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.titles import bare, titles_of_clause, titles_touching
from monitor.text.folded import Token


class Meant(Enum):
    """Whom an office alone means where nobody was called by it."""

    LAST = "whoever was named last"
    NOBODY = "somebody whom the text does not name"


def entitle(scene: Scene, stretch: Stretch, run: Run, name: str) -> None:
    """Remember the titles that stand beside a name, in scripts with capitals where nouns have cases or articles."""
    language = scene.rules.language
    if scene.rules.cased and tells_cases(language):
        if begins_name(stretch.words[run.first].folded, language):
            scene.cast.entitle(name, titles_of_clause(stretch, run))
    elif tells_roles(language):
        scene.cast.entitle(name, roles(stretch, run))
    elif not scene.rules.cased or frames(language).genitives:
        scene.cast.entitle(name, titles_touching(stretch, run))


def holder(scene: Scene, words: Sequence[Token], first: int, last: int) -> str | Meant:
    """The person whom the words from `first` to before `last` mean.

    A word that is no office, or an office of no one in particular (the official), is whoever was named last; so is an
    office where no title of that person is known, or where an article points back to somebody.
    """
    rules, cast = scene.rules, scene.cast
    if rules.cased and tells_roles(rules.language):
        return called(scene, role(scene, words[first:last])) or Meant.LAST
    if rules.cased:
        by_first_names = tells_cases(scene.rules.language)
        return _called_by_one(scene, words, first, last) if by_first_names else _called_by_all(scene, words[first:])
    office = _office(rules, words, first, last)
    if not office or rules.groups.find(words[first:last]):
        return Meant.LAST
    if name := cast.holder(office):
        return name
    return Meant.NOBODY if cast.offices.get(cast.last) and not rules.article else Meant.LAST


def _called_by_one(scene: Scene, words: Sequence[Token], first: int, last: int) -> str | Meant:
    """Who was called last by an office of one word, where whoever was named last was not: сказал министр."""
    cast = scene.cast
    office = scene.rules.titles.at(words, first) if last == first + 1 and cast.offices else None
    if office is None or " " not in cast.last or office[1] in cast.offices.get(cast.last, ()):
        return Meant.LAST
    return next((name for name in reversed(cast.offices) if office[1] in cast.offices[name]), Meant.LAST)


def _called_by_all(scene: Scene, words: Sequence[Token]) -> str | Meant:
    """`řekla britská premiérka`: who was last called by all titles with which some words begin.

    Where titles have no cases and names have, whoever was named last is meant.
    """
    cast, asked = scene.cast, set(_titles(scene.rules, words, 0))
    if not asked or not frames(scene.rules.language).genitives or asked <= cast.offices.get(cast.last, frozenset()):
        return Meant.LAST
    return next((name for name, titles in reversed(cast.offices.items()) if asked <= titles), Meant.LAST)


def bearer(scene: Scene, words: Sequence[Token], at: int) -> str | Meant | None:
    """Whom an office means that opens a clause, by its first title and as many of the others as may be; else None.

    Whoever was named last where none of that person's titles is known; nobody where no such person was named.
    """
    rules, cast = scene.rules, scene.cast
    if rules.stops.at(words, at) is not None or rules.groups.at(words, at) is not None:
        return None if rules.titles.at(words, at) is None else Meant.NOBODY  # یکی از ساکنان
    titles = _titles(rules, words, at)
    if not titles:
        return None
    holders = [(len(held & set(titles)), name) for name, held in cast.offices.items() if titles[0] in held]
    if holders:
        most = max(shared for shared, _ in holders)
        return next(name for shared, name in reversed(holders) if shared == most)
    return Meant.NOBODY if cast.offices.get(cast.last) else Meant.LAST


def alone(rules: NameWords, words: Sequence[Token]) -> bool:
    """Whether words are an office and nothing else."""
    return bool(words) and (match := rules.titles.at(words, 0)) is not None and match[0] == len(words)


def _titles(rules: NameWords, words: Sequence[Token], at: int) -> list[str]:
    """The titles that follow one another from a place on."""
    titles: list[str] = []
    while at < len(words) and (match := rules.titles.at(words, at)) is not None:
        titles.append(bare(rules, match[1]))
        at = match[0]
    return titles


def _office(rules: NameWords, words: Sequence[Token], first: int, last: int) -> str:
    """The title with which some words end: 首相 of 同首相; "" where none does."""
    for at in range(first, last):
        match = rules.titles.at(words, at)
        if match is not None and match[0] == last:
            return bare(rules, match[1])
    return ""
