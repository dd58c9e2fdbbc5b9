"""The command line as a whole: help, errors as one line, exit codes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.cli.app import COMMANDS
from monitor.index import open_index
from tests.fetching.servers import serving

DATA = Path(__file__).parents[2] / ".cache" / "data"


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_with_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(name, "--help") == 0
    assert "Examples:" in capsys.readouterr().out


def test_help_names_every_command_and_imports_none() -> None:
    code = "import sys; from monitor.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    code += "print([m for m in sys.modules if m in ('scrapy', 'numpy', 'elasticsearch', 'lxml', 'pydantic')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert all(name in done.stdout for name in COMMANDS)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("monitor 0.")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("completion", shell) == 0
    assert "_MONITOR_COMPLETE" in capsys.readouterr().out


WRONG = {
    "no such option": (("crawl", "--speed", "9"), "--speed"),
    "no such command": (("crwl",), "No such command 'crwl'. Did you mean 'crawl'?"),
    "a command like none": (("launch",), "No such command 'launch'. (see: monitor --help)"),
    "an odd shard": (("crawl", "--shard", "5"), "shard"),
    "an odd span": (("search", "x", "--since", "yesterday"), "span"),
    "an odd date": (("compare", "-", "--published", "22.5.2018"), "ISO 8601"),
    "an odd index": (("--index", "mysql:x", "index", "status"), "sqlite:PATH"),
    "no such file": (("extract", "nothing.html"), "no such file"),
    "a folder for a file": (("compare", "/"), "is a folder"),
    "a folder to write": (("index", "export", "--output", "/"), "is a folder"),
    "a set that is not there": (("events", "train", "--data", "nothing.jsonl"), "no such file"),
    "half of a pair": (("group", "--input", "x"), "go together"),
    "a tag that no outlet has": (("crawl", "--tag", "wires"), "the tags are agency, "),
    "a check of a whole catalogue": (("outlets", "check"), "--all"),
    "a check of nothing": (("outlets", "check", "--country", "Iran"), "did you mean IR?"),
    "an unknown outlet": (("outlets", "show", "no-such-outlet"), "no-such-outlet"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_input_is_one_line_and_exit_code_2(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MONITOR_DATA", str(tmp_path))
    open_index(f"sqlite:{tmp_path / 'monitor.sqlite'}").close()
    arguments, expected = WRONG[name]
    assert run(*arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert expected in error
    assert error.count("\n") == 1


def test_a_wrong_environment_is_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITOR_ALLOW_ADDRESSES", "everything")
    assert run("index", "status") == 2
    assert capsys.readouterr().err.endswith("(set by MONITOR_ALLOW_ADDRESSES)\n")


def test_a_mistyped_variable_is_told_once(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITOR_INDX", "sqlite:x")
    monkeypatch.setenv("monitor_web-port", "9000")
    monkeypatch.setenv("MONITOR_CONTACT", "desk@outlet.example")
    monkeypatch.setenv("MONITOR_ENABLED", "1")  # another program's
    said = [
        "warning: MONITOR_INDX is no variable of the monitor: did you mean MONITOR_INDEX?",
        "warning: monitor_web-port is no variable of the monitor: did you mean MONITOR_WEB_PORT?",
    ]
    for command in (("outlets", "list", "--country", "GR"), ("kibana", "--help")):
        assert run(*command) == 0
        assert sorted(capsys.readouterr().err.splitlines()) == said


def test_a_wrong_configuration_file_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    path.write_text("index = sqlite")
    monkeypatch.setenv("MONITOR_CONFIG", str(path))
    assert run("index", "status") == 2
    assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS), ("watch", "add"), ("events", "train")])
def test_help_needs_no_configuration(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...]
) -> None:
    path = tmp_path / "config.toml"
    path.write_text("index = sqlite")
    monkeypatch.setenv("MONITOR_CONFIG", str(path))
    assert run(*command, "--help") == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("Usage: monitor")
    assert shown.err == ""


@pytest.mark.parametrize("name", ["none.toml", "."])
def test_a_configuration_file_that_is_named_and_not_there_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    monkeypatch.setenv("MONITOR_CONFIG", str(tmp_path / name))
    assert run("outlets", "list") == 2
    said = f"error: there is no configuration file {tmp_path / name}, which MONITOR_CONFIG names\n"
    assert capsys.readouterr().err == said


def test_an_unknown_key_of_the_configuration_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("MONITOR_CONFIG", str(path))
    path.write_text('indx = "sqlite:x"')
    assert run("index", "status") == 2
    assert capsys.readouterr().err == f"error: {path}: there is no key 'indx': did you mean 'index'?\n"
    path.write_text("Web-Port = 9000")
    assert run("index", "status") == 2
    assert "did you mean 'web_port'?" in capsys.readouterr().err
    path.write_text("web_port = 'x'")
    assert run("index", "status") == 2
    assert capsys.readouterr().err.endswith(f"(set by {path})\n")
    path.write_text("[crawl]\nevery = 5")
    assert run("index", "status") == 2
    assert "there is no key 'crawl': the keys are data, index, " in capsys.readouterr().err


def test_a_decision_that_is_none_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "decision.json"
    path.write_text("{}")
    monkeypatch.setenv("MONITOR_DECISION", str(path))
    assert run("group", "--input", str(path), "--output", "-") == 2
    assert f"error: {path} is no decision" in capsys.readouterr().err


def test_an_unreachable_server_is_one_line_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--index", "http://127.0.0.1:9", "index", "status") == 1
    error = capsys.readouterr().err
    assert "127.0.0.1:9" in error
    assert error.count("\n") == 1


def test_a_foreign_file_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(foreign)) as connection, connection:
        connection.execute("CREATE TABLE stamps (id)")
    assert run("--index", f"sqlite:{foreign}", "index", "status") == 1
    assert str(foreign) in capsys.readouterr().err


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m monitor outlets list --format json | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "[\n"
    assert done.stderr == ""


@pytest.mark.parametrize("group", ["events", "index", "kibana", "outlets", "watch"])
def test_help_tells_in_whole_sentences(capsys: pytest.CaptureFixture[str], group: str) -> None:
    assert run(group, "--help") == 0
    told = capsys.readouterr().out.partition("Commands:")[2]
    assert told
    assert "..." not in told


def test_an_address_without_its_scheme_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("outlets", "add", "example.org") == 2
    assert "did you mean https://example.org/ ?" in capsys.readouterr().err


@pytest.mark.parametrize("group", [(), ("index",), ("outlets",), ("watch",)])
def test_a_group_alone_shows_its_help_as_it_is_written(
    group: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*group) == 2
    said = capsys.readouterr().err
    assert said.startswith("Usage: monitor")
    assert "\nCommands:\n" in said


def test_a_terminal_of_another_charset_is_shown_what_it_can() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "monitor", "outlets", "list", "--country", "GR"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u03" in done.stdout


def test_a_list_without_outlets_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("outlets", "list", "--tag", "wires") == 0
    shown = capsys.readouterr()
    assert shown.err.startswith("no outlet has the tag 'wires': the tags are agency, broadcaster, ")
    assert shown.out.endswith("0 editions of 0 publishers in 0 languages\n")
    assert run("outlets", "list", "--country", "Iran", "--format", "json") == 0
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("[]\n", "no outlet is of the country 'Iran': did you mean IR?\n")


@pytest.mark.parametrize("command", [("search", "harbour"), ("events",)])
def test_what_is_found_nowhere_may_be_mistyped(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    open_index(f"sqlite:{tmp_path / 'i.sqlite'}").close()
    chosen = ("--outlet", "irna-fs", "--language", "fa", "--country", "Iran", "--format", "json")
    assert run("--index", f"sqlite:{tmp_path / 'i.sqlite'}", *command, *chosen) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("no outlet or publisher is called 'irna-fs'; did you mean irna-fa")
    assert told[1:] == ["no outlet is of the country 'Iran': did you mean IR?"]


def test_a_search_in_an_event_that_is_none_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_index(f"sqlite:{tmp_path / 'i.sqlite'}").close()
    assert (
        run("--index", f"sqlite:{tmp_path / 'i.sqlite'}", "search", "harbour", "--event", "e1", "--format", "json") == 0
    )
    shown = capsys.readouterr()
    assert shown.err == "there is no event 'e1': `monitor events` lists those there are\n"
    assert shown.out.startswith("{")


def test_a_publishers_editions_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("outlets", "show", "irna") == 0
    files = capsys.readouterr().out.split("\n---\n")
    assert len(files) > 1
    assert all(file.startswith("# irna-") for file in files)


def test_what_a_recording_says_to_run_next_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MONITOR_ALLOW_ADDRESSES", "127.0.0.0/8")
    text = "<p>A ferry sank off Port Aldara on Wednesday, and twelve people died, the harbour office said.</p>" * 4
    with serving() as site:
        site.page("/news/1", f"<html><body><article><h1>Ferry sinks off Port Aldara</h1>{text}</article></body></html>")
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "near.yaml").write_text(
            f"name: Near\npublisher: near\nlanguages: [en]\ncountry: ZZ\nhomepage: {site.base}/\ncrawl: false\n"
        )
        assert run("outlets", "record", "near", f"{site.base}/news/1", "--catalogue", "mine") == 0
    said = capsys.readouterr().out
    assert run(*said.partition("run: monitor ")[2].split()) == 0
    assert capsys.readouterr().out == "1 golden page, 0 differences\n"


def test_an_export_has_the_form_that_its_name_ends_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = f"sqlite:{tmp_path}/i.sqlite"
    assert run("--index", index, "index", "create") == 0
    assert run("--index", index, "index", "export", "--output", str(tmp_path / "a.csv")) == 0
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").startswith("id,url,")
    assert run("--index", index, "index", "export", "--output", str(tmp_path / "a.parquet")) == 0
    assert (tmp_path / "a.parquet").read_bytes().startswith(b"PAR1")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("contact", ["", "desk@outlet.example"])
def test_a_crawl_without_a_contact_says_how_to_give_one(contact: str, tmp_path: Path) -> None:
    catalogue = tmp_path / "catalogue"
    catalogue.mkdir()
    (catalogue / "near.yaml").write_text(
        "name: Near\npublisher: near\nlanguages: [en]\ncountry: ZZ\nhomepage: http://127.0.0.1:9/\n"
        "feeds: [http://127.0.0.1:9/feed.xml]\n"
    )
    command = [sys.executable, "-m", "monitor", "--index", f"sqlite:{tmp_path}/i.sqlite"]
    command += ["crawl", "--catalogue", str(catalogue)]
    environment = os.environ | {"MONITOR_CONTACT": contact, "MONITOR_DATA": str(DATA)}
    environment.pop("MONITOR_ALLOW_ADDRESSES", None)
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)
    assert "near" in done.stdout, done.stderr
    assert ("set MONITOR_CONTACT" in done.stderr) == (not contact)


COUNTED = """
import sys
from monitor.cli import main
from monitor.outlets import loading
read, folders = loading._read, []
loading._read = lambda folder: (folders.append(folder), read(folder))[1]
try: main(sys.argv[1:])
except SystemExit: print(*(folder.name for folder in folders))
"""


@pytest.mark.parametrize("command", [("crawl",), ("compare", "article.txt", "--discover", "--budget", "1")])
def test_a_catalogue_of_ones_own_is_read_once(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "shut.yaml").write_text(
        "name: Shut\npublisher: shut\nlanguages: [en]\ncountry: ZZ\nhomepage: http://127.0.0.1:9/\n"
        "feeds: [http://127.0.0.1:9/feed.xml]\n"
    )
    (tmp_path / "article.txt").write_text("Ferry disaster\n\nA ferry sank off the port on Wednesday and 12 died.")
    given = {"MONITOR_INDEX": "sqlite:i.sqlite", "MONITOR_CATALOGUE": "outlets", "MONITOR_DATA": str(DATA)}
    given |= {"MONITOR_ALLOW_ADDRESSES": "127.0.0.0/8", "MONITOR_GDELT": "", "MONITOR_GOOGLE_NEWS": ""}
    done = subprocess.run(
        [sys.executable, "-c", COUNTED, *command], capture_output=True, text=True, env=os.environ | given,
        cwd=tmp_path, timeout=120, check=False,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1].split().count("outlets") == 1, done.stderr


def test_a_check_says_how_much_it_will_try(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shut.yaml").write_text(
        "name: Shut\npublisher: shut\nlanguages: [en]\ncountry: ZZ\nhomepage: http://127.0.0.1:9/\n"
        "feeds: [http://127.0.0.1:9/feed.xml, http://127.0.0.1:9/more.xml]\n"
    )
    monkeypatch.setenv("MONITOR_ALLOW_ADDRESSES", "127.0.0.0/8")
    assert run("outlets", "check", "--catalogue", str(tmp_path)) == 1
    shown = capsys.readouterr()
    assert shown.err == "trying 2 entry points of 1 outlet\n"
    assert shown.out.count("failed") == 2


def test_a_host_that_cannot_be_reached_is_a_row_and_no_stack(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "shut.yaml").write_text(
        "name: Shut\npublisher: shut\nlanguages: [en]\ncountry: ZZ\nhomepage: http://127.0.0.1:9/\n"
        "feeds: [http://127.0.0.1:9/feed.xml]\n"
    )
    command = [sys.executable, "-m", "monitor", "--index", f"sqlite:{tmp_path}/i.sqlite"]
    command += ["crawl", "--delay", "0", "--catalogue", str(tmp_path / "catalogue")]
    environment = os.environ | {"MONITOR_ALLOW_ADDRESSES": "127.0.0.0/8", "MONITOR_DATA": str(DATA)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)
    assert "shut" in done.stdout
    assert "Traceback" not in done.stderr
    assert "ERROR" not in done.stderr


def test_kibanas_objects_go_through_a_pipe(tmp_path: Path) -> None:
    command = f"{sys.executable} -m monitor kibana build --output - | {sys.executable} -m monitor kibana check -"
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=True,
        env=os.environ | {"PYTHONPATH": root},
    )  # fmt: skip
    assert done.stdout.endswith("saved objects, nothing wrong\n")
    assert list(tmp_path.iterdir()) == []
