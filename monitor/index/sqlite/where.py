"""Queries as SQL conditions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from monitor.index.rows import ArticleQuery, Order
from monitor.index.sqlite.database import marks

Condition = tuple[str, list[Any]]
ALWAYS = "1"  # the condition of a query that says nothing

# Order -> the column that leads, and whether downwards.
ORDERS: dict[Order, tuple[str, bool]] = {
    "time": ("time", False),
    "-time": ("time", True),
    "fetched": ("fetched", False),
    "id": ("id", False),
}


def seconds(when: datetime) -> float:
    """Seconds since 1970; a time without a zone is UTC."""
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def of_articles(query: ArticleQuery) -> Condition:
    """The condition on `articles` (and `vectors` joined by `row`, only for `without_vector`)."""
    parts: list[str] = []
    values: list[Any] = []

    def add(sql: str, *given: Any) -> None:
        parts.append(sql)
        values.extend(given)

    for column, items in (
        ("outlet", query.outlets),
        ("country", query.countries),
        ("event", query.events),
        ("url", query.urls),
    ):
        if items:
            add(_among(column, items), *items)
    if query.languages:
        add(*of_languages(query.languages))
    if query.since:
        add("time >= ?", seconds(query.since))
    if query.until:
        add("time < ?", seconds(query.until))
    if query.fetched_since:
        add("fetched >= ?", seconds(query.fetched_since))
    if query.unplaced:
        add("event = ''")
    if query.without_vector:
        add("articles.row NOT IN (SELECT row FROM vectors WHERE vector IS NOT NULL)")
    return " AND ".join(parts) or ALWAYS, values


def _among(column: str, items: Sequence[str]) -> str:
    """With events it says that they are some, so that SQLite sees that its index of those will do."""
    some = " AND articles.event != ''" if column == "event" and all(items) else ""
    return f"articles.{column} IN ({marks(items)}){some}"


def of_languages(languages: Sequence[str], column: str = "language") -> tuple[Any, ...]:
    """A language and its varieties: zh is zh-Hant too."""
    either = [f"{column} IN ({marks(languages)})", *(f"({column} > ? AND {column} < ?)" for _ in languages)]
    bounds = [bound for code in languages for bound in (f"{code}-", f"{code}.")]
    return f"({' OR '.join(either)})", *languages, *bounds
