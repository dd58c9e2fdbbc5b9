"""Whether the probability of an event at placing is right: `benchmarks/calibrate_placing.py --set FILE [FILE …]`.

A set is as `benchmarks/grouping.py` reads it. Its articles are placed in the order of their time. One that has an event
near is a placing: the event with which it hangs together best tells the same where most of its members do. Prints the
expected calibration error and, of each tenth, the mean probability, the share that was right, the number of placings.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import regex

from monitor.config import Config
from monitor.embedding import Embedder, load_embedder
from monitor.events.calibration import Bin, reliability
from monitor.events.placing import Arrival, Change, Placer
from monitor.events.summaries import arrived
from monitor.events.train import read_set
from monitor.text.headlines import embedding_text

_NEAREST = regex.compile(r"new: nearest was (\w+) at")


def placings(path: Path, embedder: Embedder) -> list[tuple[float, bool]]:
    """Of each placing: the probability that the nearest event tells the same, and whether it does."""
    labelled = read_set(path)
    ordered = sorted(labelled.articles, key=lambda article: arrived(article)[0])
    placer, found = Placer(embedder), list[tuple[float, bool]]()
    for article, vector in zip(ordered, embedder.embed([embedding_text(each) for each in ordered]), strict=True):
        at, dated = arrived(article)
        members = {entry.id: entry.event for entry in placer.window.entries if entry is not None}
        own = placer.place(Arrival(article, vector, at, dated=dated))[1][0]
        event, probability = _nearest(own)
        told = [labelled.events[each] == labelled.events[article.id] for each, its in members.items() if its == event]
        if told:
            found.append((probability, 2 * sum(told) > len(told)))
    return found


def _nearest(own: Change) -> tuple[str, float]:
    """The event that an article joined, or the one that was nearest, and the probability that it is the article's."""
    nearest = _NEAREST.match(own.reason)
    return (nearest[1], 1 - own.probability) if nearest else (own.after, own.probability)


def main() -> None:
    """Print a line a set, and the curve over all."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--set", nargs="+", type=Path, required=True, dest="sets")
    embedder, every = load_embedder(Config()), list[tuple[float, bool]]()
    for path in asked.parse_args().sets:
        of_set = placings(path, embedder)
        every += of_set
        print(f"{path.name}: {len(of_set)} placings, expected calibration error {_judged(of_set)[0]:.3f}", flush=True)
    error, curve = _judged(every)
    print(f"all: {len(every)} placings, expected calibration error {error:.3f}")
    for said, right, count in curve:
        print(f"  said {said:.2f}  was {right:.2f}  of {count}")


def _judged(found: list[tuple[float, bool]]) -> tuple[float, list[Bin]]:
    return reliability(np.array([each for each, _ in found]), np.array([each for _, each in found], float))


if __name__ == "__main__":
    main()
