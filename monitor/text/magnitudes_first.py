"""Numbers of languages that name a magnitude before how many there are of it: dubu ashirin da biyar, miliyoni 5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import define

from monitor.text.compounds import Number, Part

MAGNITUDES_FIRST = frozenset({"ha", "zu", "xh", "yo", "ig", "rw", "rn", "si"})
_GAP = regex.compile(r"[ \u00a0\u202f’'-]{0,2}")
_BETWEEN = regex.compile(
    r"[ \u00a0](?:[\p{L}\p{M}]{1,3}|\p{L}{1,9}-|l[oọ]́?n[aà])['’]?[ \u00a0-]?"
)  # izigidi ezi-5, ẹgbẹ̀rún lọ́nà ogún
_TEN = 10.0
_ALONE = 1000.0  # magnitudes up to which count one without saying so


def numbers_of(listed: Sequence[Part], text: str) -> Iterator[Number]:
    """The numbers that parts make up, in order."""
    at = 0
    while at < len(listed):
        if (
            at and listed[at - 1].joins and listed[at - 1].end == listed[at].start
        ):  # nane: no four without what is before
            at += 1
            continue
        reader = _Reader(listed, text, at)
        number = reader.number()
        if number is not None:
            yield number
        at = max(reader.at, at + 1)


@define
class _Reader:
    """Reads one number, from its greatest magnitude to its least; `at` is the next part."""

    listed: Sequence[Part]
    text: str
    at: int

    def number(self) -> Number | None:
        """The number that begins here; None where the parts are none, as an article alone is none."""
        first = self.listed[self.at]
        start, alone = self.at, first.one or first.half
        value, scale = self._group(float("inf"))
        if not value:
            return None
        last, limit = self.at - 1, scale
        while limit > 1 and (joined := self._joined()) is not None:
            before, self.at = self.at, joined
            more, below = self._group(limit)
            if not more:
                self.at = before
                break
            value, last, limit = value + more, self.at - 1, below
        if alone and last == start:
            return None
        return Number(first.start, self.listed[last].end, value, 1.0 if last > start + 1 else scale, first.digits)

    def _group(self, below: float) -> tuple[float, float]:
        """The value of a magnitude and what counts it, or of a number alone; and what the next one must be below."""
        part = self._part()
        if part is None or part.joins:
            return 0.0, 0.0
        if part.multiplier is None:
            return self._counted(below)
        if part.multiplier >= below:
            return 0.0, 0.0
        self.at += 1
        following = self._part()
        if following is None or following.joins or not self._touches(_BETWEEN):
            return (part.multiplier, part.multiplier) if part.multiplier <= _ALONE and part.value else (0.0, 0.0)
        times = self._counted(part.multiplier) if following.multiplier is None else self._group(part.multiplier)
        return part.multiplier * (times[0] or 1.0), part.multiplier

    def _counted(self, below: float) -> tuple[float, float]:
        """A number without a magnitude before it, be it one of two words; behind figures the magnitude may follow."""
        part = self.listed[self.at]
        value = 0.5 if part.half else part.value or 0.0
        if not value or value >= below:
            return 0.0, 0.0
        self.at += 1
        following = self._part()
        if part.digits and following is not None and following.multiplier is not None and self._touches():
            after = self.listed[self.at + 1] if self.at + 1 < len(self.listed) else None
            counted = after is not None and after.multiplier is None and not after.joins
            if not (counted and self._gap(self.at + 1, _GAP)) and following.multiplier < below:
                self.at += 1
                return value * following.multiplier, following.multiplier
        if value == _TEN and following is not None and _TEN < (following.value or 0) < 2 * _TEN and self._touches():
            self.at += 1  # goma sha biyu
            return following.value or 0.0, 1.0
        joined = None if part.digits else self._joined()
        unit = self.listed[joined] if joined is not None else None
        if unit is not None and unit.half:
            self.at = self.at + 2
            return value + 0.5, 1.0
        if value % 10 == 0 and unit is not None and unit.value and unit.value < 10 and not unit.digits:
            self.at = (joined or 0) + 1
            return value + unit.value, 1.0
        return value, 1.0

    def _part(self) -> Part | None:
        return self.listed[self.at] if self.at < len(self.listed) else None

    def _joined(self) -> int | None:
        """The part behind an `and` that stands here; None where none does."""
        part = self._part()
        if part is None or not part.joins or not self._touches() or self.at + 1 >= len(self.listed):
            return None
        return self.at + 1 if self._gap(self.at + 1, _GAP) else None

    def _touches(self, between: regex.Pattern[str] = _GAP) -> bool:
        return self._gap(self.at, _GAP) or self._gap(self.at, between)

    def _gap(self, at: int, between: regex.Pattern[str]) -> bool:
        """Whether no word stands before a part and behind the one before it."""
        return between.fullmatch(self.text[self.listed[at - 1].end : self.listed[at].start]) is not None
