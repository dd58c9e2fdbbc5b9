"""Group anyone's articles, without an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import inf

import numpy as np
from numpy.typing import NDArray

from monitor.embedding import Embedder
from monitor.events.decision import Decision
from monitor.events.placing import Arrival, Placer
from monitor.model import Article
from monitor.text.headlines import embedding_text

CHUNK = 512  # articles embedded at a time


def group_articles(
    articles: Iterable[Article],
    *,
    embedder: Embedder,
    decision: Decision | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, str]:
    """Give each article's id the id of its event, as if they had come one after another.

    They come in order of publication, those without a date after the others, equals in the order given.
    """
    ordered = sorted(articles, key=_time)
    latest = max((_time(article) for article in ordered if article.published), default=0.0)
    placer = Placer(embedder, decision)
    events: dict[str, str] = {}
    for number, (article, vector) in enumerate(_embedded(ordered, embedder), 1):
        dated = article.published is not None  # an undated article counts as new as the newest dated one
        _, changes = placer.place(Arrival(article, vector, _time(article) if dated else latest, dated))
        events.update((change.article, change.after) for change in changes)
        if progress:
            progress(number, len(ordered))
    return events


def _embedded(articles: list[Article], embedder: Embedder) -> Iterator[tuple[Article, NDArray[np.float32]]]:
    for start in range(0, len(articles), CHUNK):
        chunk = articles[start : start + CHUNK]
        yield from zip(chunk, embedder.embed([embedding_text(article) for article in chunk]), strict=True)


def _time(article: Article) -> float:
    return article.published.timestamp() if article.published else inf
