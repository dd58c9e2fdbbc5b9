"""Articles, events and vectors to put into an index; the sentences are written for these tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from monitor.index import Stored
from monitor.index.rows import Vector
from monitor.model import (
    Analysis,
    Article,
    Candidate,
    DateMention,
    Event,
    Figure,
    Kind,
    Mention,
    Moment,
    Quote,
)

NOON = datetime(2018, 5, 22, 12, tzinfo=UTC)
DIMENSIONS = 8
EMBEDDER = "unit-8"


def vector(direction: int, *, toward: int | None = None, share: float = 0.0) -> Vector:
    """A unit vector along one axis, leaning towards another by a share."""
    made = np.zeros(DIMENSIONS, np.float32)
    made[direction % DIMENSIONS] = 1.0 - share
    if toward is not None:
        made[toward % DIMENSIONS] += share
    unit: Vector = made / np.linalg.norm(made)
    return unit


def article(id_: str = "a1", **given: Any) -> Article:
    """An article; what is not given is plain."""
    plain: dict[str, Any] = {
        "url": f"https://paper.example/{id_}",
        "outlet": "paper-en",
        "language": "en",
        "country": "GB",
        "headline": f"Headline of {id_}",
        "body": f"First paragraph of {id_}.\nSecond paragraph.",
        "published": Moment.of(NOON),
        "fetched": NOON + timedelta(hours=1),
    }
    return Article(id=id_, **{**plain, **given})


def stored(id_: str = "a1", *, direction: int | None = None, **given: Any) -> Stored:
    """An article with a vector along `direction`, where one is given."""
    made = None if direction is None else vector(direction)
    return Stored(article=article(id_, **given), vector=made, embedder=EMBEDDER if made is not None else "")


def rich(id_: str = "rich") -> Stored:
    """An article with every field set, to see that none is lost."""
    return Stored(
        article=article(
            id_,
            headline="تقدم در مذاکرات",
            body="بند نخست.\nبند دوم با «نقل قول».",
            language="fa",
            language_confidence=0.98,
            language_declared="fa-IR",
            published=Moment.parse("2018-05-22T10:30:00.250000+04:30"),
            modified=Moment.of(datetime.fromisoformat("2018-05-23T00:00:00+04:30"), has_time=False),
            authors=("مریم نمونه", "B. Writer"),
            kind=Kind.LIVE_BLOG,
            description="A description",
            section="World",
            keywords=("one", "two"),
            publisher="The Paper",
            agency="IRNA",
            place="TEHRAN",
            image="https://paper.example/i.jpg",
            canonical_url="https://paper.example/canonical",
            partial=True,
            word_count=7,
            charset="windows-1256",
            links=(("https://other.example/", "other"),),
            provenance={"published": "json-ld", "headline": "meta"},
            copied_from="a0",
        ),
        vector=vector(3, toward=4, share=0.3),
        embedder=EMBEDDER,
        analysis=Analysis(
            mentions=(Mention(publisher="irna", name="IRNA", sentence="IRNA said so.", start=3, frame="said"),),
            quotes=(Quote(text="We agree", speaker="Ali Shamkhani", verb="said", sentence="“We agree”, he said."),),
            dates=(DateMention(day="2018-05-21", words="on Monday", sentence="On Monday.", start=4),),
            figures=(Figure(value=12.5, unit="%", words="12.5 percent", sentence="It rose.", start=9),),
        ),
        minhash=bytes(range(16)),
        signature=b"\x00\xffsignature",
    )


def event(id_: str = "e1", **given: Any) -> Event:
    """An event of one day."""
    plain: dict[str, Any] = {
        "headline": f"Event {id_}",
        "headlines": {"en": f"Event {id_}"},
        "first": Moment.of(NOON),
        "last": Moment.of(NOON + timedelta(hours=6)),
        "articles": 1,
        "outlets": 1,
        "editions": ("paper-en",),
        "languages": ("en",),
        "countries": ("GB",),
    }
    return Event(id=id_, **{**plain, **given})


def candidate(number: int, **given: Any) -> Candidate:
    """A candidate of the paper's feed."""
    return Candidate(url=f"https://paper.example/{number}", outlet=given.pop("outlet", "paper-en"), **given)
