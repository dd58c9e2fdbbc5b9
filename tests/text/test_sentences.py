from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text.tokens import sentences

CASES = [
    ("en", ["Mr. Smith left at 5 p.m. yesterday.", "It cost $3.5 million!", "Really?", "Yes."]),
    ("en", ["Troops of the U.S. left on Jan. 5.", "J. K. Rowling stayed."]),
    ("en", ['He said: "We will go. We will win."', "Then he left."]),
    ("en", ["“Stop!” she cried, and ran.", "Nobody followed."]),
    ("en", ["See example.com for more.", "Version 2.5 is out…", "Wait."]),
    ("de", ["Am 22. Mai sagte Dr. Müller: „Wir gehen. Wir bleiben.“", "Danach ging er."]),
    ("de", ["Es kostete z.B. 5 Mio. Euro.", "Das ist viel."]),
    ("fr", ["M. Macron a dit : « Oui. Non. »", "Puis il est parti."]),
    ("es", ["¿Por qué?", "¡Nadie lo sabe!", "El Sr. Pérez calló."]),
    ("sl", ["Odprl je most.", "»Cena ostaja,« je dejal.", "Nato je odšel."]),
    ("ru", ["В 2018 г. Путин сказал: «Да. Нет.»", "Потом он ушёл."]),
    ("tr", ["Dr. Ali geldi.", "Nereye?", "Ankara’ya."]),
    ("pl", ["Spotkali się 22 maja br. w Warszawie.", "Nic nie powiedzieli."]),
    ("el", ["Τι είπε;", "Τίποτα."]),
    ("fa", ["رئیس‌جمهور گفت: «می‌رویم. می‌آییم.»", "سپس رفت.", "آیا؟", "بله."]),
    ("ar", ["قال الرئيس إنه سيذهب.", "هل سيعود؟", "نعم"]),
    ("ur", ["وزیر اعظم نے خطاب کیا۔", "پھر وہ چلے گئے۔"]),
    ("he", ['ראש הממשלה אמר: "נלך. ננצח."', "ואז הלך."]),
    ("hi", ["प्रधानमंत्री ने कहा।", "वे जाएंगे।"]),
    ("bn", ["কৃষিমন্ত্রী ড. আবদুল করিম বলেন।", "ডা. মো. রহিম শোনেন।"]),
    ("hi", ["विदेश मंत्री एस. जयशंकर ने कहा।", "वे जाएंगे।"]),
    ("zh-Hans", ["习近平会见普京。", "他说：“好。走吧。”", "然后离开。", "真的？"]),
    ("ja", ["首相は「行く。」と述べた。", "会談へ。"]),
    ("ko", ["대통령은 말했다.", "그는 갔다."]),
    ("my", ["ဝန်ကြီးချုပ် ပြောသည်။", "သွားမည်။"]),
    ("km", ["នាយករដ្ឋមន្ត្រី និយាយថា។", "ទៅ។"]),
    ("am", ["ጠቅላይ ሚኒስትሩ ተናገሩ።", "ሄዱ።"]),
    ("hy", ["Նախագահը մեկնեց։", "Նա կվերադառնա։"]),
    ("bo", ["སྲིད་འཛིན་གྱིས་གསུངས།", "ཁོང་ཕེབས།"]),
]


@pytest.mark.parametrize(("language", "expected"), CASES)
def test_parts_sentences(language: str, expected: list[str]) -> None:
    text = ("" if language in ("zh-Hans", "ja") else " ").join(expected)
    found = sentences(text, language)
    assert [sentence for _, sentence in found] == expected
    assert all(text.startswith(sentence, start) for start, sentence in found)


def test_lines_end_sentences() -> None:
    assert sentences("A headline without a stop\nThe first line", "en") == [
        (0, "A headline without a stop"),
        (26, "The first line"),
    ]


def test_unpunctuated_thai_is_cut_at_spaces() -> None:
    phrase = "นายกรัฐมนตรีกล่าวว่ารัฐบาลจะไม่ขึ้นภาษีในปีนี้และจะเพิ่มงบประมาณด้านการศึกษา"
    found = sentences(" ".join([phrase] * 6), "th")
    assert len(found) == 3
    assert "".join(sentence.replace(" ", "") for _, sentence in found) == phrase * 6


@given(
    st.text(alphabet=st.sampled_from('aB. "“”«»!?。」「\n1\u200b;ก '), max_size=200),
    st.sampled_from(["en", "de", "ja", "th"]),
)
def test_nothing_is_lost_and_starts_are_right(text: str, language: str) -> None:
    found = sentences(text, language)
    assert all(text.startswith(sentence, start) for start, sentence in found)
    assert "".join("".join(sentence.split()) for _, sentence in found) == "".join(text.split())


def test_long_lines_are_linear() -> None:
    assert len(sentences('“Go. "No. ' * 20_000, "en")) > 1
