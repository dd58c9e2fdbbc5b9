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

import numpy as np
import psutil
from attrs import evolve
from numpy.typing import NDArray

from monitor.config import Config
from monitor.embedding import Embedder, load_embedder
from monitor.events.features import Member
from monitor.events.own import own_headlines
from monitor.events.placing import Arrival, Placer
from monitor.events.signature import Weighted, quantised
from monitor.events.window import Entry
from monitor.text.headlines import embedding_text

MEASURED = 300  # articles timed, in three runs of which the fastest counts
ASKED = 50  # articles whose neighbours are looked up for the recall
DAYS = 7.0  # over which the window's articles are spread
START = datetime(2024, 1, 1, tzinfo=UTC)


class Stream:
    """Articles without end: a headline of another day, its vector and words changed a little."""

    def __init__(self, embedder: Embedder, size: int) -> None:
        self._articles = own_headlines().articles
        self._vectors = embedder.embed([embedding_text(article) for article in self._articles])
        self._noise, self._size, self._number = np.random.default_rng(size), size, 0
        placer = Placer(embedder)
        self._signatures = [
            placer.place(Arrival(article, vector, 0.0, dated=True))[0]
            for article, vector in zip(self._articles, self._vectors, strict=True)
        ]

    def next(self) -> Arrival:
        """The next article and its vector."""
        place, vector = self._draw()
        article = self._articles[place]
        words = " ".join(f"w{number}" for number in self._words(6))
        made = evolve(article, id=f"a{self._number}", headline=f"{article.headline} {words}", published=None)
        return Arrival(made, vector, self._time(), dated=True)

    def entry(self) -> Entry:
        """The next article as it lies in a window, in an event of its own: its signature is made of one there is."""
        place, vector = self._draw()
        known, language = self._signatures[place], self._articles[place].language
        noisy, scale = quantised(known.vector + self._noise.normal(0, 3.0, len(known.vector)))
        keys = np.concatenate([known.stems.keys, self._words(6).astype(np.uint32)])
        weights = np.concatenate([known.stems.weights, np.full(6, 200, np.uint8)])
        stems = Weighted(keys, weights, np.concatenate([known.stems.flags, np.ones(6, np.uint8)]))
        made = evolve(known, sequence=self._number, vector=noisy, scale=scale, stems=stems)
        identity = f"a{self._number}"
        return Entry(identity, Member(made, self._time(), language), vector.astype(np.float16), identity)

    def _draw(self) -> tuple[int, NDArray[np.float32]]:
        self._number += 1
        place = int(self._noise.integers(len(self._articles)))
        changed = self._vectors[place] + self._noise.normal(0, 0.02, self._vectors.shape[1])
        return place, (changed / np.linalg.norm(changed)).astype(np.float32)

    def _words(self, count: int) -> NDArray[np.int64]:
        return (20_000 * self._noise.random(count) ** 3).astype(np.int64)

    def _time(self) -> float:
        return (START + timedelta(days=DAYS * self._number / self._size)).timestamp()


def measure(embedder: Embedder, size: int) -> float:
    """Milliseconds of CPU an article with so many in the window."""
    stream, placer = Stream(embedder, size), Placer(embedder)
    gc.collect()
    before, started = psutil.Process().memory_info().rss, time.process_time()
    placer.restore(stream.entry() for _ in range(size))
    loading, held = time.process_time() - started, (psutil.Process().memory_info().rss - before) / size
    runs = [timed(placer, stream) for _ in range(3)]
    print(
        f"{size} in the window: {min(runs):.2f} ms an article, {1000 / min(runs):.0f} articles a second, "
        f"{held:.0f} bytes each, made and loaded in {loading:.0f} s, recall@20 {recall(placer, stream):.3f}",
        flush=True,
    )
    return min(runs)


def timed(placer: Placer, stream: Stream) -> float:
    """Milliseconds of CPU an article, over MEASURED of them."""
    arrivals = [stream.next() for _ in range(MEASURED)]
    started = time.process_time()
    for arrival in arrivals:
        placer.place(arrival)
    return 1000 * (time.process_time() - started) / MEASURED


def recall(placer: Placer, stream: Stream) -> float:
    """Of the 20 nearest by exact search, how many the window's search finds."""
    entries = [entry for entry in placer.window.entries if entry is not None]
    rows = np.stack([entry.member.signature.vector for entry in entries]).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    shares = []
    for _ in range(ASKED):
        vector = stream.entry().member.signature.vector
        exact = np.argsort(rows @ vector.astype(np.float32))[::-1][:20]
        wanted = {placer.window.positions[entries[place].id] for place in exact}
        found = placer.window.search(vector)[:20]
        shares.append(len(wanted & set(found)) / 20)
    return float(np.mean(shares))


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
