"""Articles of one invented event, for tests of the comparison."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from monitor.analysis import analyse
from monitor.index import Stored
from monitor.model import Article, Event, Moment
from monitor.outlets import Catalogue, Outlet

WIRE = (
    "A footbridge over the river Ilka collapsed on Monday morning while commuters were crossing it.\n"
    "Rescuers said 11 people were killed and 40 injured in the accident.\n"
    '"The cables had cracks and everybody in the city hall knew about them," engineer Vera Lindholm told Reuters.\n'
    "The mayor promised that the families of the victims would receive compensation within a month.\n"
    "Prosecutors opened an investigation into the company that had inspected the bridge."
)
TEXTS: tuple[tuple[str, str, str, str, str], ...] = (
    ("harbour-en", "en", "2024-03-04T07:00:00+00:00", "Footbridge over the Ilka collapses", WIRE),
    ("copy-en", "en", "2024-03-04T08:00:00+00:00", "Bridge collapse kills 11", WIRE),
    (
        "rhein-de",
        "de",
        "2024-03-04T09:30:00+00:00",
        "Fußgängerbrücke eingestürzt",
        (
            "Eine Fußgängerbrücke über die Ilka ist am Montagmorgen eingestürzt, als viele Pendler auf ihr waren.\n"
            "Nach Angaben der Retter wurden 13 Menschen getötet und mehr als 40 verletzt.\n"
            "„Die Seile hatten Risse, und im Rathaus wussten es alle“, sagte die Ingenieurin Vera Lindholm.\n"
            "Der Bürgermeister versprach den Familien der Opfer eine Entschädigung innerhalb eines Monats.\n"
            "Die Opposition nannte die Terroristen und Rebellen im Stadtrat eine Gefahr für den Haushalt."
        ),
    ),
    (
        "faro-es",
        "es",
        "2024-03-04T12:00:00+00:00",
        "Se derrumba una pasarela",
        (
            "Una pasarela sobre el río Ilka se derrumbó el lunes por la mañana cuando la cruzaban los viajeros.\n"
            "Según informó Reuters, al menos 11 personas murieron y 38 resultaron heridas en el accidente.\n"
            "La fiscalía abrió una investigación contra la empresa que revisaba el puente.\n"
            "El equipo local de fútbol aplazó su partido del domingo en señal de duelo por los muertos."
        ),
    ),
)
_OUTLETS = (
    ("harbour-en", "Harbour Courier", "harbour", "GB", "en"),
    ("copy-en", "Copy Post", "copy", "US", "en"),
    ("rhein-de", "Rheinwarte", "rhein", "DE", "de"),
    ("faro-es", "Diario del Faro", "faro", "ES", "es"),
    ("silent-en", "Silent Times", "silent", "GB", "en"),
    ("reuters-en", "Reuters", "reuters", "GB", "en"),
)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Four outlets that report, one that does not, and an agency."""
    return Catalogue(
        Outlet.model_validate(
            {
                "slug": slug,
                "name": name,
                "publisher": publisher,
                "country": country,
                "languages": [language],
                "homepage": f"https://{slug}.example/",
                "crawl": False,
                "cited_as": {language: [name], "de": [name], "es": [name]},
            }
        )
        for slug, name, publisher, country, language in _OUTLETS
    )


def stored(slug: str, language: str, published: str, headline: str, body: str) -> Stored:
    """An article as the index gives it."""
    article = Article(
        id=f"id-{slug}",
        url=f"https://{slug}.example/1",
        outlet=slug,
        language=language,
        headline=headline,
        body=body,
        published=Moment.fromisoformat(published),
        fetched=datetime(2024, 3, 5, tzinfo=UTC),
        word_count=len(body.split()),
    )
    return Stored(article=article, analysis=analyse(article, catalogue=catalogue()))


def articles() -> list[Stored]:
    """The four articles, in another order than they were published."""
    return [stored(*text) for text in reversed(TEXTS)]


EVENT = Event(id="bridge", headline="Footbridge over the Ilka collapses")
