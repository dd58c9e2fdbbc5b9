"""What was written for training: invented and well-known events, each told by several desks in several languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files

from monitor.events.views import Labelled
from monitor.model import Article, Moment

LICENCE = "Apache-2.0, written for this project"
START = datetime(2020, 1, 1, tzinfo=UTC)

Row = tuple[Article, str]


def own_headlines() -> Labelled:
    """Headlines, many with a lead: a packaged training set."""
    return _labelled("own-headlines", told(_lines("headlines-")))


def own_articles() -> Labelled:
    """Headlines and leads of invented outlets, in families of lookalikes: the other packaged training set."""
    return _labelled("own-articles", _articles(_lines("articles-")))


def _lines(start: str) -> Iterator[str]:
    folder = files("monitor.events") / "training"
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.startswith(start):
            yield from file.read_text("utf-8").splitlines()


def _labelled(name: str, rows: Iterable[Row]) -> Labelled:
    found = list(rows)
    return Labelled(name, tuple(article for article, _ in found), {article.id: event for article, event in found})


def told(lines: Iterable[str]) -> Iterator[Row]:
    """`= family/event HOURS` opens an event; `language[+hours]<TAB>headline[ || lead]` is an article of it."""
    event, start = "", 0.0
    for number, line in enumerate(lines):
        if line.startswith("= "):
            event, hours = line[2:].rsplit(" ", 1)
            start = float(hours)
        elif line and not line.startswith("#"):
            head, text = line.split("\t", 1)
            language, _, later = head.partition("+")
            headline, _, lead = text.partition(" || ")
            published = Moment.of(START + timedelta(hours=start + float(later or 0)))
            yield _article(f"own-{number}", headline, lead, language, published), event


def _articles(lines: Iterable[str]) -> Iterator[Row]:
    """`event: NAME` opens an event; `  language | time | outlet | headline | lead` is an article of it."""
    event = ""
    for number, line in enumerate(lines):
        if line.startswith("event: "):
            event = line.removeprefix("event: ")
        elif line.startswith("  "):
            language, time, outlet, headline, lead = line.strip().split(" | ")
            published = Moment.of(datetime.fromisoformat(time))
            yield _article(f"article-{number}", headline, lead, language, published, outlet), event


def _article(identity: str, headline: str, lead: str, language: str, published: Moment, outlet: str = "") -> Article:
    return Article(
        id=identity,
        url=identity,
        headline=headline,
        body=lead,
        language=language,
        outlet=outlet,
        published=published,
    )
