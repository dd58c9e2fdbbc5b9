"""What grouping costs by the size of its window: `benchmarks/grouping_cost.py --sizes 10000,200000`.

Vectors are perturbed copies of those of the packaged headlines, words are drawn from a skewed vocabulary. Embedding is
left out. Prints milliseconds of CPU an article in steady state, articles a second, bytes an article in the window, and
the neighbour search's recall@20 against exact search; the last line is the ratio of the last size to the first.
"""

from __future__ import annotations

import argparse
import gc
import time
from datetime import UTC, datetime, timedelta
from random import Random

import numpy as np
import psutil

from monitor.config import Config
from monitor.embedding import Embedder, load_embedder
from monitor.events.own import own_headlines
from monitor.events.placing import Arrival, Placer
from monitor.events.texts import embedding_text
from monitor.model import Article

MEASURED = 400  # articles timed, in three runs of which the fastest counts
DAYS = 7.0  # over which the window's articles are spread
START = datetime(2024, 1, 1, tzinfo=UTC)


class Stream:
    """Articles without end: a headline of another day, its words changed a little."""

    def __init__(self, embedder: Embedder, size: int) -> None:
        self._articles = own_headlines().articles
        self._vectors = embedder.embed([embedding_text(article) for article in self._articles])
        self._random, self._noise = Random(size), np.random.default_rng(size)
        self._size, self._number = size, 0

    def next(self) -> Arrival:
        """The next article and its vector."""
        place = self._random.randrange(len(self._articles))
        article, vector = self._articles[place], self._vectors[place]
        words = " ".join(f"w{int(20000 * self._random.random() ** 3)}" for _ in range(6))
        identity = f"a{self._number}"
        made = Article(
            id=identity,
            url=identity,
            headline=f"{article.headline} {words}",
            body=article.body,
            language=article.language,
        )
        changed = vector + self._noise.normal(0, 0.035, len(vector)).astype(np.float32)
        when = START + timedelta(days=DAYS * self._number / self._size)
        self._number += 1
        return Arrival(made, changed / np.linalg.norm(changed), when.timestamp(), dated=True)


def measure(embedder: Embedder, size: int) -> float:
    """Milliseconds of CPU an article with so many in the window."""
    gc.collect()
    before = psutil.Process().memory_info().rss
    placer, stream = Placer(embedder), Stream(embedder, size)
    fill(placer, stream, size)
    held = (psutil.Process().memory_info().rss - before) / size
    runs = []
    for _ in range(3):
        arrivals = [stream.next() for _ in range(MEASURED)]
        started = time.process_time()
        for arrival in arrivals:
            placer.place(arrival)
        runs.append(1000 * (time.process_time() - started) / MEASURED)
    best = min(runs)
    print(f"{size} in the window: {best:.2f} ms an article, {1000 / best:.0f} articles a second, {held:.0f} bytes each")
    return best


def fill(placer: Placer, stream: Stream, size: int) -> None:
    """Put so many articles into the window, each an event of its own: what is timed is what comes after."""
    for _ in range(size):
        placer.observe(stream.next())


def main() -> None:
    """Measure each size."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", default="10000,200000")
    sizes = [int(size) for size in asked.parse_args().sizes.split(",")]
    embedder = load_embedder(Config(), threads=1)
    costs = [measure(embedder, size) for size in sizes]
    print(f"ratio {sizes[-1]}/{sizes[0]} = {costs[-1] / costs[0]:.2f}")


if __name__ == "__main__":
    main()
