"""The same articles in the same order are the same events on SQLite and on Elasticsearch, with the same history."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from attrs import evolve

from monitor.embedding import Embedder
from monitor.events import Grouper
from monitor.events.own import own_headlines
from monitor.index import ArticleQuery, EventQuery, Index, open_index
from monitor.jobs.events import split
from monitor.model import Article
from tests.events.samples import START, article, articles, stored

NOW = START + timedelta(days=3)
OWN = 250  # of the packaged headlines, in many languages, each event beside its lookalikes


def grouped(index: Index, embedder: Embedder, *, batch: int) -> Index:
    """Two runs with a person's word between them, then articles that came late, undated, from the future, revised."""
    index.save(stored([*articles()[:12], *written()]))
    Grouper(index, embedder, batch=batch).run(now=NOW)
    (oslo,) = index.get(["bridge-oslo-en-1"])
    split(index, oslo.article.event, ["bridge-oslo-fr-3"], by="Ada", note="", now=NOW + timedelta(hours=1))
    revised = evolve(articles()[0], headline="Lasteskip traff bru i Oslo, bru stengt", fetched=NOW + timedelta(hours=2))
    odd = [
        revised,
        article("undated", "Cargo ship hits pillar of Oslo bridge, bridge closed", hours=None, fetched=50),
        article("future", "Magnitude 7.1 quake hits northern Chile", hours=24 * 400, fetched=51),
        article("late", "Elétrico descarrila em Lisboa: 12 feridos", language="pt", hours=-24 * 30, fetched=52),
    ]
    index.save(stored([*articles()[12:], *odd]))
    Grouper(index, embedder, batch=batch).run(now=NOW + timedelta(hours=3))
    return index


def written() -> list[Article]:
    """Packaged headlines, fetched a second after each other."""
    chosen = own_headlines().articles[:OWN]
    return [
        evolve(each, outlet=f"outlet-{number % 30}", fetched=START + timedelta(days=1, seconds=number))
        for number, each in enumerate(chosen)
    ]


def told(index: Index) -> tuple[dict[str, str], list[object], dict[str, list[tuple[str, str, str]]]]:
    """Each article's event, the events whole, and each article's changes."""
    placed = {each.article.id: each.article.event for each in index.articles(ArticleQuery())}
    events = sorted(index.events(EventQuery(limit=1000)), key=lambda event: event.id)
    history = {
        each: [(change.before, change.after, change.reason) for change in index.history.changes(article=each)]
        for each in placed
    }
    return placed, list(events), history


@pytest.mark.elasticsearch
def test_both_adapters_give_the_same_events(
    tmp_path: Path, elasticsearch_url: str, prefix: str, embedder: Embedder
) -> None:
    with (
        open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as sqlite,
        open_index(elasticsearch_url, prefix=prefix) as server,
    ):
        one, other = told(grouped(sqlite, embedder, batch=128)), told(grouped(server, embedder, batch=37))
    assert len(one[0]) == OWN + len(articles()) + 3
    assert one[0] == other[0]
    assert one[1] == other[1]
    assert one[2] == other[2]
    assert one[0]["undated"] == one[0]["bridge-oslo-en-1"] != one[0]["bridge-oslo-fr-3"]
    assert one[0]["future"] == one[0]["quake-chile-en-1"]
