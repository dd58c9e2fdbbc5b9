"""An article's signature: everything that the grouping compares, weighed by what was known when the article came.

It is kept in the index, so that a grouping that is started again knows exactly what the one before knew.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

VERSION = 1
KEPT = 80  # stems kept, the weightiest; free tokens are bounded by the text that is read
KEPT_FREE = 60
IN_HEADLINE = 1  # flag of a stem
NUMBER, PLACE, NAME, CITY = 1, 2, 4, 8  # flags of free tokens; a city is a place too

_HEAD = struct.Struct("<BBqIfHHH")  # version, flags, sequence, outlet, vector's scale, dimensions, stems, free tokens
_TEXT, _DATED = 1, 2

Bytes = NDArray[np.int8]


@frozen(eq=False)
class Weighted:
    """Hashed tokens with their weights and a flag each; the weights are rounded to 1/255 of the largest."""

    keys: NDArray[np.uint32]
    weights: NDArray[np.uint8]
    flags: NDArray[np.uint8]


def weighted(weights: Mapping[int, float], flags: Mapping[int, int], kept: int) -> Weighted:
    """The weightiest tokens in the order of their hash."""
    chosen = sorted(sorted(weights, key=lambda key: (-weights[key], key))[:kept])
    values = np.array([weights[key] for key in chosen], np.float32)
    top = values.max(initial=0.0) or 1.0
    return Weighted(
        np.array(chosen, np.uint32),
        np.round(values / top * 255).astype(np.uint8),
        np.array([flags.get(key, 0) for key in chosen], np.uint8),
    )


@frozen(eq=False, kw_only=True)
class Signature:
    """What is compared of one article."""

    sequence: int  # how many articles were placed before it
    outlet: int  # hash of the outlet's slug; 0 where it has none
    vector: Bytes = field(repr=False)  # centred on its language, length 127 * scale
    scale: float
    stems: Weighted = field(repr=False)
    free: Weighted = field(repr=False)
    text: bool  # has a body
    dated: bool  # has a date of publication

    def to_bytes(self) -> bytes:
        """Pack for the index."""
        flags = _TEXT * self.text + _DATED * self.dated
        sizes = len(self.vector), len(self.stems.keys), len(self.free.keys)
        head = _HEAD.pack(VERSION, flags, self.sequence, self.outlet, self.scale, *sizes)
        return head + self.vector.tobytes() + _packed(self.stems) + _packed(self.free)

    @classmethod
    def from_bytes(cls, data: bytes) -> Signature:
        """Unpack. Raises ValueError where data is no signature of this version."""
        try:
            version, flags, sequence, outlet, scale, dimensions, stems, free = _HEAD.unpack_from(data)
            if version != VERSION or len(data) != _HEAD.size + dimensions + 6 * (stems + free):
                raise ValueError("this is no signature of this version")
        except struct.error as error:
            raise ValueError("this is no signature") from error
        start = _HEAD.size + dimensions
        return cls(
            sequence=sequence,
            outlet=outlet,
            vector=np.frombuffer(data, np.int8, dimensions, _HEAD.size),
            scale=scale,
            stems=_unpacked(data, start, stems),
            free=_unpacked(data, start + 6 * stems, free),
            text=bool(flags & _TEXT),
            dated=bool(flags & _DATED),
        )


def _packed(tokens: Weighted) -> bytes:
    return tokens.keys.astype("<u4").tobytes() + tokens.weights.tobytes() + tokens.flags.tobytes()


def _unpacked(data: bytes, start: int, count: int) -> Weighted:
    keys = np.frombuffer(data, "<u4", count, start).astype(np.uint32)
    weights = np.frombuffer(data, np.uint8, count, start + 4 * count)
    return Weighted(keys, weights, np.frombuffer(data, np.uint8, count, start + 5 * count))


def quantised(vector: NDArray[np.floating]) -> tuple[Bytes, float]:
    """A vector in 8 bits and the scale that gives it back."""
    top = float(np.abs(vector).max(initial=0.0))
    if not np.isfinite(top) or top == 0.0:
        return np.zeros(len(vector), np.int8), 0.0
    scale = np.float32(top / 127)
    return np.round(vector / scale).astype(np.int8), float(scale)
