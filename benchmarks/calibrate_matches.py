"""Fit the probability that a passage speaks of an event, and say how far it is from the share that is right.

    python benchmarks/calibrate_matches.py

The passages are written for the project: the demo's newsroom, and the articles that grouping learns from, once at
their own days and once with all happenings in one fortnight. Two articles of different events in one language are
joined under a subheading, as people's articles are; both are taken out of the index, and in about half of the cases
the first one's event as well, so that half of the first passages speak of nothing that is there. The figures are of
events left out of the fit (five folds), and of whole sets left out.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from zlib import crc32

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from demo.newsroom.content import load_outlets, load_samples
from demo.newsroom.gold import gold
from monitor.analysis import analyse
from monitor.analysis.passages import passages
from monitor.comparison.article import span
from monitor.comparison.matching import FEATURES, LIKELY, Brought, candidates
from monitor.config import Config
from monitor.embedding import Embedder, load_embedder
from monitor.events.calibration import reliability
from monitor.events.train import Remembering
from monitor.index import Placement, Stored, Window, open_index
from monitor.index.transfer import event_of
from monitor.model import Article, Moment
from monitor.outlets import Catalogue
from tests.events.test_training_articles import FILES, lines

Floats = NDArray[np.float64]
Labelled = list[tuple[Article, str]]
BY_HAND = (14.0, 0.0, 0.0, 0.84, 0.0, -5.6)  # what these figures replaced: similarity and day alone
FOLDS, RIDGE, STEPS = 5, 1.0, 50
FORTNIGHT = 14
MOST = 200  # articles of a set that are brought; of a larger one every second, third, …
EPOCH = Moment.parse("1970-01-01")


@frozen(eq=False)
class Pairs:
    """Passages held against the events most like them."""

    name: str
    values: Floats  # (pairs, features)
    same: Floats  # (pairs,), 1 where the passage speaks of the event
    folds: NDArray[np.int_]  # (pairs,)
    missed: int  # passages whose event is in the index and not among those most like them


def newsroom() -> Labelled:
    """The demo's articles."""
    events, outlets = gold(), load_outlets()
    return [
        (
            _article(
                each.key, outlets[each.outlet].language, Moment.of(each.published), each.headline, "\n".join(each.body)
            ),
            event,
        )
        for each in load_samples()
        if (event := events.get(each.key))
    ]


def training(*, packed: bool) -> Labelled:
    """The articles that grouping learns from; packed, each family of happenings begins within one fortnight."""
    rows = [line for file in FILES for line in lines(file)]
    begins = {line.cluster: min(each.at for each in rows if each.cluster == line.cluster) for line in rows}
    start = min(begins.values())
    found = []
    for line in rows:
        shift = start - begins[line.cluster] + timedelta(days=crc32(line.cluster.encode()) % FORTNIGHT)
        at = line.at + shift if packed else line.at
        found.append((_article(line.place, line.language, Moment.of(at), line.headline, line.lead), line.event))
    return found


def _article(name: str, language: str, at: Moment, headline: str, body: str) -> Article:
    return Article(
        id=name, url=f"https://{crc32(name.encode())}.example/", outlet=f"o{crc32(name.encode())}", headline=headline,
        body=body, language=language, published=at, fetched=at,
    )  # fmt: skip


def pairs_of(name: str, labelled: Labelled, embedder: Embedder) -> Pairs:
    """Each article joined with another, held against the rest of its set."""
    vectors = embedder.embed([f"{article.headline}\n{article.body}" for article, _ in labelled])
    values, same, folds, missed = [], [], [], 0
    with tempfile.TemporaryDirectory() as folder, open_index(f"sqlite:{folder}/index.sqlite") as index:
        index.save(
            [Stored(article=article, vector=row, embedder=embedder.name)
             for (article, _), row in zip(labelled, vectors, strict=True)]
        )  # fmt: skip
        index.place([Placement(article=article.id, event=event) for article, event in labelled])
        groups = {event: [a for a, other in labelled if other == event] for _, event in labelled}
        index.save_events([event_of(event, articles) for event, articles in groups.items()])
        for article, told, gone, joined in _cases(labelled):
            analysis = analyse(article, catalogue=Catalogue([]))
            parts = passages(article, analysis)
            begin, end = span(article, analysis, article.published or EPOCH)
            window = _without(index.window(begin, end), gone, joined)
            own = embedder.embed([f"{part.heading or article.headline}\n{part.text}" for part in parts])
            brought = Brought(parts, own, window, article.language, article.published)
            found = candidates(brought, index)
            for number, part in enumerate(parts):
                event = told(part.start)
                held = [each for each in found if each.passage == number]
                missed += event in window.events and all(each.event.id != event for each in held)
                values += [each.values for each in held]
                same += [float(each.event.id == event) for each in held]
                folds += [crc32(event.encode()) % FOLDS] * len(held)
    return Pairs(name, np.array(values), np.array(same), np.array(folds), missed)


