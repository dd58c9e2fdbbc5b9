"""What headlines look like before any article came: the background of a language's mean vector."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import numpy as np

from monitor.embedding import Embedder, Vectors

_known: dict[str, Vectors] = {}


def background(embedder: Embedder) -> Vectors:
    """Vectors of the packaged headlines on many subjects in many languages, embedded once in a process."""
    if embedder.name not in _known:
        _known[embedder.name] = embedder.embed(headlines())
    return _known[embedder.name]


@lru_cache
def headlines() -> tuple[str, ...]:
    """The packaged headlines, a line each."""
    text = (files("monitor.events") / "background.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def none(dimensions: int) -> Vectors:
    """No background, for tests of the parts."""
    return np.zeros((0, dimensions), np.float32)
