"""The parts by themselves: signature, statistics, linkage, decision, measures, summaries, training's files."""

import json
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from monitor.embedding import Embedder
from monitor.events import DecisionError, bcubed, embedding_text, load_decision, pairs
from monitor.events.decision import MAX_PARAMETERS, to_json
from monitor.events.features import Member, compared
from monitor.events.learning import fold_of, learn
from monitor.events.linkage import Cohesion, average_link
from monitor.events.own import own_headlines
from monitor.events.placing import Arrival, Placer
from monitor.events.signature import NUMBER, Signature, quantised
from monitor.events.statistics import Statistics
from monitor.events.summaries import arrived, summarise
from monitor.events.tokens import read_tokens, says_nothing
from monitor.events.train import kinds, read_set
from monitor.events.views import Labelled, pairs_of, view
from monitor.text.headlines import bare_headline
from tests.events.samples import START, article, articles


def signature(embedder: Embedder, headline: str, **more: str) -> Member:
    made = article("a", headline, **more)  # type: ignore[arg-type]
    placed, _ = Placer(embedder).place(Arrival(made, embedder.embed([headline])[0], START.timestamp(), True))
    return Member(placed, START.timestamp(), made.language)


def test_a_signature_survives_the_index(embedder: Embedder) -> None:
    made = signature(embedder, "Magnitude 5.4 earthquake shakes Crete", outlet="herald").signature
    back = Signature.from_bytes(made.to_bytes())
    assert back.to_bytes() == made.to_bytes()
    assert (back.outlet, back.dated, back.text, back.sequence) == (made.outlet, True, False, 0)
    assert len(made.to_bytes()) < 1000


@given(st.binary(max_size=60))
def test_bytes_that_are_no_signature_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no signature"):
        Signature.from_bytes(data)


def test_statistics_forget_exactly_what_they_counted() -> None:
    random = np.random.default_rng(3)
    rows = random.normal(size=(6, 8)).astype(np.float16)
    one, other = Statistics(np.zeros((0, 8), np.float32)), Statistics(np.zeros((0, 8), np.float32))
    for row in rows[:3]:
        one.add([1, 2], row, "en")
    for row in rows[::-1]:
        other.add([1, 2], row, "en")
    for row in rows[3:]:
        other.add([1, 2], row, "en", times=-1)
    asked = random.normal(size=8).astype(np.float32)
    assert np.array_equal(one.centred(asked, "en"), other.centred(asked, "en"))
    assert one.idf(1) == other.idf(1) < one.idf(9)


def test_statistics_count_many_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.events.statistics.CHUNK", 3)
    random = np.random.default_rng(3)
    rows = random.normal(size=(8, 16)).astype(np.float16)
    tokens = [random.integers(0, 9, 5).astype(np.uint32) for _ in rows]
    languages = ["en", "fa", "en", "zh", "zh", "en", "fa", "fa"]
    one, many = Statistics(np.zeros((0, 16), np.float32)), Statistics(np.zeros((0, 16), np.float32))
    for keys, row, language in zip(tokens, rows, languages, strict=True):
        one.add(keys.tolist(), row, language)
    many.add_all(tokens, rows, languages)
    asked = random.normal(size=16).astype(np.float32)
    for language in ("en", "fa", "zh", "xx"):
        assert np.array_equal(one.centred(asked, language), many.centred(asked, language))
    assert [one.idf(token) for token in range(10)] == [many.idf(token) for token in range(10)]


@given(st.integers(0, 8), st.integers(0, 2**32 - 1))
def test_average_link_joins_only_above_the_threshold(count: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(count, count))
    scores = scores + scores.T
    labels = np.array(average_link(scores, 0.3))
    assert all(labels[label] == label <= place for place, label in enumerate(labels))
    for one in set(labels):
        for other in set(labels) - {one}:
            assert scores[np.ix_(labels == one, labels == other)].mean() <= 0.3 + 1e-9


def test_average_link_keeps_together_what_is() -> None:
    scores = np.full((4, 4), -5.0)
    assert average_link(scores, 0.0, together=[[1, 3]]) == [0, 1, 2, 1]


def two_matters(between: float, counted: bool = True) -> list[int]:
    """Link two groups of three that hang together by 9."""
    scores = np.full((6, 6), between)
    scores[:3, :3] = scores[3:, 3:] = 9.0
    return average_link(
        np.minimum(scores, 4.0), 0.0, cohesion=Cohesion(scores, np.full((6, 6), counted), gap=4.5, most=8.0)
    )