def _cases(labelled: Labelled) -> Iterator[tuple[Article, Callable[[int], str], set[str], set[str]]]:
    """(article, the event of a passage by where it starts, articles and events to be taken out of the index)."""
    chance = random.Random(7)
    for number, (one, event) in enumerate(labelled):
        if number % (1 + len(labelled) // MOST):
            continue
        others = [row for row in labelled if row[0].language == one.language and row[1] != event]
        near = [row for row in others if abs(_hours(row[0], one)) < 240] or others
        other, second = chance.choice(near) if near else (one, event)
        body = f"{one.body}\n{other.headline.rstrip('.!?')}\n{other.body}" if near else one.body
        article = evolve(one, id="brought", body=body)
        gone = {event} if chance.random() < 0.5 else set()
        yield article, _Told(len(one.body), event, second), gone, {one.id, other.id}


@frozen
class _Told:
    """The event of a passage, by where it starts."""

    edge: int
    first: str
    second: str

    def __call__(self, at: int) -> str:
        return self.first if at <= self.edge else self.second


def _hours(one: Article, other: Article) -> float:
    if one.published is None or other.published is None:
        return 0.0
    return (one.published.timestamp() - other.published.timestamp()) / 3600


def _without(window: Window, events: set[str], articles: set[str]) -> Window:
    rows = [n for n, id_ in enumerate(window.ids) if id_ not in articles and window.events[n] not in events]
    take: Callable[[Sequence[str]], list[str]] = lambda column: [column[n] for n in rows]  # noqa: E731
    return Window(
        ids=take(window.ids),
        times=window.times[rows],
        vectors=window.vectors[rows],
        signatures=[window.signatures[n] for n in rows],
        events=take(window.events),
        languages=take(window.languages),
        outlets=take(window.outlets),
    )


def fit(sets: Sequence[Pairs], keep: Callable[[Pairs], NDArray[np.bool_]]) -> Floats:
    """Weights and, last, the bias; each set weighs the same, and nothing is balanced: shares are to be told."""
    x = np.concatenate([each.values[keep(each)] for each in sets])
    y = np.concatenate([each.same[keep(each)] for each in sets])
    weight = np.concatenate([np.full(keep(each).sum(), 1000.0 / max(1, keep(each).sum())) for each in sets])
    middle, spread = x.mean(axis=0), np.maximum(x.std(axis=0), 1e-6)
    rows = np.hstack([(x - middle) / spread, np.ones((len(x), 1))])
    penalty = np.append(np.full(x.shape[1], RIDGE), 1e-6)
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (chance - y)) + penalty * found
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        found -= np.linalg.solve(curve, slope)
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - weights @ middle)


def scores(x: Floats, weights: Floats) -> Floats:
    """Probability of each pair."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ weights[:-1] + weights[-1], -30, 30))))


def report(name: str, chance: Floats, same: Floats) -> None:
    """A line of figures."""
    shown = chance >= LIKELY
    hits = float(same[shown].sum())
    print(
        f"{name:34} pairs {len(same):6} error {reliability(chance, same)[0]:.3f}, of those shown "
        f"{reliability(chance[shown], same[shown])[0]:.3f}; precision {hits / max(1, shown.sum()):.3f} "
        f"recall {hits / max(1.0, same.sum()):.3f}"
    )


def main() -> None:
    """Print weights, then figures of events left out, of sets left out, and the curve."""
    embedder = Remembering(load_embedder(Config()))
    named = (("newsroom", newsroom()), ("training", training(packed=False)), ("packed", training(packed=True)))
    sets = [pairs_of(name, labelled, embedder) for name, labelled in named]
    weights = fit(sets, lambda each: np.full(len(each.same), fill_value=True))
    print("weights", {name: round(float(w), 3) for name, w in zip((*FEATURES, "bias"), weights, strict=True)})
    print("passages whose event was not among those most like them:", {each.name: each.missed for each in sets})
    folds = [fit(sets, lambda each, fold=fold: each.folds != fold) for fold in range(FOLDS)]  # type: ignore[misc]
    left_out = [
        np.choose(each.folds, [scores(each.values, fold) for fold in folds]) if len(each.same) else each.same
        for each in sets
    ]
    for each, chance in zip(sets, left_out, strict=True):
        report(f"{each.name}, events left out", chance, each.same)
    report("all, events left out", np.concatenate(left_out), np.concatenate([each.same for each in sets]))
    for each in sets:
        rest = fit(
            [other for other in sets if other is not each], lambda pairs: np.full(len(pairs.same), fill_value=True)
        )
        report(f"{each.name}, the set left out", scores(each.values, rest), each.same)
    by_hand = [scores(each.values, np.array(BY_HAND)) for each in sets]
    report("all, the curve set by hand before", np.concatenate(by_hand), np.concatenate([each.same for each in sets]))
    _curve(np.concatenate(left_out), np.concatenate([each.same for each in sets]))


def _curve(chance: Floats, same: Floats) -> None:
    for said, was, count in reliability(chance, same)[1]:
        print(f"said {said:.3f} was {was:.3f} of {count}")


if __name__ == "__main__":
    main()
