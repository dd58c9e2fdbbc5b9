"""`monitor events why | history | merge | split | move` by the command line, on a real index."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.embedding import Embedder
from monitor.events import Grouper
from monitor.index import ArticleQuery, Index, open_index
from tests.events.samples import START, article, articles, stored

NOW = START + timedelta(days=3)


@pytest.fixture
def index(tmp_path: Path, embedder: Embedder) -> Index:
    made = open_index(f"sqlite:{tmp_path / 'index.sqlite'}")
    made.save(stored(articles()))
    Grouper(made, embedder).run(now=NOW)
    return made


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
