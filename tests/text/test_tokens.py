from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.language import LANGUAGES
from monitor.text import segmenting
from monitor.text.stopwords import stopwords
from monitor.text.tokens import count_words, stems, words

WORDS = [
    ("en", "U.S. troops don’t leave: $3.5m", ["u", "s", "troops", "don't", "leave", "3.5", "m"]),
    ("tr", "İstanbul’da IŞIK", ["istanbul'da", "ışık"]),
    ("en", "ISTANBUL", ["istanbul"]),
    ("fa", "كتاب‌هاي شمخانی", ["کتاب\u200cهای", "شمخانی"]),
    ("ar", "مُحَمَّدٌ فــي", ["محمد", "في"]),
    ("he", 'ארה"ב שָׁלוֹם', ["ארה״ב", "שלום"]),
    ("zh-Hans", "习近平会见普京iPhone 16", ["习近平", "会见", "普京", "iphone", "16"]),
    ("zh-Hant", "習近平", ["習近", "近平"]),
    ("ja", "トランプ大統領と会談", ["トランプ", "大統", "統領", "と", "会談"]),
    ("th", "ไทย", ["ไท", "ทย"]),
    ("ko", "대통령은 말했다", ["대통령은", "말했다"]),
    ("hi", "प्रधानमंत्री ने", ["प्रधानमंत्री", "ने"]),
    ("de", "ＮＡＴＯ ﬁn", ["nato", "fin"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), WORDS)
def test_words(language: str, text: str, expected: list[str]) -> None:
    assert words(text, language) == expected


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "elections", "election"),
        ("de", "Wahlen", "Wahl"),
        ("ru", "выборами", "выборов"),
        ("tr", "seçimlerde", "seçimler"),
        ("fa", "انتخابات", "انتخاب"),
        ("pl", "wyborami", "wyborach"),
        ("uk", "президента", "президентом"),
        ("ko", "대통령은", "대통령을"),
        ("he", "הממשלה", "ממשלה"),
        ("hu", "választások", "választásokat"),
        ("fi", "presidentin", "presidentti"),
        ("sr-Cyrl", "председник", "председника"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language)


def test_serbian_meets_itself_in_both_scripts() -> None:
    assert stems("Председник Србије", "sr-Cyrl") == stems("Predsednik Srbije", "sr-Latn")


def test_function_words_are_dropped_on_request() -> None:
    assert stems("The president of the republic", "en", stop=False) == ["presid", "republ"]
    assert "der" in stopwords("de")
    assert not stopwords("tlh")


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The president has left for Moscow.", 6),
        ("zh-Hans", "习近平会见普京", 7),
        ("ja", "首相が会談", 5),
        ("th", "นายกรัฐมนตรีกล่าวว่า", 5),
        ("en", "", 0),
        ("th", "ก", 1),
    ],
)
def test_counts_words(language: str, text: str, count: int) -> None:
    assert count_words(text, language) == count


@pytest.mark.parametrize(
    ("word", "listed", "named"),
    [
        ("毛泽东", True, True),
        ("北京", True, True),
        ("联合国", True, True),
        ("国家", True, False),
        ("王", True, True),
        ("沙姆哈", False, False),
        ("北京国家", False, False),
        ("", False, False),
    ],
)
def test_what_the_chinese_dictionary_lists(word: str, *, listed: bool, named: bool) -> None:
    assert (segmenting.is_listed(word), segmenting.is_listed_name(word)) == (listed, named)


@given(st.text(max_size=120), st.sampled_from(sorted(LANGUAGES)))
def test_any_text_in_any_language(text: str, language: str) -> None:
    found = words(text, language)
    assert all(found)
    assert len(stems(text, language)) == len(found)
    assert count_words(text, language) >= 0


@given(st.text(alphabet=st.sampled_from("abÄß ªµ²½٣3.,'’·-–\n_жёҐςΩ\u0301क中"), max_size=40))
def test_the_short_way_to_count_finds_what_the_long_one_does(text: str) -> None:
    assert (
        count_words(text, "en") == count_words(f"{text} \u0915\u093e", "en") - 1
    )  # a word that the short way leaves alone
