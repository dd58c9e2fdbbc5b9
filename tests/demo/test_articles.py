"""The newsroom's articles: enough of them, in enough languages, each in its own words."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date
from itertools import combinations
from pathlib import Path

import pytest

from demo.newsroom import Sample, gold, load_outlets, load_samples
from demo.newsroom.content import ContentError, parse_sample

CHARACTERS = ("zh", "ja")  # languages that do not part words by spaces
SAMPLE_ARTICLES_EVENTS = {
    "shamkhani-advisers": date(2018, 5, 22),
    "putin-assad-sochi": date(2018, 5, 17),
    "lavrentiev-clarifies": date(2018, 5, 18),
    "qasemi-no-one-can-force": date(2018, 5, 21),
}
LOOKALIKES = {
    "shamkhani-advisers": "shamkhani-helmand",
    "putin-assad-sochi": "putin-muallem",
    "lavrentiev-clarifies": "lavrentiev-next-round",
    "qasemi-no-one-can-force": "qasemi-europe-banks",
}


def events() -> dict[str, list[Sample]]:
    found: dict[str, list[Sample]] = defaultdict(list)
    for sample in load_samples():
        if sample.key in gold():
            found[sample.event].append(sample)
    return found


def language(sample: Sample) -> str:
    return load_outlets()[sample.outlet].language


def pieces(sample: Sample) -> list[str]:
    """Its words; in Chinese and Japanese its characters."""
    text = " ".join(sample.body)
    return [c for c in text if not c.isspace()] if language(sample) in CHARACTERS else text.split()


def test_there_are_enough_outlets_languages_and_articles() -> None:
    outlets = load_outlets().values()
    languages = {outlet.language for outlet in outlets}
    assert len(outlets) >= 16
    assert languages >= {"en", "fa", "ar", "ru", "tr", "he", "fr", "de", "es", "zh", "ja"}
    assert len(languages) >= 12
    assert len(gold()) >= 135


def test_every_readable_article_is_long_enough() -> None:
    short = [
        (sample.key, len(pieces(sample)))
        for sample in load_samples(2)
        if sample.key in gold() and len(pieces(sample)) < (160 if language(sample) in CHARACTERS else 80)
    ]
    assert short == []


def test_events_are_told_across_languages() -> None:
    wide = [
        event
        for event, samples in events().items()
        if len({s.outlet for s in samples}) >= 3 and len({language(s) for s in samples}) >= 3
    ]
    assert len(events()) >= 24
    assert len(wide) >= 17


def test_everything_happens_in_one_week() -> None:
    days = {sample.published.astimezone(UTC).date() for sample in load_samples()}
    assert min(days) == date(2018, 5, 16)
    assert max(days) == date(2018, 5, 22)


@pytest.mark.parametrize("event", SAMPLE_ARTICLES_EVENTS)
def test_the_sample_articles_events_are_covered_widely_and_have_lookalikes(event: str) -> None:
    samples = events()[event]
    assert min(sample.published for sample in samples).date() == SAMPLE_ARTICLES_EVENTS[event]
    assert len({language(sample) for sample in samples}) >= 5
    assert len(events()[LOOKALIKES[event]]) >= 3


def grams(sample: Sample) -> set[tuple[str, ...]]:
    size = 16 if language(sample) in CHARACTERS else 9
    words = pieces(sample)
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def test_only_the_wire_story_is_told_twice_in_the_same_words() -> None:
    shared = [
        {one.key, other.key}
        for samples in events().values()
        for one, other in combinations(samples, 2)
        if grams(one) & grams(other)
    ]
    assert shared == [{"meridian-post/ferry-batangas", "harbour-courier/ferry-batangas"}]


def test_the_reprint_is_word_for_word_and_credited() -> None:
    one, other = (s for s in load_samples() if s.event == "ferry-batangas" and language(s) == "en")
    assert one.body == other.body
    assert one.headline != other.headline
    assert one.agency == other.agency == "Northwire"


def test_the_second_edition_revises_one_article() -> None:
    first, second = ({s.key: s for s in load_samples(edition)} for edition in (1, 2))
    assert first.keys() == second.keys()
    assert [key for key in first if first[key] != second[key]] == ["meridian-post/quake-kerman"]
    revised = second["meridian-post/quake-kerman"]
    assert revised.modified is not None
    assert revised.modified > revised.published


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("event: e\nheadline: h\n\nText.", "published"),
        ("event: e\nheadline: h\npublished: Tuesday\n\nText.", "is not a time"),
        ("event: e\nheadline: h\npublished: 2018-05-22 10:00\ncolour: red\n\nText.", "colour"),
    ],
)
def test_a_wrong_file_is_refused_by_name(text: str, complaint: str) -> None:
    with pytest.raises(ContentError, match=complaint) as caught:
        parse_sample(text, Path("articles/meridian-post/wrong.txt"))
    assert "wrong.txt" in str(caught.value)
