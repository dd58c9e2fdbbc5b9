"""Articles written and read, the same on both adapters."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from attrs import evolve

from monitor.index import ArticleQuery, EmbedderMismatch, Index, IndexProblem, Placement, Stored
from monitor.index.codec import to_dict
from monitor.model import FateName, Moment
from tests.index.samples import EMBEDDER, NOON, article, rich, stored, vector

RICH_VECTOR = vector(3, toward=4, share=0.3)


def fates(index: Index, *articles: Stored) -> list[str]:
    return [outcome.fate.value for outcome in index.save(articles)]


def newer(known: Stored, **given: Any) -> Stored:
    """The same article, read an hour later."""
    fetched = (known.article.fetched or NOON) + timedelta(hours=1)
    return evolve(known, article=evolve(known.article, **{"fetched": fetched, **given}))


def test_every_field_comes_back(index: Index) -> None:
    index.save([rich()])
    (found,) = index.get(["rich"])
    assert to_dict(found) == to_dict(rich())
    assert found.article.modified is not None
    assert not found.article.modified.has_time
    assert found.vector is not None
    assert np.allclose(found.vector, RICH_VECTOR, atol=1e-6)


def test_the_same_again_changes_nothing(index: Index) -> None:
    articles = [rich(), stored("a1", direction=1), stored("a2")]
    assert fates(index, *articles) == ["stored"] * 3
    before = list(index.export())
    assert fates(index, *articles) == ["unchanged"] * 3
    assert fates(index, *map(newer, articles)) == ["unchanged"] * 3
    assert list(index.export()) == before


def test_a_new_text_is_a_revision_and_the_old_one_is_kept(index: Index) -> None:
    first = stored("a1", direction=1)
    second = newer(first, headline="Another headline")
    third = newer(second, body="Another body.", modified=Moment.of(NOON + timedelta(hours=2)))
    index.save([first])
    index.place([Placement(article="a1", event="e1")])
    outcomes = index.save([second, third])
    assert [(row.fate, row.revision) for row in outcomes] == [(FateName.REVISED, 2), (FateName.REVISED, 3)]
    texts = index.revisions("a1")
    assert [row.number for row in texts] == [1, 2, 3]
    assert [row.changed for row in texts] == [(), ("headline",), ("body", "modified")]
    assert (texts[0].headline, texts[0].body) == (first.article.headline, first.article.body)
    (found,) = index.get(["a1"])
    assert (found.article.event, found.article.revision, found.article.body) == ("e1", 3, "Another body.")


def test_an_article_never_revised_has_one_text(index: Index) -> None:
    index.save([stored("a1")])
    assert [(row.number, row.changed) for row in index.revisions("a1")] == [(1, ())]
    assert index.revisions("none") == []


def test_an_earlier_fetch_never_replaces_a_later_one(index: Index) -> None:
    late = newer(stored("a1"), headline="The later headline")
    index.save([late])
    (outcome,) = index.save([stored("a1")])
    assert (outcome.fate, outcome.reason) == (FateName.UNCHANGED, "an earlier fetch")
    assert index.get(["a1"])[0].article.headline == "The later headline"
    assert len(index.revisions("a1")) == 1


def test_a_revision_in_another_language_leaves_nothing_of_the_old_one(index: Index) -> None:
    first = stored("a1", language="de", headline="Häuser brennen", body="Die Feuerwehr kam.")
    index.save([first, newer(first, language="fr", headline="Des maisons brûlent", body="Les pompiers arrivent.")])
    assert index.search("Feuerwehr").total == 0
    assert index.search("Haus").total == 0
    assert index.search("maison").total == 1


def test_one_bad_article_fails_alone(index: Index) -> None:
    nameless = Stored(article=article(""))
    timeless = Stored(article=article("a9", published=None, fetched=None))
    outcomes = index.save([stored("a1"), nameless, timeless, stored("a2")])
    assert [row.fate.value for row in outcomes] == ["stored", "failed", "failed", "stored"]
    assert "no id" in outcomes[1].reason
    assert "neither a date" in outcomes[2].reason
    assert index.count() == 2


def test_hostile_text_is_kept_as_far_as_it_can_be(index: Index) -> None:
    nasty = (
        'NUL \x00, a lone surrogate \ud800, "quotes", \u202eright to left, <script>alert(1)</script>, ' + "x" * 40_000
    )
    outcomes = index.save([stored("a1", headline="Fine", body=nasty, authors=("\ud800",), section="s" * 9000)])
    assert outcomes[0].fate is FateName.STORED
    body = index.get(["a1"])[0].article.body
    assert "<script>alert(1)</script>" in body
    assert body.endswith("x" * 40_000)
    assert index.search("quotes").total == 1
    assert fates(index, index.get(["a1"])[0]) == ["unchanged"]


def test_placing_keeps_the_content_and_saving_keeps_the_place(index: Index) -> None:
    first = rich()
    index.save([first])
    index.place([Placement(article="rich", event="e1", signature=b"new")])
    (found,) = index.get(["rich"])
    assert found.article.event == "e1"
    assert found.signature == b"new"
    assert to_dict(evolve(found, signature=first.signature, article=evolve(found.article, event=""))) == to_dict(first)
    index.save([newer(first, description="Another description", event="of the crawl")])
    (found,) = index.get(["rich"])
    assert (found.article.event, found.article.description) == ("e1", "Another description")


def test_a_new_text_clears_vector_and_signature(index: Index) -> None:
    first = rich()
    index.save([first])
    index.save([evolve(newer(first, body="Quite another text."), vector=None, embedder="", signature=b"")])
    (found,) = index.get(["rich"])
    assert (found.vector, found.embedder, found.signature) == (None, "", b"")
    assert [row.article.id for row in index.articles(ArticleQuery(without_vector=True))] == ["rich"]


def test_placing_an_unknown_article_is_an_error_and_the_others_are_placed(index: Index) -> None:
    index.save([stored("a1")])
    with pytest.raises(IndexProblem, match="ghost"):
        index.place([Placement(article="ghost", event="e1"), Placement(article="a1", event="e1")])
    assert index.get(["a1"])[0].article.event == "e1"


def test_queries(index: Index) -> None:
    day = timedelta(days=1)
    late: dict[str, Any] = {"fetched": NOON + 3 * day}
    index.save(
        [
            stored("a1", language="en", outlet="one", country="GB", published=Moment.of(NOON), **late),
            stored("a2", language="zh-Hant", outlet="two", country="TW", published=Moment.of(NOON + day), **late),
            stored(
                "a3",
                language="zh",
                outlet="two",
                country="CN",
                published=Moment.of(NOON + 2 * day),
                direction=3,
                **late,
            ),
            stored("a4", language="zha", outlet="six", country="CN", published=Moment.of(NOON - day), **late),
        ]
    )
    index.place([Placement(article="a1", event="e1"), Placement(article="a2", event="e2")])

    def found(**given: object) -> list[str]:
        query = ArticleQuery(**given)  # type: ignore[arg-type]
        ids = [row.article.id for row in index.articles(query)]
        if not given.get("limit"):
            assert index.count(query) == len(ids)
        return ids

    assert found() == ["a4", "a1", "a2", "a3"] == list(index.window().ids)
    assert found(order="-time") == ["a3", "a2", "a1", "a4"]
    assert found(order="id", limit=2) == ["a1", "a2"]
    assert found(languages=("zh",)) == ["a2", "a3"]
    assert found(languages=("ZH", "en")) == ["a1", "a2", "a3"]
    assert found(outlets=("two", "six")) == ["a4", "a2", "a3"]
    assert found(countries=("CN",)) == ["a4", "a3"]
    assert found(since=NOON, until=NOON + day) == ["a1"]
    assert found(events=("e1", "e2")) == ["a1", "a2"]
    assert found(unplaced=True) == ["a4", "a3"]
    assert found(without_vector=True) == ["a4", "a1", "a2"]
    assert found(urls=("https://paper.example/a3",)) == ["a3"]
    assert found(fetched_since=NOON + 4 * day) == []
    assert [row.article.id for row in index.get(["a3", "none", "a1"])] == ["a3", "a1"]


def test_long_queries_are_read_in_batches_while_others_write(index: Index) -> None:
    index.save([stored(f"a{number:04}") for number in range(450)])
    seen = []
    for found in index.articles(ArticleQuery(unplaced=True), vectors=False):
        seen.append(found.article.id)
        if len(seen) % 100 == 0:
            index.place([Placement(article=id_, event="e1") for id_ in seen[-100:]])
    assert seen == [f"a{number:04}" for number in range(450)]
    assert index.count(ArticleQuery(unplaced=True)) == 50


def test_undated_and_future_articles_are_filed_under_their_fetch(index: Index) -> None:
    fetched = NOON + timedelta(hours=1)
    index.save(
        [
            stored("undated", published=None),
            stored("future", published=Moment.of(NOON + timedelta(days=400))),
            stored("tomorrow", published=Moment.of(NOON + timedelta(hours=20))),
        ]
    )
    window = index.window()
    assert window.ids == ["future", "undated", "tomorrow"]
    assert window.times[:2].tolist() == [fetched.timestamp()] * 2
    assert index.get(["future"])[0].article.published == NOON + timedelta(days=400)
    index.save([stored("undated", published=None, fetched=fetched + timedelta(days=9), body="New.")])
    assert index.window().ids == ["future", "undated", "tomorrow"]


def test_window(index: Index) -> None:
    index.save([stored("a2", direction=2), stored("a1"), rich()])
    index.place([Placement(article="a2", event="e7")])
    window = index.window(NOON - timedelta(days=1), NOON + timedelta(days=1))
    assert window.ids == ["rich", "a1", "a2"]
    assert window.events == ["", "", "e7"]
    assert window.languages == ["fa", "en", "en"]
    assert window.outlets == ["paper-en"] * 3
    assert window.signatures == [rich().signature, b"", b""]
    assert window.vectors.dtype == np.float32
    assert np.allclose(window.vectors[0], RICH_VECTOR, atol=1e-6)
    assert not window.vectors[1].any()
    assert len(index.window(until=NOON - timedelta(days=9))) == 0
    assert index.window(until=NOON - timedelta(days=9)).vectors.shape == (0, 8)


def test_vectors_of_two_embedders_are_refused(index: Index, reopen: Callable[[], Index]) -> None:
    index.save([stored("a1", direction=1)])
    other = Stored(article=article("a2"), vector=np.full(16, 0.25, np.float32), embedder="other-16")
    with reopen() as again:
        with pytest.raises(EmbedderMismatch, match=r"unit-8.*reembed"):
            again.save([other])
        with pytest.raises(EmbedderMismatch):
            again.save([evolve(stored("a2", direction=2), embedder="another-8")])
        with pytest.raises(EmbedderMismatch):
            again.save_vectors("other-16", {"a1": np.ones(16, np.float32)})
        with pytest.raises(EmbedderMismatch):
            again.search("", vector=np.ones(16, np.float32))
    assert index.count() == 1


def test_another_embedder_can_take_over(index: Index) -> None:
    index.save([stored("a1", direction=1), stored("a2", direction=2)])
    index.replace_embedder("other-16", 16)
    index.replace_embedder("other-16", 16)
    missing = [row.article.id for row in index.articles(ArticleQuery(without_vector=True))]
    assert missing == ["a1", "a2"]
    index.save_vectors("other-16", {id_: np.eye(16, dtype=np.float32)[place] for place, id_ in enumerate(missing)})
    index.replace_embedder("other-16", 16)
    assert index.count(ArticleQuery(without_vector=True)) == 0
    assert index.window().vectors.shape == (2, 16)
    assert index.search("", vector=np.eye(16, dtype=np.float32)[1]).hits[0].article.id == "a2"
    with pytest.raises(EmbedderMismatch):
        index.save([stored("a3", direction=1)])


def test_status(index: Index) -> None:
    assert index.status().articles == 0
    index.save([stored("a1", direction=1), stored("a2", language="fa", outlet="other"), rich()])
    index.place([Placement(article="a1", event="e1")])
    status = index.status()
    assert (status.articles, status.unplaced, status.outlets, status.events) == (3, 2, 2, 0)
    assert status.languages == {"fa": 2, "en": 1}
    assert (status.embedder, status.dimensions) == (EMBEDDER, len(vector(0)))
    assert status.last == NOON
    assert status.first == datetime(2018, 5, 22, 6, 0, 0, 250000, tzinfo=UTC)
    assert status.bytes > 0
