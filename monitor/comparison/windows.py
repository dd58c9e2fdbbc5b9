"""How much of the index a comparison looks at: spans of days, bounded by how many articles they hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from monitor.index import ArticleQuery, Index, Window

HABIT: Final = timedelta(days=30)  # of the events before, by which "usually reports such events" is judged
MOST_OF_HABIT: Final = 20_000  # articles by which habits are judged: half a second of a core
MOST_HELD: Final = 250_000  # articles that an article is held against: 400 MB of vectors
LEAST: Final = timedelta(hours=1)  # a shorter span is not halved


def habits(index: Index, at: datetime, *, begin: datetime, end: datetime) -> Window:
    """What was told from `begin` to `end` and in the HABIT before; of a busy index what was told nearest to `at`."""
    return around(index, at, begin=begin - HABIT, end=end, most=MOST_OF_HABIT)


def around(index: Index, at: datetime, *, begin: datetime, end: datetime, most: int = MOST_HELD) -> Window:
    """The articles from `begin` to before `end`; where they are more than `most`, the span is halved towards `at`."""
    while end - begin > LEAST and index.count(ArticleQuery(since=begin, until=end)) > most:
        begin, end = at - (at - begin) / 2, at + (end - at) / 2
    return index.window(begin, end)
