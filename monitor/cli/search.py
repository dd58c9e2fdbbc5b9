"""`monitor search`: articles by words, in any language."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click
from rich.text import Text

from monitor.cli.context import state
from monitor.cli.options import clock, filter_options, format_option, limit_option, resolve
from monitor.cli.render import clean, note, show, show_json, stamp

if TYPE_CHECKING:
    from monitor.index import Hit, Passage

EXAMPLES = """\b
Examples:
  monitor search 'Syria "foreign forces" -Hezbollah'
  monitor search شمخانی --language fa --since 7d
  monitor search "central bank raises rates" --meaning
"""


@click.command(epilog=EXAMPLES)
@click.argument("query")
@filter_options
@click.option("--event", "events", multiple=True, help="Id of an event.")
@click.option("--meaning", is_flag=True, help="Search by meaning too, across languages.")
@limit_option(20)
@format_option("text", "json")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    query: str,
    start: str | None,
    now: datetime | None,
    form: str,
    *,
    meaning: bool,
    limit: int,
    offset: int,
    **filters: Any,
) -> None:
    """Find articles with these words, "phrases", -without and OR; best first, with the place where they stand."""
    from monitor.index import ArticleQuery

    wanted = ArticleQuery(since=resolve(start, clock(now)) if start else None, **filters)
    with state(ctx).open_index() as index:
        vector = state(ctx).embedder().embed([query])[0] if meaning else None
        found = index.search(query, filters=wanted, vector=vector, limit=limit, offset=offset)
        gone = [each for each in filters["events"] if not found.total and index.event(each) is None]
    if not found.total:
        state(ctx).say_strangers(filters)
        for each in gone:
            note(f"there is no event {each!r}: `monitor events` lists those there are")
    if form == "json":
        show_json({"total": found.total, "hits": [_as_dict(hit) for hit in found.hits]})
        return
    for hit in found.hits:
        _show(hit)
    show(f"{len(found.hits)} of {found.total} articles")


def _as_dict(hit: Hit) -> dict[str, Any]:
    from monitor.index.codec import article_to_dict

    passages = [{"text": each.text, "marks": each.marks} for each in hit.passages]
    return {"score": hit.score, "passages": passages, **article_to_dict(hit.article)}


def _show(hit: Hit) -> None:
    article = hit.article
    show(Text.assemble(_marked(hit.headline), style="bold"))
    show(f"  {article.outlet} · {article.language} · {stamp(article.published)} · {article.url} · {article.id}")
    for passage in hit.passages[:1]:
        show(Text.assemble("  ", _marked(passage)))
    show("")


def _marked(passage: Passage) -> Text:
    """The passage with its marks shown."""
    parts, end = [], 0
    for start, stop in passage.marks:
        parts += [(passage.text[end:start], ""), (passage.text[start:stop], "yellow")]
        end = stop
    parts.append((passage.text[end:], ""))
    return Text.assemble(*((clean(text).replace("\n", " "), style) for text, style in parts))
