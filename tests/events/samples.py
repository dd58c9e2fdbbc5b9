"""Articles written for these tests: events in many languages, each with a lookalike."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from monitor.index import Stored
from monitor.model import Article, Moment

START = datetime(2024, 3, 4, 6, tzinfo=UTC)

# event -> (hours after START, language, headline)
EVENTS: dict[str, list[tuple[float, str, str]]] = {
    "bridge-oslo": [
        (0, "no", "Bru i Oslo stengt etter at lasteskip traff pilar"),
        (1, "en", "Oslo bridge closed after cargo ship hits pillar"),
        (2, "de", "Osloer Brücke gesperrt: Frachtschiff rammt Pfeiler"),
        (3, "fr", "Oslo : un pont fermé après une collision avec un cargo"),
    ],
    "tram-lisbon": [
        (2, "pt", "Elétrico descarrila em Lisboa e faz 12 feridos"),
        (3, "es", "Descarrila un tranvía en Lisboa: 12 heridos"),
        (5, "en", "Lisbon tram derails, 12 hurt"),
    ],
    "vote-ghana": [
        (10, "en", "Ghana parliament approves cocoa bill by 132 votes"),
        (11, "fr", "Ghana : le Parlement adopte la loi sur le cacao par 132 voix"),
        (12, "de", "Parlament in Ghana verabschiedet Kakaogesetz mit 132 Stimmen"),
        (12, "nl", "Parlement van Ghana keurt cacaowet goed met 132 stemmen"),
    ],
    "quake-crete": [
        (20, "el", "Σεισμός 5,4 Ρίχτερ στην Κρήτη"),
        (20.5, "en", "Magnitude 5.4 earthquake shakes Crete"),
        (21, "it", "Terremoto di magnitudo 5.4 a Creta"),
        (21, "tr", "Girit'te 5,4 büyüklüğünde deprem"),
        (22, "ru", "Землетрясение магнитудой 5,4 произошло на Крите"),
    ],
    "quake-chile": [
        (30, "es", "Un sismo de magnitud 7,1 sacude el norte de Chile"),
        (31, "en", "Magnitude 7.1 quake hits northern Chile"),
        (31, "fr", "Un séisme de magnitude 7,1 secoue le nord du Chili"),
        (32, "zh", "智利北部发生7.1级地震"),
    ],
    "visit-aliyev": [
        (40, "az", "İlham Əliyev Astanaya səfər edib"),
        (41, "ru", "Алиев прибыл с визитом в Астану"),
        (42, "en", "Aliyev arrives in Astana for talks with Tokayev"),
        (43, "kk", "Әлиев Астанаға сапармен келді"),
    ],
}


def articles(events: Iterable[str] = EVENTS) -> list[Article]:
    """The samples as articles in the order of time; the id begins with the event."""
    made = [
        article(f"{event}-{language}-{number}", headline, language=language, hours=hours)
        for event in events
        for number, (hours, language, headline) in enumerate(EVENTS[event])
    ]
    return sorted(made, key=lambda each: (each.published, each.id))


def article(
    identity: str,
    headline: str,
    *,
    language: str = "en",
    hours: float | None = 0.0,
    body: str = "",
    outlet: str = "",
    fetched: float | None = None,
) -> Article:
    """One article, published so many hours after START (None: undated) and fetched an hour later."""
    published = Moment.of(START + timedelta(hours=hours)) if hours is not None else None
    got = fetched if fetched is not None else (hours or 0.0) + 1
    return Article(
        id=identity,
        url=f"https://example.org/{identity}",
        headline=headline,
        body=body,
        language=language,
        published=published,
        outlet=outlet or f"outlet-{language}",
        fetched=START + timedelta(hours=got),
    )


def stored(articles: Iterable[Article]) -> list[Stored]:
    """As the crawl saves them, without vectors."""
    return [Stored(article=article) for article in articles]


def gold(events: dict[str, str]) -> tuple[list[str], list[str]]:
    """Known and found events of sample articles, in one order."""
    ids = sorted(events)
    return ["-".join(each.split("-")[:2]) for each in ids], [events[each] for each in ids]
