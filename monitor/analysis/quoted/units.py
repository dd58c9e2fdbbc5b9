"""Sentences that are not cut inside a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

import regex
from attrs import frozen

from monitor.analysis.quoted.quotations import Quotation
from monitor.text.folded import Token, Words, tokens

_START = attrgetter("start")
_TOLD = regex.compile(r"[,!?…]\s?[\"”»“][,\s]*$|[\"”»“],?\s*$")  # "…",¶dice Ugo Neri.
_CLOSES = frozenset("”“»")
_GOES_ON = frozenset("、，")  # 報道官は、 and what he said in the next line


@frozen(kw_only=True)
class Unit:
    """A sentence that is not cut inside a quotation."""

    start: int
    text: str
    quoted: tuple[Quotation, ...]

    @cached_property
    def words(self) -> Words:
        """The words of the whole unit, places in the body; few units behind the last quotation are asked."""
        return tokens(self.text, self.start)

    def inside(self, quotation: Quotation) -> Sequence[Token]:
        """The words of a quotation."""
        return self._between(quotation.start, quotation.end)

    def outside(self) -> list[Sequence[Token]]:
        """The words before, between and after the quotations."""
        if not self.quoted:
            return [self.words]
        edges = [self.start, *(edge for q in self.quoted for edge in (q.start, q.end)), self.start + len(self.text)]
        return [self._between(begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True)]

    def _between(self, begin: int, end: int) -> Sequence[Token]:
        return self.words[bisect_left(self.words, begin, key=_START) : bisect_left(self.words, end, key=_START)]

    def around(self, quotation: Quotation) -> tuple[str, str]:
        """The text of the unit before a quotation, and after it."""
        return self.text[: quotation.start - self.start], self.text[quotation.end - self.start :]

    def following(self, quotation: Quotation) -> int:
        """Where the next quotation begins; -1 where none does, or this goes on in it: “Oggi – disse – è tardi”."""
        behind = next((each for each in self.quoted if each.start >= quotation.end), None)
        return -1 if behind is None or behind.later else behind.start

    def before(self, quotation: Quotation) -> list[Token]:
        """The writer's words of the unit before a quotation."""
        return [word for part in self.outside() for word in part if word.end <= quotation.start]


def units(body: str, sentences: Sequence[tuple[int, str]], found: Sequence[Quotation]) -> list[Unit]:
    """Sentences, joined where a quotation runs over their border or the next goes on in small letters."""
    spans: list[tuple[int, int]] = []
    starts, ends = [q.start for q in found], [q.end for q in found]  # none overlaps the one before it
    for start, sentence in sentences:
        end = start + len(sentence)
        if spans and _is_joined(body, spans[-1][1], start, starts, ends):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [
        Unit(
            start=start,
            text=body[start:end],
            quoted=tuple(q for q in found[bisect_left(starts, start) : bisect_left(starts, end)] if q.end <= end + 1),
        )
        for start, end in spans
    ]


def _is_joined(body: str, before: int, start: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether the sentence that begins at `start` goes on with the one that ended at `before`."""
    at = bisect_right(starts, start) - 1
    inside = at >= 0 and (start < ends[at] or starts[at] == start)
    if inside and start <= max(ends[: bisect_right(starts, before + 1)], default=-1):
        return True
    if "\n" in body[before:start] and not (_TOLD.search(body, max(0, before - 4), before) and body[start].islower()):
        return body[before - 1 : before] in _GOES_ON and bisect_left(starts, start + 1) < bisect_right(
            starts, start + 1
        )
    if bisect_left(ends, before - 3) == bisect_right(ends, start):
        return False
    first = body[start : start + 1]
    at = bisect_left(ends, start)
    if at < len(ends) and ends[at] == start and first in _CLOSES:  # (...) ”, a spus Neri
        return True
    return first.islower() or first in "—–-,،,、と」"
