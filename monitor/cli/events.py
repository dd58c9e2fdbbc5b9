"""`monitor events`: what the outlets told, and people's word on it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from monitor.cli import training
from monitor.cli.context import state
from monitor.cli.options import Group, clock, filter_options, format_option, limit_option, now_option, resolve
from monitor.cli.render import ago, event_line, isolate, note, show, show_json, stamp, table

if TYPE_CHECKING:
    from monitor.index import EventPage

EXAMPLES = """\b
Examples:
  monitor events --since 2d --language fa
  monitor events show e1f2a3
  monitor events why ARTICLE OTHER-ARTICLE
  monitor events merge e1f2a3 e4d5c6
  monitor events split e1f2a3 ARTICLE ARTICLE
"""


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLES)
@filter_options
@click.option("--text", default="", help="Words in an article of the event.")
@click.option("--story", default="", help="Events that follow each other: the id that `show` names as their story.")
@click.option("--min-outlets", type=click.IntRange(0), default=0, help="Told by at least so many outlets.")
@click.option(
    "--order",
    type=click.Choice(["outlets", "-last", "last", "-first", "first", "articles"]),
    default="outlets",
    show_default=True,
    help="Most outlets or articles first; or by the first or last report, with - the newest first.",
)
@limit_option(20)
@format_option("table", "json")
@click.pass_context
def command(ctx: click.Context, /, start: str | None, now: datetime | None, form: str, **query: Any) -> None:
    """List events, those with the widest coverage first; or show, explain and correct them."""
    if ctx.invoked_subcommand:
        return
    from monitor.index import EventQuery
    from monitor.index.codec import event_to_dict

    wanted = EventQuery(since=resolve(start, clock(now)) if start else None, **query)
    with state(ctx).open_index() as index:
        page = index.events(wanted)
    if not page.total:
        state(ctx).say_strangers(query)
    if form == "json":
        show_json({"total": page.total, "events": [event_to_dict(event) for event in page]})
    else:
        _list(page)


command.add_command(training.command, "train")


def _list(page: EventPage) -> None:
    rows = [
        (each.id, each.outlets, each.articles, " ".join(each.languages), stamp(each.first), each.headline)
        for each in page
    ]
    columns = ("event", "outlets", "articles", "languages", "first report", "headline")
    show(table(columns, rows, right=("outlets", "articles")), f"{len(page)} of {page.total} events")


def _say_where(asked: str, found: str) -> None:
    if asked != found:
        note(f"event {asked} was merged into {found}")


@command.command("show")
@click.argument("event")
@format_option("table", "json")
@click.pass_context
def show_(ctx: click.Context, event: str, form: str) -> None:
    """Show one event and its articles in the order of time, and the events of its story."""
    from monitor.index import EventQuery
    from monitor.index.codec import article_to_dict, event_to_dict
    from monitor.jobs.events import event_with_articles

    with state(ctx).open_index() as index:
        found, articles = event_with_articles(index, event)
        story = index.events(EventQuery(story=found.story, order="first")) if found.story else None
    if form == "json":
        show_json({**event_to_dict(found), "members": [article_to_dict(each.article) for each in articles]})
        return
    _say_where(event, found.id)
    show(isolate(found.headline), event_line(found))
    first = found.first
    rows = [
        (
            each.article.id,
            each.article.outlet,
            each.article.language,
            stamp(each.article.published),
            ago(each.article.published - first) if each.article.published and first else "",
            each.article.headline,
        )
        for each in articles
    ]
    show(table(("article", "outlet", "language", "published", "lag", "headline"), rows))
    if story:
        told = [(each.id, stamp(each.first), each.articles, each.headline) for each in story]
        columns = ("event", "first report", "articles", "headline")
        show("", table(columns, told, title=f"Story {found.story}: events that follow each other", right=("articles",)))


@command.command()
@click.argument("event")
@format_option("table", "json")
@click.pass_context
def history(ctx: click.Context, event: str, form: str) -> None:
    """Show every change of an event: which article came, left or moved, when, why, by whom."""
    from monitor.index.codec import to_dict
    from monitor.jobs.events import event_with_articles

    with state(ctx).open_index() as index:
        found, _ = event_with_articles(index, event)
        changes = index.history.changes(event=found.id)
    if form == "json":
        show_json([to_dict(each) for each in changes])
        return
    _say_where(event, found.id)
    rows = [
        (stamp(each.at), each.article, each.before, each.after, f"{each.probability:.2f}", each.by, each.reason)
        for each in changes
    ]
    show(table(("at", "article", "from", "to", "probability", "by", "reason"), rows))


@command.command()
@click.argument("article")
@click.argument("other", required=False)
@format_option("table", "json")
@click.pass_context
def why(ctx: click.Context, article: str, other: str | None, form: str) -> None:
    """Show the evidence for and against ARTICLE and OTHER (or ARTICLE and its event) being one event.

    The log-odds of all that was found add up to those of the pair: above 0 is more probable than not.
    """
    from monitor.cli.why import grounds, grounds_to_dict
    from monitor.jobs.events import evidence

    found = state(ctx)
    with found.open_index() as index:
        shown = evidence(index, article, other, decision=found.decision())
    if form == "json":
        show_json(grounds_to_dict(shown))
    else:
        show(*grounds(shown))


@command.command()
@click.argument("events", nargs=-1, required=True)
@click.option("--by", default="", help="Who says so.")
@click.option("--note", default="", help="Why.")
@now_option
@click.pass_context
def merge(ctx: click.Context, events: tuple[str, ...], by: str, note: str, now: datetime | None) -> None:
    """Say that EVENTS are one happening; it holds against later repair."""
    from monitor.jobs.events import merge as run

    if len(set(events)) < 2:
        raise click.UsageError("name two or more events to merge", ctx)
    with state(ctx).open_index() as index:
        show(f"merged into {run(index, events, by=by, note=note, now=clock(now))}")


@command.command()
@click.argument("event")
@click.argument("articles", nargs=-1, required=True)
@click.option("--by", default="", help="Who says so.")
@click.option("--note", default="", help="Why.")
@now_option
@click.pass_context
def split(ctx: click.Context, event: str, articles: tuple[str, ...], by: str, note: str, now: datetime | None) -> None:
    """Say that ARTICLES are another happening than the rest of EVENT; it holds against later repair."""
    from monitor.jobs.events import split as run

    with state(ctx).open_index() as index:
        show(f"split into {run(index, event, articles, by=by, note=note, now=clock(now))}")


@command.command()
@click.argument("article")
@click.argument("event")
@click.option("--by", default="", help="Who says so.")
@click.option("--note", default="", help="Why.")
@now_option
@click.pass_context
def move(ctx: click.Context, article: str, event: str, by: str, note: str, now: datetime | None) -> None:
    """Say that ARTICLE belongs to EVENT; it holds against later repair."""
    from monitor.jobs.events import move as run

    with state(ctx).open_index() as index:
        show(f"moved into {run(index, article, event, by=by, note=note, now=clock(now))}")
