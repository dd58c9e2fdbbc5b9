"""`monitor health`: which outlets are broken, late or silent."""

from __future__ import annotations

from datetime import datetime

import click

from monitor.cli.context import state
from monitor.cli.options import clock, format_option, now_option
from monitor.cli.render import show, show_json, stamp, table

EXAMPLES = """\b
Examples:
  monitor health
  monitor health --all --format json
"""


@click.command(epilog=EXAMPLES)
@click.option("--all", "everything", is_flag=True, help="The healthy ones too.")
@now_option
@format_option("table", "json")
@click.pass_context
def command(ctx: click.Context, now: datetime | None, form: str, *, everything: bool) -> None:
    """Say which outlets are broken, late or silent; exit code 1 where one is."""
    from attrs import asdict

    from monitor.jobs.health import health

    found = state(ctx)
    with found.open_index() as index:
        outlets = health(index, found.catalogue(), now=clock(now))
    shown = [each for each in outlets if everything or not each.ok]
    if form == "json":
        show_json([asdict(each) for each in shown])
    else:
        rows = [(each.outlet, each.state, stamp(each.last_article), each.entry, each.problem) for each in shown]
        show(table(("outlet", "state", "last article", "entry point", "problem"), rows))
        show(f"{sum(each.ok for each in outlets)} of {len(outlets)} outlets crawled so far are well")
    ctx.exit(0 if all(each.ok for each in outlets) else 1)
