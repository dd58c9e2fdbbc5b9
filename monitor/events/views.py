"""Make pairs to learn from: a labelled set read as it is, without bodies, without dates, or with its events nearer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

import numpy as np
from attrs import evolve, frozen

from monitor.embedding import Embedder
from monitor.events.decision import Term, design
from monitor.events.learning import Pairs
from monitor.events.placing import Arrival, Placer
from monitor.events.terms import terms
from monitor.model import Article, Moment
from monitor.text.headlines import embedding_text

SPAN_DAYS = 25.0  # into which a set's events are moved, so that a sparse set has lookalikes at hand


@frozen
class Labelled:
    """A set of articles with the event of each."""

    name: str
    articles: tuple[Article, ...]
    events: Mapping[str, str]  # article id -> event


def view(labelled: Labelled, kind: str) -> tuple[Article, ...]:
    """Read the set in one way: `text` or `headlines`, with `dates`, with `moved` dates or `undated`."""
    form, _, dates = kind.partition(" ")
    articles = labelled.articles
    if dates == "moved":
        articles = _moved(labelled)
    elif dates == "undated":
        articles = tuple(evolve(article, published=None) for article in articles)
    if form == "headlines":
        articles = tuple(evolve(article, body="") for article in articles)
    return articles


def _moved(labelled: Labelled) -> tuple[Article, ...]:
    first: dict[str, Moment] = {}
    for article in labelled.articles:
        if article.published:
            event = labelled.events[article.id]
            first[event] = min(first.get(event, article.published), article.published)
    random = Random(labelled.name)  # noqa: S311  (the same every time; nothing is secret)
    start = datetime(2020, 1, 1, tzinfo=UTC)
    begins = {event: start + timedelta(days=random.uniform(0, SPAN_DAYS)) for event in sorted(first)}
    return tuple(_shifted(article, first, begins, labelled.events[article.id]) for article in labelled.articles)


def _shifted(article: Article, first: Mapping[str, Moment], begins: Mapping[str, datetime], event: str) -> Article:
    if not article.published:
        return article
    when = begins[event] + (article.published - first[event])
    if not article.published.has_time:
        when = when.replace(hour=0, minute=0, second=0, microsecond=0)
    return evolve(article, published=Moment.of(when, has_time=article.published.has_time))


def pairs_of(labelled: Labelled, kind: str, embedder: Embedder, shape: Sequence[Term] | None = None) -> Pairs:
    """The neighbours that the grouping would compare, with the values of `shape`, by default those to be learned."""
    shape = terms() if shape is None else shape
    ordered, seen = sorted(view(labelled, kind), key=_time), Placer(embedder)
    values: list[np.ndarray] = []
    other: list[np.ndarray] = []
    same: list[bool] = []
    events: list[str] = []
    vectors = embedder.embed([embedding_text(article) for article in ordered])
    for article, vector in zip(ordered, vectors, strict=True):
        near, found = seen.observe(Arrival(article, vector, _time(article), article.published is not None))
        event = labelled.events[article.id]
        if near:
            values.append(design(shape, found)[:, 0, :].T)
            other.append(found.same_language[0] == 0)
            same.extend(labelled.events[other] == event for other in near)
            events.extend([event] * len(near))
    rows = np.concatenate(values) if values else np.zeros((0, len(shape)), np.float32)
    elsewhere = np.concatenate(other) if other else np.zeros(0, bool)
    return Pairs(labelled.name, kind, rows, np.array(same, bool), np.array(events, np.str_), elsewhere)


def _time(article: Article) -> float:
    return article.published.timestamp() if article.published else 4e9
