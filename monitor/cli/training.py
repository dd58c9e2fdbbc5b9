"""`monitor events train`: the grouping's decision learned anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.context import state
from monitor.cli.render import note, show, table, warn

if TYPE_CHECKING:
    from monitor.jobs.training import Trained

EXAMPLES = """\b
Examples:
  monitor events train --data events.jsonl="CC BY 4.0" --corrections
  MONITOR_DECISION=decision.json monitor group
Each line of FILE is an object with id, headline and event, and, where known, language, outlet, published and body.
"""


@click.command(epilog=EXAMPLES)
@click.option("--data", multiple=True, metavar="FILE[=LICENCE]", help="A labelled set; may be given again.")
@click.option(
    "--translated", multiple=True, metavar="FILE[=LICENCE]", help="One whose events are translations of one text."
)
@click.option("--corrections", is_flag=True, help="Learn from what people corrected in the index too.")
@click.option("--without-packaged", is_flag=True, help="Leave out the headlines that come with the monitor.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to; by default the configured decision, else decision.json in the data folder.",
)
@click.option("--force", is_flag=True, help="Put the new decision in place of a better one too.")
@click.pass_context
def command(
    ctx: click.Context,
    data: tuple[str, ...],
    translated: tuple[str, ...],
    output: Path | None,
    *,
    corrections: bool,
    without_packaged: bool,
    force: bool,
) -> None:
    """Learn anew when two articles tell one event, from sets that you name; the report is written beside it.

    A decision that is better stays in place. Takes minutes: each set is grouped seven times.
    """
    from monitor.jobs.training import source, train_decision

    found = state(ctx)
    sources = [source(each) for each in data] + [source(each, translated=True) for each in translated]
    config = found.config
    config.data.mkdir(parents=True, exist_ok=True)
    index = found.open_index() if corrections else None
    try:
        trained = train_decision(
            sources,
            found.embedder,
            output=output or config.decision or config.data / "decision.json",
            current=config.decision,
            index=index,
            packaged=not without_packaged,
            force=force,
            say=note,
        )
    finally:
        if index is not None:
            index.close()
    _tell(trained)
    if trained.kept:
        ctx.exit(1)


def _tell(trained: Trained) -> None:
    licences = trained.report.decision.about["sets"]
    rows = [
        (
            line.name,
            licences[line.name],
            line.articles,
            *map(_per_cent, (line.fitted, line.folds, line.left_out, trained.before[line.name])),
        )
        for line in trained.report.lines
    ]
    numbers = ("articles", "fitted", "cross-validated", "set left out", "before")
    show(table(("set", "licence", *numbers), rows, right=numbers, title="BCubed F1, per cent"), "")
    new, old = trained.figures
    compared = f"cross-validated {100 * new:.1f} against {100 * old:.1f} of the decision before"
    if trained.kept:
        warn(f"{trained.kept} was kept, it is better ({compared}); the new one is {trained.file}; --force replaces")
        return
    if not trained.better:
        warn(f"the new decision is worse: {compared}")
    show(f"{trained.file}: {compared}; report: {trained.report_file}")
    show(f"use it: MONITOR_DECISION={trained.file} or `decision` in the configuration file")


def _per_cent(f1: float | None) -> str:
    return "" if f1 is None else f"{100 * f1:.1f}"
