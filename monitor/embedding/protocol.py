"""What an embedder is, and what is common to all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from monitor.model import MonitorError

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]  # (steps done, steps in all)

MAX_CHARACTERS = 20_000  # of one text; all models here cut at 512 tokens, which is far less


class EmbedderError(MonitorError):
    """An embedder cannot be had or does not answer; the message says what to do."""


class Embedder(Protocol):
    """Turns texts into unit vectors that are near where texts mean the same, in whatever language."""

    @property
    def name(self) -> str:
        """Which model made the vectors: vectors of two names are never compared."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Give a float32 array of shape (len(texts), dimensions) with rows of length 1.

        A row depends on its own text alone, not on what it was batched with. Raises EmbedderError.
        """


def clean(text: str) -> str:
    """Text that every tokeniser takes: bounded, without NUL and lone surrogates."""
    bounded = text[:MAX_CHARACTERS].replace("\0", " ")
    return bounded.encode("utf-8", "replace").decode("utf-8")


def normalised(rows: Vectors) -> Vectors:
    """Rows of length 1; a row of nothing stays nothing."""
    lengths = np.linalg.norm(rows.astype(np.float64), axis=1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
