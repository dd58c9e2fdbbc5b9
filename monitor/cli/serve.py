"""`monitor serve`: the page in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from monitor.cli.context import State, state
from monitor.cli.options import catalogue_option, now_option
from monitor.cli.render import note

EXAMPLES = """\b
Examples:
  monitor serve
  monitor serve --port 9000
  monitor serve --host 0.0.0.0 --name monitor.example.org
"""


@click.command(epilog=EXAMPLES)
@click.option("--host", help="The address to listen at; by default 127.0.0.1, which only this machine reaches.")
@click.option("--port", type=click.IntRange(0, 65_535), help="The port; by default 8765, 0 takes a free one.")
@click.option("--name", "names", multiple=True, help="A host name under which it is reached; may be given again.")
@catalogue_option
@now_option
@click.pass_context
def command(
    ctx: click.Context, host: str | None, port: int | None, names: tuple[str, ...], folder: Path | None, now: object
) -> None:
    """Open the page; Ctrl-C ends it."""
    from datetime import datetime

    from monitor.cli.serving import serve
    from monitor.web import create_app

    found = state(ctx).with_catalogue(folder)
    _say_if_empty(found)
    given = {"web_host": host, "web_port": port}
    config = found.config.model_copy(update={key: value for key, value in given.items() if value is not None})
    fixed = now if isinstance(now, datetime) else None
    now_at = (lambda: fixed) if fixed else None
    serve(lambda: create_app(config, names=names, clock=now_at), config.web_host, config.web_port)


def _say_if_empty(found: State) -> None:
    """A page may be opened before the first crawl, and shows what comes; a mistyped path is seen at once."""
    from monitor.index import IndexMissing

    try:
        found.open_index().close()
    except IndexMissing as problem:
        note(f"{problem}; the page is empty until then")
