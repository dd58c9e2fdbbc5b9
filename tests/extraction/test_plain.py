"""Plain text as an article."""

from __future__ import annotations

import pytest

from monitor.extraction.plain import MAX_CHARACTERS, read_text
from monitor.model import Kind


def test_a_short_first_line_is_the_headline() -> None:
    text = (
        "Minister resigns over dam\n\nThe minister of water resigned on Monday after the dam broke.\nHe is the third."
    )
    article = read_text(text)
    assert article.headline == "Minister resigns over dam"
    assert article.body.splitlines()[1] == "He is the third."
    assert article.language == "en"
    assert article.word_count == 15


@pytest.mark.parametrize(
    "first",
    ["The minister of water resigned on Monday.", "«Мы уходим»", "大臣が辞任した。", "وزیر آب استعفا داد؟"],
)
def test_a_sentence_is_no_headline(first: str) -> None:
    article = read_text(f"{first}\nA second and rather longer paragraph follows here, of many more words.")
    assert article.headline == ""
    assert article.body.startswith(first)


def test_one_line_is_the_body() -> None:
    assert read_text("Three words only").body == "Three words only"


@pytest.mark.parametrize("text", ["", "   \n\n ", "\0\0"])
def test_nothing_is_no_article(text: str) -> None:
    assert read_text(text).kind is Kind.EMPTY


def test_control_characters_and_lone_surrogates_are_left_out() -> None:
    article = read_text("A head\nThe body\0 has \ud800 odd \x1b[31m characters in it, and goes on.")
    assert "\0" not in article.body
    assert "\x1b" not in article.body
    article.body.encode("utf-8")


def test_a_text_without_end_is_cut() -> None:
    assert len(read_text("word " * MAX_CHARACTERS).body) <= MAX_CHARACTERS
