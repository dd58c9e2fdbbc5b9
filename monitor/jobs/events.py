"""Events shown, explained and corrected by people."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from attrs import frozen

from monitor.events import Decision, Evidence, apply_corrections, explain, load_decision
from monitor.index import ArticleQuery, Correction, EventChange, Index, Stored
from monitor.model import Article, Event, MonitorError


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


@frozen
class Grounds:
    """Why an article is where it is: the evidence on it and others, and what became of it so far."""

    article: Article
    event: Event | None  # None where two articles were asked about, or where it is in none
    others: Mapping[str, Article]
    evidence: tuple[Evidence, ...]  # the most probable first
    changes: tuple[EventChange, ...]  # of the article, oldest first
    mean: float | None  # of its log-odds with the others, each bounded as it counts; None without others
    threshold: float  # above which an article joins


def evidence(index: Index, one: str, other: str | None = None, *, decision: Decision | None = None) -> Grounds:
    """What speaks for and against two articles, or an article and each other of its event, being one event.

    Raises UnknownError.
    """
    decided = decision or load_decision()
    stored = article(index, one)
    event: Event | None = None
    if other is not None:
        members = [article(index, other)]
    elif stored.article.event:
        event, members = event_with_articles(index, stored.article.event)
    else:
        raise UnknownError(f"article {one} is in no event yet: run `monitor group` first")
    members = [each for each in members if each.article.id != one]
    found = sorted((explain(stored, each, decision=decided) for each in members), key=lambda each: -each.probability)
    counted = [min(max(each.log_odds, decided.floor), decided.ceiling) for each in found]
    return Grounds(
        article=stored.article,
        event=event,
        others={each.article.id: each.article for each in members},
        evidence=tuple(found),
        changes=tuple(index.history.changes(article=one)),
        mean=sum(counted) / len(counted) if counted else None,
        threshold=decided.threshold,
    )


def merge(index: Index, events: Sequence[str], *, by: str, note: str, now: datetime) -> str:
    """Make one event of several; gives its id, that of the largest. Raises UnknownError."""
    found = [event_with_articles(index, each) for each in events]
    into = max(found, key=lambda each: (each[0].articles, each[0].id))[0].id
    ids = tuple(dict.fromkeys(event.id for event, _ in found))
    if len(ids) < 2:
        raise UnknownError(f"{' and '.join(events)} are one event already: {into}")
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
    name = "-".join((now.isoformat(), *sorted(articles)))  # an id of before may be that of a merged event
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
