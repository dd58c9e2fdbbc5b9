"""Headlines alone of lookalike events in two cities on one day: the city is all that tells them apart."""

import pytest

from monitor.embedding import Embedder
from monitor.events import bcubed, explain, group_articles
from monitor.index import Stored
from monitor.model import Article
from tests.events.samples import article, gold

# kind of event -> city -> language -> headline
LOOKALIKES: dict[str, dict[str, dict[str, str]]] = {
    "fire": {
        "lahore": {
            "en": "Fire at Lahore market destroys dozens of shops",
            "fr": "Incendie dans un marché de Lahore : des dizaines de boutiques détruites",
            "es": "Un incendio en un mercado de Lahore destruye decenas de tiendas",
            "de": "Brand auf Markt in Lahore zerstört Dutzende Läden",
            "ru": "Пожар на рынке в Лахоре уничтожил десятки лавок",
        },
        "manila": {
            "en": "Fire at Manila market destroys dozens of shops",
            "fr": "Incendie dans un marché de Manille : des dizaines de boutiques détruites",
            "es": "Un incendio en un mercado de Manila destruye decenas de tiendas",
            "de": "Brand auf Markt in Manila zerstört Dutzende Läden",
            "ru": "Пожар на рынке в Маниле уничтожил десятки лавок",
        },
    },
    "strike": {
        "nairobi": {
            "en": "Bus drivers in Nairobi strike over pay",
            "pt": "Motoristas de autocarro em greve em Nairobi por salários",
            "it": "Nairobi, sciopero degli autisti di autobus per il salario",
            "tr": "Nairobi'de otobüs şoförleri ücret için greve gitti",
            "ar": "سائقو الحافلات في نيروبي يضربون بسبب الأجور",
        },
        "bogota": {
            "en": "Bus drivers in Bogotá strike over pay",
            "pt": "Motoristas de autocarro em greve em Bogotá por salários",
            "it": "Bogotà, sciopero degli autisti di autobus per il salario",
            "tr": "Bogota'da otobüs şoförleri ücret için greve gitti",
            "ar": "سائقو الحافلات في بوغوتا يضربون بسبب الأجور",
        },
    },
    "flood": {
        "gdansk": {
            "en": "Heavy rain floods streets in Gdańsk",
            "pl": "Ulewa zalała ulice Gdańska",
            "uk": "Злива затопила вулиці Гданська",
            "nl": "Zware regen zet straten van Gdańsk onder water",
        },
        "genoa": {
            "en": "Heavy rain floods streets in Genoa",
            "pl": "Ulewa zalała ulice Genui",
            "uk": "Злива затопила вулиці Генуї",
            "nl": "Zware regen zet straten van Genua onder water",
        },
    },
}


def members(kind: str) -> list[Article]:
    """The second city half an hour after the first."""
    return [
        article(f"{kind}-{city}-{language}", headline, language=language, hours=hours / 2 + number)
        for hours, (city, told) in enumerate(LOOKALIKES[kind].items())
        for number, (language, headline) in enumerate(told.items())
    ]


@pytest.mark.parametrize("kind", LOOKALIKES)
def test_headlines_on_two_cities_are_two_events(kind: str, embedder: Embedder) -> None:
    events = group_articles(members(kind), embedder=embedder)
    scores = bcubed(*gold(events))
    told = {event: sorted(one for one in events if events[one] == event) for event in events.values()}
    assert scores.precision == 1, told
    assert scores.recall > 0.6, told


@pytest.mark.parametrize("kind", LOOKALIKES)
def test_the_clash_of_two_cities_is_seen_and_counts_against(kind: str, embedder: Embedder) -> None:
    made = {each.id: Stored(article=each) for each in members(kind)}
    one, other = (f"{kind}-{city}-en" for city in LOOKALIKES[kind])
    (places,) = [part for part in explain(made[one], made[other]).parts if part.name == "places"]
    assert places.value.startswith("clash: ")
    assert places.log_odds < 0
