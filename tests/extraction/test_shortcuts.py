"""What reading does the short way gives what the long way gave."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.extraction.kind_phrases import _pattern, says
from monitor.extraction.kinds import before_paywall
from monitor.extraction.page import LONG_TAG, MANY, _may_be_monstrous
from monitor.extraction.sections import read_sections
from monitor.extraction.strings import fold

PIECES = ("<", "a", "sc", " ", "x" * 19_999, "y" * (LONG_TAG - 1), "y" * LONG_TAG, "y" * (LONG_TAG + 1), "=")


def _by_splitting(text: str) -> bool:
    pieces = text.split("<")
    if len(pieces) > MANY or text.count("=") > MANY:
        return True
    long = (piece for piece in pieces if len(piece) > LONG_TAG and piece[:1].isalpha())
    return any(piece[:2].lower() not in ("sc", "st") for piece in long)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_a_long_stretch_is_seen_without_cutting_the_page_up(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert _may_be_monstrous(text) == _by_splitting(text)


@pytest.mark.parametrize("section", sorted(read_sections("kind_phrases.txt")))
def test_a_phrase_is_found_by_its_first_word_and_letters_first(section: str) -> None:
    for phrase in read_sections("kind_phrases.txt")[section]:
        for text in (
            phrase,
            phrase.upper(),
            f"{phrase}는",
            phrase.replace("i", "İ"),
            f"x{phrase}",
            f"({phrase.title()})",
            phrase[1:],
        ):
            assert says(section, text) == bool(_pattern(section).search(text)), text


def test_a_notice_in_capitals_ends_the_free_text() -> None:
    assert before_paywall(["A line.", "SUBSCRIBE TO READ THE REST"]) == 1
    assert before_paywall(["A line.", "Another line."]) is None


@given(st.text(alphabet=st.sampled_from("aZß 9_é-–„\u0301क中\x1c\xa0"), max_size=40))
def test_folded_text_is_letters_digits_and_marks(text: str) -> None:
    lower = unicodedata.normalize("NFKC", text).casefold()
    assert fold(text) == "".join(c for c in lower if unicodedata.category(c)[0] in "LNM")
