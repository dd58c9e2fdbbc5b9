"""Learn a decision from labelled sets and say how good it is on events, and on sets, that it did not see."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from monitor.embedding import Embedder, Vectors
from monitor.events.calibration import Calibration, calibration, lines
from monitor.events.decision import Decision, DecisionError
from monitor.events.grouping import group_articles
from monitor.events.learning import FOLDS, Pairs, fold_of, learn
from monitor.events.measures import bcubed
from monitor.events.own import LICENCE, own_articles, own_headlines
from monitor.events.views import Labelled, pairs_of
from monitor.model import Article, Moment

# Chosen on the training sets, see docs/how-grouping-works.md.
THRESHOLD, FLOOR, CEILING, GAP, COHESION = -0.8, -4.0, 4.0, 3.0, 8.0
Say = Callable[[str], None]


@frozen
class Source:
    """A labelled set that the user names: a file of JSON lines with `event`, and its licence.

    `translated` says that an event's articles are translations of one text. These are far more alike than what outlets
    write by themselves, so that with their bodies nothing is learned from them across languages.
    """

    path: Path
    licence: str
    translated: bool = False


@frozen
class Line:
    """How well a set is grouped: by a decision that saw it, by one that did not see these events, nor this set."""

    name: str
    articles: int
    fitted: float  # BCubed F1
    folds: float  # events of no fold in its own training
    left_out: float | None  # the whole set left out; None where it is the only one
    checksum: str = ""  # of the set, so that another report's figures on it can be told


@frozen(eq=False)
class Report:
    """What training gave."""

    decision: Decision
    lines: tuple[Line, ...]
    calibrations: tuple[Calibration, ...]  # of pairs whose events were left out
    sets: tuple[Labelled, ...] = ()


def train(
    sources: Sequence[Source],
    embedder: Embedder,
    *,
    own: bool = True,
    further: Sequence[tuple[Labelled, str]] = (),
    say: Say = lambda _: None,
) -> Report:
    """Learn from the named sets, the packaged ones, and `further` sets with their licences.

    Raises DecisionError where a file is no such set, or where no set has pairs of one event and of two.
    """
    packaged = [own_headlines(), own_articles()] if own else []
    sets = packaged + [read_set(source.path) for source in sources]
    sets += [labelled for labelled, _ in further]
    licences = {each.name: LICENCE for each in packaged} | {_name(source.path): source.licence for source in sources}
    licences |= {labelled.name: licence for labelled, licence in further}
    _distinct(sets)
    pairs: list[Pairs] = []
    embedder = Remembering(embedder)
    translated = {_name(source.path) for source in sources if source.translated}
    for labelled in sets:
        say(f"reading {labelled.name}")
        made = [pairs_of(labelled, kind, embedder) for kind in kinds(labelled)]
        pairs.extend(_in_one_language(made) if labelled.name in translated else made)
    if not pairs or len({bool(each) for one in pairs for each in one.same}) < 2:
        raise DecisionError("nothing to learn from: the sets need pairs of articles of one event, and of two.")
    decision = _learn(pairs)
    folds = fold_decisions(pairs)
    rows = tuple(_line(labelled, pairs, decision, folds, embedder, say) for labelled in sets)
    figures = {row.name: {"checksum": row.checksum, "folds": round(row.folds, 4)} for row in rows}
    about = {"sets": licences, "embedder": embedder.name, "figures": figures}
    unseen = held_out(pairs, folds)
    return Report(evolve(decision, lines=lines(unseen), about=about), rows, calibration(unseen), tuple(sets))


def _distinct(sets: Sequence[Labelled]) -> None:
    names = [labelled.name for labelled in sets]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise DecisionError(f"two sets are named {twice[0]}: a set goes by its file's name, rename one.")


class Remembering:
    """An embedder that embeds each text once: the views of a set share most of theirs."""

    def __init__(self, embedder: Embedder) -> None:
        self.name, self.dimensions, self._embedder = embedder.name, embedder.dimensions, embedder
        self._known: dict[str, NDArray[np.float32]] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As the embedder does."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._embedder.embed(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32).reshape(-1, self.dimensions)


def _in_one_language(pairs: Sequence[Pairs]) -> list[Pairs]:
    """Without the pairs across languages that have bodies."""
    return _masked(pairs, [~one.other_language | one.view.startswith("headlines") for one in pairs])


def _name(path: Path) -> str:
    return path.name.partition(".")[0]


def kinds(labelled: Labelled) -> list[str]:
    """The views that a set is read in; dates are moved together where its events lie far apart."""
    times = [article.published.timestamp() for article in labelled.articles if article.published]
    if not times:
        dates = ["undated"]
    elif max(times) - min(times) > 200 * 86_400:
        dates = ["moved", "undated"]
    else:
        dates = ["dates", "undated"]
    return [f"{form} {each}" for form in ("text", "headlines") for each in dates]


def _learn(pairs: Sequence[Pairs]) -> Decision:
    return evolve(learn(pairs, threshold=THRESHOLD, floor=FLOOR, ceiling=CEILING), gap=GAP, cohesion=COHESION)


def without(pairs: Sequence[Pairs], events: Collection[str]) -> list[Pairs]:
    """The pairs of other events."""
    return _masked(pairs, [~np.isin(one.events, sorted(events)) for one in pairs])


def only(pairs: Sequence[Pairs], events: Collection[str]) -> list[Pairs]:
    """The pairs of these events."""
    return _masked(pairs, [np.isin(one.events, sorted(events)) for one in pairs])


def _masked(pairs: Sequence[Pairs], masks: Sequence[NDArray[np.bool_]]) -> list[Pairs]:
    chosen = [
        evolve(
            one,
            values=one.values[mask],
            same=one.same[mask],
            events=one.events[mask],
            other_language=one.other_language[mask],
        )
        for one, mask in zip(pairs, masks, strict=True)
    ]
    return [one for one in chosen if len(one.same)]


def fold_decisions(pairs: Sequence[Pairs]) -> list[Decision]:
    """For each fold a decision that saw its events in no set. Raises DecisionError where nothing else is there."""
    rests = [without(pairs, _in_fold(pairs, fold)) for fold in range(FOLDS)]
    if not all(rests):
        raise DecisionError("too few events to learn from some and be measured on others.")
    return [_learn(rest) for rest in rests]


def _in_fold(pairs: Sequence[Pairs], fold: int) -> set[str]:
    return {event for one in pairs for event in one.events.tolist() if fold_of(event) == fold}


def held_out(pairs: Sequence[Pairs], decisions: Sequence[Decision]) -> list[tuple[Pairs, Decision]]:
    """Each fold's pairs with the decision that did not see its events."""
    return [(one, decision) for fold, decision in enumerate(decisions) for one in only(pairs, _in_fold(pairs, fold))]


