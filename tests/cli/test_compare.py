"""`monitor compare` with what people bring: odd articles, odd addresses, merged events, a catalogue without names."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from monitor.cli import main
from monitor.embedding import Embedder
from monitor.index import open_index
from monitor.outlets import load_catalogue
from tests.fetching.servers import Site, serving
from tests.web import stories

ROOT = Path(__file__).parents[2]
ARTICLE = """Ferry disaster off Port Aldara

At least 12 people were killed when a ferry sank off Port Aldara on Wednesday, Meridian News Agency reported.
Rescue boats brought 150 survivors to the harbour.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A folder with a filled index and its outlets."""
    made = tmp_path_factory.mktemp("compare")
    (made / "outlets").mkdir()
    stories.catalogue_folder(made / "outlets")
    with open_index(f"sqlite:{made / 'monitor.sqlite'}") as index:
        stories.fill(index, load_catalogue(made / "outlets"), embedder)
    return made


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs `monitor compare`: gives the exit code, standard output and standard error."""
    monkeypatch.setenv("MONITOR_INDEX", f"sqlite:{folder / 'monitor.sqlite'}")
    monkeypatch.setenv("MONITOR_CATALOGUE", str(folder / "outlets"))
    monkeypatch.setenv("MONITOR_DATA", str(ROOT / ".cache" / "data"))
    monkeypatch.setenv("MONITOR_CONFIG", os.devnull)

    def ran(*arguments: str, text: str | bytes | None = None) -> tuple[int, str, str]:
        if text is not None:
            body = text.encode() if isinstance(text, str) else text
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body)))
        with pytest.raises(SystemExit) as end:
            main(["compare", *arguments, "--now", stories.NOW.isoformat()])
        captured = capsys.readouterr()
        return int(str(end.value.code)), captured.out, captured.err

    return ran


def found(run: Any, text: str, *more: str) -> dict[str, Any]:
    """The comparison of a text, as JSON."""
    code, out, _ = run("-", "--format", "json", *more, text=text)
    assert code == 0
    value: dict[str, Any] = json.loads(out)
    return value


def test_a_merged_event_is_compared_and_said(run: Any) -> None:
    code, out, error = run("eold", "--format", "json")
    assert code == 0
    assert json.loads(out)["event"]["id"] == "eferry"
    assert "event eold was merged into eferry" in error
    assert "merged" not in run("eferry", "--format", "json")[2]


def test_an_event_that_never_was_is_one_line(run: Any) -> None:
    code, _, error = run("enone")
    assert (code, error.count("\n")) == (2, 1)
    assert "no event 'enone'" in error


def test_an_article_without_a_date_finds_its_event_and_no_days(run: Any) -> None:
    comparison = found(run, ARTICLE)
    assert [each["event"] for each in comparison["matches"]][:1] == ["eferry"]
    assert comparison["dates"] == []
    assert comparison["published"] is None


def test_an_article_of_no_event_and_one_of_three_words_find_none(run: Any) -> None:
    comet = "A comet was seen by three children over the northern islands, and nobody else has seen it. " * 3
    for text in (comet, "Three small words"):
        assert found(run, text, "--published", "2026-03-12")["matches"] == []


def test_an_article_of_no_event_says_so(run: Any) -> None:
    code, out, _ = run("-", text="Three small words")
    assert code == 0
    assert "No event of this index was found in it." in out


def test_text_of_an_editor_on_windows_is_read_and_what_is_no_text_is_refused(run: Any) -> None:
    code, out, _ = run("-", text=ARTICLE.encode("utf-16"))
    assert code == 0
    assert "Ferry disaster off Port Aldara" in out
    for body in ("Катастрофа парома у Порт-Альдары".encode("windows-1251"), bytes(range(128, 256)) * 9):
        code, _, said = run("-", text=body)
        assert code == 2
        assert "save it as UTF-8" in said


def test_a_language_that_is_only_claimed_is_not_believed(run: Any) -> None:
    lines = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[2:] * 3)
    page = f"<!doctype html><html lang='de'><body><article><h1>Ferry disaster</h1>{lines}</article></body></html>"
    comparison = found(run, page, "--published", "2026-03-12")
    assert comparison["language"] == "en"
    assert [each["event"] for each in comparison["matches"]][:1] == ["eferry"]


def test_a_megabyte_is_read(run: Any) -> None:
    text = "A ferry sank off Port Aldara on Wednesday and 12 people died. " * 17_000
    assert found(run, text, "--published", "2026-03-12")["language"] == "en"


def test_a_catalogue_without_names_still_compares(run: Any, tmp_path: Path) -> None:
    (tmp_path / "plain.yaml").write_text(
        "name: Plain\nlanguages: [en]\ncountry: GB\nhomepage: https://plain.example/\ncrawl: false\n", encoding="utf-8"
    )
    comparison = found(run, ARTICLE, "--published", "2026-03-12", "--catalogue", str(tmp_path))
    assert comparison["cited"] == []
    assert comparison["events"][0]["coverage"]
    assert run("eferry", "--catalogue", str(tmp_path))[0] == 0


def test_markup_and_control_characters_do_not_drive_the_terminal(run: Any) -> None:
    text = ARTICLE.replace("Ferry disaster", "\x1b[2J<script>alert(1)</script> Ferry disaster")
    code, out, _ = run("-", "--published", "2026-03-12", text=text)
    assert code == 0
    assert "\x1b[2J" not in out
    assert run("ehostile")[0] == 0


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        made.page("/pdf", b"%PDF-1.7\n" + b"x" * 1000, "application/pdf")
        made.page("/huge", b"<p>word " * 1_500_000)
        made.page("/empty", "<html><body></body></html>")
        made.page("/article", f"<html><body><article><h1>Ferry</h1><p>{ARTICLE}</p></article></body></html>")
        yield made


@pytest.mark.parametrize("path", ["/pdf", "/huge", "/dead", "/empty"])
def test_an_address_that_is_no_article_is_one_line(
    run: Any, site: Site, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONITOR_ALLOW_ADDRESSES", "127.0.0.0/8")
    code, _, error = run(site.base + path)
    assert code in (1, 2)
    assert error.count("\n") == 1
    assert site.base + path in error


@pytest.mark.parametrize("address", ["/article", "http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]/"])
def test_a_private_address_is_refused(run: Any, site: Site, address: str) -> None:
    code, _, error = run(site.base + address if address.startswith("/") else address)
    assert code == 1
    assert "private or reserved" in error
    assert error.count("\n") == 1


def test_what_it_leaves_out_is_told_in_its_own_language_where_somebody_does(run: Any) -> None:
    text = "Ferry disaster off Port Aldara\n\nA ferry sank off Port Aldara on Wednesday, Meridian News Agency reported."
    claims = [each for each in found(run, text)["leaves_out"] if each["language"] != "en"]
    other = {each["text"][:20]: [c["sentence"] for c in each["cells"] if c["language"] == "en"] for each in claims}
    told = {foreign: own[0][:20] for foreign, own in other.items() if own}
    assert told
    _, out, _ = run("-", text=text)
    table = out.partition("leaves out")[2].partition("Who reported it")[0]
    assert all(own in table and foreign not in table for foreign, own in told.items())
