"""Tables, progress and marks on the terminal, aligned in every script."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from monitor.cli.fitting import filled, fits, fitted_widths, natural_widths

if TYPE_CHECKING:
    from monitor.model import Event

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
UNPRINTABLE = {code: None for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\n\t"}


def console(*, error: bool = False) -> Console:
    """A console on standard output or error; a pipe gets wide lines, so that nothing is cut for it."""
    stream = sys.stderr if error else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else 200, highlight=False)


def isolate(text: str) -> str:
    """Keep a cell's own direction to itself, so that right-to-left text does not reorder its row."""
    one_line = " ".join(clean(text).split())
    return f"{FIRST_STRONG_ISOLATE}{one_line}{POP_ISOLATE}" if any(map(_right_to_left, one_line)) else one_line


def listed(names: Iterable[str]) -> str:
    """Names parted by commas, each with its own direction."""
    return ", ".join(map(isolate, names))


def short(text: str, most: int = 80) -> str:
    """The beginning of a text, up to a word's end, with a mark where more follows."""
    if len(text) <= most:
        return text
    cut = text[:most].rstrip()
    return (cut.rsplit(" ", 1)[0] if text[most] != " " else cut) + "…"


def counted(count: int, noun: str) -> str:
    """A count with its noun: `1 outlet`, `2 outlets`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def clean(text: str) -> str:
    """Without control characters: a page's headline must not drive the terminal."""
    return text.translate(UNPRINTABLE)


def _right_to_left(character: str) -> bool:
    return "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc"


def table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "", right: Sequence[str] = ()
) -> Table:
    """A table; `right` names the columns that hold numbers.

    Where the terminal is too narrow for it, empty columns go, then each row becomes a list of its cells.
    """
    made = Table(title=title or None, title_justify="left", header_style="bold", box=None, pad_edge=False)
    cells = [[isolate(str("" if cell is None else cell)) for cell in row] for row in rows]
    room = console().width
    widths: list[int] | None = natural_widths(columns, cells)
    if widths and not fits(widths, room):
        kept = filled(columns, cells)
        columns, cells = [columns[number] for number in kept], [[row[number] for number in kept] for row in cells]
        widths = fitted_widths(columns, cells, room)
    if widths is None:
        return _as_lists(made, columns, cells)
    for column, width in zip(columns, widths, strict=True):
        made.add_column(column, justify="right" if column in right else "left", overflow="fold", width=width)
    for row in cells:
        made.add_row(*map(Text, row))
    return made


def _as_lists(made: Table, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Each row as lines of a column's name and its cell, with an empty line behind it."""
    made.show_header = False
    made.add_column(style="bold", no_wrap=True)
    made.add_column(overflow="fold")
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if cell:
                made.add_row(column, Text(cell))
        made.add_row("", "")
    return made


def show(*parts: object) -> None:
    """Print tables and lines."""
    out = console()
    for part in parts:
        out.print(part, soft_wrap=isinstance(part, str), markup=False)


def warn(text: str) -> None:
    """Say on standard error what is odd but did not keep the work from being done."""
    print("warning:", text, file=sys.stderr)


def note(text: str) -> None:
    """Say on standard error what was done on the way, so that standard output stays what was asked for."""
    print(text, file=sys.stderr)


def show_json(value: Any) -> None:
    """Print JSON, readable, in the scripts themselves; lone surrogates are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def ago(span: timedelta | None) -> str:
    """A lag as people say it: `+3 h 20 min`; empty where there is none."""
    if span is None:
        return ""
    minutes = int(span.total_seconds() // 60)
    days, hours = divmod(minutes // 60, 24)
    parts = [(days, "d"), (hours, "h"), (minutes % 60, "min")]
    words = [f"{count} {unit}" for count, unit in parts if count][:2]
    return "+" + " ".join(words) if words else "first"


def event_line(event: Event) -> str:
    """An event's id and how widely it was told."""
    told = (event.outlets, "outlet"), (event.articles, "article"), (len(event.languages), "language")
    return f"event {event.id}: " + ", ".join(counted(count, noun) for count, noun in told)


def stamp(when: datetime | None) -> str:
    """A moment to the minute with its zone; a day alone where no time of day is known."""
    if when is None:
        return ""
    if not getattr(when, "has_time", True):
        return when.date().isoformat()
    return when.isoformat(sep=" ", timespec="minutes")


@contextmanager
def progress(title: str) -> Iterator[Progress]:
    """A progress bar on standard error; a pipe sees none."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console(error=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        bar.console.print(title, style="dim") if sys.stderr.isatty() and title else None
        yield bar
