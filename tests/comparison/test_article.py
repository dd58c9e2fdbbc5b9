"""An article as the way in, on a real index in a file."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import evolve

from monitor.comparison import ArticleComparison, compare_article
from monitor.embedding import Embedder
from monitor.index import Index, Placement, Stored, open_index
from monitor.model import Article, Event, Moment
from tests.comparison.sample import articles, catalogue, stored

NOW = datetime(2024, 3, 6, tzinfo=UTC)
OTHERS = (
    (
        "harbour-en",
        "en",
        "2024-03-05T07:00:00+00:00",
        "Rates rise",
        "The central bank raised its main rate by a quarter point.",
    ),
    (
        "faro-es",
        "es",
        "2024-03-05T08:00:00+00:00",
        "Sube el tipo",
        "El banco central subió su tipo principal un cuarto de punto.",
    ),
    (
        "rhein-de",
        "de",
        "2024-03-05T09:00:00+00:00",
        "Pokalfinale",
        "Der Pokalsieger gewann das Endspiel mit drei Toren.",
    ),
)
BROUGHT = """A footbridge over the Ilka river fell on Monday, and rescuers counted 11 dead, Reuters reported.
The architect of the bridge had won two prizes for its slender arch.
Money
The central bank raised its main rate by a quarter of a point on Tuesday.
"""


@pytest.fixture
def index(tmp_path: Path, embedder: Embedder) -> Iterator[Index]:
    rest = [evolve_id(stored(*row), f"other-{n}") for n, row in enumerate(OTHERS)]
    everything = [*articles(), *rest]
    vectors = embedder.embed([f"{each.article.headline}\n{each.article.body}" for each in everything])
    with open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as opened:
        opened.save(
            [evolve(each, vector=row, embedder=embedder.name) for each, row in zip(everything, vectors, strict=True)]
        )
        events = {each.article.id: "bridge" for each in articles()}
        events |= {"other-0": "rates", "other-1": "rates", "other-2": "cup"}
        opened.place([Placement(article=article, event=event) for article, event in events.items()])
        first = Moment.parse("2024-03-04T07:00:00+00:00")
        later = Moment.parse("2024-03-05T07:00:00+00:00")
        opened.save_events(
            [
                Event(id="bridge", headline="Footbridge over the Ilka collapses", first=first, last=first),
                Event(id="rates", headline="Rates rise", first=later, last=later),
                Event(id="cup", headline="Pokalfinale", first=later, last=later),
            ]
        )
        yield opened


def evolve_id(each: Stored, name: str) -> Stored:
    return evolve(each, article=evolve(each.article, id=name, url=f"https://{name}.example/"))


def _compare(index: Index, embedder: Embedder, **fields: object) -> ArticleComparison:
    article = Article(url="https://brought.example/1", language="en", **fields)  # type: ignore[arg-type]
    return compare_article(article, index=index, catalogue=catalogue(), embedder=embedder, now=NOW)


def test_its_events_and_what_it_adds_and_leaves_out(index: Index, embedder: Embedder) -> None:
    found = _compare(index, embedder, body=BROUGHT, published=Moment.parse("2024-03-06"))
    assert [mention.publisher for mention in found.cited] == ["Reuters"]
    assert [mention.day for mention in found.dates] == ["2024-03-04", "2024-03-05"]
    assert [passage.heading for passage in found.passages] == ["", "Money"]
    assert {(each.event, each.passage) for each in found.matches} == {("bridge", 0), ("rates", 1)}
    assert all(0.5 <= each.probability <= 1 for each in found.matches)
    assert {each.event.id for each in found.events} == {"bridge", "rates"}
    assert any("architect" in cell.sentence for cell in found.adds)
    assert not any("11 dead" in cell.sentence for cell in found.adds)
    assert any("month" in claim.text or "Monats" in claim.text for claim in found.leaves_out)


def test_without_a_date_and_without_an_event(index: Index, embedder: Embedder) -> None:
    body = "A comet was seen by three children over the northern islands, and nobody else has seen it."
    found = _compare(index, embedder, body=body)
    assert found.matches == ()
    assert found.dates == ()
    assert len(found.passages) == 1


@pytest.mark.parametrize(
    "body", ["", "Three small words", "<script>alert(1)</script> said “<b>x</b>”", "word " * 200_000]
)
def test_bad_input(index: Index, embedder: Embedder, body: str) -> None:
    assert _compare(index, embedder, body=body, published=Moment.parse("2024-03-06")).language == "en"


def test_the_articles_own_sentences_are_not_kept_in_the_index(index: Index, embedder: Embedder) -> None:
    _compare(index, embedder, body=BROUGHT, published=Moment.parse("2024-03-06"), id="brought")
    assert "brought" not in index.history.sentences(["brought"])
    assert index.history.sentences(["id-harbour-en"])
