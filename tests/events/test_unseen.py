"""Events that nothing was learned from, in many languages (unseen.txt), and two of one day on one matter."""

from pathlib import Path

import pytest

from monitor.embedding import Embedder
from monitor.events import bcubed, group_articles
from monitor.events.own import own_articles, own_headlines, told
from monitor.events.views import Labelled, view
from tests.events.samples import article

FILE = Path(__file__).parent / "unseen.txt"
WITH_BODIES = {
    "jobs": [
        (
            "en",
            "Nordbanken to cut 4,000 jobs",
            "The Swedish lender Nordbanken said on Tuesday that it would cut 4,000 jobs by 2026, most of them in Malmo "
            "and Gothenburg, and close 85 branches. The union Finansforbundet called the plan brutal.",
        ),
        (
            "de",
            "Nordbanken streicht 4.000 Stellen",
            "Die schwedische Bank Nordbanken teilte am Dienstag mit, sie werde bis 2026 4.000 Stellen streichen, die "
            "meisten davon in Malmö und Göteborg, und 85 Filialen schließen. Die Gewerkschaft Finansforbundet nannte "
            "den Plan brutal.",
        ),
        (
            "es",
            "Nordbanken suprimirá 4.000 empleos",
            "El banco sueco Nordbanken anunció el martes que suprimirá 4.000 empleos hasta 2026, la mayoría en Malmö y "
            "Gotemburgo, y que cerrará 85 sucursales. El sindicato Finansforbundet calificó el plan de brutal.",
        ),
        (
            "it",
            "Nordbanken taglia 4.000 posti di lavoro",
            "La banca svedese Nordbanken ha annunciato martedì che taglierà 4.000 posti di lavoro entro il 2026, la "
            "maggior parte a Malmö e Göteborg, e chiuderà 85 filiali. Il sindacato Finansforbundet ha definito brutale "
            "il piano.",
        ),
    ],
    "fine": [
        (
            "en",
            "Swedish watchdog fines Nordbanken over money laundering",
            "Sweden's financial regulator fined the lender Nordbanken 2.1 billion kronor on Tuesday for failing to stop "
            "money laundering at its Tallinn branch between 2014 and 2018. The bank said that it would appeal.",
        ),
        (
            "de",
            "Schwedische Aufsicht verhängt Strafe gegen Nordbanken wegen Geldwäsche",
            "Die schwedische Finanzaufsicht verhängte am Dienstag gegen die Bank Nordbanken eine Strafe von 2,1 "
            "Milliarden Kronen, weil sie Geldwäsche in ihrer Filiale in Tallinn zwischen 2014 und 2018 nicht verhindert "
            "habe. Die Bank kündigte Berufung an.",
        ),
        (
            "es",
            "El regulador sueco multa a Nordbanken por blanqueo de dinero",
            "El regulador financiero de Suecia multó el martes al banco Nordbanken con 2.100 millones de coronas por no "
            "impedir el blanqueo de dinero en su sucursal de Tallin entre 2014 y 2018. El banco dijo que recurrirá.",
        ),
        (
            "it",
            "L'autorità svedese multa Nordbanken per riciclaggio",
            "L'autorità finanziaria svedese ha multato martedì la banca Nordbanken per 2,1 miliardi di corone per non "
            "aver impedito il riciclaggio di denaro nella sua filiale di Tallinn tra il 2014 e il 2018. La banca ha "
            "detto che farà ricorso.",
        ),
    ],
}


@pytest.fixture(scope="module")
def unseen() -> Labelled:
    rows = list(told(FILE.read_text("utf-8").splitlines()))
    return Labelled("unseen", tuple(each for each, _ in rows), {each.id: event for each, event in rows})


def test_nothing_of_it_is_learned_from(unseen: Labelled) -> None:
    known = {each.headline for each in (*own_headlines().articles, *own_articles().articles)}
    assert len(known) > 700
    assert not known & {each.headline for each in unseen.articles}
    assert len({each.language for each in unseen.articles}) >= 40
    assert len(set(unseen.events.values())) >= 30


@pytest.mark.parametrize(
    ("kind", "least"),
    [("text dates", 0.92), ("headlines dates", 0.92), ("text undated", 0.85), ("headlines undated", 0.85)],
)
def test_unseen_events_are_found(unseen: Labelled, embedder: Embedder, kind: str, least: float) -> None:
    events = group_articles(view(unseen, kind), embedder=embedder)
    ids = sorted(events)
    assert bcubed([unseen.events[each] for each in ids], [events[each] for each in ids]).f1 >= least


def test_translations_of_two_reports_of_one_day_on_one_matter_are_two_events(embedder: Embedder) -> None:
    made = [
        article(f"{event}-{language}", headline, language=language, body=body)
        for event, told_as in WITH_BODIES.items()
        for language, headline, body in told_as
    ]
    for ordered in (made, made[::2] + made[1::2]):
        events = group_articles(ordered, embedder=embedder)
        assert len(set(events.values())) == 2
        assert {events[f"jobs-{language}"] for language in ("en", "de", "es", "it")} == {events["jobs-en"]}
