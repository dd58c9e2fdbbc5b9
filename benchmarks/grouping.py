"""How well labelled sets are grouped: `benchmarks/grouping.py --set FILE [FILE …]`.

A set is JSON lines with id, headline, event, and language, published, outlet, body where known (`.gz` too). Grouped as
`monitor group --input` does, with its defaults. Prints in per cent BCubed, and F1 over pairs, all and across languages.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from monitor.config import Config
from monitor.embedding import Embedder, load_embedder
from monitor.events import bcubed, group_articles, pairs
from monitor.events.decision import load_decision
from monitor.events.train import read_set


def main() -> None:
    """Print a line a set."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--set", nargs="+", type=Path, required=True, dest="sets")
    asked.add_argument("--decision", type=Path, help="a decision of `monitor events train` instead of the packaged one")
    options = asked.parse_args()
    embedder = load_embedder(Config())
    for path in options.sets:
        print(line(path, embedder, options.decision), flush=True)


def line(path: Path, embedder: Embedder, decision: Path | None) -> str:
    """The figures of one set."""
    labelled = read_set(path)
    started = time.process_time()
    found = group_articles(labelled.articles, embedder=embedder, decision=load_decision(decision))
    spent = time.process_time() - started
    ids = [article.id for article in labelled.articles]
    gold, made = [labelled.events[each] for each in ids], [found[each] for each in ids]
    languages = [article.language for article in labelled.articles]
    whole, across = bcubed(gold, made), pairs(gold, made, languages)
    figures = {
        "bcubed_precision": whole.precision,
        "bcubed_recall": whole.recall,
        "bcubed_f1": whole.f1,
        "pair_f1": pairs(gold, made).f1,
    } | ({"cross_language_pair_f1": across.f1} if len(set(languages)) > 1 else {})
    shown = " ".join(f"{name}={100 * value:.1f}" for name, value in figures.items())
    per = 1000 * spent / max(1, len(ids))
    return f"{labelled.name}: {shown} events={len(set(made))} gold={len(set(gold))} cpu_ms_an_article={per:.1f}"


if __name__ == "__main__":
    main()
