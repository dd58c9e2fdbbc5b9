"""Why two articles are, or are not, one event: each feature's value and its share of the log-odds."""

from __future__ import annotations

import numpy as np
from attrs import frozen

from monitor.events.decision import Decision, load_decision
from monitor.events.features import DAY, Likeness, Matrix, Member, compared
from monitor.events.signature import IN_HEADLINE, KEPT, KEPT_FREE, Signature, quantised, weighted
from monitor.events.statistics import Statistics
from monitor.events.summaries import arrived
from monitor.events.tokens import NAMED, has_text, read_tokens, token_hash
from monitor.index import Stored
from monitor.model import Article
from monitor.text.names import names
from monitor.text.numbers import figures
from monitor.text.places import places

SHOWN = 8  # shared things that are named


@frozen
class EvidencePart:
    """One kind of evidence: what it is, and what it adds to the log-odds (negative: against)."""

    name: str
    value: str
    log_odds: float


@frozen
class Evidence:
    """For and against two articles being one event."""

    one: str
    other: str
    probability: float
    parts: tuple[EvidencePart, ...]


def explain(one: Stored, other: Stored, *, decision: Decision | None = None) -> Evidence:
    """The evidence on two stored articles, as the grouping weighs it."""
    decided = decision or load_decision()
    likeness = compared([_member(one)], [_member(other)])
    shares = {name: float(share[0, 0]) for name, share in decided.shares(likeness).items()}
    values = _values(one.article, other.article, likeness)
    parts = [EvidencePart(name, values[name], round(share, 2)) for name, share in shares.items() if name in values]
    parts.sort(key=lambda part: -abs(part.log_odds))
    probability = float(1 / (1 + np.exp(-sum(shares.values()))))
    return Evidence(one.article.id, other.article.id, probability, tuple(parts))


def _member(stored: Stored) -> Member:
    time, dated = arrived(stored.article)
    signature = Signature.from_bytes(stored.signature) if stored.signature else _signature(stored, dated)
    return Member(signature, time, stored.article.language)


def _signature(stored: Stored, dated: bool) -> Signature:
    """Of an article that was not placed yet: no word is rarer than another."""
    raw = stored.vector if stored.vector is not None else np.zeros(0, np.float32)
    statistics = Statistics(np.zeros((0, len(raw)), np.float32))
    tokens = read_tokens(stored.article)
    vector, scale = quantised(raw)
    return Signature(
        sequence=0,
        outlet=token_hash(stored.article.outlet) if stored.article.outlet else 0,
        vector=vector,
        scale=scale,
        stems=weighted(statistics.weights(tokens.stems), dict.fromkeys(tokens.headline, IN_HEADLINE), KEPT),
        free=weighted(statistics.weights(tokens.free), tokens.kinds, KEPT_FREE),
        text=has_text(stored.article),
        dated=dated,
    )


def _values(one: Article, other: Article, likeness: Likeness) -> dict[str, str]:
    numbers = _shared(_numbers(one), _numbers(other))
    regime = [
        "same language" if likeness.same_language[0, 0] else f"{one.language} and {other.language}",
        "text" if likeness.text[0, 0] else "headline only",
        "dated" if likeness.dated[0, 0] else "undated",
    ]
    apart = abs(arrived(one)[0] - arrived(other)[0]) / DAY
    return {
        "similarity": f"{likeness.similarity[0, 0]:.2f}",
        "words": f"{likeness.words[0, 0]:.2f}",
        "headline": f"{likeness.headline[0, 0]:.2f}",
        "names": f"{likeness.names[0, 0]:.2f}; shared: {_shared(_names(one), _names(other))}",
        "shared_numbers": numbers,
        "clashing_numbers": _clash(_numbers(one), _numbers(other), likeness.clashing_numbers),
        "shared_places": _shared(_places(one), _places(other)),
        "clashing_places": _clash(_places(one), _places(other), likeness.clashing_places),
        "clashing_names": _clash(_names(one), _names(other), likeness.clashing_names),
        "recurring": "the outlet's headline of another day" if likeness.recurring[0, 0] else "no",
        "days": f"{apart:.1f} days apart" if likeness.dated[0, 0] else "unknown",
        "regime": ", ".join(regime),
    }


def _clash(one: dict[str, str], other: dict[str, str], clashes: Matrix) -> str:
    return f"{_some(one)} against {_some(other)}" if clashes[0, 0] else "none"


def _text(article: Article) -> str:
    return f"{article.headline}\n{article.body[:NAMED]}"


def _names(article: Article) -> dict[str, str]:
    return {name.skeleton: name.text for name in names(_text(article), article.language)}


def _numbers(article: Article) -> dict[str, str]:
    return {f"{figure.value:g}": figure.words for figure in figures(_text(article), article.language)}


def _places(article: Article) -> dict[str, str]:
    return {place: place for place in places(_text(article), article.language)}


def _shared(one: dict[str, str], other: dict[str, str]) -> str:
    return _some({key: text for key, text in one.items() if key in other})


def _some(found: dict[str, str]) -> str:
    return ", ".join(list(found.values())[:SHOWN]) or "none"
