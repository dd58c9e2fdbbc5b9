"""Which language is read with another's words."""

from __future__ import annotations

import pytest

from monitor.analysis.frames import file_of, frames, has_frames
from monitor.language import LANGUAGES, read_as
from monitor.language.kin import KIN
from monitor.text.date_words import date_words
from monitor.text.folded import tokens
from monitor.text.number_words import number_words
from monitor.text.quantities import quantities
from monitor.text.stopwords import stopwords


def test_kin_are_languages_and_have_no_kin_themselves() -> None:
    assert (KIN.keys() - {"sh"}) | set(KIN.values()) <= LANGUAGES.keys()  # sh: an older code of four languages
    assert not KIN.keys() & set(KIN.values())


@pytest.mark.parametrize(
    ("language", "own", "read"),
    [
        ("nn", (), "nb"),
        ("no", (), "nb"),
        ("nb-NO", (), "nb"),
        ("cnr", (), "sr"),
        ("sr-Latn", (), "sr"),
        ("bs", (), "hr"),
        ("bs", ("bs", "hr"), "bs"),
        ("yue", ("zh",), "zh"),
        ("zh-Hant", (), "zh"),
        ("ARZ", (), "ar"),
        ("pt-BR", (), "pt"),
    ],
)
def test_its_own_words_before_those_of_its_kin(language: str, own: tuple[str, ...], read: str) -> None:
    assert read_as(language, own) == read


YESTERDAY = {"nb": "i går", "hr": "jučer", "sr": "juče", "zh": "昨天", "ar": "أمس"}


@pytest.mark.parametrize("language", sorted(KIN))
def test_words_of_every_kind_are_found_for_kin(language: str) -> None:
    assert has_frames(language)
    assert frames(language).says
    assert date_words(language).relative.find(tokens(YESTERDAY[KIN[language]]))
    assert quantities(language).magnitudes
    assert stopwords(language)


def test_what_each_kind_of_words_does_otherwise() -> None:
    assert [file_of(code) for code in ("bs", "cnr", "nn", "tlh")] == ["bs", "sr", "nb", "tlh"]  # Bosnian has a file
    assert number_words("cnr").numbers["dvije"] == 2  # counted as in Croatian
    assert "dvije" not in number_words("sr").numbers
    assert stopwords("nn") == stopwords("nb") >= {"og", "som"}
    assert {"на", "na"} <= stopwords("cnr") == stopwords("sr")
    assert not has_frames("pcm")  # whose small words are English's
    assert stopwords("pcm") == stopwords("en")
    assert stopwords("rw") < stopwords("rn")
