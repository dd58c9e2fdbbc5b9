"""Sentences that are not cut inside a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from monitor.analysis.quoted.quotations import Quotation
from monitor.text.phrases import Token, tokens


@frozen(kw_only=True)
class Unit:
    """A sentence that is not cut inside a quotation."""

    start: int
    text: str
    words: tuple[Token, ...]  # of the whole unit, places in the body
    quoted: tuple[Quotation, ...]

    def outside(self) -> list[list[Token]]:
        """The words before, between and after the quotations."""
        if not self.quoted:
            return [list(self.words)]
        edges = [self.start, *(edge for q in self.quoted for edge in (q.start, q.end)), self.start + len(self.text)]
        starts = [word.start for word in self.words]
        return [
            list(self.words[bisect_left(starts, begin) : bisect_left(starts, end)])
            for begin, end in zip(edges[::2], edges[1::2], strict=True)
        ]

    def around(self, quotation: Quotation) -> tuple[str, str]:
        """The text of the unit before a quotation, and after it."""
        return self.text[: quotation.start - self.start], self.text[quotation.end - self.start :]

    def before(self, quotation: Quotation) -> list[Token]:
        """The words of the unit before a quotation."""
        return [word for word in self.words if word.end <= quotation.start]


def units(body: str, sentences: Sequence[tuple[int, str]], found: Sequence[Quotation]) -> list[Unit]:
    """Sentences, joined where a quotation runs over their border or the next goes on in small letters."""
    spans: list[tuple[int, int]] = []
    for start, sentence in sentences:
        end = start + len(sentence)
        inside = any(q.start <= start < q.end or q.start == start for q in found)
        goes_on = spans and "\n" not in body[spans[-1][1] : start] and _goes_on(body, spans[-1], start, found)
        if spans and ((inside and start <= _end_of(found, spans[-1][1])) or goes_on):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [_unit(body, start, end, found) for start, end in spans]


def _end_of(found: Sequence[Quotation], place: int) -> int:
    return max((q.end for q in found if q.start <= place + 1), default=-1)


def _goes_on(body: str, before: tuple[int, int], start: int, found: Sequence[Quotation]) -> bool:
    closes = any(before[1] - 3 <= q.end <= start for q in found)
    first = body[start : start + 1]
    return closes and (first.islower() or first in "—–-,،,、と」")


def _unit(body: str, start: int, end: int, found: Sequence[Quotation]) -> Unit:
    return Unit(
        start=start,
        text=body[start:end],
        words=tuple(tokens(body[start:end], start)),
        quoted=tuple(q for q in found if start <= q.start and q.end <= end + 1 and q.start < end),
    )
