"""What each part of the grouping gives: `benchmarks/grouping_ablation.py --set FILE [FILE …]` prints a table.

BCubed F1 in per cent of each set with the packaged decision, and with one part taken away at a time. The decision is
not learned anew without the part, so a part that others could stand in for loses more here than it is worth.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve

from monitor.config import Config
from monitor.embedding import load_embedder
from monitor.events import Decision, load_decision, mending, neighbours, statistics, window
from monitor.events.decision import Term
from monitor.events.features import compared
from monitor.events.membership import Group
from monitor.events.mending import Mender, Name
from monitor.events.train import Remembering, read_set, score
from monitor.events.window import Entry

Change = Callable[[Decision], Decision]


def without(*features: str) -> Change:
    """Take features' terms away."""
    return lambda decision: evolve(decision, terms=tuple(t for t in decision.terms if t.feature not in features))


def one_regime(decision: Decision) -> Decision:
    """Keep only the terms that hold everywhere: no calibration by regime."""
    kept: tuple[Term, ...] = tuple(term for term in decision.terms if not term.when)
    return evolve(decision, terms=kept)


def joined(mender: Mender, entries: list[Entry], groups: Sequence[Group], name: Name) -> list[str]:  # noqa: ARG001
    """Instead of mending: the article joins the event of its largest mean, and nothing else changes."""
    article, *others = (entry.member for entry in entries)
    scores = mender.decision.bounded(compared([article], others))[0]
    ends = np.cumsum([len(group.positions) for group in groups])
    means = [part.mean() for part in np.split(scores, ends[:-1])]
    best = groups[int(np.argmax(means))]
    return [best.event, *(group.event for group in groups for _ in group.positions)]


PARTS: dict[str, tuple[Change, dict[tuple[Any, str], Any]]] = {
    "all": (lambda decision: decision, {}),
    "signature: no stems": (without("words", "headline"), {}),
    "signature: no names, places, numbers": (
        without(
            "names",
            "shared_numbers",
            "shared_places",
            "clashing_numbers",
            "clashing_places",
            "clashing_cities",
            "clashing_names",
        ),
        {},
    ),
    "signature: no language mean": (lambda decision: decision, {(statistics, "SHRINK"): 1e9}),
    "neighbours: 5 instead of 20": (lambda decision: decision, {(window, "NEIGHBOURS"): 5}),
    "neighbours: by graph": (lambda decision: decision, {(neighbours, "EXACT"): 50}),
    "decision: similarity and days alone": (
        lambda decision: evolve(
            decision, terms=tuple(t for t in decision.terms if t.feature in ("", "similarity", "days"))
        ),
        {},
    ),
    "calibration: one regime": (one_regime, {}),
    "contradiction: none": (without("clashing_numbers", "clashing_places", "clashing_cities", "clashing_names"), {}),
    "time: none": (without("days"), {}),
    "cohesion: none": (lambda decision: evolve(decision, gap=inf), {}),
    "repair: none": (lambda decision: decision, {(mending.Mender, "mend"): joined}),
}


@contextmanager
def changed(values: dict[tuple[Any, str], Any]) -> Iterator[None]:
    """Set module constants for a while."""
    before = {(module, name): getattr(module, name) for module, name in values}
    for (module, name), value in values.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for (module, name), value in before.items():
            setattr(module, name, value)


def main() -> None:
    """Print the table in Markdown."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--set", nargs="+", type=Path, required=True, dest="sets")
    sets = [read_set(path) for path in asked.parse_args().sets]
    embedder, decision = Remembering(load_embedder(Config())), load_decision()
    print("| |", " | ".join(each.name for each in sets), "|")
    print("|---|" + "---|" * len(sets), flush=True)
    for name, (change, values) in PARTS.items():
        with changed(values):
            figures = [f"{100 * score(each, embedder, change(decision)):.1f}" for each in sets]
        print(f"| {name} |", " | ".join(figures), "|", flush=True)


if __name__ == "__main__":
    main()
