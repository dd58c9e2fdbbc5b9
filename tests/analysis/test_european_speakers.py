"""Who speaks in real passages of European languages: clauses of the speaker's own, people named later, first names."""

from __future__ import annotations

import pytest

from monitor.analysis import analyse
from monitor.model import Article, Moment
from tests.analysis import labelled


def _quotes(text: str, language: str) -> list[tuple[str, str]]:
    published = Moment.parse("2021-03-10")
    article = Article(url="https://sample.example/a", language=language, body=text, published=published)
    quotes = analyse(article, catalogue=labelled.catalogue()).quotes
    return [(quote.speaker, quote.text.split()[0]) for quote in quotes]


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        (
            "es",
            '"La llamé ayer. De hecho, ella ha pedido que vengas, así que no tardes", contó el médico Luis Mata.',
            [("Luis Mata", "La")],
        ),
        (
            "pl",
            '"Minister zamiast odpowiadać, wzywa do przeprosin za słowa, które są prawdą" - napisał Jan Nowak.',
            [("Jan Nowak", "Minister")],
        ),
        (
            "uk",
            '"Ми сіли разом, подякував їм, потім привітав усіх лікарів", – розповів Іван Мороз.',
            [("Іван Мороз", "Ми")],
        ),
    ],
)
def test_keeps_what_the_speaker_tells_in_the_quotation(language: str, text: str, quotes: list[tuple[str, str]]) -> None:
    """No clause that names nobody cuts a quotation of which the writer tells behind it."""
    assert _quotes(text, language) == quotes


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("fr", "« C'est fini », a confié la maire. « On repart », a précisé Danielle Girard.", ["Danielle Girard"] * 2),
        ("en", "“It rained all day,” the mayor said.\n\n“We are used to it,” Mazzini said.", ["Mazzini"] * 2),
        ("pl", '"Panika jest możliwa" - ocenił ekspert.\n\n"Boją się" - dodał Sokolski.', ["Sokolski"] * 2),
        ("en", "“It rained all day,” the mayor said.\n\n“We left,” resident Ana Holm said.", ["", "Ana Holm"]),
        ("en", "“It rained all day,” she said.\n\nThe farmer, Ana Holm, 45, said: “We left.”", ["", "Ana Holm"]),
    ],
)
def test_names_who_spoke_before_by_who_is_told_as_known(language: str, text: str, speakers: list[str]) -> None:
    """Somebody named later without a role was named before the passage begins."""
    assert [speaker for speaker, _ in _quotes(text, language)] == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("fr", "Dimitri s'apprêtait à partir. « Il ne reste rien », confie-t-il.", ["Dimitri"]),
        ("fr", "Véronique est là. À quelques pas de là, Georges a tout rangé. « Fini », dit l'homme.", ["Georges"]),
        ("sv", "45-åriga Edita kommer från Vilnius. – Jag målar varje dag, säger hon.", ["Edita"]),
        (
            "fr",
            "Dans le quartier du Port, la maison de Philippe, qui témoigne, a brûlé. « Tout », dit-il.",
            ["Philippe"],
        ),
    ],
)
def test_knows_people_by_first_names_alone(language: str, text: str, speakers: list[str]) -> None:
    """A first name that opens a sentence, behind an age or before a relative clause, is somebody's."""
    assert [speaker for speaker, _ in _quotes(text, language)] == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("es", "Luis Mata llegó. Tras la pausa del pleno, un vecino dijo: «No nos escuchan».", [""]),
        (
            "es",
            "Luis Mata llegó. «No hay nada», dijo en el Congreso, de donde fue a ver a la ministra, Rosa Luz Rey.",
            ["Luis Mata"],
        ),
        ("es", "«No hay nada», explicó en el programa de Ciro Mata Ruiz.", [""]),
        ("es", "Para Ana Rey, «esto no va bien». Sobre la misma, afirmó que «no hay dinero».", ["Ana Rey", "Ana Rey"]),
        ("it", "Quando gli chiedono di Anna Neri nel suo nuovo partito, Salvati risponde: «Non so».", ["Salvati"]),
        ("nl", "“Geen voortekenen gezien”, zei de coach tegenover Vos Sports.", [""]),
    ],
)
def test_takes_nobody_whom_another_word_governs(language: str, text: str, speakers: list[str]) -> None:
    """A neighbour, an interviewer and a person met are no speakers; who stands before the verb is."""
    assert [speaker for speaker, _ in _quotes(text, language)] == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("fr", "Luc Caron a parlé. Selon une source judiciaire, le suspect a « tout dit au juge hier ».", [""]),
        (
            "cs",
            "„To není pravda,“ dodala Bedrichová. „Vím, co jsem udělal,“ prohlásil u soudu muž.",
            ["Bedrichová", ""],
        ),
        ("bg", "„Имаме нужда от помощ“, каза Ана Петрова. „Не спахме цяла нощ“, споделя жителка.", ["Ана Петрова", ""]),
        ("nl", "Danny Smit vindt dat niet kunnen. 'Nu al een cijfer geven is dom', klinkt het.", ["Danny Smit"]),
        ("es", "Ana Rey asegura que no duerme. «El temor va a seguir aquí», expresó la mujer.", ["Ana Rey"]),
        ("ro", "„Nu am avut urgențe de mult timp. (...) ”, a spus Cioran.", ["Cioran"]),
    ],
)
def test_tells_who_goes_on_and_who_is_nobody(language: str, text: str, speakers: list[str]) -> None:
    """A source, a man behind a woman and a resident are nobody; `klinkt het` and `la mujer` go on."""
    assert [speaker for speaker, _ in _quotes(text, language)] == speakers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Lutz Kehl sagte: „Wir kommen wieder.“ Nach Ansicht des Ministers fehlen dem Staat „die Mittel dafür“.",
        ),
        ("de", "Lutz Kehl sieht das kritisch. «Das geht in diesem Land nicht mehr», lautet sein Fazit."),
        (
            "sv",
            "”Vi är inte nöjda med det”, sade Lutz Kehl. Enligt ministern har staten ”inte medel för detta”.",
        ),
        (
            "da",
            "»Vi er ikke tilfredse med det«, sagde Lutz Kehl. Ifølge ministeren har staten »ikke midler til det her«.",
        ),
        ("pt", "O ministro Lutz Kehl reagiu. Na visão do ministro, o Estado “não tem condições para continuar”."),
        ("it", "Il ministro Lutz Kehl è qui. A parere del ministro, lo Stato “non ha le condizioni per continuare”."),
        ("fr", "Le ministre Lutz Kehl est là. De l'avis du ministre, l'État « n'a pas les moyens de continuer »."),
        ("cs", "Ministr Lutz Kehl přišel. Podle ministra stát „nemá prostředky, aby takto pokračoval“."),
        ("nl", "'Dat voelde goed, dat was echt hartverwarmend.'\n\nVoorzitter Lutz Kehl kijkt tevreden terug."),
        ("da", "»Jeg hørte aldrig alarmen, og så kom røgen.«\n\nLutz Kehl fortæller, at huset brændte ned."),
    ],
)
def test_tells_whom_an_office_or_the_next_paragraph_means(language: str, text: str) -> None:
    """An office behind `according to` is who was called so; the words that open a text are whom it presents next."""
    speakers = [speaker for speaker, _ in _quotes(text, language)]
    assert speakers == ["Lutz Kehl"] * (1 + (", sa" in text or "sagte:" in text))
