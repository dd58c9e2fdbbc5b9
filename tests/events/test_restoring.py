"""What a run knows of the runs before: signatures lost to a new embedder or a new text, every change, its order."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from attrs import evolve

from monitor.embedding import Embedder, Vectors
from monitor.events import Grouper, restoring
from monitor.index import ArticleQuery, EmbedderMismatch, EventChange, Index, open_index
from monitor.jobs.embedding import reembed
from tests.events.samples import START, article, articles, stored

NOW = START + timedelta(days=3)
MORE = article("more", "Magnitude 7.1 earthquake strikes northern Chile", hours=33)


class Renamed:
    """The packaged embedder under another name, its vectors turned: another embedder, to the index."""

    name = "turned"

    def __init__(self, embedder: Embedder) -> None:
        self._embedder, self.dimensions = embedder, embedder.dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed(texts)[:, ::-1].copy()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as made:
        yield made


def events_of(index: Index) -> dict[str, str]:
    return {each.article.id: each.article.event for each in index.articles(ArticleQuery())}


def test_after_a_new_embedder_articles_still_find_the_events_of_before(index: Index, embedder: Embedder) -> None:
    index.save(stored(articles()))
    Grouper(index, embedder).run(now=NOW)
    before = events_of(index)
    other = Renamed(embedder)
    assert reembed(index, other) == len(before)
    assert not any(index.window().signatures)
    index.save(stored([MORE]))
    Grouper(index, other).run(now=NOW + timedelta(hours=1))
    after = events_of(index)
    assert after.pop("more") == before["quake-chile-en-1"]
    assert after == before
    assert all(index.window().signatures)


def test_vectors_of_two_embedders_are_never_compared(index: Index, embedder: Embedder) -> None:
    index.save(stored(articles()))
    Grouper(index, embedder).run(now=NOW)
    index.save(stored([MORE]))
    with pytest.raises(EmbedderMismatch, match=r"vectors of e5-small .* are of turned .* `monitor index reembed`"):
        Grouper(index, Renamed(embedder)).run(now=NOW)


def test_an_article_with_a_new_text_keeps_its_event_and_is_found_there(index: Index, embedder: Embedder) -> None:
    alone = article("alone", "Magnitude 7.1 quake hits northern Chile", hours=31)
    index.save(stored([*articles(["bridge-oslo"]), alone]))
    Grouper(index, embedder).run(now=NOW)
    revised = evolve(alone, headline="UPDATE: Magnitude 7.1 quake hits northern Chile", fetched=NOW)
    index.save(stored([revised]))
    index.save(stored([MORE]))
    Grouper(index, embedder).run(now=NOW + timedelta(hours=1))
    found = events_of(index)
    assert found["more"] == found["alone"]


def changes(index: Index) -> list[tuple[str, str, str, str]]:
    found: dict[EventChange, None] = {}
    for each in sorted(events_of(index)):
        found.update(dict.fromkeys(index.history.changes(article=each)))
    ordered = sorted(found, key=lambda change: change.at)
    return [(change.article, change.before, change.after, change.reason) for change in ordered]


def test_every_change_is_kept_in_its_order_whatever_the_batch(tmp_path: Path, embedder: Embedder) -> None:
    """The fourth article joins two events of before into one: their founding is in the history all the same."""
    made = articles()
    kept = []
    for batch in (128, 1, 5):
        with open_index(f"sqlite:{tmp_path / str(batch)}") as index:
            index.save(stored(made))
            Grouper(index, embedder, batch=batch).run(now=NOW)
            kept.append(changes(index))
            assert {one: after for one, _, after, _ in kept[-1]} == events_of(index)
    assert kept[0] == kept[1] == kept[2]
    assert [one for one, before, _, _ in kept[0] if not before] == [each.id for each in made]
    assert kept[0][0][3] == "new: nothing near"
    assert all(reason.startswith(("new: n", "joined", "moved when", "merged when")) for *_, reason in kept[0])


def test_the_window_goes_back_from_what_is_placed_and_no_further(
    index: Index, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New articles are younger than every placed one; that once made a run load four times the days."""
    monkeypatch.setattr(restoring, "KEPT_ARTICLES", 4)
    days = (0, 30, 40, 41, 42, 43)
    index.save(stored([article(f"day-{day}", f"Ferry {day} leaves Oslo", hours=24.0 * day) for day in days]))
    Grouper(index, embedder).run(now=START + timedelta(days=44))
    index.save(stored([article("new", "Ferry leaves Bergen", hours=24.0 * 50)]))
    found = restoring.recent(index, embedder.dimensions)
    assert [entry.id for entry in found.entries] == ["day-30", "day-40", "day-41", "day-42", "day-43"]
    monkeypatch.setattr(restoring, "KEPT_ARTICLES", 6)
    assert len(restoring.recent(index, embedder.dimensions)) == 6
