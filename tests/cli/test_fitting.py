"""Tables on terminals of every width: what a person copies from them is whole."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from monitor.cli.fitting import fits, fitted_widths
from monitor.cli.render import FIRST_STRONG_ISOLATE, counted, listed, short

COLUMNS = ("event", "outlets", "articles", "languages", "first report", "copies", "headline")
ROW = ("8f2d2c9a380cc2a3", "13", "13", "ar de en es fa fr he ja ru tr uk zh-Hans", "2018-05-17 21:05+03:00", "",
       "Путин и Асад обсудили в Сочи вывод иностранных сил из Сирии")  # fmt: skip
PROGRAM = f"from monitor.cli.render import show, table\nshow(table({COLUMNS!r}, [{ROW!r}]))"


def on_a_terminal(width: int) -> str:
    """What a terminal of this width is shown, without its colours."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": str(width), "TERM": "xterm", "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", PROGRAM], stdout=theirs, env=environment, check=True)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65_536):
            shown += piece
    except OSError:  # the other side is closed
        pass
    os.close(ours)
    return re.sub(r"\x1b\[[0-9;]*m", "", shown.decode())


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_no_id_and_no_day_is_broken(width: int) -> None:
    shown = on_a_terminal(width)
    assert "8f2d2c9a380cc2a3" in shown
    assert "2018-05-17" in shown
    assert "21:05+03:00" in shown
    assert max(map(len, shown.splitlines())) <= width


def test_a_table_that_cannot_stand_becomes_a_list() -> None:
    lines = [line.rstrip() for line in on_a_terminal(60).splitlines()]
    assert "outlets       13" in lines
    assert "first report  2018-05-17 21:05+03:00" in lines
    assert not any(line.startswith("copies") for line in lines), "nothing is in it"


def test_the_widest_column_gives_way_first() -> None:
    assert fitted_widths(("id", "text"), [("abcdef", "one two three four five six")], 26) == [6, 18]
    assert fitted_widths(("id", "text"), [("abcdef", "one two three four five six")], 10) is None
    assert fits([6, 18], 26)
    assert not fits([6, 18], 25)


def test_a_list_of_names_keeps_each_names_direction() -> None:
    assert listed(["صدى", "Meridian"]) == f"{FIRST_STRONG_ISOLATE}صدى\u2069, Meridian"


def test_what_is_shortened_says_so_at_a_words_end() -> None:
    assert short("the Iraqi and Syrian governments", 24) == "the Iraqi and Syrian…"
    assert short("the Iraqi and Syrian governments", 20) == "the Iraqi and Syrian…"
    assert short("the Iraqi", 24) == "the Iraqi"
    assert short("伊朗外交部没有人能强迫", 5) == "伊朗外交部…"


def test_one_is_one() -> None:
    assert (counted(1, "outlet"), counted(2, "outlet")) == ("1 outlet", "2 outlets")
