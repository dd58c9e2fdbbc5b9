"""`make demo`, as a stranger meets it."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from demo.newsroom import gold
from tests.demoed import Demoed, demoed

FLOOR = 0.90  # BCubed F1; the figure itself is in the README


@pytest.fixture(scope="module")
def demo() -> Demoed:
    return demoed()


def monitor(demo: Demoed, *arguments: str) -> str:
    done = subprocess.run(
        ["monitor", "--index", "sqlite:.demo/monitor.sqlite", *arguments],
        cwd=demo.folder,
        env=demo.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


pytestmark = pytest.mark.xdist_group("demo")


def test_it_ends_well_and_leaves_its_index(demo: Demoed) -> None:
    assert demo.code == 0, demo.output[-3000:]
    assert (demo.folder / ".demo" / "monitor.sqlite").is_file()


def test_it_shows_each_command_it_runs(demo: Demoed) -> None:
    for command in ("crawl", "group", "events", "compare"):
        assert f"$ monitor --index sqlite:.demo/monitor.sqlite {command}" in demo.output


def test_it_finds_the_events_that_were_meant(demo: Demoed) -> None:
    found = re.search(r"(\d+) of (\d+) articles: BCubed.*?F1 ([\d.]+)", demo.output, re.DOTALL)
    assert found is not None
    assert int(found[1]) == int(found[2]) == len(gold())
    assert float(found[3]) >= FLOOR


def test_it_says_how_to_go_on(demo: Demoed) -> None:
    assert "serve --catalogue .demo/catalogue" in demo.output  # else the page shows slugs
    assert "http://127.0.0.1:8765/" in demo.output
    assert "monitor crawl irna-en" in demo.output


def test_the_revised_article_was_seen(demo: Demoed) -> None:
    assert re.search(r"meridian-post +1 ", demo.output)


def test_it_shows_whom_its_outlets_cite_though_it_crawls_none_of_them(demo: Demoed) -> None:
    compared = demo.output.split("Who cites whom", 1)[1].split("\n\n", 1)[0]
    assert all(name in compared for name in ("CNN", "TASS", "AFP"))


def test_an_event_is_told_in_many_languages(demo: Demoed) -> None:
    events = json.loads(monitor(demo, "events", "--format", "json", "--limit", "100"))["events"]
    wide = [event for event in events if event["outlets"] >= 3 and len(event["languages"]) >= 3]
    assert len(wide) >= 15


def test_an_event_is_shown_explained_and_corrected(demo: Demoed) -> None:
    events = json.loads(monitor(demo, "events", "--format", "json", "--limit", "2"))["events"]
    one, other = (event["id"] for event in events)
    members = json.loads(monitor(demo, "events", "show", one, "--format", "json"))["members"]
    first, second = (member["id"] for member in members[:2])
    why = json.loads(monitor(demo, "events", "why", first, second, "--format", "json"))["evidence"]
    assert 0 <= why[0]["probability"] <= 1
    assert {part["name"] for part in why[0]["parts"]}
    monitor(demo, "events", "move", first, other, "--by", "a test", "--note", "to see it hold")
    monitor(demo, "group", "--now", "2018-05-23T06:00:00Z")
    shown = json.loads(monitor(demo, "events", "show", other, "--format", "json"))
    assert first in {member["id"] for member in shown["members"]}
    changes = json.loads(monitor(demo, "events", "history", other, "--format", "json"))
    assert any(change["article"] == first and change["by"] == "a test" for change in changes)
