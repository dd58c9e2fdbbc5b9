"""Grouping an index: restarts, batches, late articles, corrections, history; on a real SQLite file."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import exp
from pathlib import Path

import pytest

from monitor.embedding import Embedder
from monitor.events import Grouper, apply_corrections, bcubed, explain, load_decision
from monitor.index import ArticleQuery, Correction, EventQuery, Index, open_index
from monitor.model import Article
from tests.events.samples import START, article, articles, gold, stored

NOW = START + timedelta(days=3)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as made:
        yield made


def events_of(index: Index) -> dict[str, str]:
    return {each.article.id: each.article.event for each in index.articles(ArticleQuery())}


def run(index: Index, embedder: Embedder, *parts: Sequence[Article], batch: int = 128) -> dict[str, str]:
    for part in parts:
        index.save(stored(part))
        Grouper(index, embedder, batch=batch).run(now=NOW)
    return events_of(index)


def test_articles_are_placed_and_events_written(index: Index, embedder: Embedder) -> None:
    made = articles()
    found = run(index, embedder, made)
    assert bcubed(*gold(found)).f1 > 0.9
    page = index.events(EventQuery(limit=100))
    assert {each.id for each in page} == set(found.values())
    assert sum(each.articles for each in page) == len(made)
    crete = index.event(found["quake-crete-en-1"])
    assert crete is not None
    assert crete.outlets == crete.articles == len(crete.languages)
    assert crete.headlines["en"] == "Magnitude 5.4 earthquake shakes Crete"
    assert Grouper(index, embedder).run(now=NOW).articles == 0


def test_batches_and_restarts_give_the_same_events(tmp_path: Path, embedder: Embedder) -> None:
    made = articles()
    restarted = [made[:7], made[7:8], made[8:]]
    found = []
    for number, (parts, batch) in enumerate(
        [([made], 128), ([made], 1), ([made], 5), (restarted, 128), ([[one] for one in made], 128)]
    ):
        with open_index(f"sqlite:{tmp_path / str(number)}") as index:
            found.append(run(index, embedder, *parts, batch=batch))
    assert all(each == found[0] for each in found[1:])


def test_every_change_is_kept_with_its_reason(index: Index, embedder: Embedder) -> None:
    found = run(index, embedder, articles())
    changes = index.history.changes(event=found["quake-crete-en-1"])
    assert {change.article for change in changes} >= {f"quake-crete-{each}" for each in ("el-0", "en-1", "it-2")}
    assert all(change.reason and 0 <= change.probability <= 1 for change in changes)


def test_an_article_that_comes_weeks_late_finds_its_event(
    index: Index, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.events.window.KEPT_ARTICLES", 3)
    monkeypatch.setattr("monitor.events.restoring.KEPT_ARTICLES", 3)
    later = [
        article(f"later-{n}", f"Lisbon council debates plan number {n} for trams", hours=24 * 40 + n) for n in range(5)
    ]
    late = article("late", "Earthquake of magnitude 5.4 felt on Crete", hours=23, fetched=24 * 41)
    found = run(index, embedder, articles(), later, [late])
    assert found["late"] == found["quake-crete-en-1"]


def test_a_date_in_the_future_counts_as_the_time_of_the_fetch(index: Index, embedder: Embedder) -> None:
    wrong = article("wrong", "Magnitude 5.4 earthquake shakes Crete", hours=24 * 400, fetched=24)
    found = run(index, embedder, articles(), [wrong])
    assert found["wrong"] == found["quake-crete-en-1"]


def test_a_persons_merge_holds_against_repair(index: Index, embedder: Embedder) -> None:
    found = run(index, embedder, articles(["quake-crete", "quake-chile"]))
    crete, chile = found["quake-crete-en-1"], found["quake-chile-en-1"]
    assert crete != chile
    everyone = tuple(identity for identity, event in found.items() if event in (crete, chile))
    correct(
        index, Correction(id="1", kind="merge", articles=everyone, events=(crete, chile), into=crete, at=NOW, by="Ada")
    )
    assert {events_of(index)[each] for each in everyone} == {crete}
    merged = index.event(chile)
    assert merged is not None
    assert merged.id == crete
    more = [article("more", "Magnitude 7.1 earthquake strikes northern Chile", hours=33)]
    after = run(index, embedder, more)
    assert {after[each] for each in everyone} == {crete}
    assert index.history.changes(article="quake-chile-en-1")[-1].by == "Ada"


def test_a_persons_split_holds_against_repair(index: Index, embedder: Embedder) -> None:
    found = run(index, embedder, articles(["quake-chile"]))
    chile = found["quake-chile-en-1"]
    assert found["quake-chile-es-0"] == chile
    correct(
        index,
        Correction(
            id="2", kind="split", articles=("quake-chile-es-0",), events=(chile,), into="apart", at=NOW, by="Ada"
        ),
    )
    after = run(index, embedder, [article("more", "Magnitude 7.1 earthquake strikes northern Chile", hours=33)])
    assert after["quake-chile-es-0"] == "apart"
    assert after["quake-chile-en-1"] != "apart"
    assert index.event("apart") is not None


def correct(index: Index, correction: Correction) -> None:
    index.history.correct(correction)
    apply_corrections(index, [correction], now=NOW + timedelta(hours=1))


def test_why_shows_shares_that_add_up(index: Index, embedder: Embedder) -> None:
    run(index, embedder, articles())
    same = explain(*index.get(["quake-crete-en-1", "quake-crete-it-2"]))
    other = explain(*index.get(["quake-crete-en-1", "quake-chile-en-1"]))
    assert same.probability > 0.5 > other.probability
    parts = {part.name: part for part in other.parts}
    assert parts["numbers"].value == "clash: 5.4 earthquake against 7.1 quake"
    assert parts["numbers"].log_odds < 0
    assert parts["time"].value == "10 h 30 min apart"
    found = {part.name: part.value for part in same.parts}
    assert found["names"].startswith("shared: Crete = Creta")
    assert found["what is compared"] == "headlines alone in en and it, both dated"
    total = sum(part.log_odds for part in same.parts)
    assert same.log_odds == pytest.approx(total, abs=0.05)
    (line,) = [each for each in load_decision().lines if each.when == ("headline_only", "dated", "other_language")]
    assert same.probability == pytest.approx(1 / (1 + exp(-(line.slope * total + line.shift))), abs=0.02)


def test_an_article_joins_with_the_mean_probability_of_its_pairs(index: Index, embedder: Embedder) -> None:
    first, second, third = [each for each in articles() if each.id.startswith("quake-crete-")][:3]
    found = run(index, embedder, [first], [second], [third])
    assert len({found[each.id] for each in (first, second, third)}) == 1
    (joined,) = [change for change in index.history.changes(article=third.id) if change.reason == "joined"]
    one, two, three = index.get([first.id, second.id, third.id])
    pairs = [explain(one, three).probability, explain(two, three).probability]
    assert joined.probability == pytest.approx(sum(pairs) / 2, abs=0.01)


def test_an_article_that_was_not_placed_can_be_explained_too(index: Index) -> None:
    index.save(stored(articles()))
    assert 0 <= explain(*index.get(["quake-crete-en-1", "quake-chile-en-1"])).probability <= 1


def test_an_article_that_was_placed_and_one_that_was_not_can_be_compared(index: Index, embedder: Embedder) -> None:
    run(index, embedder, articles())
    index.save(stored([article("new", "Magnitude 5.4 earthquake shakes Crete", hours=21)]))
    parts = {part.name: part.value for part in explain(*index.get(["quake-crete-en-1", "new"])).parts}
    assert parts["numbers"] == "shared: 5.4 earthquake"
    assert parts["words"].endswith("in both headlines: magnitude, 5.4, earthquake, shakes, crete")


def test_no_articles_no_work(index: Index, embedder: Embedder) -> None:
    report = Grouper(index, embedder).run(now=datetime(2024, 1, 1, tzinfo=NOW.tzinfo))
    assert (report.articles, report.events, report.changed) == (0, 0, 0)