def test_groups_that_hang_together_far_better_than_with_each_other_stay_apart() -> None:
    assert two_matters(between=3.0) == [0, 0, 0, 3, 3, 3]
    assert two_matters(between=4.0) == [0] * 6  # at most 8 of the 9 counts
    assert two_matters(between=3.0, counted=False) == [0] * 6


def test_an_article_alone_hangs_together_with_nothing_and_is_joined() -> None:
    scores = np.array([[9.0, 9.0, 2.0], [9.0, 9.0, 2.0], [2.0, 2.0, 9.0]])
    counted = np.ones((3, 3), bool)
    assert average_link(scores, 0.0, cohesion=Cohesion(scores, counted, gap=4.5, most=8.0)) == [0, 0, 0]


def test_the_packaged_decision_is_small_and_says_what_it_learned_from() -> None:
    decision = load_decision()
    assert 10 < len(decision.terms) <= MAX_PARAMETERS
    assert decision.about["sets"]
    report = (files("monitor.events") / "decision.md").read_text("utf-8")
    assert all(f"| {name} | {licence} |" in report for name, licence in decision.about["sets"].items())


def test_shares_add_up_and_speak_for_themselves(embedder: Embedder) -> None:
    one = signature(embedder, "Magnitude 5.4 earthquake shakes Crete")
    other = signature(embedder, "Terremoto di magnitudo 5.4 a Creta", language="it")
    apart = signature(embedder, "Magnitude 7.1 earthquake shakes northern Chile")
    likeness, decision = compared([one], [other, apart]), load_decision()
    shares = decision.shares(likeness)
    assert np.allclose(sum(shares.values()), decision.log_odds(likeness), atol=1e-4)
    assert likeness.clashing_numbers.tolist() == [[0, 1]]
    assert decision.log_odds(likeness)[0, 0] > decision.log_odds(likeness)[0, 1]


def test_a_pair_is_compared_the_same_in_any_group(embedder: Embedder) -> None:
    members = [signature(embedder, each.headline, language=each.language) for each in articles()[:12]]
    whole = load_decision().log_odds(compared(members, members))
    for place, member in enumerate(members):
        assert load_decision().log_odds(compared([member], [members[0]]))[0, 0] == whole[place, 0]


@pytest.mark.parametrize(
    "change",
    [
        {"format": "another"},
        {"gap": float("inf")},
        {"threshold": float("nan")},
        {"terms": [{"feature": "spite", "over": 0, "when": [], "weight": 1}]},
        {"terms": [{"feature": "", "over": 0, "when": ["rainy"], "weight": 1}]},
        {"terms": [{"feature": "", "over": 0, "when": [], "weight": 1}] * 301},
        {"terms": 7},
        {"floor": 5.0},
        {"about": {"figures": 3}},
    ],
)
def test_a_file_that_is_no_decision_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "decision.json"
    path.write_text(json.dumps({**json.loads(to_json(load_decision())), **change}))
    with pytest.raises(DecisionError, match="no decision that"):
        load_decision(path)
    with pytest.raises(DecisionError, match="cannot be read"):
        load_decision(tmp_path / "absent")


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b"gASVCAAAAAAAAACMBHRlc3SULg=="])
def test_bytes_that_are_no_decision_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "decision.json"
    path.write_bytes(data)
    with pytest.raises(DecisionError, match="no decision that"):
        load_decision(path)


