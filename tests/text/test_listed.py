"""The lists beside the code: what a line says, and what is made of it."""

from __future__ import annotations

import pytest

from monitor.text.inflection import forms
from monitor.text.listed import before_and_behind, words_of
from monitor.text.weekdays import DAY


@pytest.mark.parametrize("file", ["affixes.txt", "day_endings.txt"])
def test_an_affix_says_on_which_side_it_stands(file: str) -> None:
    listed = words_of(file)
    assert len(listed) >= 14
    for language, affixes in listed.items():
        assert all(affix.startswith("-") != affix.endswith("-") for affix in affixes), language
        assert len(set(affixes)) == len(affixes), language


def test_lines_add_up_and_may_be_of_several_languages() -> None:
    listed = words_of("affixes.txt")
    assert {"-ಗಳಲ್ಲಿ", "-ೂ"} <= set(listed["kn"])
    assert listed["zu"] == listed["xh"] == listed["ss"]
    assert before_and_behind(listed["ti"])[1] == ("ን", "ውን")


@pytest.mark.parametrize(
    ("language", "word", "bare"),
    [
        ("bn", "আনন্দবাজারের", "আনন্দবাজার"),
        ("ne", "कान्तिपुरलाई", "कान्तिपुर"),
        ("ku", "rûdawê", "rûdaw"),
        ("am", "ለሮይተርስም", "ሮይተርስ"),
        ("xh", "kwireuters", "reuters"),
    ],
)
def test_a_name_is_found_without_its_affixes(language: str, word: str, bare: str) -> None:
    assert bare in forms(word, language)


@pytest.mark.parametrize("written", ["4", "21st", "ב25", "11yê", "3ydd", "5日", "25ਵੀਂ", "14ന്", "7वां", "12x", "xb9"])
def test_a_day_is_read_with_what_is_written_onto_its_number(written: str) -> None:
    assert bool(DAY.match(written)) is (written not in {"7वां", "12x", "xb9"})
