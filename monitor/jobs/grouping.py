"""Articles into events: those of the index, or those of anyone's file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from monitor.embedding import Embedder
from monitor.events import Decision, Grouper, GroupReport, group_articles
from monitor.index import Index
from monitor.jobs.files import FileError, lines, written_whole
from monitor.language import detect
from monitor.model import Article, Moment
from monitor.outlets import Catalogue

Progress = Callable[[int, int], None]
TEXTS = ("language", "outlet", "body")


@frozen
class FileReport:
    """How many articles a file had, and how many events they are."""

    articles: int
    events: int
    repeated: int = 0  # lines whose id stood in an earlier one; each was grouped by itself


def group_index(
    index: Index,
    *,
    embedder: Callable[[], Embedder],
    catalogue: Catalogue,
    decision: Decision | None = None,
    now: datetime,
    progress: Progress | None = None,
) -> GroupReport:
    """Place the articles of the index that have no event yet, then repair.

    An event's outlets are counted by the catalogue's publishers: two editions of one are one.
    """
    publishers = {slug: outlet.publisher for slug, outlet in catalogue.outlets.items()}
    return Grouper(index, embedder(), decision=decision, publishers=publishers).run(now=now, progress=progress)


def group_file(
    source: Path,
    target: Path,
    *,
    embedder: Embedder,
    decision: Decision | None = None,
    progress: Progress | None = None,
) -> FileReport:
    """Read articles as JSON lines, write `{"id", "event"}` lines in the same order.

    Raises FileError with the number of a malformed line; nothing is written then.
    """
    articles = list(read_articles(source))
    names = [article.id for article in articles]
    numbered = [evolve(article, id=str(number)) for number, article in enumerate(articles)]
    events = group_articles(numbered, embedder=embedder, decision=decision, progress=progress)
    with written_whole(target) as file:
        for article, name in zip(numbered, names, strict=True):
            line = json.dumps({"id": name, "event": events[article.id]}, ensure_ascii=False)
            file.write(line.encode("utf-8", "backslashreplace") + b"\n")
    return FileReport(len(articles), len(set(events.values())), len(names) - len(set(names)))


def read_articles(source: Path) -> Iterator[Article]:
    """Articles of a file of JSON lines: `id` and `headline`; `language`, `outlet`, `published`, `body` may be missing.

    Raises FileError with the line's number and what is wrong with it.
    """
    for number, line in lines(source):
        try:
            yield _article(line)
        except ValueError as problem:
            raise FileError(f"{source}: line {number}: {problem}; nothing was written") from None


def _article(line: bytes) -> Article:
    """One line as an article. Raises ValueError with what is wrong."""
    try:
        row = json.loads(line)
    except UnicodeDecodeError as problem:
        raise ValueError(f"not UTF-8 ({problem.reason} at byte {problem.start})") from None
    except (json.JSONDecodeError, RecursionError) as problem:
        raise ValueError(f"not JSON ({problem})") from None
    if not isinstance(row, dict):
        raise ValueError(f"expected an object, found {type(row).__name__}")
    headline = _text(row, "headline", required=True)
    fields = {name: _text(row, name) for name in TEXTS}
    language = fields["language"] or detect(f"{headline}\n{fields['body'][:2000]}")[0]
    identity = _text(row, "id", required=True)
    if not identity:
        raise ValueError("id is empty")
    return Article(
        id=identity,
        url="",
        headline=headline,
        body=fields["body"],
        outlet=fields["outlet"],
        language=language,
        published=_published(row),
    )


def _text(row: dict[str, Any], name: str, *, required: bool = False) -> str:
    value = row.get(name)
    if value is None:
        if required:
            raise ValueError(f"{name} is missing")
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{name} is {type(value).__name__}, expected text")
    return value.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text


def _published(row: dict[str, Any]) -> Moment | None:
    text = _text(row, "published")
    if not text:
        return None
    try:
        return Moment.parse(text)
    except ValueError:
        raise ValueError(f"published {text!r} is not ISO 8601, such as 2018-05-22T08:30:00+03:30") from None
