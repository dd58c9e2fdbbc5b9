from __future__ import annotations

from math import isclose
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text.numbers import figures

CASES: list[tuple[str, str, list[tuple[float, str]]]] = [
    ("en", "At least 12 people died and 1,234 were hurt.", [(12, "peopl"), (1234, "")]),
    ("en", "It cost $3.5 million, up 4.5% from £2bn.", [(3.5e6, "USD"), (4.5, "%"), (2e9, "GBP")]),
    ("en", "A package of 12 lakh rupees and 3 crore rupees.", [(12e5, "INR"), (3e7, "INR")]),
    ("en", "Loans of 12,34,567 rupees", [(1234567, "INR")]),
    ("en", "Three policemen and twelve soldiers", [(3, "policemen"), (12, "soldier")]),
    ("en", "Between 10-12 ships sank.", [(10, "ship"), (12, "ship")]),
    ("en", "It will take 5 to 7 million dollars.", [(5e6, "USD"), (7e6, "USD")]),
    ("en", "2,000 soldiers marched in 2018.", [(2000, "soldier")]),
    ("de", "Es kostete 1,5 Mio. Euro und traf 1.234 Menschen.", [(1.5e6, "EUR"), (1234, "mensch")]),
    ("de", "Zwölf Tote, 2,3 Milliarden Dollar", [(12, "tot"), (2.3e9, "USD")]),
    ("fr", "1 200 personnes, 3,5 millions d’euros, 12 %", [(1200, "person"), (3.5e6, "EUR"), (12, "%")]),
    ("es", "2 mil millones de dólares y 1.500 personas", [(2e9, "USD"), (1500, "person")]),
    ("pt", "R$ 3,5 bilhões e 12 mil pessoas", [(3.5e9, "BRL"), (12000, "pesso")]),
    ("ru", "Погибли 12 человек, ущерб 2 млрд рублей", [(12, "человек"), (2e9, "RUB")]),
    ("tr", "12 kişi öldü, 3,5 milyon dolar, yüzde 5", [(12, "kiş"), (3.5e6, "USD"), (5, "%")]),
    ("fa", "۱۲ نفر کشته و ۳۰۰ هزار دلار خسارت و ۲٫۵ درصد", [(12, "نفر"), (3e5, "USD"), (2.5, "%")]),
    ("ar", "قُتل ١٢ شخصا و ٣ ملايين دولار و ٥٪", [(12, "شخص"), (3e6, "USD"), (5, "%")]),
    ("he", "3 מיליון שקל, 5%", [(3e6, "ILS"), (5, "%")]),
    ("hi", "12 लाख लोग, ५ करोड़ रुपये", [(12e5, "लोग"), (5e7, "INR")]),
    ("zh-Hans", "十二万人参加，12人死亡，损失3.5亿美元", [(12e4, "人"), (12, "人"), (3.5e8, "USD")]),
    ("zh-Hans", "增长百分之五，共1亿2000万元，三人受伤", [(5, "%"), (1.2e8, "CNY"), (3, "人")]),
    ("ja", "1万2000人が参加し、損害は3億円。10%増", [(12000, "人"), (3e8, "JPY"), (10, "%")]),
    ("ko", "12명이 숨지고 5만명이 대피했다. 3억원", [(12, "명"), (50000, "명"), (3e8, "KRW")]),
    ("th", "มูลค่า 3 ล้านบาท", [(3e6, "THB")]),
    ("pl", "3,5 mln zł", [(3.5e6, "PLN")]),
    ("en", "A two-thirds majority in two harbours", [(2, "1/3"), (2, "harbour")]),
    ("de", "Zwei Drittel der Fischer", [(2, "1/3")]),
    ("fr", "les deux tiers des pêcheurs", [(2, "1/3")]),
    ("ru", "две трети рыбаков", [(2, "1/3")]),
    ("fa", "دو سوم ماهیگیران", [(2, "1/3")]),
    ("fi", "kaksi kolmasosaa kalastajista", [(2, "1/3")]),
    ("id", "Rp 3,5 triliun", [(3.5e12, "IDR")]),
]

NO_FIGURES = [
    ("en", "On May 22, 2018 at 10:30 he came; on 22 May he left at 5 p.m."),
    ("en", "The G7, an F-16, COVID-19, the 3rd of them, on 2018-05-22 and in 2018."),
    ("de", "Am 22. Mai um 10 Uhr, 22.05.2018"),
    ("fr", "Le 22 mai 2018 à 17h30"),
    ("ru", "22 мая 2018 г."),
    ("fa", "۱ خرداد ۱۳۹۷"),
    ("zh-Hans", "2018年5月22日，第3次，万一"),
    ("ja", "5月22日午後3時"),
    ("ko", "2018년 5월 22일"),
    ("tr", "22 Mayıs 2018"),
]


SENTENCES = [
    line.split(" | ", 2)
    for line in Path(__file__).with_name("numbers.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "values", "text"), SENTENCES)
def test_reads_what_counts_and_nothing_else(language: str, values: str, text: str) -> None:
    wanted = [] if values == "-" else [float(value) for value in values.split(";")]
    found = [figure.value for figure in figures(text, language)]
    assert len(found) == len(wanted), found
    assert all(isclose(one, other, rel_tol=1e-9) for one, other in zip(found, wanted, strict=True)), found


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_reads_figures(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    found = figures(text, language)
    assert [figure.unit for figure in found] == [unit for _, unit in expected], found
    assert [figure.value for figure in found] == pytest.approx([value for value, _ in expected])


@pytest.mark.parametrize(("language", "text"), NO_FIGURES)
def test_what_counts_nothing_is_no_figure(language: str, text: str) -> None:
    assert figures(text, language) == []


@pytest.mark.parametrize("language", ["ar", "he"])
def test_a_vowel_sign_that_stands_alone_is_no_number(language: str) -> None:
    """Found by fuzzing: nothing is left of a word of points alone."""
    assert [figure.value for figure in figures("\u0655 \u05b4 12", language)] == [12]


def test_words_and_places_are_those_of_the_text() -> None:
    text = "Nothing here.\nIt cost $3.5 million."
    (figure,) = figures(text, "en")
    assert (figure.words, figure.sentence) == ("$3.5 million", "It cost $3.5 million.")
    assert text[figure.start :].startswith("3.5")


_TEXTS = st.text(alphabet=st.sampled_from("0123456789٣۳三十万亿.,- %$€aé人\n:/年"), max_size=80)


@given(_TEXTS | st.text(max_size=80), st.sampled_from(["en", "de", "zh-Hans", "ja", "ar", "fa", "hi", "und"]))
def test_any_text(text: str, language: str) -> None:
    for figure in figures(text, language):
        assert figure.value >= 0
        assert 0 <= figure.start < len(text)