def test_a_decision_survives_its_file(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(to_json(load_decision()))
    assert to_json(load_decision(tmp_path / "d.json")) == to_json(load_decision())


def test_measures() -> None:
    gold, found = ["a", "a", "b", "b"], ["1", "1", "1", "2"]
    scores = bcubed(gold, found)
    assert scores.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert scores.recall == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert pairs(gold, found).precision == pytest.approx(1 / 3)
    assert pairs(gold, found, ["en", "de", "en", "en"]).recall == 1.0
    assert bcubed([], []).f1 == 1.0
    with pytest.raises(ValueError, match="4 articles"):
        bcubed(gold, [])


def test_the_outlets_name_behind_a_headline_is_left_out() -> None:
    assert (
        bare_headline("Oslo bridge closed after collision | Sports - The Daily Post")
        == "Oslo bridge closed after collision"
    )
    assert bare_headline("Iran - nuclear talks") == "Iran - nuclear talks"


def test_what_is_embedded_is_bounded_in_every_script() -> None:
    long = article("a", "Headline of it", body="word " * 5000)
    assert len(embedding_text(long)) < 260
    assert len(embedding_text(evolve(long, language="zh", body="字" * 5000))) < 130
    assert embedding_text(article("a", "")) == ""


LEAD = (
    "The ship, which was on its way to Oslo with a cargo of wheat, has hit a pillar of the bridge and is now aground."
)
SIGNED = "Schiff ship cargo wheat pillar bridge aground Oslo Hafen " * 4


@pytest.mark.parametrize(
    ("language", "body", "lead"),
    [
        ("en", LEAD, "ship, Oslo cargo wheat, hit pillar bridge aground."),
        ("en", "The ship has hit a bridge.", "The ship has hit a bridge."),  # all of it fits
        ("fa", "این کشتی که به اسلو می‌رفت " * 9, "کشتی اسلو می‌رفت " * 6 + "کشتی اسلو"),
        ("en", SIGNED, " ".join(SIGNED.split()[:20])),
        ("xx", LEAD * 2, " ".join((LEAD * 2).split()[:30])),  # whose function words nobody has listed
    ],
)
def test_the_function_words_of_a_long_lead_are_not_embedded(language: str, body: str, lead: str) -> None:
    assert embedding_text(evolve(article("a", "Headline of it", body=body), language=language)) == (
        f"Headline of it. {lead}"
    )


def test_a_part_of_a_whole_is_no_count() -> None:
    found = [
        {token for token, kind in read_tokens(article("a", headline)).kinds.items() if kind == NUMBER}
        for headline in ("Two-thirds of fishers strike", "Two harbours are shut", "Strike by two thirds of all fishers")
    ]
    assert found[0] == found[2]
    assert len(found[0]) == len(found[1]) == 1
    assert found[0] != found[1]


def test_one_word_says_nothing() -> None:
    assert says_nothing(read_tokens(article("a", "")))
    assert says_nothing(read_tokens(article("a", "Video")))
    assert not says_nothing(read_tokens(article("a", "Quake hits Crete")))


def test_an_event_counts_publishers_and_ignores_dates_in_the_future() -> None:
    made = [
        article("a", "One", hours=2, outlet="times-en"),
        article("b", "Deux", hours=1, language="fr", outlet="times-fr"),
        article("c", "Late", hours=9000, outlet="post", fetched=3),
    ]
    event = summarise("e", made, publishers={"times-en": "times", "times-fr": "times"})
    assert (event.articles, event.outlets, event.headline) == (3, 2, "Deux")
    assert event.first == START + timedelta(hours=1)
    assert event.last == START + timedelta(hours=2)
    assert arrived(made[2]) == ((START + timedelta(hours=3)).timestamp(), False)
    with pytest.raises(ValueError, match="no articles"):
        summarise("e", [], publishers={})


def test_quantised_vectors_come_back() -> None:
    vector = np.random.default_rng(2).normal(size=64)
    levels, scale = quantised(vector)
    assert np.abs(levels * scale - vector).max() <= scale
    assert quantised(np.zeros(4))[1] == 0.0


def test_learning_tells_events_apart(embedder: Embedder) -> None:
    own = own_headlines()
    chosen = own.articles[:120]
    labelled = Labelled("some", chosen, {each.id: own.events[each.id] for each in chosen})
    made = [pairs_of(labelled, kind, embedder) for kind in ("headlines dates", "headlines undated")]
    decision = learn(made, threshold=0.0, floor=-4.0, ceiling=4.0)
    weights = np.array([term.weight for term in decision.terms])[: made[0].values.shape[1]]
    odds = made[0].values @ weights
    assert odds[made[0].same].mean() > 1 > -1 > odds[~made[0].same].mean()


def test_views_leave_out_what_they_say() -> None:
    own = own_headlines()
    assert not any(each.body for each in view(own, "headlines dates"))
    assert not any(each.published for each in view(own, "text undated"))
    assert kinds(own) == ["text dates", "text undated", "headlines dates", "headlines undated"]
    assert view(own, "text moved") == view(own, "text moved") != own.articles
    assert {fold_of(event) for event in own.events.values()} == set(range(5))


def test_a_labelled_file_names_the_line_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": "1", "headline": "A", "event": "e", "published": "2024-01-02"}\n{"id": "2"}\n')
    with pytest.raises(DecisionError, match="line 2: expected an object with id, headline and event"):
        read_set(path)
    path.write_text('{"id": "1", "headline": "A", "event": "e", "published": "2024-01-02"}\n')
    assert read_set(path).events == {"1": "e"}
