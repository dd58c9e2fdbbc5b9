"""Which events of the index a passage speaks of, and how likely: what can be compared, weighed by a logistic curve.

The weights are learned from passages written for the project; `benchmarks/calibrate_matches.py` fits them and says how
far the probabilities are from the shares that are right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from math import exp, log
from typing import Final

import numpy as np
from attrs import field, frozen

from monitor.analysis.passages import Passage
from monitor.comparison.results import EventMatch
from monitor.comparison.told import Told, mean
from monitor.embedding import Vectors
from monitor.index import Index, Window
from monitor.model import Article, Event
from monitor.text.names import name_tokens

LIKELY: Final = 0.5  # probability from which on an event is shown
LONGEST: Final = 2000  # characters of an article whose names are read
BLOCK: Final = 16_384  # articles that are compared at a time

FEATURES: Final = ("similarity", "ahead", "names", "same day", "days apart")
# Fitted by benchmarks/calibrate_matches.py, see docs/how-comparison-works.md; the last is the bias.
WEIGHTS: Final = (1.609, 10.553, 5.684, 0.563, -0.705, -2.373)


@frozen(eq=False)
class Brought:
    """Passages of an article, their vectors, and the articles of the index around its days."""

    passages: tuple[Passage, ...]
    vectors: Vectors
    window: Window
    language: str
    published: datetime | None = None


@frozen(kw_only=True)
class Candidate:
    """An event that a passage may speak of; `values` are those of FEATURES."""

    event: Event
    passage: int
    values: tuple[float, ...]
    nearest: tuple[str, ...] = field(default=())  # article ids

    @property
    def probability(self) -> float:
        """That the passage speaks of the event, from 0 to 1."""
        return likelihood(self.values)


def likelihood(values: Sequence[float], weights: Sequence[float] = WEIGHTS) -> float:
    """The logistic curve over the features."""
    total = sum(weight * value for weight, value in zip(weights, (*values, 1.0), strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def match(brought: Brought, index: Index) -> tuple[EventMatch, ...]:
    """Events of the window by passage, the likeliest first; those that are less than LIKELY are left out."""
    results = [
        EventMatch(
            event=each.event.id,
            headline=each.event.headline,
            passage=each.passage,
            probability=round(each.probability, 4),
            similarity=round(each.values[0], 4),
        )
        for each in candidates(brought, index)
        if each.probability >= LIKELY
    ]
    return tuple(sorted(results, key=lambda each: (-each.probability, each.passage, each.event)))


def candidates(brought: Brought, index: Index) -> list[Candidate]:
    """The events most like each passage, with what speaks for them."""
    window = brought.window
    placed = [row for row, event in enumerate(window.events) if event and window.vectors[row].any()]
    if not placed:
        return []
    told = Told.of([window.ids[row] for row in placed], [window.events[row] for row in placed])
    vectors = window.vectors[placed]
    common = told.common(vectors, brought.vectors)
    own = _unit(brought.vectors - common)
    blocks = (vectors[start : start + BLOCK] for start in range(0, len(vectors), BLOCK))
    similar = np.concatenate([own @ _unit(block - common).T for block in blocks], axis=1)
    known = _Known(index)
    return [
        each
        for number, passage in enumerate(brought.passages)
        for each in _of_passage(number, passage, told.nearest(similar[number]), brought, known)
    ]


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 1e-6, lengths, 1.0)).astype(np.float32)


@frozen
class _Known:
    """Names and events that were looked up for an earlier passage."""

    index: Index
    names: dict[str, frozenset[str]] = field(factory=dict)

    def of(self, ids: Sequence[str]) -> frozenset[str]:
        """The names in the beginnings of articles."""
        for stored in self.index.get([id_ for id_ in ids if id_ not in self.names]):
            article: Article = stored.article
            text = f"{article.headline}.\n{article.body[:LONGEST]}"
            self.names[article.id] = named(text, article.language)
        return frozenset().union(*(self.names.get(id_, frozenset()) for id_ in ids))


def named(text: str, language: str) -> frozenset[str]:
    """Names, as consonants that every script shares."""
    return frozenset(name_tokens(text, language))


def _of_passage(
    number: int,
    passage: Passage,
    nearest: Mapping[str, Sequence[tuple[float, str]]],
    brought: Brought,
    known: _Known,
) -> list[Candidate]:
    own = named(f"{passage.heading}.\n{passage.text}", brought.language)
    told = {event: known.of([id_ for _, id_ in rows]) for event, rows in nearest.items()}
    results = []
    for name, rows in nearest.items():
        event = known.index.event(name)
        if event is None:
            continue
        value = mean(rows)
        others = max((mean(each) for other, each in nearest.items() if other != name), default=0.0)
        values = (
            value,
            value - others,
            shared(own, told[name], list(told.values())),
            float(_same_day(event, passage)),
            _days_apart(event, passage, brought.published),
        )
        results.append(Candidate(event=event, passage=number, values=values, nearest=tuple(id_ for _, id_ in rows)))
    return results


def shared(own: frozenset[str], told: frozenset[str], all_told: Sequence[frozenset[str]]) -> float:
    """From 0 to 1: how many of a passage's names an event has too; those that few of the events have weigh most."""
    weights = {name: log((1 + len(all_told)) / max(1, sum(name in each for each in all_told))) for name in own}
    total = sum(weights.values())
    return sum(weights[name] for name in own & told) / total if total else 0.0


def _same_day(event: Event, passage: Passage) -> bool:
    if event.first is None:
        return False
    near = {(event.first + timedelta(days=shift)).date().isoformat() for shift in (-1, 0)}
    return bool(near & set(passage.days))


def _days_apart(event: Event, passage: Passage, published: datetime | None) -> float:
    """Between the event's reports and the day that a passage names, else the article's own; as log(1 + days)."""
    days = [datetime.fromisoformat(f"{day}T12:00:00+00:00") for day in passage.days]
    moments = days or ([published] if published else [])
    if not moments or event.first is None or event.last is None:
        return 0.0
    first, last = event.first.timestamp(), event.last.timestamp()
    apart = min(max(first - each.timestamp(), each.timestamp() - last, 0.0) for each in moments)
    return log(1 + apart / 86_400)
