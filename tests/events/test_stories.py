"""Events that follow each other are one story; lookalikes and later news of others are not."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.embedding import Embedder
from monitor.events import Grouper
from monitor.index import EventQuery, Index, open_index
from monitor.model import Article
from tests.events.samples import START, article, stored

TOWNS = ["Kharkiv", "Odesa", "Dnipro", "Sumy", "Zaporizhzhia", "Mykolaiv", "Lviv", "Poltava", "Kherson", "Chernihiv"]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with open_index(f"sqlite:{tmp_path / 'index.sqlite'}") as made:
        yield made


def grouped(index: Index, embedder: Embedder, made: list[Article], *, batch: int = 128) -> dict[str, tuple[str, str]]:
    """Each article's event and story."""
    index.save(stored(sorted(made, key=lambda each: each.fetched or START)))
    Grouper(index, embedder, batch=batch).run(now=START + timedelta(days=40))
    stories = {event.id: event.story for event in index.events(EventQuery(limit=1000))}
    return {each.article.id: (each.article.event, stories[each.article.event]) for each in index.articles()}


def war() -> list[Article]:
    return [
        article(f"war-{day}-{each}", f"{number} killed in missile attack on {TOWNS[day]}", hours=72 * day + each)
        for day, number in enumerate((3, 7, 12, 4, 9, 2, 15, 6, 5, 11))
        for each in range(3)
    ]


def test_a_long_war_is_many_events_and_one_story(index: Index, embedder: Embedder) -> None:
    found = grouped(index, embedder, war())
    assert len({event for event, _ in found.values()}) >= 8
    stories = [story for _, story in found.values()]
    assert "" not in stories
    assert len(set(stories)) <= 2
    first = found["war-0-0"]
    assert first[0] == first[1]
    assert len(index.events(EventQuery(story=first[1], limit=100))) >= 5


def talks() -> list[Article]:
    told = [
        (0, "a", "Aliyev arrives in Astana for talks with Tokayev"),
        (1, "b", "İlham Əliyev Astanaya səfər edib"),
        (60, "c", "Aliyev and Tokayev sign pipeline accord after Astana talks"),
        (61, "d", "Azerbaijan's Aliyev, Kazakhstan's Tokayev sign accord on pipeline"),
        (62, "e", "Cup final in Lisbon ends without goals"),
        (63, "f", "Ghana parliament approves cocoa bill by 132 votes"),
    ]
    languages = {"b": "az"}
    return [article(each, line, hours=hours, language=languages.get(each, "en")) for hours, each, line in told]


def test_the_same_people_days_later_continue_a_story(index: Index, embedder: Embedder) -> None:
    found = grouped(index, embedder, talks())
    assert found["a"][0] == found["b"][0] != found["c"][0] == found["d"][0]
    assert found["a"][1] == found["c"][1] == found["a"][0]
    assert found["e"][1] == found["f"][1] == ""


def test_an_undated_article_continues_no_story(index: Index, embedder: Embedder) -> None:
    made = [*talks()[:2], article("u", "Aliyev and Tokayev sign pipeline accord after talks", hours=None, fetched=70)]
    found = grouped(index, embedder, made)
    assert found["u"][0] == found["a"][0] or not found["u"][1]


def test_stories_do_not_depend_on_the_batch(tmp_path: Path, embedder: Embedder) -> None:
    made = [*war()[:15], *talks()]
    found = []
    for batch in (128, 1, 4):
        with open_index(f"sqlite:{tmp_path / str(batch)}") as index:
            found.append(grouped(index, embedder, made, batch=batch))
    assert found[0] == found[1] == found[2]
