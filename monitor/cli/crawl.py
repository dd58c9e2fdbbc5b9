"""`monitor crawl`: what the outlets published."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from monitor.cli.context import state
from monitor.cli.options import catalogue_option, clock, format_option, now_option
from monitor.cli.render import counted, note, progress, show, show_json, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from monitor.jobs.crawl import CrawlProgress, CrawlReport

EXAMPLES = """\b
Examples:
  monitor crawl irna-fa bbc-persian --since 2d
  monitor crawl --language fa --limit 20
  monitor crawl --due
  monitor crawl --due --shard 1/4
  monitor crawl --catalogue my-outlets --delay 1
Exit code 1: an outlet that used to yield failed.
"""


@click.command(epilog=EXAMPLES)
@click.argument("outlets", nargs=-1, metavar="[OUTLET]...")
@click.option("--language", help="Outlets in this language, BCP 47, such as fa.")
@click.option("--country", help="Outlets of this country, ISO 3166-1, such as IR.")
@click.option("--tag", help="Outlets with this tag, such as agency.")
@catalogue_option
@click.option("--since", help="Leave out what was published before; a span such as 2d. Without it nothing is too old.")
@click.option("--due", is_flag=True, help="Only entry points and revisits that are due by the outlet's interval.")
@click.option("--shard", metavar="I/N", help="This worker's share of the outlets, such as 1/4.")
@click.option("--limit", type=click.IntRange(1), help="At most so many articles fetched of each outlet.")
@click.option("--delay", type=click.FloatRange(0), metavar="SECONDS", help="Between two requests to one outlet.")
@now_option
@format_option("table", "json")
@click.pass_context
def command(ctx: click.Context, /, folder: Path | None, now: datetime | None, form: str, **chosen: Any) -> None:
    """Poll the outlets' feeds, sitemaps and section pages, fetch what is new, read it and index it.

    OUTLET is a slug, such as irna-fa (monitor outlets list); without one, all that the options choose.
    """
    from monitor.jobs.crawl import CrawlOptions, crawl

    found = state(ctx).with_catalogue(folder)
    options = CrawlOptions(**chosen, command=" ".join(["monitor crawl", *chosen["outlets"]]))
    catalogue = found.catalogue()
    options.select(catalogue)  # wrong names are told before an embedder is prepared
    if not found.config.contact and not found.config.allow_addresses:
        note("Outlets cannot tell whom to ask about this crawler: set MONITOR_CONTACT to your address or page.")
    found.open_index(make=True).close()  # likewise an index that cannot be had
    found.prepare_embedder()  # once, with its own bar, before the clock of the crawl runs
    began = time.monotonic()
    with shown() as update:
        fixed = clock(now) if now else None
        report = crawl(options, found.config, catalogue=catalogue, now=fixed, progress=update)
    if form == "json":
        show_json(_as_dict(report))
    else:
        _show(report)
        told = counted(report.candidates, "candidate"), counted(len(report.fates), "outlet")
        show(f"{' of '.join(told)} in {time.monotonic() - began:.0f} s")
    ctx.exit(report.exit_code)


@contextmanager
def shown() -> Iterator[Callable[[CrawlProgress], None]]:
    """A bar of what a crawl does; what it gives is to be called with each report of progress."""
    with progress("") as bar:
        task = bar.add_task("crawling", total=None)

        def update(now: CrawlProgress) -> None:
            words = f"{now.entries_done} of {now.entries} entry points, {now.stored} stored, {now.failed} failed"
            bar.update(task, total=now.candidates, completed=now.done, description=words)

        yield update


def _show(report: CrawlReport) -> None:
    from monitor.model import FateName

    names = [name for name in FateName if report.totals.get(name)]
    rows = [
        (outlet, *(fates.get(name, "") for name in names), sum(fates.values()))
        for outlet, fates in sorted(report.fates.items())
    ]
    total = ("all", *(report.totals[name] for name in names), report.candidates)
    columns = ("outlet", *(str(name) for name in names), "candidates")
    show(table(columns, [*rows, total], right=columns[1:]))
    failed = [(each.outlet, each.url, each.reason) for each in report.entries if each.outcome == "failed"]
    if failed:
        show("", table(("outlet", "entry point that failed", "why"), failed))
    for line in report.expectations:
        show(f"less than expected: {line}")


def _as_dict(report: CrawlReport) -> dict[str, Any]:
    from monitor.index.codec import to_dict

    return {**to_dict(report), "candidates": report.candidates, "exit_code": report.exit_code}
