"""What people corrected in an index, as a labelled set to learn from."""

from __future__ import annotations

from datetime import datetime

from monitor.events.views import Labelled
from monitor.index import ArticleQuery, Correction, Index
from monitor.model import Article

NAME = "corrections"
LICENCE = "people's corrections in this index; no text kept"


def reviewed(index: Index) -> Labelled:
    """The articles of every event that a person corrected, each with the event it is in now.

    Whoever corrects an event has looked at its articles: those that came later are left out. Raises IndexProblem.
    """
    looked = _looked_at(index, index.history.corrections())
    articles: list[Article] = []
    for stored in index.articles(ArticleQuery(events=tuple(sorted(looked))), vectors=False):
        article = stored.article
        changes = index.history.changes(article=article.id)
        if changes and changes[-1].at <= looked[article.event]:
            articles.append(article)
    return Labelled(NAME, tuple(articles), {article.id: article.event for article in articles})


def _looked_at(index: Index, corrections: list[Correction]) -> dict[str, datetime]:
    """When a person last looked at each event, under the id that it now has."""
    looked: dict[str, datetime] = {}
    for correction in corrections:
        for event in {correction.into, *correction.events}:
            now = index.history.resolve(event)
            looked[now] = max(looked.get(now, correction.at), correction.at)
    return looked
