"""Days in words, resolved against the article's own date."""

from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model import Moment
from monitor.text.calendars import bikram_of, bikram_year, jalali, jalali_year
from monitor.text.date_words import KEYS, date_words
from monitor.text.dates import dates
from monitor.yaml12 import read_yaml
from tests.analysis import labelled

TUESDAY = Moment.parse("2018-05-22")


def test_labelled_days() -> None:
    score = labelled.scores(labelled.days())["all"]
    assert score.precision >= 0.97
    assert score.recall >= 0.97


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("He spoke on Tuesday.", ["2018-05-22"]),
        ("They met on May 17; a day later the envoy explained it.", ["2018-05-17", "2018-05-18"]),
        ("He told reporters on Monday that troops will stay.", ["2018-05-21"]),
        ("They will meet on Monday.", ["2018-05-28"]),
        ("A day later it was over.", []),
        ("It happened days after the vote.", []),
        ("The talks of 30 February failed.", []),
        ("In 2017 and in May nothing happened.", []),
        ("On 17-18 May the city was closed.", ["2018-05-17", "2018-05-18"]),
        ("Signed on 2018-05-17.", ["2018-05-17"]),
        ("On Thursday, May 17, they met.", ["2018-05-17"]),
        ("Three of 17 people may have left.", []),
    ],
)
def test_english(text: str, days: list[str]) -> None:
    assert [mention.day for mention in dates(text, "en", published=TUESDAY)] == days


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        # yet to come by its verb's ending, by what bounds it, by a word
        ("it", "Il sindaco visiterà il porto venerdì.", ["2018-05-25"]),
        ("es", "Los ministros se reunirán el jueves en Lima.", ["2018-05-24"]),
        ("pt", "A greve está marcada para quinta-feira.", ["2018-05-24"]),
        ("tr", "Köprü cuma günü açılacak.", ["2018-05-25"]),
        ("uk", "Міст не працюватиме у четвер.", ["2018-05-24"]),
        ("de", "Die Brücke bleibt bis Freitag zu.", ["2018-05-25"]),
        ("de", "Von Sonntag bis Dienstag zählte die Wache 40 Rufe.", ["2018-05-20", "2018-05-22"]),
        ("de", "Der Verein hatte am Montag einen Streik angekündigt.", ["2018-05-21"]),
        ("ro", "După discuțiile de luni, școlile s-au deschis.", ["2018-05-21"]),
        ("bg", "Мостът ще бъде затворен в петък.", ["2018-05-25"]),
        ("hu", "A hidat csütörtökön zárják le várhatóan.", ["2018-05-24"]),
        # by its number
        ("pt", "A votação fica para quinta-feira, dia 31.", ["2018-05-31"]),
        ("en", "The bridge reopens on Thursday the 31st.", ["2018-05-31"]),
        ("en", "On Thursday 31 people were hurt.", ["2018-05-17"]),
        # by its week
        ("zh", "市长本周四来访，上周五已来过。", ["2018-05-24", "2018-05-18"]),
        ("ja", "市長は先週の金曜日に来た。", ["2018-05-18"]),
        ("en", "She left on Tuesday last week.", ["2018-05-15"]),
        ("fa", "او جمعه هفته گذشته آمد.", ["2018-05-18"]),
        ("id", "Rapat digelar Jumat Pahing, 18 Mei 2018.", ["2018-05-18"]),
        # days of one month, of two, of last year
        ("es", "El paro fue los días 9, 10 y 11 de mayo.", ["2018-05-09", "2018-05-10", "2018-05-11"]),
        ("id", "Bentrok terjadi pada Kamis-Jumat (3-4/5/2012).", ["2012-05-03", "2012-05-04"]),
        ("en", "From December 25 to January 12, 2012, it was shut.", ["2011-12-25", "2012-01-12"]),
        ("th", "ระหว่างวันที่ 25 มิ.ย.- 12 พ.ย.2555", ["2012-06-25", "2012-11-12"]),
        ("es", "Lo vendió el 13 de enero del año pasado.", ["2017-01-13"]),
        ("ko", "그는 지난해 3월 30일 떠났다.", ["2017-03-30"]),
        ("ja", "昨年12月3日に閉じた。", ["2017-12-03"]),
        # words
        ("bg", "Заповедта е от 1-ви април.", ["2018-04-01"]),
        ("fa", "آزمون ۱۲ اسفندماه ۱۴۰۱ برگزار شد.", ["2023-03-03"]),
        ("ru", "КАЗАНЬ, 21 ноя - Агентство.", ["2017-11-21"]),
        ("vi", "Vụ nổ xảy ra đêm 17/5.", ["2018-05-17"]),
        ("el", "Η σημερινή συνεδρίαση κράτησε ώρες.", ["2018-05-22"]),
        ("cs", "Déšť v noci na dnešek zvedl hladiny.", ["2018-05-22"]),
        # none
        ("tr", "Kazaya 7 aracın karıştığı belirtildi.", []),
        ("zh", "火箭长征二号丁已经发射。", []),
        ("zh", "指数站在5日均线之上。", []),
    ],
)
def test_many_languages(language: str, text: str, days: list[str]) -> None:
    assert [mention.day for mention in dates(text, language, published=TUESDAY)] == days


