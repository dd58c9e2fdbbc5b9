"""Who speaks in French, Italian, Portuguese and Spanish: roles and places before names, relatives, bodies."""

from __future__ import annotations

import pytest

from tests.analysis import labelled


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("fr", "« On verra demain », a déclaré le ministre de la Santé Olivier Varan.", ["Olivier Varan"]),
        ("fr", "« On verra », a dit la porte-parole du ministère des Affaires étrangères Ana Roux.", ["Ana Roux"]),
        ("it", "«Vedremo domani», ha detto il ministro della Difesa Guido Cresti.", ["Guido Cresti"]),
        ("it", "«Vedremo domani», ha detto il ministro dell'Economia tedesco Karl Lauter.", ["Karl Lauter"]),
        ("it", "«Vedremo domani», ha detto il portavoce del presidente Sergio Mattoli.", [""]),
        ("es", "«Veremos mañana», dijo la ministra de Defensa Margarita Robledo.", ["Margarita Robledo"]),
        ("pt", "“Veremos amanhã”, disse o ministro da Defesa José Barros.", ["José Barros"]),
        ("it", "Il CEO di Alba Regional Airplanes Scott Carlin ha detto: «Andiamo avanti così».", ["Scott Carlin"]),
        ("it", "«Andiamo avanti», ha detto il presidente degli Stati Uniti Bruno Oberti.", ["Bruno Oberti"]),
        ("it", "«È finita», ha detto Davide Bui di BGX Partners.", ["Davide Bui"]),
        ("it", "L'ad di Ventair Michael O' Lory ha detto: «Costa troppo».", ["Michael O' Lory"]),
        ("es", "Vicente y José Cotillo callaron. «No hubo reparto», dijo José Cotillo.", ["José Cotillo"]),
        ("es", "«No va a salir», dijo Santiago Ramón y Cajales.", ["Santiago Ramón y Cajales"]),
        ("pt", "“Isso não passa”, disse a deputada Ana Silva do PTS.", ["Ana Silva"]),
        ("es", "El diario consultó al alcalde, José Yura, quien dijo que «es bueno tener áreas».", ["José Yura"]),
        ("it", "La tesi è di Carla Rossini, un'esperta di lingue, che ha detto: «Non è vero».", ["Carla Rossini"]),
        (
            "es",
            "El minero Hugo Bastos habló. «Los tienen militares», dijo a la cadena Tele Sur Andina.",
            ["Hugo Bastos"],
        ),
        ("es", "«No hay», dijo a la", [""]),
        (
            "fr",
            "Le maire, Luc Roy, a parlé. Ce dernier rappelle un lien « entre deux peuples ».",
            ["Luc Roy"],
        ),
        ("es", "Su jefe, Andrés Santos, es de la idea de que “toda iniciativa será bien valorada”.", ["Andrés Santos"]),
        ("it", "GMX ha detto: «Chiudono». «Sono in perdita», ha detto il direttore delle vendite.", ["GMX", ""]),
        ("it", "«Va bene così», ha detto il segretario del sindacato britannico Unitas Tony Wolley.", ["Tony Wolley"]),
        ("es", "El diputado de Nueva Convergencia Diego Ibarra dijo: «Nadie puede seguir así».", ["Diego Ibarra"]),
        ("es", "Ana Rey vio a Luis Mata en Lugo. «No hay dinero», dijo ella.", ["Ana Rey"]),
        ("es", "Luis Mata vio a Ana Rey en Lugo. La ministra calló. «No hay dinero», dijo la ministra.", ["Ana Rey"]),
        ("fr", "Paul Roux a reçu Claire Petit hier. « C'est non », a-t-elle répondu.", ["Claire Petit"]),
        (
            "it",
            "La Banca Centrale ha risposto. Ha parlato Ugo Neri. La Banca Centrale tace. «No», ha detto.",
            ["Ugo Neri"],
        ),
        ("es", "Ana Rey llegó. Desarrollando la idea, dijo que es «un plan muy bueno».", ["Ana Rey"]),
        ("es", "Ana Rey llegó. Habló del plan de Perú y Ontaria, que dijo que es «un plan muy bueno».", ["Ana Rey"]),
        ("it", "«È un inizio», spiega Ugo Neri. «Voleremo», aggiunge rimarcando il successo.", ["Ugo Neri"] * 2),
        ("pt", "Rendido, tentou ir além da obra, o que, diz, “não é propriamente fácil”.", [""]),
        ("fr", "Paul Roux a parlé. La Chine appelle à la « retenue de tous les pays ».", [""]),
        (
            "es",
            "El juez Ángel Hurtado oyó a Ana Ortiz. Para Hurtado, Ana Ortiz «dirigió los pasos».",
            ["Ángel Hurtado"],
        ),
        ("fr", "« C'est un honneur », a dit devant le Parlement M. Sagasto, qui part.", ["Sagasto"]),
        ("fr", "Bruno Le Mairet est venu. « C'est non », a dit le ministre.", ["Bruno Le Mairet"]),
        ("fr", "Luc Le Maire est venu. « C'est non », a-t-il ajouté.", ["Luc Le Maire"]),
        ("fr", "Me Jean NANADOU est venu. « C'est non », a-t-il ajouté.", ["Jean NANADOU"]),
        (
            "pt",
            "“É o primeiro passo”, disse o presidente da Conex Brasil Digital, que une as redes, Marcos Ferraz.",
            ["Marcos Ferraz"],
        ),
        ("pt", "“Creio que sim”, ressaltou o Presidente, referindo-se a Rui Falcato.", [""]),
        (
            "pt",
            "João Lourão falou. Na nossa Independência, apontou, era “muito pior do que isso”.",
            ["João Lourão"],
        ),
        ("es", "Ana Rey, jefa de prensa de Luis Mata, quien dijo que «no hay dinero», se fue.", ["Ana Rey"]),
        ("fr", "« C'est un honneur », a déclaré, à cette occasion, M. Sallé de Roux.", ["Sallé de Roux"]),
        (
            "fr",
            "Ana Roux s'est tue. La gare « est fermée depuis hier soir », a publié la ville sur X (ex-Twitter).",
            [""],
        ),
    ],
)
def test_roles_places_and_relatives(language: str, text: str, speakers: list[str]) -> None:
    assert labelled.speakers(text, language) == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "pt",
            "A Universidade de Lamas (UL) abre hoje. “Há lugar para todos”, anunciou a UL.",
            ["Universidade de Lamas"],
        ),
        ("es", "La Universidad de Lugo anunció que «abrirá en mayo todas las aulas».", ["Universidad de Lugo"]),
        ("it", "«Il valore è inferiore», ha dichiarato GMX in una nota.", ["GMX"]),
        ("es", "La Policía Nacional dijo que «no hubo heridos en el puerto».", [""]),
        ("pt", "A presidente da Comissão Europeia disse que é “uma vitória para todos”.", [""]),
    ],
)
def test_bodies_speak_where_they_are_named(language: str, text: str, speakers: list[str]) -> None:
    assert labelled.speakers(text, language) == speakers


def test_a_verb_in_the_next_line_and_marks_that_touch_the_wrong_word() -> None:
    text = (
        '"È un passo necessario.\nAbbiamo deciso ieri ",\nspiega Sergio Arpa, ministro.\n'
        '"Non vogliamo lasciarla.\nQuesta industria è di tutti "dichiara Bruno Oberti, presidente.'
    )
    assert labelled.speakers(text, "it") == ["Sergio Arpa", "Bruno Oberti"]
    assert labelled.speakers('"Je suis prête à partir demain », a déclaré Ana Roux.', "fr") == ["Ana Roux"]
