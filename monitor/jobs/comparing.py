"""Comparisons over an index: of an event, or of an article that somebody brings."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitor.comparison import ArticleComparison, EventComparison, compare_article, compare_event
from monitor.embedding import Embedder
from monitor.index import Index
from monitor.jobs.events import event_with_articles
from monitor.model import Article
from monitor.outlets import Catalogue

HABIT = timedelta(days=30)  # of the events before, by which "usually reports such events" is judged
AFTER = timedelta(days=2)


def compare_event_in(
    index: Index, event: str, *, catalogue: Catalogue, embedder: Embedder | None, now: datetime
) -> EventComparison:
    """Compare one event over every outlet that told it; a merged id gives the event that it went into.

    `now` stands in for an event without a time. Raises UnknownError.
    """
    found, articles = event_with_articles(index, event)
    ids = [stored.article.id for stored in articles if stored.article.revision > 1]
    return compare_event(
        found,
        articles,
        catalogue=catalogue,
        revisions={each: index.revisions(each) for each in ids},
        embedder=embedder,
        cache=index.history,
        window=index.window((found.first or now) - HABIT, (found.last or now) + AFTER),
    )


def compare_article_in(
    index: Index, article: Article, *, catalogue: Catalogue, embedder: Embedder, now: datetime
) -> ArticleComparison:
    """Find the events of the index that an article speaks of, and compare it with each."""
    return compare_article(article, index=index, catalogue=catalogue, embedder=embedder, now=now)
