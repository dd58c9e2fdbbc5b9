"""Words beside a verb of speech that are nobody's name: the verb itself, an owned body, a noun and its article."""

from __future__ import annotations

import pytest

from tests.analysis import labelled

SPANISH_VERB = (
    "En rueda de prensa, Marta Luján señaló que no hubo víctimas. "
    "Subrayó que la búsqueda se complicó y, dijo, «no se descarta ninguna hipótesis»."
)
SPANISH_ROLE = (
    "El ministro de Transportes y Obras, Raúl Perea, aseguró que la alcaldesa acudirá. "
    "La fiscal Delia Espín confirmó la cita. «Ella va a asistir, así lo dijo ayer», expresó el ministro en la radio."
)
ENGLISH_OWNER = (
    "“We have seen great damage,” Roy Hartwell, "
    "deputy administrator for FEMA’s Federal Insurance and Mitigation Administration, said on Friday."
)
HEBREW_CLAUSE = 'אחד החקלאים שהיה באזור סיפר: "היינו חמישה עובדים במטע סמוך לגבול".'
HEBREW_PLURAL = 'בתום הסיור נמסר לתושבים הרבים: "הגשר ייסגר עד סוף החודש בשל עבודות".'
INDONESIAN_BRACKETS = (
    '"Hal itu sudah baik," kata Kepala Biro Informasi Pertahanan (Infohan) Kementerian Pertahanan, Sabtu.'
)

SPANISH_ADVERB = "{}, resaltó que no fue así. «Hay que hablar hoy», resaltó."
PORTUGUESE_ADVERB = "{}, afirmou que não foi assim. «Temos de falar hoje», afirmou."
ROMANIAN_ADVERB = "{}, a spus că nu este așa. „Trebuie să vorbim azi”, a spus."
FRENCH_ASIDE = "« Nous, en tant que voisins, dit la maire Anne Petit, nous sommes inquiets. »"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", SPANISH_ADVERB.format("Asimismo"), ""),
        ("es", SPANISH_ADVERB.format("Textualmente"), ""),
        ("pt", PORTUGUESE_ADVERB.format("Ademais"), ""),
        ("ro", ROMANIAN_ADVERB.format("Totodată"), ""),
        ("fr", FRENCH_ASIDE, "Anne Petit"),
        ("es", SPANISH_VERB, "Marta Luján"),
        ("es", SPANISH_ROLE, "Raúl Perea"),
        ("en", ENGLISH_OWNER, "Roy Hartwell"),
        ("he", HEBREW_CLAUSE, ""),
        ("he", HEBREW_PLURAL, ""),
        ("id", INDONESIAN_BRACKETS, ""),
    ],
)
def test_who_speaks(language: str, text: str, speaker: str) -> None:
    assert labelled.speakers(text, language) == [speaker]
