"""One event compared: every table, on articles written for it."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import pytest

from monitor.comparison import EventComparison, compare_event, to_dict
from monitor.embedding import Embedder
from monitor.index import SentenceVectors
from monitor.model import Revision
from tests.comparison.sample import EVENT, TEXTS, articles, catalogue, stored


class Kept:
    """A cache that says how often it was written."""

    def __init__(self) -> None:
        self.rows: dict[str, SentenceVectors] = {}
        self.writes = 0

    def save_sentences(self, rows: Sequence[SentenceVectors]) -> None:
        self.writes += len(rows)
        self.rows |= {row.article: row for row in rows}

    def sentences(self, articles: Iterable[str]) -> dict[str, SentenceVectors]:
        return {name: self.rows[name] for name in articles if name in self.rows}


@pytest.fixture(scope="module")
def compared(embedder: Embedder) -> EventComparison:
    return compare_event(EVENT, articles(), catalogue=catalogue(), embedder=embedder)


def test_coverage(compared: EventComparison) -> None:
    rows = [(row.publisher, row.lag, row.copied_from, row.own_share == 1.0) for row in compared.coverage]
    assert rows == [
        ("Harbour Courier", 0.0, "", True),
        ("Copy Post", 3600.0, "Harbour Courier", False),
        ("Rheinwarte", 9000.0, "", True),
        ("Diario del Faro", 18000.0, "", True),
    ]
    assert compared.coverage[1].own_share == 0.0


def test_spread(compared: EventComparison) -> None:
    assert [first.group for first in compared.spread.languages] == ["en", "de", "es"]
    assert [first.lag for first in compared.spread.countries] == [0.0, 3600.0, 9000.0, 18000.0]
    assert compared.spread.median_lag == 6300.0
    assert compared.spread.languages[0].articles == 2
    assert compared.spread.languages[0].median_lag == 1800.0


def test_sources(compared: EventComparison) -> None:
    arrows = {(arrow.citing, arrow.cited): arrow for arrow in compared.sources.citations}
    assert set(arrows) == {("Harbour Courier", "Reuters"), ("Copy Post", "Reuters"), ("Diario del Faro", "Reuters")}
    assert arrows["Diario del Faro", "Reuters"].cells[0].sentence.startswith("Según informó Reuters")
    assert not arrows["Copy Post", "Reuters"].within


def test_quotes_over_languages(compared: EventComparison) -> None:
    row = compared.quotes[0]
    assert row.speaker == "Vera Lindholm"
    assert row.publishers == 3
    assert [(use.cell.language, use.form) for use in row.uses] == [
        ("en", "whole"),
        ("en", "whole"),
        ("de", "translated"),
    ]


def test_claims_over_languages(compared: EventComparison) -> None:
    widest = compared.claims[0]
    assert widest.publishers == 3
    assert {cell.language for cell in widest.cells} == {"en", "de", "es"}
    assert all(cell.article != "id-copy-en" for claim in compared.claims for cell in claim.cells)
    alone = [claim.text for claim in compared.claims if claim.publishers == 1]
    assert any("fútbol" in text for text in alone)
    assert any("Opposition" in text for text in alone)


def test_numbers_that_differ(compared: EventComparison) -> None:
    by_quantity = {each.quantity: each for each in compared.numbers}
    assert [(value.value, len(value.cells)) for value in by_quantity["killed"].values] == [(11.0, 2), (13.0, 1)]
    assert {value.value for value in by_quantity["injured"].values} == {38.0, 40.0}
    assert by_quantity["killed"].values[1].cells[0].sentence.startswith("Nach Angaben der Retter")


def test_contested_terms(compared: EventComparison) -> None:
    sides = {(use.side, use.language): use for use in compared.contested}
    assert sides["terrorists", "de"].counts == {"Rheinwarte": 1}
    assert sides["rebels", "de"].cells[0].sentence.startswith("Die Opposition")


def test_json(compared: EventComparison) -> None:
    data = json.loads(json.dumps(to_dict(compared)))
    assert data["coverage"][0]["published"] == "2024-03-04T07:00:00+00:00"
    assert data["claims"][0]["cells"][0]["article"] == "id-harbour-en"


def test_every_cell_stands_in_its_article(compared: EventComparison) -> None:
    bodies = {each.article.id: f"{each.article.headline}\n{each.article.body}" for each in articles()}
    cells = [cell for claim in compared.claims for cell in claim.cells]
    cells += [cell for each in compared.numbers for value in each.values for cell in value.cells]
    cells += [cell for arrow in compared.sources.citations for cell in arrow.cells]
    cells += [cell for use in compared.contested for cell in use.cells]
    cells += [cell for group in compared.terms for term in group.terms for cell in term.cells]
    assert cells
    assert all(cell.sentence in bodies[cell.article] for cell in cells)


def test_vectors_are_kept_and_used_again(embedder: Embedder) -> None:
    cache = Kept()
    first = compare_event(EVENT, articles(), catalogue=catalogue(), embedder=embedder, cache=cache)
    again = compare_event(EVENT, articles(), catalogue=catalogue(), embedder=embedder, cache=cache)
    assert cache.writes == 4
    assert [claim.text for claim in first.claims] == [claim.text for claim in again.claims]


def test_changes() -> None:
    def revision(number: int, headline: str, body: str) -> Revision:
        when = datetime(2024, 3, 4, 7 + number, tzinfo=UTC)
        return Revision(article="id-harbour-en", number=number, fetched=when, headline=headline, body=body)

    history = {
        "id-harbour-en": [
            revision(1, "Bridge falls", "Nine people died."),
            revision(2, "Bridge collapses", "Eleven people died."),
        ]
    }
    [change] = compare_event(EVENT, articles(), catalogue=catalogue(), revisions=history).changes
    assert change.silent
    assert [(piece.kind, piece.text) for piece in change.body] == [
        ("removed", "Nine"),
        ("added", "Eleven"),
        ("same", " people died."),
    ]


def test_without_an_embedder_the_rest_is_there() -> None:
    result = compare_event(EVENT, articles(), catalogue=catalogue())
    assert (result.claims, result.quotes) == ((), ())
    assert [each.quantity for each in result.numbers] == ["killed", "injured"]


def test_an_event_without_articles_and_an_article_without_anything(embedder: Embedder) -> None:
    assert compare_event(EVENT, [], catalogue=catalogue(), embedder=embedder).coverage == ()
    empty = stored("unknown", "und", TEXTS[0][2], "", "")
    result = compare_event(EVENT, [empty], catalogue=catalogue(), embedder=embedder)
    assert result.coverage[0].publisher == "unknown"
