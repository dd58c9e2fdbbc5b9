"""Tables as CSV, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from monitor.index.codec import clean

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is run by spreadsheets (OWASP, CSV injection)


@frozen(kw_only=True)
class Sheet:
    """A table: `name` is that of its file, without suffix."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


def to_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a byte order mark, without which spreadsheets read Persian as something else."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(sheet.columns)
    writer.writerows([_cell(each) for each in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, tuple | list):
        value = " ".join(str(each) for each in value)
    words = clean(str(value))
    return f"'{words}" if words.startswith(FORMULA) else words
