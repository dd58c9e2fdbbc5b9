"""Queries as Elasticsearch's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from monitor.index.rows import ArticleQuery, EventQuery

Json = dict[str, Any]


def millis(when: datetime) -> int:
    """Milliseconds since 1970; a time without a zone is UTC."""
    return round((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() * 1000)


def of_articles(query: ArticleQuery) -> Json:
    """The condition on articles."""
    filters: list[Json] = []
    for name, items in (
        ("outlet", query.outlets),
        ("country", query.countries),
        ("event", query.events),
        ("url", query.urls),
    ):
        if items:
            filters.append({"terms": {name: list(items)}})
    if query.languages:
        filters.append(languages("language", query.languages))
    if query.since:
        filters.append({"range": {"time": {"gte": millis(query.since)}}})
    if query.until:
        filters.append({"range": {"time": {"lt": millis(query.until)}}})
    if query.fetched_since:
        filters.append({"range": {"fetched": {"gte": millis(query.fetched_since)}}})
    absent = [name for name, wanted in (("event", query.unplaced), ("embedder", query.without_vector)) if wanted]
    return {"bool": {"filter": filters, "must_not": [{"exists": {"field": name}} for name in absent]}}


def languages(name: str, codes: Sequence[str]) -> Json:
    """A language and its varieties: zh is zh-Hant too."""
    varieties = [{"prefix": {name: f"{code}-"}} for code in codes]
    return {"bool": {"should": [{"terms": {name: list(codes)}}, *varieties], "minimum_should_match": 1}}


def of_events(query: EventQuery) -> list[Json]:
    """The conditions on events, but for its text."""
    filters: list[Json] = []
    if query.since:
        filters.append({"range": {"last": {"gte": millis(query.since)}}})
    if query.until:
        filters.append({"range": {"first": {"lt": millis(query.until)}}})
    if query.story:
        filters.append({"term": {"story": query.story}})
    if query.min_outlets:
        filters.append({"range": {"outlets": {"gte": query.min_outlets}}})
    for name, values in (("editions", query.outlets), ("countries", query.countries)):
        if values:
            filters.append({"terms": {name: list(values)}})
    if query.languages:
        filters.append(languages("languages", query.languages))
    return filters
