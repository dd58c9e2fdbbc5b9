"""The index written to files, and read from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from monitor.index import Index
from monitor.index.codec import dumps
from monitor.index.export import Format, write_articles
from monitor.jobs.files import FileError, lines, written_whole

Progress = Callable[[int], None]


def export_index(
    index: Index, *, form: Format, output: str, everything: bool = False, progress: Progress | None = None
) -> int:
    """Write the articles, or everything that `import` takes; gives the number of articles or rows.

    `form` is jsonl, csv or parquet; `output` a path or `-`. Raises FileError.
    """
    if everything and form != "jsonl":
        raise FileError(f"--everything is written as JSONL only, not as {form}")
    with written_whole(Path(output)) as file:
        if not everything:
            return write_articles(index, file, form)
        count = 0
        for count, row in enumerate(index.export(), 1):
            file.write(dumps(row).encode() + b"\n")
            if progress and count % 100 == 0:
                progress(count)
        return count


def read_rows(file: str) -> Iterator[dict[str, Any]]:
    """The rows of an exported file, gzipped or not. Raises FileError with the line's number."""
    for number, line in lines(Path(file)):
        try:
            row = json.loads(line)
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as problem:
            raise FileError(f"{file}: line {number}: not JSON ({problem})") from None
        if not isinstance(row, dict):
            raise FileError(f"{file}: line {number}: expected an object, found {type(row).__name__}")
        yield row