def test_a_day_later_reaches_over_sentences() -> None:
    text = "The president spoke on May 17.\nA day later his envoy explained the words."
    found = dates(text, "en", published=TUESDAY)
    assert [mention.day for mention in found] == ["2018-05-17", "2018-05-18"]
    assert found[1].sentence == "A day later his envoy explained the words."
    assert text[found[1].start :].startswith("A day later")


def test_the_zone_of_the_article_counts() -> None:
    late = Moment.fromisoformat("2018-05-22T01:30:00+04:30")
    assert [mention.day for mention in dates("It happened yesterday.", "en", published=late)] == ["2018-05-21"]


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1397, 2, 27, "2018-05-17"),
        (1399, 12, 30, "2021-03-20"),
        (1403, 1, 1, "2024-03-20"),
        (1357, 11, 22, "1979-02-11"),
    ],
)
def test_solar_hijri(year: int, month: int, day: int, gregorian: str) -> None:
    assert jalali(year, month, day).isoformat() == gregorian
    assert jalali_year(jalali(year, month, day)) == year


@pytest.mark.parametrize("wrong", [(1397, 13, 1), (1398, 12, 30), (1200, 1, 1), (1397, 1, 0)])
def test_no_such_day(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no day"):
        jalali(*wrong)


@given(st.integers(min_value=1300, max_value=1470), st.integers(min_value=1, max_value=12))
def test_months_follow_each_other(year: int, month: int) -> None:
    following = jalali(year, month + 1, 1) if month < 12 else jalali(year + 1, 1, 1)
    assert 29 <= (following - jalali(year, month, 1)).days <= 31


@given(st.text(max_size=300), st.sampled_from(["en", "fa", "ar", "zh", "ja", "ru", "und", "xx", "zh-Hant", "pt-BR"]))
def test_any_text_is_read(text: str, language: str) -> None:
    for mention in dates(text, language, published=TUESDAY):
        assert date.fromisoformat(mention.day)
        assert mention.words in mention.sentence


def test_every_list_of_words_is_known_and_used() -> None:
    folder = resources.files("monitor.text") / "date_words"
    languages = [file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml")]
    used = {key for language in languages for key in read_yaml((folder / f"{language}.yaml").read_bytes()).value}
    assert used == KEYS
    assert all(date_words(language).weekdays for language in languages)


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [(2070, 1, 1, "2013-04-14"), (2080, 9, 29, "2024-01-14"), (2081, 1, 1, "2024-04-13"), (2081, 12, 31, "2025-04-13")],
)
def test_days_of_nepals_calendar(year: int, month: int, day: int, gregorian: str) -> None:
    """Nepal's months are of other lengths each year, in turns of four years."""
    found = bikram_of(year, month, day)
    assert found is not None
    assert found.isoformat() == gregorian
    assert bikram_year(found) == year


@pytest.mark.parametrize("wrong", [(2080, 9, 30), (2080, 13, 1), (1990, 1, 1)])
def test_days_that_nepals_calendar_has_not(wrong: tuple[int, int, int]) -> None:
    """Neither a day too many, nor a month, nor years of which the lengths are not known."""
    assert bikram_of(*wrong) is None
