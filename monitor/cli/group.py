"""`monitor group`: articles into events."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from monitor.cli.context import State, state
from monitor.cli.options import clock, now_option
from monitor.cli.render import progress, show, warn

EXAMPLES = """\b
Examples:
  monitor group
  monitor group --input articles.jsonl.gz --output events.jsonl
Each line of --input is an object with id and headline, and, where known, language, outlet, published and body.
"""
FILE = click.Path(dir_okay=False, allow_dash=True, path_type=Path)


@click.command(epilog=EXAMPLES)
@click.option("--input", "source", type=FILE, help="Articles as JSON lines (.gz too) instead of those of the index.")
@click.option("--output", "target", type=FILE, help="Where the lines {id, event} go; - is standard output.")
@now_option
@click.pass_context
def command(ctx: click.Context, source: Path | None, target: Path | None, now: datetime | None) -> None:
    """Group articles into events: those of the index that are not placed yet, or those of a file."""
    found = state(ctx)
    if (source is None) != (target is None):
        raise click.UsageError("--input and --output go together", ctx)
    if source is not None and target is not None:
        _files(found, source, target)
        return
    from monitor.jobs.grouping import group_index

    with found.open_index(make=True) as index, progress("") as bar:
        task = bar.add_task("articles", total=None)
        report = group_index(
            index,
            embedder=found.embedder,
            catalogue=found.catalogue(),
            decision=found.decision(),
            now=clock(now),
            progress=lambda n, of: bar.update(task, completed=n, total=of),
        )
    show(f"{report.articles} articles placed, {report.changed} earlier ones moved by repair")


def _files(found: State, source: Path, target: Path) -> None:
    from monitor.jobs.files import check_readable, check_writable
    from monitor.jobs.grouping import group_file

    check_readable(source)
    check_writable(target)
    decision = found.decision()
    embedder = found.embedder()
    learned_on = decision.about.get("embedder", embedder.name)
    if learned_on != embedder.name:
        warn(f"the decision was learned on vectors of {learned_on}, these are of {embedder.name}: train another")
    with progress("") as bar:
        task = bar.add_task("articles", total=None)
        done = group_file(
            source,
            target,
            embedder=embedder,
            decision=decision,
            progress=lambda n, of: bar.update(task, completed=n, total=of),
        )
    if str(target) != "-":
        show(f"{target}: {done.articles} articles in {done.events} events")
    if done.repeated:
        warn(f"{done.repeated} lines repeat the id of an earlier one; each was grouped by itself")
