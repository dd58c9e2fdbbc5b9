"""`monitor events why | history | merge | split | move` by the command line, on a real index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from monitor.cli import main
from monitor.embedding import Embedder
from monitor.events import Grouper
from monitor.events.corrections import SURE, heard
from monitor.events.features import Member
from monitor.events.signature import Signature, weighted
from monitor.events.window import Entry
from monitor.index import ArticleQuery, Index, Placement, open_index
from tests.events.samples import START, article, articles, stored

NOW = START + timedelta(days=3)


@pytest.fixture
def index(tmp_path: Path, embedder: Embedder) -> Iterator[Index]:
    with open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as made:
        made.save(stored(articles()))
        Grouper(made, embedder).run(now=NOW)
        yield made


def run(index: Index, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as end:
        main(["--index", index.address, "events", *arguments])
    assert end.value.code == 0, capsys.readouterr().err
    return capsys.readouterr().out


def home(index: Index, article: str) -> str:
    return index.get([article])[0].article.event


def test_why_tells_two_articles_apart(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(index, capsys, "why", "quake-crete-en-1", "quake-chile-en-1")
    assert "quake-chile-en-1  outlet-en, en, 2024-03-05 13:00+00:00: Magnitude 7.1 quake hits northern Chile" in said
    assert "One event: probability 0." in said
    (numbers,) = [line for line in said.splitlines() if line.startswith("numbers")]
    assert "clash: 5.4 earthquake against 7.1 quake" in numbers
    assert numbers.rstrip().endswith("against")
    assert "What became of the article" in said


def test_why_holds_an_article_against_its_event(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    event = home(index, "quake-crete-en-1")
    said = run(index, capsys, "why", "quake-crete-en-1")
    assert f"in event {event}, 5 articles" in said
    assert "an article joins above" in said
    assert "meaning +" in said
    told = json.loads(run(index, capsys, "why", "quake-crete-en-1", "--format", "json"))
    assert len(told["evidence"]) == 4
    first = told["evidence"][0]
    assert first["log_odds"] == pytest.approx(sum(part["log_odds"] for part in first["parts"]), abs=0.05)
    assert told["event"]["id"] == event
    assert told["changes"][0]["article"] == "quake-crete-en-1"


def test_people_merge_split_and_move_and_the_history_says_who(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    crete, chile = home(index, "quake-crete-en-1"), home(index, "quake-chile-en-1")
    by = ("--by", "Ada", "--note", "one quake", "--now", "2024-03-08")
    said = run(index, capsys, "merge", crete, chile, *by)
    into = home(index, "quake-chile-en-1")
    assert said.strip() == f"merged into {into}"
    assert home(index, "quake-crete-en-1") == into
    said = run(index, capsys, "history", into)
    assert said.count("one quake") == 4
    assert "new: nothing near" in said or "new: nearest was" in said
    lines = [line for line in said.splitlines() if line.startswith("2024")]
    assert lines == sorted(lines, key=lambda line: line[:16])

    apart = run(index, capsys, "split", into, "quake-chile-en-1", "quake-chile-fr-2", "--by", "Ada").split()[-1]
    assert home(index, "quake-chile-en-1") == home(index, "quake-chile-fr-2") == apart
    run(index, capsys, "move", "quake-chile-zh-3", apart, "--by", "Ada")
    assert home(index, "quake-chile-zh-3") == apart
    found = index.event(apart)
    assert found is not None
    assert found.articles == 3


def test_a_merged_event_is_shown_and_said(index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = home(index, "quake-crete-en-1"), home(index, "quake-chile-en-1")
    kept = run(index, capsys, "merge", one, two).split()[-1]
    gone = two if kept == one else one
    for command in ("show", "history"):
        with pytest.raises(SystemExit):
            main(["--index", index.address, "events", command, gone])
        shown = capsys.readouterr()
        assert f"event {gone} was merged into {kept}" in shown.err
        assert kept in shown.out


def test_a_persons_word_goes_with_the_export_and_holds_there(
    index: Index, embedder: Embedder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crete = home(index, "quake-crete-en-1")
    apart = run(index, capsys, "split", crete, "quake-crete-it-2", "--by", "Ada").split()[-1]
    with open_index(f"sqlite:{tmp_path / 'copy.sqlite'}") as copy:
        copy.import_(json.loads(json.dumps(list(index.export()))))
        assert [each.by for each in copy.history.corrections()] == ["Ada"]
        copy.save(stored([article("more", "Terremoto di magnitudo 5.4 a Creta", language="it", hours=21.5)]))
        Grouper(copy, embedder).run(now=NOW + timedelta(hours=2))
        rest = {each.article.event for each in copy.articles(ArticleQuery()) if "quake-crete" in each.article.id}
        assert home(copy, "quake-crete-it-2") == apart
        assert rest == {crete, apart}


def test_show_names_the_events_of_a_story(index: Index, embedder: Embedder, capsys: pytest.CaptureFixture[str]) -> None:
    line = "Aliyev and Tokayev sign pipeline accord after Astana talks"
    index.save(stored([article("accord", line, hours=90)]))
    Grouper(index, embedder).run(now=NOW + timedelta(hours=24))
    first, second = home(index, "visit-aliyev-en-2"), home(index, "accord")
    assert first != second
    said = run(index, capsys, "show", second)
    assert f"Story {first}: events that follow each other" in said
    listed = json.loads(run(index, capsys, "--story", first, "--format", "json"))
    assert {each["id"] for each in listed["events"]} == {first, second}


def test_a_split_after_a_merge_after_a_split_is_an_event_of_its_own(
    index: Index, capsys: pytest.CaptureFixture[str]
) -> None:
    chile = home(index, "quake-chile-en-1")
    first = run(index, capsys, "split", chile, "quake-chile-es-0", "--now", "2024-03-08").split()[-1]
    assert run(index, capsys, "merge", chile, first, "--now", "2024-03-09").split()[-1] == chile
    again = run(index, capsys, "split", chile, "quake-chile-es-0", "--now", "2024-03-10").split()[-1]
    assert home(index, "quake-chile-es-0") == again
    found = index.event(again)
    assert found is not None
    assert (found.id, found.articles) == (again, 1)
    with pytest.raises(SystemExit) as end:
        main(["--index", index.address, "events", "merge", chile, first])
    assert end.value.code == 2
    assert "are one event already" in capsys.readouterr().err


def test_a_persons_word_holds_for_an_event_that_has_another_id_now(
    index: Index, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ada moves the tram into the bridge's event, Bob merges that into the vote's: the tram stays with the bridge."""
    bridge, vote = home(index, "bridge-oslo-en-1"), home(index, "vote-ghana-en-0")
    run(index, capsys, "move", "tram-lisbon-en-2", bridge, "--by", "Ada")
    index.merge_events({bridge: vote})
    index.place([Placement(article=each, event=vote) for each in ("bridge-oslo-en-1", "tram-lisbon-en-2")])
    word = heard(index)
    members = [Entry(each, member(), np.zeros(4, np.float16), vote) for each in ("tram-lisbon-en-2", "vote-ghana-en-0")]
    assert word(members, np.zeros((2, 2), np.float32)).tolist() == [[0, SURE], [SURE, 0]]


def member() -> Member:
    none = weighted({}, {}, 1)
    vector = np.zeros(4, np.int8)
    signature = Signature(sequence=0, outlet=0, vector=vector, scale=0.0, stems=none, free=none, text=False, dated=True)
    return Member(signature, 0.0, "en")
