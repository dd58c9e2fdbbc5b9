"""`monitor kibana`: the saved objects that an analyst imports."""

from __future__ import annotations

from pathlib import Path

import click

from monitor.cli.context import state
from monitor.cli.options import Group
from monitor.cli.render import show, table

DEFAULT = Path("deploy/kibana/monitor.ndjson")
EXAMPLES = """\b
Examples:
  monitor kibana build
  monitor kibana build --output monitor.ndjson
  monitor kibana check monitor.ndjson
In Kibana: Stack Management, Saved Objects, Import.
"""


@click.group(cls=Group, epilog=EXAMPLES)
def command() -> None:
    """Build and check Kibana's saved objects, without a Kibana."""


@command.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default=DEFAULT,
    show_default=True,
    metavar="FILE|-",
    help="Where to; - is standard output.",
)
@click.pass_context
def build(ctx: click.Context, output: Path) -> None:
    """Write data views, a Discover session, charts and a dashboard from the index mapping."""
    from monitor.index import mappings
    from monitor.kibana import build as build_objects
    from monitor.kibana import dump

    prefix = state(ctx).config.index_prefix
    objects = build_objects(mappings(), prefix=prefix)
    output.parent.mkdir(parents=True, exist_ok=True)
    with click.open_file(str(output), "w", encoding="utf-8") as file:
        file.write(dump(objects))
    if str(output) != "-":
        show(f"{output}: {len(objects)} saved objects")


@command.command()
@click.argument(
    "file",
    metavar="[FILE|-]",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    default=DEFAULT,
)
@click.pass_context
def check(ctx: click.Context, file: Path) -> None:
    """Check FILE against itself and against the index mapping; exit code 1 where something is wrong."""
    from monitor.index import mappings
    from monitor.kibana import NdjsonError, load
    from monitor.kibana import check as check_objects

    prefix = state(ctx).config.index_prefix
    try:
        with click.open_file(str(file), encoding="utf-8") as opened:
            text = opened.read()
    except UnicodeDecodeError as problem:
        raise NdjsonError(f"{file} is not UTF-8: {problem.reason} at byte {problem.start}") from None
    objects = load(text)
    findings = check_objects(objects, {prefix + alias: fields for alias, fields in mappings().items()})
    if findings:
        show(table(("object", "problem"), [(each.object, each.problem) for each in findings]))
        ctx.exit(1)
    show(f"{file}: {len(objects)} saved objects, nothing wrong")
