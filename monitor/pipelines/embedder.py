"""The embedder in a process of its own, started when the first article is to be stored.

Its model takes a second to load, most of it without letting other threads run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from attrs import frozen

from monitor.config import Config
from monitor.embedding import Embedder, EmbedderError, Vectors, load_embedder
from monitor.pipelines.child import Child, Trouble, serve

LONGEST: Final = 900.0  # seconds for a batch; the first includes the making of the packaged model


@frozen
class Embedded:
    """Vectors, who made them, and what they cost in processor seconds."""

    name: str
    dimensions: int
    vectors: Vectors
    cpu: float


class RemoteEmbedder:
    """An `Embedder` whose work is done elsewhere; called from one thread."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._child: Child | None = None
        self._last: Embedded | None = None
        self.cpu = 0.0

    @property
    def name(self) -> str:
        """Which model makes the vectors. Raises EmbedderError."""
        return (self._last or self._ask([])).name

    @property
    def dimensions(self) -> int:
        """The length of a vector. Raises EmbedderError."""
        return (self._last or self._ask([])).dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, of shape (len(texts), dimensions). Raises EmbedderError."""
        return self._ask(texts).vectors

    def close(self) -> None:
        """End the process."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def _ask(self, texts: Sequence[str]) -> Embedded:
        if self._child is None:
            self._child = Child("monitor.pipelines.embedder", self._config)
        try:
            answer = self._child.ask(list(texts), longest=LONGEST)
        except (EOFError, OSError) as problem:
            self.close()
            raise EmbedderError(
                f"The embedder's process ended ({type(problem).__name__}): is there enough memory?"
            ) from None
        if isinstance(answer, Trouble):
            raise EmbedderError(answer.why.removeprefix("EmbedderError: "))
        last: Embedded = answer
        self._last = last
        self.cpu += last.cpu
        return last


def prepare(config: Config) -> Callable[[Sequence[str]], Embedded]:
    """Load the embedder when the first texts come, on one thread: the reader has the other cores."""
    loaded: list[Embedder] = []

    def answer(texts: Sequence[str]) -> Embedded:
        start = time.process_time()
        if not loaded:
            loaded.append(load_embedder(config, threads=1))
        embedder = loaded[0]
        vectors = embedder.embed(texts)
        return Embedded(embedder.name, embedder.dimensions, vectors, time.process_time() - start)

    return answer


if __name__ == "__main__":
    from monitor.pipelines.embedder import prepare as prepare_by_name  # pickles name this module, not __main__

    serve(prepare_by_name)
