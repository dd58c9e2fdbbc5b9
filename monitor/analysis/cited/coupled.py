"""Outlets cited together: what cites one of `BBC and The Telegraph`, `AP·로이터통신`, cites the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex
from attrs import evolve, frozen

from monitor.analysis.cited.citing import BREAK, Words, spoken_of, with_nouns
from monitor.text.folded import Token, tokens

MOST = 4  # words between two names: `and the newspaper`
_TIES = regex.compile(r"^\s?[»”\"’]?\s?[·・ㆍ、/&＝]\s?[«“„\"‘]?\s?$")
_SERIES = regex.compile(r"^[»”\"’]?[,،]\s?[«“„\"‘]?$")
_COMMA = regex.compile(r"[,،]")
_APART = regex.compile(r"[:;(\[–—]")


@frozen
class Named:
    """An outlet's name in a sentence, and what cites it there."""

    first: int  # its first word
    last: int  # the word after its last
    name: str  # as it is in the catalogue
    kind: str  # "" where nothing cites it
    frame: str


def together(sentence: str, here: Sequence[Token], found: Sequence[Named], words: Words) -> list[Named]:
    """The names in their order, those that are tied to one that is cited being cited as it is."""
    ties = [_tie(sentence, here, pair, words) for pair in pairwise(found)]
    told = list(found)
    start = 0
    for end in range(len(found)):
        if end < len(ties) and ties[end]:
            continue
        group = ties[start:end]
        if "tied" in group or (len(group) > 1 and "last" in group):  # a comma alone ties nothing: A, B and C
            _share(sentence, here, told, range(start, end + 1), words)
        start = end + 1
    return told


def _share(sentence: str, here: Sequence[Token], told: list[Named], group: range, words: Words) -> None:
    """Cite all of a group as the first of it that is cited."""
    citing = next((told[at] for at in group if told[at].kind), None)
    for at in group if citing else ():
        each = told[at]
        if citing and not each.kind and not spoken_of(sentence, here, (each.first, each.last), words):
            told[at] = evolve(each, kind=citing.kind, frame=citing.frame)


def _tie(sentence: str, here: Sequence[Token], pair: tuple[Named, Named], words: Words) -> str:
    """`tied` by a word or a sign, `listed` by a comma, `last` by both, "" where other words stand between two names."""
    one, other = pair
    begin = min(with_nouns(sentence, here, (other.first, other.last), words)[0][0], other.first)
    end = max(with_nouns(sentence, here, (one.first, one.last), words)[0][1], one.last)
    end = min(end, begin) if begin >= one.last else one.last
    begin = max(begin, end)
    gap = sentence[here[end - 1].end : here[begin].start]
    between = here[end:begin]
    if BREAK.search(gap) or _APART.search(gap) or len(between) > MOST * words.scale:
        return ""
    if not between:
        if _TIES.match(gap) or _joined(here, one, other, words):
            return "tied"
        return "listed" if _SERIES.match(gap) else ""
    couples = [word for first, last, _ in words.couples.find(between) for word in range(first, last)]
    told = begin < other.first  # a nebo britského deníku The Guardian
    small = told or all(n in couples or word.folded in words.common for n, word in enumerate(between))
    if not couples or not small:
        return ""
    return "last" if _COMMA.search(gap) else "tied"  # told Reuters, and the BBC building


def _joined(here: Sequence[Token], one: Named, other: Named, words: Words) -> bool:
    """`رويترز وفرانس برس`, `AP통신과 로이터`: the word that ties is written on one of the names."""
    ending, beginning = here[one.last - 1].folded, here[other.first].folded
    name, following = tokens(one.name)[-1].folded, tokens(other.name)[0].folded
    return any(
        (ending.endswith(word) and not name.endswith(word))
        or (beginning.startswith(word) and not following.startswith(word))
        for word in words.joined
    )
