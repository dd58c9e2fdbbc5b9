"""Words that stand for whoever was named last, and those that only look so: `the minister` before a name."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import Run, Stretch
from monitor.analysis.speakers.elided import NEXT_TO
from monitor.text.folded import Token

_HAN = regex.compile(r"\p{Han}")
_CHAIN, _FULL_CHAIN = 6, 10  # words of the office that a role has before its name, and before a full one


def _is_title(stretch: Stretch, at: tuple[int, int, str], found: Sequence[Run]) -> bool:
    """True for `the minister` before or after a name, which is no pronoun then."""
    words, rules = stretch.words, stretch.rules
    if rules.cased and at[1] - at[0] > 1 and any(run.first == at[1] for run in found):
        return True
    if not rules.titles.find(words[at[0] : at[1]]):
        return False
    if any(run.last <= at[0] and at[1] == len(words) and stretch.naming.office(stretch, run) for run in found):
        return True
    role = rules.titled(words) | set(range(at[0], at[1]))
    role |= {n for n, word in enumerate(words) if rules.cased and word.folded in rules.common}
    role |= {n for n, word in enumerate(words) if word.folded in rules.fields or (rules.fields and word.upper)}
    role |= {n for n, word in enumerate(words) if rules.article and word.folded.startswith(rules.article)}
    role |= {n for n in range(len(words)) if rules.article and rules.prepositions.at(words, n)}  # المحلل في بنك
    for run in found:
        if run.governed:
            role |= set(range(run.first, run.last))
            continue
        low, high = (at[1], run.first) if run.first >= at[1] else (run.last, at[0])
        if at[1] < run.first and _of_role(stretch, low, run):
            return True
        if low <= high and len(set(range(low, high)) - role) <= (1 if rules.cased else 0):
            return True
    return False


def _of_role(stretch: Stretch, low: int, run: Run) -> bool:
    """`zanikal predstavnik pakistanskega ministrstva Janez Novak`: small words in the genitive before a name."""
    rules, words = stretch.rules, stretch.words
    chain = range(low, run.first)
    if not frames(rules.language).genitives or len(chain) > (_FULL_CHAIN if run.length > 1 else _CHAIN):
        return False
    if any("," in stretch.gap(n) for n in chain):  # министр в письме, поданном Терезе Мэй
        return False
    beyond = any(rules.prepositions.at(words, n) for n in chain)
    if chain and all(words[n].upper for n in chain):  # директор Nord Stream Матиас Варниг
        return True
    if any(words[n].upper for n in chain) and not rules.bodies.find(words[low : run.first]):
        return run.length > 1 and not rules.verbs.find(words[low : run.first])  # šefica Bidnove kampanje Ana Novak
    return run.length > 1 if beyond else not any(rules.stops.at(words, n) for n in chain)


def pronouns(stretch: Stretch, found: Sequence[Run]) -> list[tuple[int, int, str]]:
    """Words that stand for whoever was named last."""
    places = stretch.rules.pronouns.find(stretch.words)
    apart = [at for at in places if stretch.rules.spaced or not _inside(stretch, at[0])]
    apart = [at for at in apart if not _is_whose(stretch, at[1])]
    return [at for at in apart if not _is_title(stretch, at, found)]


def _is_whose(stretch: Stretch, end: int) -> bool:
    """`sacīja viņa māte`, `ütles tema ema`: a pronoun that tells whose kin speaks stands before them."""
    words, rules = stretch.words, stretch.rules
    kin = end < len(words) and words[end].folded in rules.kin
    return kin and words[end - 1].folded in frames(rules.language).possessives


def _inside(stretch: Stretch, at: int) -> bool:
    """Whether a word without spaces begins inside another: 教授 in 准教授."""
    return at > 0 and stretch.touch(at) and all(_HAN.match(stretch.words[n].folded) for n in (at - 1, at))


def beside(words: Sequence[Token], at: tuple[int, int, str], side: str) -> bool:
    """Whether a pronoun stands next to its verb."""
    return len(words) - at[1] <= NEXT_TO if side == "left" else at[0] == 0
