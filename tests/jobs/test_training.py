"""`monitor events train`: what it writes, what it leaves in place, what it learns from people; on small real sets."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta
from pathlib import Path

import pytest
from attrs import evolve

from monitor.embedding import Embedder
from monitor.events import DecisionError, Grouper, load_decision
from monitor.events.decision import to_json
from monitor.events.reviewed import reviewed
from monitor.index import Index, open_index
from monitor.jobs.events import move, split
from monitor.jobs.grouping import group_file
from monitor.jobs.training import Trained, TrainingError, source, train_decision
from monitor.model import Article
from tests.events.samples import START, article, articles, stored

NOW = START + timedelta(days=3)


def labelled(path: Path, made: list[Article]) -> Path:
    """The sample articles as a labelled set."""
    rows = [
        {
            "id": each.id,
            "headline": each.headline,
            "language": each.language,
            "published": each.published.isoformat() if each.published else None,
            "event": "-".join(each.id.split("-")[:2]),
        }
        for each in made
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return labelled(tmp_path / "samples.jsonl", articles())


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Trained:
    """Learned from the samples alone."""
    folder = tmp_path_factory.mktemp("trained")
    data = labelled(folder / "samples.jsonl", articles())
    return train_decision([source(f"{data}=CC0")], lambda: embedder, output=folder / "decision.json", packaged=False)


def test_a_decision_is_written_with_its_report_beside_it(trained: Trained, embedder: Embedder) -> None:
    assert (trained.file.name, trained.kept) == ("decision.json", None)
    decision = load_decision(trained.file)
    assert decision.about["sets"] == {"samples": "CC0"}
    assert decision.about["embedder"] == embedder.name
    assert trained.report_file == trained.file.with_suffix(".md")
    report = trained.report_file.read_text()
    assert "| samples | CC0 | 24 |" in report
    assert "expected calibration error" in report
    assert 0.5 < trained.report.lines[0].folds <= 1


def test_what_was_learned_groups_a_file(tmp_path: Path, data: Path, trained: Trained, embedder: Embedder) -> None:
    decision = load_decision(trained.file)
    report = group_file(data, tmp_path / "events.jsonl", embedder=embedder, decision=decision)
    assert 3 <= report.events <= 14


def former(trained: Trained, path: Path, folds: float) -> str:
    """A decision that says it reached this on the same set when cross-validated."""
    decision = load_decision(trained.file)
    figures = {"samples": {**decision.about["figures"]["samples"], "folds": folds}}
    text = to_json(evolve(decision, about={**decision.about, "figures": figures}))
    path.write_text(text)
    return text


def test_a_better_decision_stays_in_its_place(tmp_path: Path, data: Path, trained: Trained, embedder: Embedder) -> None:
    target = tmp_path / "decision.json"
    best = trained.report.lines[0].folds + 0.1  # of a set that may be told whole already
    before = former(trained, target, best)
    again = train_decision([source(str(data))], lambda: embedder, output=target, packaged=False)
    new, old = again.figures
    assert new == trained.report.lines[0].folds < old == best
    assert (again.kept, again.better) == (target, False)
    assert target.read_text() == before
    assert again.file == tmp_path / "decision.worse.json"
    assert load_decision(again.file).about["sets"] == {"samples": "not said"}
    assert (tmp_path / "decision.worse.md").exists()
    forced = train_decision([source(str(data))], lambda: embedder, output=target, packaged=False, force=True)
    assert (forced.file, forced.kept) == (target, None)
    assert target.read_text() != before


def test_a_worse_decision_is_replaced(tmp_path: Path, data: Path, trained: Trained, embedder: Embedder) -> None:
    target = tmp_path / "decision.json"
    former(trained, target, 0.1)
    again = train_decision([source(str(data))], lambda: embedder, output=target, packaged=False)
    assert (again.before, again.kept, again.file) == ({"samples": 0.1}, None, target)
    assert load_decision(target).about["figures"]["samples"]["folds"] > 0.1


def test_people_teach_it(tmp_path: Path, data: Path, embedder: Embedder) -> None:
    with open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as index:
        corrected(index, embedder)
        found = reviewed(index)
        assert found.events["quake-chile-es-0"] != found.events["quake-chile-en-1"]
        assert found.events["tram-lisbon-en-2"] == found.events["quake-chile-es-0"]
        assert not any(each.startswith("visit-aliyev") for each in found.events)
        target = tmp_path / "decision.json"
        taught = train_decision([source(str(data))], lambda: embedder, output=target, index=index, packaged=False)
    assert [line.name for line in taught.report.lines] == ["samples", "corrections"]
    assert "people's corrections" in load_decision(target).about["sets"]["corrections"]


def corrected(index: Index, embedder: Embedder) -> None:
    index.save(stored(articles()))
    Grouper(index, embedder).run(now=NOW)
    (chile,) = index.get(["quake-chile-en-1"])
    apart = split(index, chile.article.event, ["quake-chile-es-0"], by="Ada", note="", now=NOW + timedelta(hours=1))
    move(index, "tram-lisbon-en-2", apart, by="Ada", note="", now=NOW + timedelta(hours=2))


def test_articles_that_came_after_a_persons_look_are_not_learned_from(tmp_path: Path, embedder: Embedder) -> None:
    with open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as index:
        corrected(index, embedder)
        before = set(reviewed(index).events)
        index.save(stored([article("late", "Magnitude 7.1 quake hits northern Chile", hours=31, fetched=70)]))
        Grouper(index, embedder).run(now=NOW + timedelta(hours=5))
        assert set(reviewed(index).events) == before


def test_nothing_to_learn_from_is_said(tmp_path: Path, data: Path, embedder: Embedder) -> None:
    target = tmp_path / "decision.json"
    with pytest.raises(TrainingError, match="nothing to learn from"):
        train_decision([], lambda: embedder, output=target, packaged=False)
    alone = source(str(labelled(tmp_path / "alone.jsonl", articles(["quake-chile"]))))
    with pytest.raises(DecisionError, match="nothing to learn from"):
        train_decision([alone], lambda: embedder, output=target, packaged=False)
    with pytest.raises(DecisionError, match="two sets are named samples"):
        train_decision([source(str(data)), source(str(data))], lambda: embedder, output=target, packaged=False)
    with pytest.raises(TrainingError, match="folder does not exist"):
        train_decision([source(str(data))], lambda: embedder, output=tmp_path / "no" / "decision.json")
    with pytest.raises(TrainingError, match="no such file"):
        source("absent.jsonl=CC0")
    assert not target.exists()


def test_a_malformed_decision_in_the_place_is_said_before_the_work(
    tmp_path: Path, data: Path, embedder: Embedder
) -> None:
    target = tmp_path / "decision.json"
    target.write_text("{}")
    with pytest.raises(DecisionError, match="it lacks 'format'"):
        train_decision([source(str(data))], lambda: embedder, output=target, packaged=False)


def test_a_gzip_that_breaks_off_is_said(tmp_path: Path, data: Path, embedder: Embedder) -> None:
    broken = tmp_path / "broken.jsonl.gz"
    broken.write_bytes(gzip.compress(data.read_bytes())[:-12])
    with pytest.raises(DecisionError, match="cannot be read"):
        train_decision([source(str(broken))], lambda: embedder, output=tmp_path / "decision.json", packaged=False)
