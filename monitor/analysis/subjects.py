"""The subject of one verb of speech, by the order of words in its language."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import frozen

from monitor.analysis.frames import frames
from monitor.analysis.people import Cast, PeopleWords, Run, best, people_words, runs
from monitor.model import Mention
from monitor.text.phrases import Token

_STRONG = regex.compile(r"[;:!?。؛]|\.\s|\n")
_ANY_BREAK = regex.compile(r"[,،,、;:!?。؛«“„\"(]|\.\s|\n|\s[—–-]\s")
_NEXT_TO = 2  # words between a pronoun and its verb
_AFTER = 12  # words after a verb in which its subject is looked for


@frozen(kw_only=True)
class Subject:
    """Who a verb of speech belongs to; `name` is empty where the one who spoke last goes on."""

    name: str
    verb: str
    start: int = 0  # of the verb, in characters of the body
    end: int = 0
    outlet: bool = False  # an outlet reports, nobody speaks


def subject(
    body: str,
    words: Sequence[Token],
    verb_at: tuple[int, int],
    cast: Cast,
    *,
    after_quote: bool,
    mentions: Sequence[Mention],
    earlier: Sequence[Token] = (),
    attributes: bool = False,
) -> Subject:
    """Find the subject of the verb at words[verb_at].

    after_quote: a quotation ends before these words; earlier: the words before that quotation, where languages that
    end with the verb have the subject; attributes: no verb but `according to`, whose name follows.
    """
    first, last = verb_at
    placed = (
        (words[first].start, words[last - 1].end)
        if last > first
        else (words[-1].end, words[-1].end)
        if words
        else (0, 0)
    )
    left, right = _left(body, words, first), _right(body, words, last)
    sides = ("right",) if attributes else _sides(cast.language, first, after_quote=after_quote)
    for side in sides:
        window = left if side == "left" else right if side == "right" else earlier
        name, outlet = _pick(body, window, cast, mentions, side)
        if name is not None:
            return Subject(name=name, verb=body[placed[0] : placed[1]], start=placed[0], end=placed[1], outlet=outlet)
    return Subject(name="", verb=body[placed[0] : placed[1]], start=placed[0], end=placed[1])


def _sides(language: str, first: int, *, after_quote: bool) -> tuple[str, ...]:
    order = frames(language).order
    if order == "before":
        return ("left", "earlier")
    if order == "after":
        return ("right", "left")
    return ("right", "left") if after_quote and first <= 1 else ("left", "right")


def _left(body: str, words: Sequence[Token], first: int) -> Sequence[Token]:
    begin = first
    while begin > 0 and (begin == first or not _STRONG.search(body[words[begin - 1].end : words[begin].start])):
        begin -= 1
    return words[begin:first]


def _right(body: str, words: Sequence[Token], last: int) -> Sequence[Token]:
    end = last
    while (
        end < len(words) and end - last < _AFTER and not _ANY_BREAK.search(body[words[end - 1].end : words[end].start])
    ):
        end += 1
    return words[last:end]


def _pick(
    body: str, window: Sequence[Token], cast: Cast, mentions: Sequence[Mention], side: str
) -> tuple[str | None, bool]:
    """(name, whether it is an outlet); an empty name is a pronoun, None means that nobody is there."""
    if not window:
        return None, False
    rules = people_words(cast.language)
    candidates = runs(body, window, cast.language)
    pronoun = [at for at in rules.pronouns.find(window) if not _is_title(window, at, candidates, rules)]
    if any(_beside(window, at, side) for at in pronoun):
        return "", False
    if side == "right":
        candidates = candidates[:2]
    own = [run for run in candidates if not _is_outlet(window, run, mentions)]
    late = side == "left" and rules.cased
    chosen = best(own, window, cast, nearest_last=late)
    if chosen is None or (side == "right" and rules.cased and chosen.first > 6):
        covered = any(_is_outlet(window, run, mentions) for run in candidates)
        return ("", True) if covered else ("", False) if pronoun else (None, False)
    return _full(body, window, chosen, cast), False


def _is_title(window: Sequence[Token], at: tuple[int, int, str], candidates: Sequence[Run], rules: PeopleWords) -> bool:
    """True for `the minister` before or after a name, which is no pronoun then."""
    if not rules.titles.find(window[at[0] : at[1]]):
        return False
    titled = {n for first, last, _ in rules.titles.find(window) for n in range(first, last)} | set(range(at[0], at[1]))
    for run in candidates:
        low, high = (at[1], run.first) if run.first >= at[1] else (run.last, at[0])
        untitled = len(set(range(low, high)) - titled)
        if not run.governed and low <= high and untitled <= (1 if rules.cased else 0):
            return True
    return False


def _beside(window: Sequence[Token], at: tuple[int, int, str], side: str) -> bool:
    return len(window) - at[1] <= _NEXT_TO if side == "left" else at[0] == 0


def _is_outlet(window: Sequence[Token], run: Run, mentions: Sequence[Mention]) -> bool:
    begin, end = window[run.first].start, window[run.last - 1].end
    return any(begin < m.start + len(m.name) and m.start < end for m in mentions)


def _full(body: str, window: Sequence[Token], run: Run, cast: Cast) -> str:
    words = window[run.first : run.last]
    name = body[words[0].start : words[-1].end]
    folded = [word.folded for word in words]
    full = cast.full(name, folded)
    cast.introduce(name, folded)
    return full
