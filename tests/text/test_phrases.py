"""Words with their places, and phrases found in each of their written forms."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text import folded
from monitor.text.filed import PhraseList
from monitor.text.folded import fold, tokens
from monitor.text.inflection import filing, is_surname_of
from monitor.text.phrases import Phrases


@pytest.mark.parametrize(
    ("language", "name", "text", "found"),
    [
        ("ru", "Известия", "писали в «Известиях» и раньше", "Известиях"),
        ("ru", "РИА Новости", "собеседник РИА Новостей", "РИА Новостей"),
        ("ar", "العربية", "وقالت للعربية نت", "للعربية"),
        ("ar", "رويترز", "وقال لرويترز", "لرويترز"),
        ("he", "רויטרס", "אמרו לרויטרס אתמול", "לרויטרס"),
        ("tr", "Reuters", "Reuters'a konuştu", "Reuters"),
        ("ko", "연합뉴스", "연합뉴스에 따르면", "연합뉴스에"),
        ("zh", "新华社", "据新华社报道", "新华社"),
        ("fa", "ایسنا", "به گزارش ايسنا", "ايسنا"),
        ("hu", "Reuters", "a Reutersnek nyilatkozott", "Reutersnek"),
        ("bn", "রয়টার্স", "তিনি রয়টার্সকে বলেন", "রয়টার্সকে"),
        ("mr", "रॉयटर्स", "त्यांनी रॉयटर्सला सांगितले", "रॉयटर्सला"),
        ("kk", "Рейтер", "ол Рейтерге айтты", "Рейтерге"),
        ("sr-Latn", "Rojters", "izjavio je za Rojters, kod drugih", "Rojters"),
    ],
)
def test_inflected_names_are_found(language: str, name: str, text: str, found: str) -> None:
    words = tokens(text)
    [(first, last, value)] = Phrases([(name, 1)], language, inflected=True).find(words)
    assert value == 1
    assert text[words[first].start : words[last - 1].end] == found


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("said", "said"), ("said in a statement", "statement")], "en")
    assert [value for _, _, value in phrases.find(tokens("He said in a statement that she said no"))] == [
        "statement",
        "said",
    ]


@pytest.mark.parametrize(("language", "text"), [("ru", "Он сказал «Новой газете» и Reuters News"), ("de", "")])
def test_lists_that_languages_share_are_looked_into_too_and_the_own_phrase_wins(language: str, text: str) -> None:
    shared = PhraseList([("Новая газета", "shared"), ("Reuters", "short"), ("Reuters News", "long")], filing(language))
    own = [("Новая газета", "own"), ("Reuters", "own")]
    text = text or "Das sagte sie «Новой газете» und Reuters News"
    found = Phrases(own, language, inflected=True, further=[shared]).find(tokens(text))
    assert [value for *_, value in found] == ["own", "long"]
    alone = Phrases[str]([], language, inflected=True, further=[shared])
    assert [value for *_, value in alone.find(tokens(text))] == ["shared", "long"]
    assert alone.at(tokens("Reuters"), 0) == (1, "short")


@pytest.mark.parametrize(
    ("word", "noun", "surname"),
    [
        ("петров", "петра", True),
        ("токаев", "токио", True),
        ("ковалів", "коваль", True),
        ("филиппинов", "филиппины", False),
        ("фактів", "факти", False),
        ("ростов", "ростов", False),
        ("петрой", "петра", False),
    ],
)
def test_a_last_name_is_no_case_of_a_noun(word: str, noun: str, *, surname: bool) -> None:
    assert is_surname_of(word, noun) is surname


def test_endings_and_beginnings_may_be_open() -> None:
    phrases = Phrases([("сообщ*", "verb"), ("*minister", "title")], "de")
    assert [v for _, _, v in phrases.find(tokens("Außenminister сообщили сообща минута"))] == ["title", "verb", "verb"]


@pytest.mark.parametrize(("one", "other"), [("İSTANBUL", "istanbul"), ("كريم", "کریم"), ("۱۲", "12"), ("ещё", "еще")])
def test_folding(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=200))
def test_places_of_any_text_are_its_own(text: str) -> None:
    words = tokens(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))


def test_a_sign_that_stands_alone_is_no_word() -> None:
    """Found by fuzzing: readers look at a word's first letter."""
    assert [token.folded for token in tokens("\u0655 ʼ ـ \u05b4 word")] == ["word"]


def test_the_two_ways_of_cutting_agree_on_each_character() -> None:
    """Letters, marks and digits that Python's own engine is given are words to it too."""
    told = [chr(code) for code in range(0x3000) if unicodedata.category(chr(code)) != "Cn"]
    apart = [f"{ord(one):x}" for one in told if not folded._NOT_PLAIN.search(one)
             and bool(folded._PLAIN.fullmatch(one)) != bool(folded.TOKEN.fullmatch(one))]  # fmt: skip
    assert apart == []
    assert not folded._NOT_PLAIN.search("Ein “Straßenzug” in Łódź — ёлка, Ελλάδα, شهر, עיר € 5")


def test_the_longest_phrase_is_found_though_phrases_are_filed_only_when_their_word_is_met() -> None:
    found = Phrases([("new", 2), ("new york times", 1), ("new york", 3), ("paris", 4)], "en")
    assert [value for *_, value in found.find(tokens("In New York, a new day"))] == [3, 2]
    assert [value for *_, value in found.find(tokens("The New York Times in Paris"))] == [1, 4]


def test_a_name_in_cyrillic_is_found_with_its_case_in_a_language_that_bends_nothing() -> None:
    words = tokens("Das schrieb «Известиям» zufolge die Zeitung")
    assert [found[2] for found in Phrases([("Известия", 1), ("Zeit", 2)], "de", inflected=True).find(words)] == [1]


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("ka", "კომერსანტი", "ამის შესახებ კომერსანტმა დაწერა."),
        ("ta", "அசோசியேட்டட் பிரஸ்", "அசோசியேட்டட் பிரஸுக்கு அளித்த பேட்டி"),
        ("te", "న్యూస్", "న్యూస్‌కు చెప్పారు"),
        ("hu", "al-Dzsazíra", "az al-Dzsazírának azt mondta"),
    ],
)
def test_a_name_is_found_though_it_loses_its_end_before_that_of_a_case(language: str, name: str, text: str) -> None:
    phrases = Phrases([(name, 1)], language, inflected=True)
    assert [found[2] for found in phrases.find(tokens(text))] == [1]
    assert [found[2] for found in phrases.find(tokens(name))] == [1]


@pytest.mark.parametrize("language", ["de", "ru", "pl", "tr", "ar", "zh"])
@given(text=st.text("ab вия zg", max_size=30))
def test_phrases_are_found_in_words_and_in_a_part_of_them_alike(language: str, text: str) -> None:
    """Those of a whole text tell at once whether one may begin a phrase."""
    phrases = Phrases([("ab a", 1), ("а", 2), ("вия", 3), ("в*", 4), ("g", 5)], language, inflected=True)
    words = tokens(text)
    assert phrases.find(words) == phrases.find(list(words))
