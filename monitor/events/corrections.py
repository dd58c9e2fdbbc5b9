"""People's word on events: applied at once, and held against later repair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import numpy as np
from attrs import evolve

from monitor.events.features import Matrix
from monitor.events.summaries import summarise
from monitor.events.window import Entry
from monitor.index import ArticleQuery, Correction, Index, Placement
from monitor.model import Article

SURE = 1000.0  # log-odds that outweigh every other pair of a group


class Word:
    """What people said of articles: where each belongs, and where it does not."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._belongs: dict[str, str] = {}
        self._not_in: dict[str, frozenset[str]] = {}
        for correction in corrections:  # the latest word counts
            for article in correction.articles:
                self._belongs[article] = correction.into
                self._not_in[article] = frozenset(correction.events) - {correction.into}

    def __call__(self, entries: list[Entry], scores: Matrix) -> Matrix:
        """Log-odds of entries with each other, with what people said put over them."""
        said = [number for number, entry in enumerate(entries) if entry.id in self._belongs]
        if not said:
            return scores
        changed = np.array(scores)
        for one in said:
            for other in range(len(entries)):
                verdict = self._verdict(entries[one].id, entries[other])
                if verdict and other != one:
                    changed[one, other] = changed[other, one] = verdict * SURE
        return changed

    def _verdict(self, article: str, other: Entry) -> int:
        """1 together, -1 apart, 0 where nothing was said."""
        home = self._belongs[article]
        where = self._belongs.get(other.id, other.event)
        if where == home:
            return 1
        apart = other.id in self._belongs or where in self._not_in[article]
        return -1 if apart else 0


def heard(index: Index) -> Word:
    """What people said, under the ids that the events have now. Raises IndexProblem."""
    corrections = index.history.corrections()
    named = {event for each in corrections for event in (each.into, *each.events)}
    now = {event: index.history.resolve(event) for event in sorted(named)}
    return Word(
        evolve(each, into=now[each.into], events=tuple(now[event] for event in each.events)) for each in corrections
    )


def apply_corrections(
    index: Index, corrections: Sequence[Correction], *, now: datetime, publishers: Mapping[str, str] | None = None
) -> None:
    """Put the articles where people say that they belong, keep why, and write the events anew.

    Raises IndexProblem.
    """
    for correction in corrections:
        reason = correction.note or f"{correction.kind} by {correction.by or 'a person'}"
        by = correction.by or "a person"
        index.place(
            [
                Placement(article=article, event=correction.into, reason=reason, by=by, at=now)
                for article in correction.articles
            ]
        )
        touched = {correction.into, *correction.events}
        write_events(index, touched, publishers=publishers or {})
        if correction.kind == "merge":
            index.merge_events({event: correction.into for event in correction.events if event != correction.into})


def write_events(index: Index, events: Iterable[str], *, publishers: Mapping[str, str]) -> None:
    """Write these events as their articles now are; those without any are dropped."""
    wanted = sorted(set(events))
    members: dict[str, list[Article]] = {event: [] for event in wanted}
    for stored in index.articles(ArticleQuery(events=tuple(wanted)), vectors=False):
        members.setdefault(stored.article.event, []).append(stored.article)
    known = {event: index.event(event) for event in wanted}
    stories = {event: found.story for event, found in known.items() if found is not None and found.id == event}
    kept = [
        summarise(event, articles, story=stories.get(event, ""), publishers=publishers)
        for event, articles in members.items()
        if articles
    ]
    index.save_events(kept)
    index.delete_events([event for event, articles in members.items() if not articles])
