"""`monitor index`: the index itself, whichever it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.context import state
from monitor.cli.options import Group, format_option
from monitor.cli.render import progress, show, show_json, stamp, table

if TYPE_CHECKING:
    from monitor.index.export import Format

EXAMPLES = """\b
Examples:
  monitor index status
  monitor --index https://localhost:9200 index create
  monitor index export --output news.jsonl
  monitor --index sqlite:copy.sqlite index import news.jsonl
"""


FORMS: tuple[Format, ...] = ("jsonl", "csv", "parquet")


@click.group(cls=Group, epilog=EXAMPLES)
def command() -> None:
    """Create, inspect, export and import the index; `monitor --index` says which."""


@command.command()
@click.pass_context
def create(ctx: click.Context) -> None:
    """Make the index, or bring an older one up to date; nothing in it is lost."""
    with state(ctx).open_index(make=True) as index:
        index.create()
        show(f"{index.address}: ready")


@command.command()
@format_option("table", "json")
@click.pass_context
def status(ctx: click.Context, form: str) -> None:
    """Say what the index holds."""
    from monitor.index.codec import to_dict

    with state(ctx).open_index() as index:
        found = index.status()
    if form == "json":
        show_json(to_dict(found))
        return
    languages = ", ".join(f"{code} {count}" for code, count in sorted(found.languages.items(), key=lambda e: -e[1]))
    rows = [
        ("index", found.address),
        ("articles", found.articles),
        ("not yet grouped", found.unplaced),
        ("events", found.events),
        ("outlets", found.outlets),
        ("languages", languages),
        ("span", f"{stamp(found.first)} to {stamp(found.last)}" if found.first else ""),
        ("embedder", f"{found.embedder} ({found.dimensions} dimensions)" if found.embedder else ""),
        ("announced, not fetched", found.pending),
        ("size", f"{found.bytes / 1e6:,.1f} MB"),
    ]
    show(table(("what", "value"), rows))


@command.command()
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="By default what the file's name ends with, else jsonl."
)
@click.option("--output", default="-", show_default=True, metavar="FILE|-", help="Where to; - is standard output.")
@click.option(
    "--everything", is_flag=True, help="Events, corrections and the crawl's memory too, for `import` (JSONL)."
)
@click.pass_context
def export(ctx: click.Context, form: Format | None, output: str, *, everything: bool) -> None:
    """Write the articles, one a line; with --everything all that `monitor index import` can take."""
    from monitor.jobs.exporting import export_index

    form = form or _form(output)
    if form == "parquet" and output == "-" and sys.stdout.isatty():
        raise click.UsageError("Parquet is for programs, not for a terminal: name a file with --output", ctx)
    with state(ctx).open_index() as index, progress("") as bar:
        task = bar.add_task("articles", total=index.status().articles)
        count = export_index(
            index,
            form=form,
            output=output,
            everything=everything,
            progress=lambda done: bar.update(task, completed=done),
        )
    if output != "-":
        show(f"{output}: {count} {'rows' if everything else 'articles'}")


def _form(output: str) -> Format:
    """The form that a file's name ends with, under a `.gz` too."""
    ending = output.removesuffix(".gz").rpartition(".")[2]
    return next((form for form in FORMS if form == ending), "jsonl")


@command.command("import")
@click.argument("file", metavar="FILE|-")
@click.pass_context
def import_(ctx: click.Context, file: str) -> None:
    """Take what `export` wrote, from either kind of index; twice is as good as once."""
    from monitor.jobs.exporting import read_rows
    from monitor.jobs.files import check_readable

    check_readable(Path(file))  # a mistyped name makes no index
    with state(ctx).open_index(make=True) as index, progress("") as bar:
        task = bar.add_task("rows", total=None)
        count = index.import_(read_rows(file), progress=lambda done: bar.update(task, completed=done))
    show(f"{count} rows taken")


@command.command()
@click.pass_context
def reembed(ctx: click.Context) -> None:
    """Make every article's vector anew with the embedder of the configuration, after it was changed."""
    from monitor.jobs.embedding import reembed as run

    found = state(ctx)
    found.open_index().close()  # without one no embedder is prepared
    embedder = found.embedder()
    with found.open_index() as index, progress("") as bar:
        task = bar.add_task("articles", total=index.status().articles)
        count = run(index, embedder, progress=lambda done: bar.update(task, completed=done))
    if count:
        show(f"{count} articles have new vectors of {embedder.name}; run `monitor group` next")
    else:
        show(f"nothing to do: every article has its vector of {embedder.name}")


@command.command()
@click.pass_context
def prepare(ctx: click.Context) -> None:
    """Prepare the embedder now rather than at the first crawl (for images and machines without a network)."""
    embedder = state(ctx).embedder()
    show(f"{embedder.name}: {embedder.dimensions} dimensions, ready")
