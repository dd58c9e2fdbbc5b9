"""Articles as files for other programs: JSON lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC
from itertools import islice
from typing import Any, BinaryIO, Literal, get_args

import pyarrow as pa
from pyarrow import parquet

from monitor.index.codec import clean, dumps, moment_to_text, time_to_text
from monitor.index.protocol import Index
from monitor.index.rows import ArticleQuery, Stored
from monitor.index.transfer import article_row
from monitor.model import Article, Moment

Format = Literal["jsonl", "csv", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)
ALL = ArticleQuery()
BATCH = 1000
FIRST = ("id", "url", "outlet", "publisher", "country", "language")
TEXT = (*FIRST, "headline", "body", "description", "section", "agency", "place", "kind", "copied_from", "event")
LISTS = ("authors", "keywords", "cited")
COUNTS = ("revision", "word_count")
TIMES = ("published", "modified", "fetched")
COLUMNS = (*FIRST, *TIMES, *TEXT[len(FIRST) :], *LISTS, *COUNTS)
# What a spreadsheet takes for a formula when a cell begins with it (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_articles(index: Index, stream: BinaryIO, format_: Format = "jsonl", query: ArticleQuery = ALL) -> int:
    """Write articles in order of their time; gives how many.

    JSON lines hold all that `import_` needs, vectors too; CSV and Parquet hold what COLUMNS names.
    """
    writers: dict[Format, Callable[[Iterable[Stored], BinaryIO], int]] = {
        "jsonl": _write_jsonl,
        "csv": _write_csv,
        "parquet": _write_parquet,
    }
    return writers[format_](index.articles(query, vectors=format_ == "jsonl"), stream)


def _write_jsonl(articles: Iterable[Stored], stream: BinaryIO) -> int:
    count = 0
    for stored in articles:
        stream.write(dumps(article_row(stored)).encode() + b"\n")
        count += 1
    return count


def _write_csv(articles: Iterable[Stored], stream: BinaryIO) -> int:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    count = 0
    for stored in articles:
        row = _row(stored)
        writer.writerow([cell(row[name]) for name in COLUMNS])
        count += 1
    text.detach()
    return count


def cell(value: Any) -> str:
    """A value as a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, Moment):
        return moment_to_text(value)
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(stored: Stored) -> dict[str, Any]:
    article = stored.article
    row: dict[str, Any] = {name: clean(str(getattr(article, name))) for name in TEXT}
    row |= {name: getattr(article, name) for name in COUNTS}
    row |= {name: [clean(item) for item in getattr(article, name)] for name in ("authors", "keywords")}
    row["cited"] = sorted({clean(mention.publisher) for mention in stored.analysis.mentions})
    return row | _times(article)


def _times(article: Article) -> dict[str, Any]:
    fetched = time_to_text(article.fetched) if article.fetched else None
    return {"published": article.published, "modified": article.modified, "fetched": fetched}


def _schema() -> Any:
    fields = [(name, pa.string()) for name in TEXT]
    fields += [(name, pa.timestamp("us", tz="UTC")) for name in TIMES]
    fields += [("published_has_time", pa.bool_())]
    fields += [(name, pa.list_(pa.string())) for name in LISTS]
    return pa.schema(fields + [(name, pa.int32()) for name in COUNTS])


def _write_parquet(articles: Iterable[Stored], stream: BinaryIO) -> int:
    schema, count = _schema(), 0
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in _batches(articles):
            writer.write_table(pa.Table.from_pylist([_parquet_row(stored) for stored in batch], schema=schema))
            count += len(batch)
    return count


def _parquet_row(stored: Stored) -> dict[str, Any]:
    article = stored.article
    times = {name: getattr(article, name) for name in TIMES}
    utc = {name: when.astimezone(UTC) if when else None for name, when in times.items()}
    has_time = article.published.has_time if article.published else None
    return _row(stored) | utc | {"published_has_time": has_time}


def _batches(articles: Iterable[Stored]) -> Iterator[list[Stored]]:
    left = iter(articles)
    while batch := list(islice(left, BATCH)):
        yield batch
