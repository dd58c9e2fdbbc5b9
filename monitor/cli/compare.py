"""`monitor compare`: an event across its outlets, or an article beside everything that is known of its events."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.context import State, state
from monitor.cli.options import MOMENT, catalogue_option, clock, format_option, now_option
from monitor.cli.render import show_json
from monitor.model import Article, FateName, Moment

if TYPE_CHECKING:
    from monitor.outlets import Catalogue

EXAMPLES = """\b
Examples:
  monitor compare e1f2a3
  monitor compare article.html --published 2018-05-22 --outlet "Financial Tribune"
  monitor compare https://example.org/news/1 --discover --budget 200
  pbpaste | monitor compare - --format json
"""


@click.command(epilog=EXAMPLES)
@click.argument("what", metavar="EVENT|FILE|URL|-")
@click.option("--published", type=MOMENT, help="When the article was published, where it does not say so.")
@click.option("--outlet", default="", help="Whose article it is: a slug or a publisher's name.")
@click.option("--discover", is_flag=True, help="First look for coverage that is not in the index yet.")
@click.option(
    "--budget", type=click.IntRange(1, 10_000), default=200, show_default=True, help="Requests of --discover."
)
@click.option("--delay", type=click.FloatRange(0), metavar="SECONDS", help="Between two requests to one outlet.")
@catalogue_option
@now_option
@format_option("table", "json")
@click.pass_context
def command(
    ctx: click.Context,
    what: str,
    published: Moment | None,
    outlet: str,
    budget: int,
    delay: float | None,
    folder: Path | None,
    now: datetime | None,
    *,
    form: str,
    discover: bool,
) -> None:
    """Compare EVENT across the outlets that told it, or an article with all coverage of what it speaks of.

    EVENT is an id that `monitor events` lists; an article is a file of HTML or plain text, an address, or - for
    standard input.
    """
    found = state(ctx).with_catalogue(folder)
    if _is_article(what):
        _article(found, what, published, outlet, budget if discover else 0, delay, clock(now), form)
    else:
        _event(found, what, clock(now), form)


def _is_article(what: str) -> bool:
    return what == "-" or "://" in what or "/" in what or "." in what or Path(what).exists()


def _event(found: State, event: str, now: datetime, form: str) -> None:
    from monitor.cli.comparisons import show_event
    from monitor.cli.render import note
    from monitor.comparison import to_dict
    from monitor.jobs.comparing import compare_event_in
    from monitor.jobs.events import known_event

    with found.open_index() as index:
        known_event(index, event)  # a mistyped id is told before an embedder is prepared
        result = compare_event_in(index, event, catalogue=found.catalogue(), embedder=found.embedder(), now=now)
    if result.event.id != event:
        note(f"event {event} was merged into {result.event.id}")
    if form == "json":
        show_json(to_dict(result))
    else:
        show_event(result)


def _article(
    found: State,
    source: str,
    published: Moment | None,
    outlet: str,
    budget: int,
    delay: float | None,
    now: datetime,
    form: str,
) -> None:
    from monitor.cli.comparisons import show_article
    from monitor.comparison import to_dict
    from monitor.jobs.comparing import compare_article_in
    from monitor.jobs.reading import read_article

    if not budget:
        found.open_index().close()  # without one nothing is read, fetched or waited for at standard input
    catalogue = found.catalogue()
    article = read_article(
        source, published=published, outlet=outlet, now=now, config=found.config, catalogue=catalogue
    )
    if budget:
        _discover(found, article, catalogue, budget, delay, now)
    with found.open_index() as index:
        result = compare_article_in(index, article, catalogue=catalogue, embedder=found.embedder(), now=now)
    if form == "json":
        show_json(to_dict(result))
    else:
        show_article(result)


def _discover(
    found: State, article: Article, catalogue: Catalogue, budget: int, delay: float | None, now: datetime
) -> None:
    """Fetch coverage that is not in the index yet, and place it."""
    from monitor.cli.crawl import shown
    from monitor.cli.render import note
    from monitor.jobs.discovering import discover
    from monitor.jobs.grouping import group_index

    with shown() as update:
        report = discover(
            article, found.config, catalogue=catalogue, budget=budget, delay=delay, now=now, progress=update
        )
    for line in report.sources:
        note(line)
    with found.open_index() as index:
        placed = group_index(index, embedder=found.embedder, catalogue=catalogue, now=now)
    note(f"{report.totals.get(FateName.STORED, 0)} articles found and stored, {placed.articles} placed in events")
