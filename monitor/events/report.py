"""The training report, in Markdown: what was learned from, and how good it is on what was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitor.events.calibration import Calibration
from monitor.events.train import Report

HEAD = (
    "# Training report of the grouping's decision",
    "",
    "{weights} weights, learned on the sets below with vectors of {embedder}. BCubed F1, per cent: fitted; on events",
    "of five folds that were not learned from; with the whole set left out; and of the decision that was there before.",
    "",
    "| set | licence | articles | fitted | folds | set left out | before |",
    "|---|---|---|---|---|---|---|",
)
CURVES = (
    "",
    "Calibration on held-out pairs: expected calibration error, and said:was by tenths.",
    "",
    "| regime | pairs | error | curve |",
    "|---|---|---|---|",
)


def markdown(report: Report, before: Mapping[str, float] | None = None) -> str:
    """The report; `before` gives the former decision's F1 by set, 0 to 1."""
    about = report.decision.about
    head = [line.format(weights=len(report.decision.terms), embedder=about["embedder"]) for line in HEAD]
    rows = [
        f"| {line.name} | {about['sets'][line.name]} | {line.articles} | {100 * line.fitted:.1f} | "
        f"{100 * line.folds:.1f} | {_shown(line.left_out)} | {_shown((before or {}).get(line.name))} |"
        for line in report.lines
    ]
    return "\n".join([*head, *rows, *CURVES, *curves(report.calibrations), ""])


def curves(calibrations: Sequence[Calibration]) -> list[str]:
    """The rows of the table under CURVES."""
    return [
        f"| {each.regime} | {each.pairs} | {each.error:.3f} | "
        + " ".join(f"{said:.2f}:{was:.2f}" for said, was in each.curve)
        + " |"
        for each in calibrations
    ]


def _shown(f1: float | None) -> str:
    return "" if f1 is None else f"{100 * f1:.1f}"
