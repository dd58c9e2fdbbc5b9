"""What is usual among the articles of the window: how many have a token, and where each language's vectors lie.

Both are sums of whole numbers, so that they do not depend on the order in which articles are added and removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, log1p

import numpy as np
from numpy.typing import NDArray

UNSEEN = 50  # articles that are taken to have been read before, none with the token
SHRINK = 60  # background vectors' weight in a mean, in articles
UNIT = 1 << 20  # a vector's components are summed in units of 1 / UNIT

CHUNK = 4096  # articles counted at a time, which bounds memory

Keys = NDArray[np.uint32]
Vector = NDArray[np.float32]
Sums = NDArray[np.int64]


class Statistics:
    """Counts and sums over articles, with a background of headlines on many subjects before the first came."""

    def __init__(self, background: Vector) -> None:
        """`background`: unit vectors of headlines, float32 of shape (headlines, dimensions)."""
        dimensions = background.shape[1]
        self._prior = background.mean(axis=0) if len(background) else np.zeros(dimensions)
        self._tokens: Counter[int] = Counter()
        self._articles = 0
        self._sum: Sums = np.zeros(dimensions, np.int64)
        self._by_language: dict[str, tuple[int, Sums]] = {}

    def add(self, tokens: Iterable[int], vector: NDArray[np.floating], language: str, *, times: int = 1) -> None:
        """Count an article; `times` -1 takes it out again."""
        for key in tokens:
            self._tokens[key] += times
            if not self._tokens[key]:
                del self._tokens[key]
        self._articles += times
        whole = np.round(vector.astype(np.float64) * UNIT).astype(np.int64) * times
        self._sum += whole
        count, total = self._by_language.get(language, (0, np.zeros_like(self._sum)))
        self._by_language[language] = (count + times, total + whole)

    def add_all(self, tokens: Sequence[Keys], vectors: NDArray[np.floating], languages: Sequence[str]) -> None:
        """Count many articles at once: as `add` for each, in a twentieth of the time."""
        for start in range(0, len(tokens), CHUNK):
            rows = slice(start, start + CHUNK)
            keys, counts = np.unique(np.concatenate(tokens[rows]), return_counts=True)
            self._tokens.update(dict(zip(keys.tolist(), counts.tolist(), strict=True)))
            whole = np.round(vectors[rows].astype(np.float64) * UNIT).astype(np.int64)
            self._sum += whole.sum(axis=0)
            names, owners = np.unique(languages[rows], return_inverse=True)
            for number, name in enumerate(names.tolist()):
                mine = owners == number
                count, total = self._by_language.get(name, (0, np.zeros_like(self._sum)))
                self._by_language[name] = (count + int(mine.sum()), total + whole[mine].sum(axis=0))
        self._articles += len(tokens)

    def idf(self, token: int) -> float:
        """How telling a token is: the log of how rarely it is met."""
        return log((self._articles + UNSEEN) / (self._tokens.get(token, 0) + 0.5))

    def weights(self, counts: Mapping[int, float]) -> dict[int, float]:
        """TF-IDF of each token, its frequency dampened."""
        return {key: (1 + log1p(count - 1)) * max(self.idf(key), 0.05) for key, count in counts.items()}

    def centred(self, vector: Vector, language: str) -> NDArray[np.float64]:
        """The vector less the mean of its language, of length 1.

        The language's mean leans on that of all articles, and this one on the background, by SHRINK articles.
        """
        every = (self._sum / UNIT + SHRINK * self._prior) / (self._articles + SHRINK)
        count, total = self._by_language.get(language, (0, np.zeros_like(self._sum)))
        mean = (total / UNIT + SHRINK * every) / (count + SHRINK)
        moved = vector.astype(np.float64) - mean
        length = float(np.linalg.norm(moved))
        return moved / length if length > 1e-9 else np.zeros_like(moved)
