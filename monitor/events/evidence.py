"""Why two articles are, or are not, one event: each feature's value and its share of the log-odds."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from attrs import frozen

from monitor.events.decision import Decision, load_decision
from monitor.events.features import Likeness, Matrix, Member, compared
from monitor.events.signature import IN_HEADLINE, KEPT, KEPT_FREE, Signature, quantised, weighted
from monitor.events.statistics import Statistics
from monitor.events.summaries import arrived
from monitor.events.tokens import NAMED, amount, has_text, read_tokens, token_hash
from monitor.index import Stored
from monitor.model import Article
from monitor.text.headlines import bare_headline
from monitor.text.names import names
from monitor.text.numbers import figures
from monitor.text.placenames import place_name
from monitor.text.places import places
from monitor.text.tokens import stems, words

SHOWN = 8  # shared things that are named
# What each feature of the decision tells about; a feature that is not here stands by itself.
KINDS = {
    "regime": "what is compared",
    "similarity": "meaning",
    "words": "words",
    "headline": "words",
    "names": "names",
    "clashing_names": "names",
    "shared_numbers": "numbers",
    "clashing_numbers": "numbers",
    "shared_places": "places",
    "clashing_places": "places",
    "clashing_cities": "places",
    "days": "time",
    "recurring": "series",
}


@frozen
class EvidencePart:
    """One kind of evidence: what was found, and what it adds to the log-odds (negative: against)."""

    name: str
    value: str
    log_odds: float


@frozen
class Evidence:
    """For and against two articles being one event; the parts' log-odds add up to `log_odds`."""

    one: str
    other: str
    probability: float
    log_odds: float
    parts: tuple[EvidencePart, ...]  # the weightiest first


def explain(one: Stored, other: Stored, *, decision: Decision | None = None) -> Evidence:
    """The evidence on two stored articles, as the grouping weighs it."""
    decided = decision or load_decision()
    left, right = _members(one, other)
    likeness = compared([left], [right])
    shares: dict[str, float] = {}
    found = decided.shares(likeness)
    for feature, share in found.items():
        kind = KINDS.get(feature, feature)
        shares[kind] = shares.get(kind, 0.0) + float(share[0, 0])
    values = _values(one.article, other.article, likeness)
    parts = [EvidencePart(name, values.get(name, ""), round(share, 2)) for name, share in shares.items()]
    parts.sort(key=lambda part: -abs(part.log_odds))
    log_odds = sum(shares.values())
    probability = float(decided.probability(likeness, found)[0, 0])
    return Evidence(one.article.id, other.article.id, probability, round(log_odds, 2), tuple(parts))


def _members(*stored: Stored) -> list[Member]:
    length = max(0 if each.vector is None else len(each.vector) for each in stored)
    return [Member(_signature(each, length), arrived(each.article)[0], each.article.language) for each in stored]


def _signature(stored: Stored, length: int) -> Signature:
    """The one that it was placed with; of an article that was not placed yet: no word is rarer than another."""
    if stored.signature:
        return Signature.from_bytes(stored.signature)
    raw = stored.vector if stored.vector is not None else np.zeros(length, np.float32)
    statistics = Statistics(np.zeros((0, length), np.float32))
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
        dated=arrived(stored.article)[1],
    )


def _values(one: Article, other: Article, likeness: Likeness) -> dict[str, str]:
    """What was found of each kind, in words."""
    texts = "whole texts" if likeness.text[0, 0] else "headlines alone"
    dates = "both dated" if likeness.dated[0, 0] else "not both dated"
    languages = one.language if likeness.same_language[0, 0] else f"{one.language} and {other.language}"
    apart = abs(arrived(one)[0] - arrived(other)[0])
    return {
        "meaning": f"{likeness.similarity[0, 0]:.2f} alike, where 1 is the same and 0 nothing in common",
        "words": _words(one, other, likeness),
        "names": _found(_names(one), _names(other), likeness.clashing_names),
        "numbers": _found(_numbers(one), _numbers(other), likeness.clashing_numbers),
        "places": _found(_places(one), _places(other), np.maximum(likeness.clashing_places, likeness.clashing_cities)),
        "series": "one outlet's same headline on another day" if likeness.recurring[0, 0] else "no",
        "time": f"{_span(apart)} apart" if likeness.dated[0, 0] else "unknown",
        "what is compared": f"{texts} in {languages}, {dates}",
    }


def _found(one: dict[str, str], other: dict[str, str], clashes: Matrix) -> str:
    """What two have in common, or what stands against what."""
    if clashes[0, 0]:
        return f"clash: {_some(one.values())} against {_some(other.values())}"
    shared = [text if text == other[key] else f"{text} = {other[key]}" for key, text in one.items() if key in other]
    if shared:
        return f"shared: {_some(shared)}"
    return f"only one has any: {_some([*one.values(), *other.values()])}" if one or other else "none"


def _words(one: Article, other: Article, likeness: Likeness) -> str:
    if not likeness.same_language[0, 0]:
        return "two languages: not compared"
    known = set(stems(bare_headline(other.headline), other.language))
    spoken = words(bare_headline(one.headline), one.language)
    shared = [word for word in dict.fromkeys(spoken) if known.intersection(stems(word, one.language))]
    return f"{likeness.words[0, 0]:.2f} alike; in both headlines: {_some(shared)}"


def _span(seconds: float) -> str:
    minutes = round(seconds / 60)
    days, hours = divmod(minutes // 60, 24)
    parts = [(days, "d"), (hours, "h"), (minutes % 60 if not days else 0, "min")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 min"


def _text(article: Article) -> str:
    return f"{article.headline}\n{article.body[:NAMED]}"


def _names(article: Article) -> dict[str, str]:
    return {name.skeleton: name.text for name in reversed(names(_text(article), article.language))}


def _numbers(article: Article) -> dict[str, str]:
    return {amount(figure): figure.words for figure in figures(_text(article), article.language)}


def _places(article: Article) -> dict[str, str]:
    return {place: place_name(place) for place in places(_text(article), article.language)}


def _some(found: Iterable[str]) -> str:
    chosen = list(found)
    more = f" and {len(chosen) - SHOWN} more" if len(chosen) > SHOWN else ""
    return ", ".join(chosen[:SHOWN]) + more if chosen else "none"
