"""Chinese family names that stand for a name which is known: 王部长, 張小姐, 蔣回應."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from monitor.analysis.names.stretch import Run, Stretch
from monitor.analysis.names.words import NameWords
from monitor.text.folded import Token
from monitor.text.segmenting import is_listed, is_listed_name, is_small
from monitor.text.simplifying import simplified

_LONGEST = 6  # characters of a family name and a title
_TITLE = 2  # characters of a title; one alone may be part of a given name
_HAN = regex.compile(r"[\p{Han}々]")
_WITH, _THEN = frozenset("和与與"), frozenset("就在")  # 就说: then he said
_SOMEBODY, _CALLED = "某", "姓"
_BY = frozenset("应應由")  # 应总统邀请


def family(rules: NameWords, words: Sequence[str]) -> str:
    """The family name of words, folded, that are one alone or one and a title; "" for others, as 王美 is."""
    if not words or words[0] not in rules.surnames or len(words) > _LONGEST:
        return ""
    rest = [Token(0, 0, word, upper=False) for word in words[1:]]
    if not rest or (rest[0].folded != _SOMEBODY and _is_whole(rules.polite.at(rest, 0), rest)):
        return words[0]
    titled = len(rest) >= _TITLE and _is_whole(rules.titles.at(rest, 0), rest)
    return words[0] if titled else ""


def polite(stretch: Stretch, run: Run) -> Run:
    """张先生, 常经理: a family name alone, with what stands for the given one."""
    words, rules = stretch.words, stretch.rules
    called = run.length > 1 and words[run.first + 1].folded == _CALLED and rules.polite.at(words, run.first + 1)
    if called:  # 陈姓负责人
        return evolve(run, last=called[0])
    if run.length > 1 or run.last == len(words) or words[run.first].folded not in rules.surnames - _BY:
        return run
    size = max(rules.polite.at(words, run.last) or (0, ""), rules.titles.at(words, run.last) or (0, ""))[0]
    return evolve(run, last=size) if size > run.last and family(rules, stretch.folded(evolve(run, last=size))) else run


def _is_whole(match: tuple[int, str] | None, words: Sequence[Token]) -> bool:
    return match is not None and match[0] == len(words)


def is_given(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """`陈忠和在`, `林大同表示`: whether an `and`, or a preposition, is part of a name, as a verb stands behind it."""
    words = stretch.words
    if labels[at : at + 1] != ["g"] or words[at].folded in _THEN or not stretch.touch(at):
        return False
    if at + 1 == len(words):  # the words before a verb
        return True
    both = words[at].folded in _WITH and labels[at + 1] == "g"
    return stretch.touch(at + 1) and (both or stretch.rules.verbs.at(words, at + 1) is not None)


def is_counted(stretch: Stretch, run: Run) -> bool:
    """`8宗罪`: whether a number stands right before characters, so that they are no name."""
    return run.first > 0 and stretch.touch(run.first) and stretch.words[run.first - 1].folded.isdigit()


def anonymised(stretch: Stretch, labels: Sequence[str], at: int) -> int:
    """Where a name ends of which 某 stands for some: 杨某, 杨某淇, 李某某."""
    words = stretch.words
    touch = at < len(words) and stretch.touch(at) and labels[at] == "n" and _HAN.match(words[at].folded)
    if not touch or stretch.rules.verbs.at(words, at):
        return at
    two, third = simplified("".join(word.folded for word in words[at : at + 2])), words[at].folded
    begun = is_listed(two) and not is_listed_name(two)
    return at + (third == _SOMEBODY or not (begun or is_small(third)))
