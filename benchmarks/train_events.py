"""Learn the decision: `benchmarks/train_events.py --set FILE=LICENCE --output decision.json --report FILE`.

The packaged headlines are learned from too. The report, in Markdown, names each set with its licence and gives BCubed
F1 fitted, cross-validated by event, and with the whole set left out; then the calibration by regime.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from monitor.config import Config
from monitor.embedding import load_embedder
from monitor.events.decision import to_json
from monitor.events.train import Report, Source, train


def main() -> None:
    """Train and write both files."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--set", action="append", default=[], metavar="FILE=LICENCE", dest="sets")
    asked.add_argument("--translated", action="append", default=[], metavar="FILE=LICENCE", help="of one text each")
    asked.add_argument("--output", type=Path, required=True)
    asked.add_argument("--report", type=Path, required=True)
    options = asked.parse_args()
    sources = [_source(each, translated=False) for each in options.sets]
    sources += [_source(each, translated=True) for each in options.translated]
    report = train(sources, load_embedder(Config()), say=lambda text: print(text, file=sys.stderr, flush=True))
    options.output.write_text(to_json(report.decision), "utf-8")
    options.report.write_text(markdown(report), "utf-8")
    print(markdown(report))


def _source(text: str, *, translated: bool) -> Source:
    path, _, licence = text.partition("=")
    return Source(Path(path), licence, translated)


def markdown(report: Report) -> str:
    """The training report."""
    licences = report.decision.about["sets"]
    rows = [
        f"| {line.name} | {licences[line.name]} | {line.articles} | {100 * line.fitted:.1f} | {100 * line.folds:.1f} | "
        f"{100 * line.left_out:.1f} |"
        for line in report.lines
    ]
    curves = [
        f"| {each.regime} | {each.pairs} | {each.error:.3f} | "
        + " ".join(f"{said:.2f}:{was:.2f}" for said, was in each.curve)
        + " |"
        for each in report.calibrations
    ]
    return "\n".join(
        [
            "# Training report of the grouping's decision",
            "",
            f"{len(report.decision.terms)} weights, learned on the sets below. BCubed F1, per cent: fitted; on events",
            "of five folds that were not learned from; with the whole set left out.",
            "",
            "| set | licence | articles | fitted | folds | set left out |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            "Calibration on held-out pairs: expected calibration error, and said:was by tenths.",
            "",
            "| regime | pairs | error | curve |",
            "|---|---|---|---|",
            *curves,
            "",
        ]
    )


if __name__ == "__main__":
    main()
