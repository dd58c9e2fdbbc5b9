"""The evidence for and against two articles telling one event, for every pair of a small group at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from monitor.events.signature import CITY, IN_HEADLINE, NAME, NUMBER, PLACE, Signature, Weighted

Matrix = NDArray[np.float32]
DAY = 86_400.0
SAME_HEADLINE = 0.95  # cosine
ANOTHER_DAY = 0.7  # days
MAX_DAYS = 7.0  # further apart is no further evidence


@frozen(eq=False)
class Member:
    """An article as it is compared."""

    signature: Signature
    time: float  # seconds since 1970; of no meaning where the signature is not dated
    language: str


@frozen(eq=False)
class Likeness:
    """One number for each pair of rows and columns, all of shape (rows, columns)."""

    similarity: Matrix  # cosine of the centred vectors, -1 to 1
    words: Matrix  # cosine of weighted stems, 0 to 1; 0 across languages
    headline: Matrix  # the same for the headlines' stems alone
    names: Matrix  # cosine of weighted names and numbers, 0 to 1
    shared_numbers: Matrix  # how many
    shared_places: Matrix  # how many, a city's country counted too
    clashing_numbers: Matrix  # 1 where both give numbers and share none
    clashing_places: Matrix
    clashing_cities: Matrix  # of one country, too
    clashing_names: Matrix
    recurring: Matrix  # 1 for one outlet's same headline on another day: a series, such as the weather report
    days: Matrix  # apart, at most MAX_DAYS; 0 where either has no date
    same_language: Matrix  # 0 or 1, as the next ones
    text: Matrix  # both have a body
    dated: Matrix  # both have a date


def compared(rows: Sequence[Member], columns: Sequence[Member]) -> Likeness:
    """Compare every row with every column."""
    every = [*rows, *columns]
    cut = len(rows)
    stems = _Table([member.signature.stems for member in every])
    free = _Table([member.signature.free for member in every])
    languages = np.unique([member.language for member in every], return_inverse=True)[1]
    same = _equal(languages[:cut], languages[cut:])
    text, dated = (_both(np.array(values), cut) for values in zip(*map(_flags, every), strict=True))
    times = np.array([member.time for member in every])
    days = np.minimum(np.abs(times[:cut, None] - times[None, cut:]) / DAY, MAX_DAYS)
    numbers, spots, cities, called = (free.marked(kind) for kind in (NUMBER, PLACE, CITY, NAME))
    headline: Matrix = stems.marked(IN_HEADLINE).cosines(cut) * same
    return Likeness(
        similarity=_cosines(every, cut),
        words=stems.cosines(cut) * same,
        headline=headline,
        names=free.cosines(cut),
        shared_numbers=numbers.shared(cut),
        shared_places=spots.shared(cut),
        clashing_numbers=numbers.clashing(cut),
        clashing_places=spots.clashing(cut),
        clashing_cities=cities.clashing(cut),
        clashing_names=called.clashing(cut),
        recurring=_recurring(every, cut, headline, days * dated),
        days=(days * dated).astype(np.float32),
        same_language=same,
        text=text,
        dated=dated,
    )


def _flags(member: Member) -> tuple[bool, bool]:
    return member.signature.text, member.signature.dated


def _both(values: NDArray[np.bool_], cut: int) -> Matrix:
    found: Matrix = (values[:cut, None] & values[None, cut:]).astype(np.float32)
    return found


def _equal(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Matrix:
    found: Matrix = (rows[:, None] == columns[None, :]).astype(np.float32)
    return found


def _recurring(every: Sequence[Member], cut: int, headline: Matrix, days: Matrix) -> Matrix:
    outlets = np.array([member.signature.outlet for member in every])
    same = _equal(outlets[:cut], outlets[cut:]) * (outlets[:cut, None] > 0)
    found: Matrix = same * (headline > SAME_HEADLINE) * (days > ANOTHER_DAY)
    return found


def _cosines(every: Sequence[Member], cut: int) -> Matrix:
    """Products of whole numbers below 2**24 are exact in float32, so a pair's cosine does not depend on its group."""
    scales = np.array([member.signature.scale for member in every], np.float32)
    vectors = np.stack([member.signature.vector for member in every]).astype(np.float32)
    return _products(vectors, cut) * np.outer(scales[:cut], scales[cut:])


def _products(values: Matrix, cut: int) -> Matrix:
    """Inner products of the rows before the cut with those behind it; all are whole numbers, and so finite.

    OpenBLAS may call an operation invalid of which no product comes (numpy/numpy#24067): nobody is to be warned of it.
    """
    with np.errstate(invalid="ignore"):
        found: Matrix = values[:cut] @ values[cut:].T
    return found


@frozen(eq=False, init=False)
class _Table:
    """Tokens of several articles as one dense table over the tokens that any of them has."""

    values: Matrix = field()
    flags: NDArray[np.uint8] = field()

    def __init__(self, tokens: Sequence[Weighted]) -> None:
        keys = np.concatenate([one.keys for one in tokens])
        owners = np.repeat(np.arange(len(tokens)), [len(one.keys) for one in tokens])
        known, places = np.unique(keys, return_inverse=True)
        values = np.zeros((len(tokens), len(known)), np.float32)
        flags = np.zeros(values.shape, np.uint8)
        if len(keys):
            values[owners, places] = np.concatenate([one.weights for one in tokens])
            flags[owners, places] = np.concatenate([one.flags for one in tokens])
        self.__attrs_init__(values, flags)

    def marked(self, flag: int) -> _Table:
        """Only the tokens with a flag."""
        made = _Table.__new__(_Table)
        has = (self.flags & flag) > 0
        made.__attrs_init__(self.values * has, has.astype(np.uint8))
        return made

    def cosines(self, cut: int) -> Matrix:
        lengths: Matrix = np.sqrt((self.values * self.values).sum(axis=1))
        lengths[lengths == 0] = 1
        return _products(self.values, cut) / np.outer(lengths[:cut], lengths[cut:])

    def shared(self, cut: int) -> Matrix:
        """How many tokens two have in common."""
        return _products((self.values > 0).astype(np.float32), cut)

    def clashing(self, cut: int) -> Matrix:
        """1 where both have tokens and none in common."""
        has = np.asarray((self.values > 0).any(axis=1), np.bool_)
        found: Matrix = _both(has, cut) * (self.shared(cut) == 0)
        return found
