"""A page of 50 articles stays small and quick."""

import random
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from starlette.testclient import TestClient

from monitor.config import Config
from monitor.embedding import Embedder
from monitor.index import Placement, SentenceVectors, Stored, open_index
from monitor.model import Analysis, Article, Mention, Moment
from monitor.web import create_app
from tests.timing import least_cpu
from tests.web import stories

ARTICLES, SENTENCES = 50, 12
PLACES = ("the harbour", "the northern pier", "the fish market", "the customs house", "the lighthouse")
PEOPLE = ("the minister", "the coast guard", "a survivor", "the owner", "the captain of a tug", "the unions")
DEEDS = (
    "said that the ferry had left {place} although the weather service had warned of heavy seas since Tuesday evening",
    "asked at {place} why eighteen people were still missing two days after the ship had gone down so close to land",
)
WORDS = ("har", "bour", "mast", "sail", "keel", "rud", "der", "gale", "tide", "reef", "buoy", "quay", "crane", "rope")
POOL = [f"{person.capitalize()} {deed.format(place=place)}" for person in PEOPLE for place in PLACES for deed in DEEDS]


def told(number: int) -> tuple[Article, list[str]]:
    """An article whose sentences say what those of the pool say, each ending in words of its own; and those."""
    chance = random.Random(number)
    said = chance.sample(POOL, SENTENCES)
    ends = [" ".join(chance.choice(WORDS) + chance.choice(WORDS) for _ in range(9)) for _ in said]
    article = Article(
        id=f"{number:024x}",
        url=f"https://paper-{number}.example/news/world/ferry-sinks-off-port-aldara-{number}",
        outlet=f"paper-{number}",
        publisher=f"The Daily Paper {number}",
        country="GB",
        language="en",
        headline=f"Ferry sinks off Port Aldara, and {number} questions remain for the minister to answer",
        body="\n".join(f"{each} {end}." for each, end in zip(said, ends, strict=True)),
        published=Moment.of(stories.START + timedelta(minutes=17 * number)),
        fetched=stories.START + timedelta(days=1),
    )
    return article, said


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> TestClient:
    """An event that 50 outlets told in 12 sentences each, with their vectors in the index."""
    folder = tmp_path_factory.mktemp("wide")
    vectors = dict(zip(POOL, embedder.embed(POOL), strict=True))
    rows, cached = [], []
    for number in range(ARTICLES):
        article, said = told(number)
        cited = Mention(publisher=f"The Daily Paper {number * 7 % ARTICLES}", name="it", sentence=article.body[:90])
        rows.append(Stored(article=article, analysis=Analysis(mentions=(cited,))))
        made = np.stack([vectors[each] for each in said])
        cached.append(SentenceVectors(article=article.id, revision=1, embedder=embedder.name, vectors=made))
    data = Path(__file__).parents[2] / ".cache" / "data"
    config = Config(index=f"sqlite:{folder / 'monitor.sqlite'}", data=data)
    with open_index(config.index_address) as index:
        index.save(rows)
        articles = [row.article for row in rows]
        index.save_events([stories.event("ewide", articles)])
        index.place([Placement(article=each.id, event="ewide") for each in articles])
        index.history.save_sentences(cached)
    return TestClient(create_app(config, clock=lambda: stories.NOW), base_url="http://localhost")


def test_an_event_of_fifty_articles_is_under_150_kilobytes_and_quick(wide: TestClient) -> None:
    comparison = wide.get("/event/ewide.json").json()
    assert len(comparison["coverage"]) == ARTICLES
    assert max(claim["publishers"] for claim in comparison["claims"]) > 5
    answer = wide.get("/event/ewide", headers={"accept-encoding": "identity"})
    assert answer.text.count("●") > 50
    assert len(answer.content) < 150_000
    assert least_cpu(lambda: wide.get("/event/ewide", headers={"accept-encoding": "identity"}), 0.15) < 0.15
