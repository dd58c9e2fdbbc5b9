"""The headlines written for training: invented and well-known events, each told in several languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files

from monitor.events.views import Labelled
from monitor.model import Article, Moment

NAME = "own-headlines"
LICENCE = "Apache-2.0, written for this project"
START = datetime(2020, 1, 1, tzinfo=UTC)


def own_headlines() -> Labelled:
    """The packaged training set."""
    folder = files("monitor.events") / "training"
    lines = [
        line
        for file in sorted(folder.iterdir(), key=lambda each: each.name)
        if file.name.startswith("headlines-")
        for line in file.read_text("utf-8").splitlines()
    ]
    found = list(_read(lines))
    return Labelled(NAME, tuple(article for article, _ in found), {article.id: event for article, event in found})


def _read(lines: list[str]) -> Iterator[tuple[Article, str]]:
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
            identity = f"own-{number}"
            yield (
                Article(
                    id=identity, url=identity, headline=headline, body=lead, language=language, published=published
                ),
                event,
            )
