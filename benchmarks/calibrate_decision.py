"""Calibrate the probabilities of a decision that is there already, and say how right they are by regime.

    python benchmarks/calibrate_decision.py [--decision FILE] [--set FILE …] [--write FILE]

Reads the packaged training sets, the demo's newsroom and the sets named, each with its text and without, dated and not.
Each regime gets a line from the decision's log-odds to a probability; the figures are of lines that did not see the
events of the pairs they are judged on. `--write` writes the decision with these lines.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from attrs import evolve

from monitor.config import Config
from monitor.embedding import load_embedder
from monitor.events.calibration import calibration, lines
from monitor.events.decision import load_decision, to_json
from monitor.events.own import own_articles, own_headlines
from monitor.events.report import CURVES, curves
from monitor.events.train import Remembering, kinds, read_set
from monitor.events.views import pairs_of


def main() -> None:
    """Fit, judge, print, write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--decision", type=Path, help="a decision of `monitor events train` instead of the packaged one")
    asked.add_argument("--set", type=Path, action="append", default=[], help="a labelled set, JSON lines")
    asked.add_argument("--write", type=Path, help="where to write the decision with its lines")
    options = asked.parse_args()
    decision, embedder = load_decision(options.decision), Remembering(load_embedder(Config()))
    sets = [own_headlines(), own_articles(), *(read_set(path) for path in options.set)]
    judged = [
        (pairs_of(labelled, kind, embedder, decision.terms), decision) for labelled in sets for kind in kinds(labelled)
    ]
    print("\n".join([*CURVES[1:], *curves(calibration(judged))]))
    if options.write:
        options.write.write_text(to_json(evolve(decision, lines=lines(judged))), encoding="utf-8")


if __name__ == "__main__":
    main()
