"""Events shown, explained and corrected by people."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from monitor.events import Decision, Evidence, apply_corrections, explain
from monitor.index import ArticleQuery, Correction, Index, Stored
from monitor.model import Event, MonitorError


class UnknownError(MonitorError):
    """An event or article of that id is not in the index."""

    exit_code = 2


def known_event(index: Index, event: str) -> Event:
    """An event; a merged id gives the one that it went into. Raises UnknownError."""
    found = index.event(event)
    if found is None:
        raise UnknownError(f"no event {event!r} in {index.address}: `monitor events` lists those there are")
    return found


def event_with_articles(index: Index, event: str) -> tuple[Event, list[Stored]]:
    """An event and its articles in the order of time, as `known_event` finds it."""
    found = known_event(index, event)
    return found, list(index.articles(ArticleQuery(events=(found.id,))))


def article(index: Index, identity: str) -> Stored:
    """One article. Raises UnknownError."""
    found = index.get([identity])
    if not found:
        raise UnknownError(f"no article {identity!r} in {index.address}: `monitor search` shows ids")
    return found[0]


def evidence(index: Index, one: str, other: str | None = None, *, decision: Decision | None = None) -> list[Evidence]:
    """What speaks for and against two articles, or an article and each other of its event, being one event.

    Raises UnknownError.
    """
    stored = article(index, one)
    if other is not None:
        return [explain(stored, article(index, other), decision=decision)]
    if not stored.article.event:
        raise UnknownError(f"article {one} is in no event yet: run `monitor group` first")
    _, members = event_with_articles(index, stored.article.event)
    found = [explain(stored, each, decision=decision) for each in members if each.article.id != one]
    return sorted(found, key=lambda each: -each.probability)


def merge(index: Index, events: Sequence[str], *, by: str, note: str, now: datetime) -> str:
    """Make one event of several; gives its id, that of the largest. Raises UnknownError."""
    found = [event_with_articles(index, each) for each in events]
    into = max(found, key=lambda each: (each[0].articles, each[0].id))[0].id
    ids = tuple(event.id for event, _ in found)
    members = tuple(each.article.id for _, articles in found for each in articles)
    return _correct(index, "merge", articles=members, events=ids, into=into, by=by, note=note, now=now)


def split(index: Index, event: str, articles: Sequence[str], *, by: str, note: str, now: datetime) -> str:
    """Take articles out of an event into one of their own; gives its id. Raises UnknownError."""
    found, members = event_with_articles(index, event)
    inside = {each.article.id for each in members}
    strange = [each for each in articles if each not in inside]
    if strange:
        raise UnknownError(f"article {strange[0]} is not in event {found.id}")
    if inside <= set(articles):
        raise UnknownError(f"these are all articles of event {found.id}: nothing would be left of it")
    name = "-".join(sorted(articles))
    into = "e" + hashlib.blake2b(name.encode(), digest_size=6).hexdigest()
    return _correct(index, "split", articles=tuple(articles), events=(found.id,), into=into, by=by, note=note, now=now)


def move(index: Index, identity: str, event: str, *, by: str, note: str, now: datetime) -> str:
    """Put an article into another event; gives that event's id. Raises UnknownError."""
    stored = article(index, identity)
    found, _ = event_with_articles(index, event)
    before = (stored.article.event,) if stored.article.event else ()
    return _correct(index, "move", articles=(identity,), events=before, into=found.id, by=by, note=note, now=now)


def _correct(
    index: Index,
    kind: str,
    *,
    articles: tuple[str, ...],
    events: tuple[str, ...],
    into: str,
    by: str,
    note: str,
    now: datetime,
) -> str:
    name = "|".join((kind, into, *sorted(articles)))
    correction = Correction(
        id=hashlib.blake2b(name.encode(), digest_size=8).hexdigest(),
        kind=kind,  # type: ignore[arg-type]  # one of the three above
        articles=articles,
        events=events,
        into=into,
        at=now,
        by=by or "a person",
        note=note,
    )
    index.history.correct(correction)
    apply_corrections(index, [correction], now=now)
    return into
