"""How wide each column of a table is where the terminal is narrow: no id, slug or date is broken in two."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

GAP = 2  # cells between two columns
LONGEST_WORD = 24  # an article's id; what is longer is a text without spaces or an address, and may be broken
SHORTEST_TEXT = 16  # what the last column, which holds the text, is left with


def filled(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns that hold something, by their number; all of them where there are no rows."""
    return [number for number in range(len(columns)) if not rows or any(row[number] for row in rows)]


def natural_widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """What each column would take on one line."""
    return [max(map(cell_len, cells)) for cells in zip(columns, *rows, strict=True)]


def fits(widths: Sequence[int], room: int) -> bool:
    """True where columns of these widths stand side by side in `room` cells."""
    return sum(widths) + GAP * (len(widths) - 1) <= room


def fitted_widths(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """The widths at which all stands side by side, the widest narrowed first; None where a word would be broken."""
    widths = natural_widths(columns, rows)
    least = [min(LONGEST_WORD, _longest_word(cells)) for cells in zip(columns, *rows, strict=True)]
    least[-1] = min(least[-1], SHORTEST_TEXT)
    while not fits(widths, room):
        wide = [number for number, width in enumerate(widths) if width > least[number]]
        if not wide:
            return None
        widths[max(wide, key=lambda number: widths[number])] -= 1
    return widths


def _longest_word(cells: Sequence[str]) -> int:
    return max((cell_len(word) for cell in cells for word in cell.split()), default=0)
