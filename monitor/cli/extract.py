"""`monitor extract`: one page, read."""

from __future__ import annotations

from datetime import datetime

import click

from monitor.cli.context import state
from monitor.cli.options import clock, format_option, now_option
from monitor.cli.render import show, show_json, stamp, table

EXAMPLES = """\b
Examples:
  monitor extract page.html --url https://example.com/news/1
  monitor extract https://example.com/news/1 --format json
  curl -s https://example.com/news/1 | monitor extract -
"""
SHOWN = (
    "kind", "reason", "headline", "published", "modified", "authors", "language", "publisher", "agency", "place",
    "section", "keywords", "image", "canonical_url", "partial", "word_count", "charset",
)  # fmt: skip


@click.command(epilog=EXAMPLES)
@click.argument("source", metavar="FILE|URL|-")
@click.option("--url", help="The page's address, where SOURCE is a file or standard input.")
@click.option("--charset", help="The charset that the server's header gave.")
@now_option
@format_option("text", "json")
@click.pass_context
def command(
    ctx: click.Context, source: str, url: str | None, charset: str | None, now: datetime | None, form: str
) -> None:
    """Read one page and print its fields, each with where it came from.

    A page that is no article says what it is and why; that is no error.
    """
    from monitor.index.codec import article_to_dict
    from monitor.jobs.reading import read_page

    found = state(ctx)
    article = read_page(source, url=url, charset=charset, now=clock(now), config=found.config)
    if form == "json":
        show_json(article_to_dict(article))
        return
    rows = []
    for name in SHOWN:
        value = getattr(article, name)
        text = stamp(value) if name in ("published", "modified") else value
        text = ", ".join(text) if isinstance(text, tuple) else text
        if text:
            rows.append((name, text, article.provenance.get(name, "")))
    show(table(("field", "value", "from"), rows), "", article.body)