def _line(
    labelled: Labelled,
    pairs: Sequence[Pairs],
    fitted: Decision,
    folds: Sequence[Decision],
    embedder: Embedder,
    say: Say,
) -> Line:
    say(f"measuring {labelled.name}")
    others = [one for one in pairs if one.source != labelled.name]
    return Line(
        labelled.name,
        len(labelled.articles),
        score(labelled, embedder, fitted),
        _folded(labelled, folds, embedder),
        score(labelled, embedder, _learn(others)) if others else None,
        checksum(labelled),
    )


def _folded(labelled: Labelled, decisions: Sequence[Decision], embedder: Embedder) -> float:
    """The mean over folds of the F1 on the fold's own articles, grouped among all by what did not see its events."""
    scores = []
    for fold, decision in enumerate(decisions):
        ids = [identity for identity, event in labelled.events.items() if fold_of(event) == fold]
        if ids:
            found = group_articles(labelled.articles, embedder=embedder, decision=decision)
            scores.append((len(ids), bcubed([labelled.events[i] for i in ids], [found[i] for i in ids]).f1))
    return sum(count * f1 for count, f1 in scores) / sum(count for count, _ in scores)


def checksum(labelled: Labelled) -> str:
    """Sixteen hex digits that tell a set from another, and from itself with other labels."""
    rows = [(one.id, one.headline, labelled.events[one.id]) for one in labelled.articles]
    return blake2b(repr(sorted(rows)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def score(labelled: Labelled, embedder: Embedder, decision: Decision) -> float:
    """BCubed F1 of a set, grouped as `monitor group --input` does."""
    found = group_articles(labelled.articles, embedder=embedder, decision=decision)
    ids = sorted(labelled.events)
    return bcubed([labelled.events[each] for each in ids], [found[each] for each in ids]).f1


def read_set(path: Path) -> Labelled:
    """Read JSON lines with `id`, `headline` and `event`, and `language`, `published`, `outlet`, `body` if known.

    Raises DecisionError with the line that is wrong.
    """
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        lines = data.decode("utf-8").splitlines()
    except (OSError, EOFError, zlib.error) as error:
        raise DecisionError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error
    except UnicodeDecodeError as error:
        raise DecisionError(f"{path} is not UTF-8 text: {error}.") from error
    rows = [_row(path, number, line) for number, line in enumerate(lines, 1)]
    return Labelled(_name(path), tuple(article for article, _ in rows), {article.id: event for article, event in rows})


def _row(path: Path, number: int, line: str) -> tuple[Article, str]:
    try:
        row = json.loads(line)
        return _article(row), str(row["event"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DecisionError(
            f"{path}: line {number}: expected an object with id, headline and event ({error})."
        ) from error


def _article(row: Mapping[str, Any]) -> Article:
    published = row.get("published")
    return Article(
        id=str(row["id"]),
        url=str(row["id"]),
        headline=str(row["headline"] or ""),
        body=str(row.get("body") or ""),
        language=str(row.get("language") or "und"),
        outlet=str(row.get("outlet") or ""),
        published=Moment.parse(published) if published else None,
    )
