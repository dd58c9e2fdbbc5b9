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


LATE = {  # what is wrong, and what would be said if an embedder were prepared first
    "compare": (("compare", "enone"), "no event 'enone'"),
    "group a file that is not there": (("group", "--input", "none.jsonl", "--output", "-"), "none.jsonl: no such file"),
    "group into no folder": (("group", "--input", "one.jsonl", "--output", "no/x"), "no/x: its folder does not exist"),
    "train into no folder": (("events", "train", "--output", "no/x"), "no/x: its folder does not exist"),
    "train on nothing": (("events", "train", "--without-packaged"), "nothing to learn from"),
    "crawl into no index": (("--index", "mysql:x", "crawl", "irna-fa"), "sqlite:PATH"),
}


@pytest.mark.parametrize("name", LATE)
def test_what_is_wrong_is_said_before_an_embedder_is_prepared(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("MONITOR_CONTACT", "desk@outlet.example")
    (tmp_path / "one.jsonl").write_text('{"id": "a", "headline": "Ferry sinks"}\n')
    assert run("--index", "sqlite:x.sqlite", "index", "create") == 0
    capsys.readouterr()
    command, said = LATE[name]
    assert run("--index", "sqlite:x.sqlite", "--embedder", "odd", *command) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


WRONG = {
    "import": (("index", "import", "none.jsonl"), "none.jsonl: no such file"),
    "watch add": (("watch", "add", "harbour", "--webhook", "hooks.example"), "hooks.example"),
    "watch add nobody": (("watch", "add", "harbour"), "say whom to tell"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_fills_an_index_makes_none_where_it_is_called_wrongly(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    command, said = WRONG[name]
    assert run("--index", "sqlite:x.sqlite", *command) in (1, 2)
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_watch_for_an_outlet_that_nobody_knows_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("watch", "add", "harbour", "--webhook", "https://203.0.114.7/x", "--outlet", "irna-fs")
    assert run("--index", f"sqlite:{tmp_path}/x.sqlite", *given) == 0
    shown = capsys.readouterr()
    assert shown.err.startswith("no outlet or publisher is called 'irna-fs'; did you mean irna-fa")
    assert "is watched from now on" in shown.out


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
