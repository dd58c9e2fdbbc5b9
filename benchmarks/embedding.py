"""How many articles the embedder takes: `benchmarks/embedding.py --words 45 --threads 2`.

The packaged articles in languages that part words by spaces, each cut to so many words, embedded as the crawl does.
Prints articles a second of wall time and milliseconds of CPU an article, of the fastest of three runs. On a busy
machine the CPU time is what counts: two cores give 2000 / CPU milliseconds at best.
"""

from __future__ import annotations

import argparse
import os
import time
from importlib.resources import files

from monitor.config import Config
from monitor.embedding import Embedder, load_embedder
from monitor.language import language

RUNS = 3


def texts(words: int) -> list[str]:
    """Headline and lead of every packaged article that is long enough, cut."""
    found = []
    for file in sorted((files("monitor.events") / "training").iterdir(), key=lambda each: each.name):
        for line in file.read_text("utf-8").splitlines() if file.name.startswith("articles-") else ():
            cells = line.removeprefix("  ").split(" | ")
            if len(cells) == 5 and language(cells[0]).spaces:
                cut = f"{cells[3]}. {cells[4]}".split()[:words]
                found += [" ".join(cut)] if len(cut) == words else []
    return found


def timed(embedder: Embedder, cut: list[str]) -> tuple[float, float]:
    """Seconds of wall and of CPU time."""
    wall, cpu = time.perf_counter(), time.process_time()
    embedder.embed(cut)
    return time.perf_counter() - wall, time.process_time() - cpu


def main() -> None:
    """Print the best of RUNS."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--words", type=int, default=45)
    asked.add_argument("--threads", type=int, default=2)
    options = asked.parse_args()
    embedder, cut = load_embedder(Config(), threads=options.threads), texts(options.words)
    embedder.embed(cut[:50])
    best = min(timed(embedder, cut) for _ in range(RUNS))
    wall, cpu = (each / len(cut) for each in best)
    print(
        f"{len(cut)} texts of {options.words} words: {1 / wall:.0f} articles a second with {options.threads} threads, "
        f"{1000 * cpu:.1f} ms of CPU an article; load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
