"""The subject of a verb of speech where it opens its clause and verbs end clauses, in scripts without capitals."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.names import NameWords, Run, Stretch
from monitor.analysis.speakers.appositions import before_role
from monitor.analysis.speakers.offices import Meant, bearer
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_COMMA = "،,"
_NAMED = 3  # words of a name that a comma closes
_SURNAME = 3  # letters of one that stands alone


def opening(scene: Scene, stretch: Stretch, own: Sequence[Run]) -> Run | Meant | str | None:
    """Who opens the clause that ends with a verb: a name's run, the name that an office means, or whoever spoke last.

    stretch: the words up to the verb, own: the names among them that may speak. A verb of speech among the words has
    its own subject, which the last verb keeps unless somebody is named behind it. None where nobody is there.
    """
    words, rules = stretch.words, scene.rules
    said, begin = _clause(stretch)
    free = [run for run in own if run.first >= begin and not run.governed]
    if begin < len(words) and rules.pronouns.at(words, begin) is not None:
        return Meant.NOBODY if words[begin].folded in rules.they else Meant.LAST
    certain = before_role(stretch, free) or _behind_office(stretch, free, begin)
    certain = certain or next((run for run in free if _certain(scene, stretch, run)), None)
    if certain is not None:
        return certain
    if begin < len(words) and (meant := bearer(scene, words, begin)) is not None:
        return meant if not said or isinstance(meant, str) else Meant.LAST
    ends = len(words) if said else 0
    lone = next((run for run in free if run.first == begin and run.last >= ends and _alone(stretch, run)), None)
    return lone or (Meant.LAST if said else None)


def last_clause(stretch: Stretch) -> Sequence[Token]:
    """The words of the clause that ends with a verb."""
    return stretch.words[_clause(stretch)[1] :]


def _clause(stretch: Stretch) -> tuple[bool, int]:
    """Whether a verb of speech stands among some words, and where the clause begins that ends with them."""
    words, rules = stretch.words, stretch.rules
    said = [last for first, last, _ in rules.verbs.find(words) if stretch.whole(first, last)]
    return bool(said), _last_clause(stretch, said[-1], rules) if said else _opens(words, rules)


def _behind_office(stretch: Stretch, own: Sequence[Run], at: int) -> Run | None:
    """`وزیر دفاع اسرائیل، یسرائیل کاتز، گفت`: the name between the commas behind an office."""
    words, titled = stretch.words, stretch.rules.titled(stretch.words)
    while at in titled:
        at += 1
    behind = next((run for run in own if run.first == at and at - 1 in titled), None)
    if behind is None or not _paused(stretch, at) or behind.last == len(words) or not _paused(stretch, behind.last):
        return None
    return behind if _units(stretch, behind) <= _NAMED else None


def _last_clause(stretch: Stretch, begin: int, rules: NameWords) -> int:
    """Where the last clause begins behind a verb: at the last `and`, or comma."""
    words = stretch.words
    places = (n for n in range(len(words) - 1, begin - 1, -1) if words[n].folded in rules.ands or _paused(stretch, n))
    at = next(places, begin)
    return at + 1 if at < len(words) and words[at].folded in rules.ands else at


def _opens(words: Sequence[Token], rules: NameWords) -> int:
    """Behind `and` at a sentence's beginning."""
    return int(bool(words) and words[0].folded in rules.ands)


def _paused(stretch: Stretch, at: int) -> bool:
    """Whether a comma stands before a word."""
    return at > 0 and any(sign in stretch.gap(at) for sign in _COMMA)


def _certain(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """A name that is known as one, or was named before."""
    return stretch.naming.person(stretch, run) or scene.cast.knows(stretch.folded(run))


def _alone(stretch: Stretch, run: Run) -> bool:
    """`ترامپ در مصاحبه‌ای گفت`: a word that nothing qualifies, or a few before a comma, or that stand so again."""
    words, rules = stretch.words, stretch.rules
    if run.titled or rules.groups.find(stretch.of(run)) or words[run.first].folded in rules.seats:
        return False
    comma = run.last < len(words) and _paused(stretch, run.last)
    units = _units(stretch, run)
    closes = run.last == len(words) or comma
    free = closes or rules.prepositions.at(words, run.last) or rules.stops.at(words, run.last)
    if units > 1:
        again = free and units < _NAMED and stretch.body.count(stretch.written(run)) > 1
        return units <= _NAMED and bool(comma or again)
    return bool(free) and sum(len(word.folded) for word in stretch.of(run)) >= _SURNAME


def _units(stretch: Stretch, run: Run) -> int:
    """Words as spaces part them."""
    return 1 + sum(stretch.gap(at).isspace() for at in range(run.first + 1, run.last))
