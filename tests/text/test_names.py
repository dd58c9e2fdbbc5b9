from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text.names import name_tokens, names

CASES = [
    ("en", "The head of the council, Ali Shamkhani, spoke on Monday. Shamkhani met Bashar al-Assad.", "Ali Shamkhani"),
    ("en", "He met Bashar al-Assad there.", "al-Assad"),
    ("de", "Der Kanzler Olaf Scholz sagte in München, die Regierung werde bleiben.", "Olaf Scholz"),
    ("fr", "Le président Emmanuel Macron s’est rendu à l’Élysée.", "Emmanuel Macron"),
    ("ru", "Секретарь совета Али Шамхани заявил об этом во вторник.", "Али Шамхани"),
    ("tr", "Konsey sekreteri Ali Şamhani konuştu.", "Ali Şamhani"),
    ("el", "Ο πρωθυπουργός Αλέξης Τσίπρας μίλησε.", "Αλέξης Τσίπρας"),
    ("ja", "イランのシャムハニ事務局長が述べた。", "シャムハニ"),
    ("zh-Hans", "伊朗最高国家安全委员会秘书沙姆哈尼表示反对。", "沙姆哈尼"),
    ("fa", "علی شمخانی دبیر شورای عالی امنیت ملی گفت", "شمخانی"),
    ("ar", "قال شمخاني إن بلاده ستبقى", "شمخاني"),
    ("he", "שמחאני אמר היום כי", "שמחאני"),
    ("ko", "샴하니 사무총장은 화요일에 말했다", "샴하니"),
]


@pytest.mark.parametrize(("language", "text", "name"), CASES)
def test_finds_names(language: str, text: str, name: str) -> None:
    found = names(text, language)
    assert any(name in one.text for one in found), found
    assert all(text.startswith(one.text, one.start) for one in found)


def test_the_same_people_give_the_same_tokens() -> None:
    sentences = [
        ("en", "Yesterday Ali Shamkhani met Sergei Lavrov."),
        ("ru", "Вчера Али Шамхани встретился с Сергеем Лавровым."),
        ("fa", "دیروز علی شمخانی با سرگئی لاوروف دیدار کرد"),
        ("ar", "التقى علي شمخاني أمس سيرغي لافروف"),
        ("ja", "シャムハニ氏はラブロフ外相と会談した"),
    ]
    for language, text in sentences:
        assert {"SMHN", "LPLP"} <= set(name_tokens(text, language)), (language, name_tokens(text, language))


def test_common_words_are_no_names() -> None:
    assert names("The meeting was long. Nobody spoke about the meeting.", "en") == []
    assert names("Die Regierung und das Parlament berieten die Entscheidung.", "de") == []


@given(st.text(max_size=200), st.sampled_from(["en", "de", "ja", "zh-Hans", "fa", "und", "th"]))
def test_any_text(text: str, language: str) -> None:
    found = names(text, language)
    assert all(text.startswith(one.text, one.start) for one in found)
    name_tokens(text, language)
