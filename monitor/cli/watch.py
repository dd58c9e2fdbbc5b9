"""`monitor watch`: be told of new events, by a webhook or by mail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.context import State, state
from monitor.cli.options import SPAN, Group, catalogue_option, clock, format_option, now_option, resolve
from monitor.cli.render import note, show, show_json, stamp, table, warn

if TYPE_CHECKING:
    from monitor.index import Index, Watch
    from monitor.jobs.notices import Teller
    from monitor.jobs.watching import Checked

EXAMPLES = """\b
Examples:
  monitor watch add 'Shamkhani OR شمخانی' --webhook https://chat.example.org/hooks/news
  monitor watch add '"central bank" rates' --min-outlets 3 --mail desk@example.org --name Rates
  monitor watch list
  monitor watch check
  monitor watch remove w1a2b3c4
"""
NO_WATCHES = "no watches: `monitor watch add` makes one"
IDS = click.argument("ids", metavar="[WATCH]...", nargs=-1)


@click.group(cls=Group, epilog=EXAMPLES)
def command() -> None:
    """Be told of new events that match a search. `monitor watch check` does the telling: call it after grouping."""


@command.command()
@click.argument("query", default="")
@click.option("--webhook", "webhooks", multiple=True, metavar="URL", help="JSON is posted there; may be given again.")
@click.option("--mail", "mails", multiple=True, metavar="ADDRESS", help="Mail is sent there; may be given again.")
@click.option("--name", default="", help="What the notices call it; by default the query.")
@click.option("--language", "languages", multiple=True, help="Told in this language, BCP 47; may be given again.")
@click.option("--country", "countries", multiple=True, help="Told in this country, such as IR; may be given again.")
@click.option("--outlet", "outlets", multiple=True, help="Told by this outlet's slug; may be given again.")
@click.option("--min-outlets", type=click.IntRange(1), default=1, show_default=True, help="Told by at least so many.")
@click.option("--since", "start", type=SPAN, default="1d", show_default=True, help="Not events that ended before it.")
@now_option
@click.pass_context
def add(
    ctx: click.Context,
    /,
    query: str,
    webhooks: tuple[str, ...],
    mails: tuple[str, ...],
    start: str,
    now: datetime | None,
    **given: object,
) -> None:
    """Watch for events with an article that has QUERY: words, "phrases", -without and OR, as in a search."""
    from monitor.index import Watch
    from monitor.jobs.notices import MAILTO
    from monitor.jobs.watching import add_watch, checked_targets

    found, at = state(ctx), clock(now)
    targets = (*webhooks, *(MAILTO + each for each in mails))
    watch = Watch(id="", query=query, targets=targets, since=resolve(start, at), added=at, **given)  # type: ignore[arg-type]  # click has checked them
    checked_targets(watch, found.config)  # a wrong address makes no index
    with found.open_index(make=True) as index:
        kept, is_new = add_watch(index, watch, found.config)
    found.say_strangers(given)
    show(f"{kept.id} {'is watched from now on' if is_new else 'is watched already'}: `monitor watch test {kept.id}`")


@command.command("list")
@format_option("table", "json")
@click.pass_context
def list_(ctx: click.Context, form: str) -> None:
    """List the watches, with how many events each told and what failed last."""
    from monitor.index import to_dict

    with state(ctx).open_index() as index:
        watches = [(each, *_told(index, each)) for each in index.watches.all()]
    if form == "json":
        show_json([{**to_dict(each), "sent": sent, "problem": problem} for each, sent, problem in watches])
        return
    if not watches:
        note(NO_WATCHES)
        return
    rows = [
        (each.id, each.name, each.query, _filters(each), " ".join(each.targets), stamp(each.added), sent, problem)
        for each, sent, problem in watches
    ]
    columns = ("watch", "name", "query", "narrowed to", "tells", "added", "sent", "latest problem")
    show(table(columns, rows, right=("sent",)))


def _told(index: Index, watch: Watch) -> tuple[int, str]:
    """How many notices were sent, and why the latest open one was not."""
    notices = index.watches.notices(watch.id, limit=10_000)
    return sum(each.state == "sent" for each in notices), next((each.problem for each in notices if each.due), "")


def _filters(watch: Watch) -> str:
    parts = (*watch.languages, *watch.countries, *watch.outlets)
    return " ".join((*parts, *([f"{watch.min_outlets}+ outlets"] if watch.min_outlets > 1 else ())))


@command.command()
@click.argument("ids", metavar="WATCH...", nargs=-1, required=True)
@click.pass_context
def remove(ctx: click.Context, ids: tuple[str, ...]) -> None:
    """End watches; what they told is forgotten."""
    from monitor.jobs.watching import named

    with state(ctx).open_index() as index:
        for watch in named(index, ids):
            index.watches.remove(watch.id)
            show(f"{watch.id} is watched no more")


@command.command()
@click.argument("watch")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="At most so many.")
@format_option("table", "json")
@click.pass_context
def history(ctx: click.Context, watch: str, limit: int, form: str) -> None:
    """Show what a watch told, and what it could not, the latest first."""
    from monitor.index import to_dict
    from monitor.jobs.watching import named

    with state(ctx).open_index() as index:
        found = named(index, [watch])[0]
        notices = index.watches.notices(found.id, limit=limit)
    if form == "json":
        show_json([to_dict(each) for each in notices])
        return
    rows = [(stamp(each.at), each.event, each.target, each.state, each.tries, each.problem) for each in notices]
    show(table(("at", "event", "told", "state", "tries", "problem"), rows, right=("tries",)))


@command.command()
@IDS
@click.option("--dry-run", is_flag=True, help="Only say how many events would be told.")
@catalogue_option
@now_option
@format_option("table", "json")
@click.pass_context
def check(
    ctx: click.Context, ids: tuple[str, ...], folder: Path | None, now: datetime | None, form: str, *, dry_run: bool
) -> None:
    """Tell what is new, each event once to each target; exit code 1 where a target could not be told.

    What failed is tried again by the next check, for seven days. A schedule calls this after `monitor group`.
    """
    from monitor.jobs.watching import check_watches

    found = state(ctx).with_catalogue(folder)
    with found.open_index() as index:
        done = check_watches(index, _teller(found, index, now), ids=ids, now=clock(now), dry_run=dry_run)
    if form == "json":
        fields = ("sent", "waiting", "problem")
        show_json(
            [
                {"watch": each.watch.id, "target": each.target, **{name: getattr(each, name) for name in fields}}
                for each in done
            ]
        )
    else:
        _show_checked(done, dry_run=dry_run)
    for each in done:
        if each.problem:
            warn(f"{each.watch.id}: {each.problem}; the next check tries again")
    ctx.exit(1 if any(each.problem for each in done) else 0)


def _show_checked(done: Sequence[Checked], *, dry_run: bool) -> None:
    if not done:
        note(NO_WATCHES)
    elif dry_run:
        rows = [(each.watch.id, each.target, each.waiting) for each in done]
        show(table(("watch", "target", "would be told"), rows, right=("would be told",)))
    else:
        told = [(each.watch.id, each.target, len(each.sent), each.waiting, each.problem) for each in done]
        numbers = ("told", "left for the next check")
        show(table(("watch", "target", *numbers, "problem"), told, right=numbers))


@command.command()
@IDS
@now_option
@click.pass_context
def test(ctx: click.Context, ids: Sequence[str], now: datetime | None) -> None:
    """Send a notice marked as a test to each target of these watches, or of all; exit code 1 where one fails."""
    from monitor.jobs.watching import named

    found = state(ctx)
    failed = False
    with found.open_index() as index:
        teller = _teller(found, index, now)
        for watch in named(index, ids):
            for target in watch.targets:
                problem = teller.test(watch, target)
                failed = failed or bool(problem)
                note(f"{watch.id} {target}: {problem or 'it was taken'}")
    ctx.exit(1 if failed else 0)


def _teller(found: State, index: Index, now: datetime | None) -> Teller:
    from monitor.jobs.notices import Teller

    names = {slug: outlet.name for slug, outlet in found.catalogue().outlets.items()}
    return Teller(index=index, config=found.config, names=names, now=clock(now))
