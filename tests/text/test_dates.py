"""Days in words, resolved against the article's own date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model import Moment
from monitor.text.calendars import jalali, jalali_year
from monitor.text.dates import dates
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
