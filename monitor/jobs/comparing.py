"""Comparisons over an index: of an event, or of an article that somebody brings."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitor.comparison import ArticleComparison, EventComparison, compare_article, compare_indexed, habits
from monitor.embedding import Embedder
from monitor.index import Index
from monitor.jobs.events import known_event
from monitor.model import Article
from monitor.outlets import Catalogue

AFTER = timedelta(days=2)


def compare_event_in(
    index: Index, event: str, *, catalogue: Catalogue, embedder: Embedder | None, now: datetime
) -> EventComparison:
    """Compare one event over every outlet that told it; a merged id gives the event that it went into.

    `now` stands in for an event without a time. Raises UnknownError.
    """
    found = known_event(index, event)
    last = found.last or now
    window = habits(index, last, begin=found.first or now, end=last + AFTER)
    return compare_indexed(found, index=index, catalogue=catalogue, embedder=embedder, window=window)


def compare_article_in(
    index: Index, article: Article, *, catalogue: Catalogue, embedder: Embedder, now: datetime
) -> ArticleComparison:
    """Find the events of the index that an article speaks of, and compare it with each."""
    return compare_article(article, index=index, catalogue=catalogue, embedder=embedder, now=now)
