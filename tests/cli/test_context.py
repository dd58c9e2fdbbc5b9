"""Which commands make an index, and what those that only read say where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.cli import main

READING = {
    "events": ("events",),
    "events show": ("events", "show", "e1"),
    "events why": ("events", "why", "a1"),
    "events merge": ("events", "merge", "e1", "e2"),
    "search": ("search", "harbour"),
    "search by meaning": ("--embedder", "odd", "search", "harbour", "--meaning"),
    "compare": ("compare", "e1"),
    "compare a file": ("compare", "nothing.html"),
    "compare an address": ("compare", "http://127.0.0.1/news/1"),
    "index status": ("index", "status"),
    "index export": ("index", "export"),
    "index reembed": ("--embedder", "odd", "index", "reembed"),
    "health": ("health",),
    "watch list": ("watch", "list"),
    "watch check": ("watch", "check"),
}


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.mark.parametrize("name", READING)
def test_a_command_that_reads_makes_no_index(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mistyped" / "x.sqlite"
    assert run("--index", f"sqlite:{path}", *READING[name]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == f"error: there is no index at {path}: `monitor crawl` makes one, --index names another\n"
    assert list(tmp_path.iterdir()) == []


def test_the_first_command_of_all_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("MONITOR_INDEX", raising=False)
    assert run("events") == 1
    said = capsys.readouterr().err
    assert "`monitor crawl` makes one" in said
    assert "`monitor outlets list` says what can be crawled" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_what_fills_an_index_makes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("")
    made, taken = tmp_path / "a" / "made.sqlite", tmp_path / "taken.sqlite"
    assert run("--index", f"sqlite:{made}", "index", "create") == 0
    assert run("--index", f"sqlite:{taken}", "index", "import", str(rows)) == 0
    assert made.is_file()
    assert taken.is_file()
    assert capsys.readouterr().err == ""
