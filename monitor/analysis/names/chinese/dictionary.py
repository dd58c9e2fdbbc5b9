"""Names in a Chinese text by the words of a dictionary: what it knows as names, or does not know at all."""

from __future__ import annotations

from functools import lru_cache

import regex

from monitor.analysis.names.chinese.characters import roles
from monitor.analysis.names.words import NameWords
from monitor.text.segmenting import is_listed, is_listed_name, segment
from monitor.text.simplifying import simplified

_HAN = regex.compile(r"[\p{Han}々]")
_FULL = 3  # characters of a full name
_APART = frozenset("的和与與跟及由让讓对對向据據而")  # words of one character before a name


def names_in(text: str, rules: NameWords) -> tuple[tuple[int, int, bool], ...]:
    """(first, after the last) character of names, and whether they are so wherever they stand."""
    return _names_in(text, rules.surnames, rules.families, roles(rules.language))


@lru_cache(maxsize=4_096)
def _names_in(
    text: str, surnames: frozenset[str], families: frozenset[str], people: frozenset[str]
) -> tuple[tuple[int, int, bool], ...]:
    found, place = [], 0
    text = simplified(text)
    cut = segment(text, "zh")
    for before, word, following in zip(["", *cut], cut, [*cut[1:], ""], strict=False):
        place = text.index(word, place)
        end = place + len(word)
        given = len(following) <= 2 and bool(_HAN.match(following)) and text[end : end + 1] == following[:1]
        apart = before in people or before in _APART or not _alone(before)
        if word[0] in surnames and len(word) == _FULL and apart and _may_be_called(word):
            found.append((place, end, True))
        elif given and (
            (word in families and len(word) > 1)  # 田中 惠子
            or (word in surnames and _may_be_called(following))
        ):
            found.append((place, end + len(following), True))
        elif given and word[-1] in surnames and len(word) == 2 and not is_listed(word) and is_listed_name(following):
            found.append((place + 1, end + len(following), True))  # 师林 美玲
        elif given and _split(word, following, surnames):
            found.append((place, end + len(following), False))
        place = end
    return tuple(found)


def _split(word: str, following: str, surnames: frozenset[str]) -> bool:
    """Whether the dictionary may have cut a name in two: 郭 守信, 许国 强."""
    if word in surnames:
        return is_listed_name(word)
    return len(word) == 2 and len(following) == 1 and word[0] in surnames and _may_be_called(word)


def _may_be_called(word: str) -> bool:
    """Whether the dictionary knows a word as a name, or not at all."""
    return is_listed_name(word) or not is_listed(word)


def _alone(word: str) -> bool:
    """A character that is no word of its own: part of 泽连斯基."""
    return len(word) == 1 and bool(_HAN.match(word))
