"""Events, their history, and people's corrections."""

from datetime import timedelta

import numpy as np

from monitor.index import Correction, EventQuery, Index, Placement, SentenceVectors
from monitor.model import Moment
from tests.index.samples import NOON, event, stored

DAY = timedelta(days=1)


def ids(index: Index, **query: object) -> list[str]:
    page = index.events(EventQuery(**query))  # type: ignore[arg-type]
    if not query.get("limit"):
        assert page.total == len(page)
    return [found.id for found in page]


def test_an_event_comes_back_whole(index: Index) -> None:
    made = event(
        headlines={"fa": "خبر", "en": "News"},
        first=Moment.parse("2018-05-22"),
        languages=("fa", "en"),
        story="s1",
        articles=3,
    )
    index.save_events([made])
    assert index.event("e1") == made
    assert list(index.events()) == [made]
    assert index.event("none") is None
    index.save_events([event(headline="Written anew")])
    assert index.event("e1") == event(headline="Written anew")
    index.delete_events(["e1", "none"])
    assert index.event("e1") is None


def test_browsing(index: Index) -> None:
    index.save_events(
        [
            event("e1", outlets=3, articles=4, editions=("a", "b"), languages=("en", "zh-Hant"), countries=("GB",)),
            event("e2", outlets=9, articles=9, editions=("b",), languages=("fa", "en"), countries=("IR",), story="s"),
            event("e3", outlets=3, articles=5, editions=("c",), languages=("ru", "nn"), countries=("RU",), story="s",
                  first=Moment.of(NOON + 3 * DAY), last=Moment.of(NOON + 4 * DAY)),
            event("e4", outlets=1, first=None, last=None),
        ]
    )  # fmt: skip
    assert ids(index) == ["e2", "e3", "e1", "e4"]
    assert ids(index, order="-last") == ["e3", "e2", "e1", "e4"]
    assert ids(index, order="first") == ["e4", "e1", "e2", "e3"]
    assert ids(index, outlets=("b", "c")) == ["e2", "e3", "e1"]
    assert ids(index, languages=("en",), min_outlets=3) == ["e2", "e1"]
    assert ids(index, languages=("no",)) == ["e3"]
    assert ids(index, languages=("no-NO",)) == []
    assert ids(index, languages=("zh",)) == ["e1"]
    assert ids(index, countries=("IR", "RU")) == ["e2", "e3"]
    assert ids(index, story="s") == ["e2", "e3"]
    assert ids(index, since=NOON + 2 * DAY) == ["e3"]
    assert ids(index, since=NOON, until=NOON + DAY) == ["e2", "e1"]
    page = index.events(EventQuery(limit=2, offset=1))
    assert [found.id for found in page] == ["e3", "e1"]
    assert page.total == 4


def test_browsing_by_text_finds_articles_and_marks_them(index: Index) -> None:
    index.save(
        [
            stored("a1", headline="Elections in Iran", body="Nothing."),
            stored("a2", language="ru", headline="Выборы", body="В Иране прошли выборы."),
            stored("a3", headline="Rain", body="It rained on the election day."),
            stored("a4", headline="An election nobody placed"),
        ]
    )
    index.place([Placement(article=id_, event=to) for id_, to in (("a1", "e1"), ("a2", "e1"), ("a3", "e2"))])
    index.save_events([event("e1", outlets=2), event("e2"), event("e3")])
    page = index.events(EventQuery(text="election"))
    assert [found.id for found in page] == ["e1", "e2"]
    assert [page.passages["e1"].text[start:end] for start, end in page.passages["e1"].marks] == ["Elections"]
    assert [page.passages["e2"].text[start:end] for start, end in page.passages["e2"].marks] == ["election"]
    assert ids(index, text="выбор OR выборы") == ["e1"]
    assert ids(index, text="election -rain") == ["e1"]
    assert set(ids(index, text="-rain")) == {"e1", "e3"}
    assert ids(index, text="nobody") == []
    assert ids(index, text='"') == []


def test_merged_events_answer_under_their_old_ids(index: Index) -> None:
    index.save_events([event("e1"), event("e2"), event("e3")])
    index.merge_events({"e1": "e2"})
    index.merge_events({"e2": "e3"})
    assert [(found := index.event(id_)) and found.id for id_ in ("e1", "e2", "e3")] == ["e3"] * 3
    assert index.history.resolve("e1") == "e3"
    assert index.history.resolve("never") == "never"
    assert ids(index) == ["e3"]


def test_an_event_that_was_merged_away_can_live_again(index: Index) -> None:
    index.save_events([event("e1"), event("e2")])
    index.merge_events({"e1": "e2"})
    index.save_events([event("e1", headline="Back")])
    found = index.event("e1")
    assert found is not None
    assert found.headline == "Back"
    assert index.history.resolve("e1") == "e1"


def test_a_circle_of_merges_ends(index: Index) -> None:
    index.merge_events({"e1": "e2", "e2": "e1"})
    assert index.event("e1") is None


def test_every_change_is_kept_with_its_reason(index: Index) -> None:
    index.save([stored("a1"), stored("a2")])
    index.place([Placement(article="a1", event="e1", reason="first of its kind", at=NOON)])
    index.place([Placement(article="a1", event="e1", reason="again", at=NOON + DAY)])
    index.place([Placement(article="a2", event="e1", reason="same names", probability=0.75, at=NOON + DAY)])
    index.place([Placement(article="a1", event="e2", reason="another day", by="Ann", at=NOON + 2 * DAY)])
    index.place([Placement(article="a1", event="", at=NOON + 3 * DAY)])
    changes = index.history.changes(article="a1")
    assert [(row.before, row.after, row.by) for row in changes] == [
        ("", "e1", "grouping"),
        ("e1", "e2", "Ann"),
        ("e2", "", "grouping"),
    ]
    assert [row.article for row in index.history.changes(event="e1")] == ["a1", "a2", "a1"]
    assert index.history.changes(event="e1")[1].probability == 0.75
    index.merge_events({"e2": "e1"})
    assert len(index.history.changes(event="e1")) == 4


def test_corrections_are_kept(index: Index) -> None:
    first = Correction(id="c1", kind="merge", events=("e1", "e2"), into="e1", at=NOON, by="Ann", note="The same talk")
    second = Correction(id="c2", kind="apart", articles=("a1", "a2"), at=NOON + DAY)
    for correction in (second, first, first):
        index.history.correct(correction)
    assert index.history.corrections() == [first, second]


def test_sentence_vectors_are_cached(index: Index) -> None:
    vectors = np.array([[0.5, -0.25], [0.125, 1.0]], np.float32)
    index.history.save_sentences(
        [
            SentenceVectors(article="a1", revision=2, embedder="unit-2", vectors=vectors),
            SentenceVectors(article="a2", revision=1, embedder="unit-2", vectors=np.zeros((0, 2), np.float32)),
        ]
    )
    found = index.history.sentences(["a1", "a2", "a3"])
    assert set(found) == {"a1", "a2"}
    assert (found["a1"].revision, found["a1"].embedder) == (2, "unit-2")
    np.testing.assert_array_equal(found["a1"].vectors, vectors)
    assert found["a2"].vectors.shape == (0, 2)
    index.replace_embedder("other", 3)
    assert index.history.sentences(["a1", "a2"]) == {}
