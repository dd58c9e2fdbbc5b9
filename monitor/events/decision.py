"""The learned decision whether two articles tell one event: a sum of terms that a person can read.

The file is JSON: a bias, and terms of the form `weight * max(0, feature - over)`, some for a regime only (headlines
alone or text, dated or not, same or other language), and for each regime a line from log-odds to those of a probability
that is right there (Platt scaling). Loading it runs no code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from math import inf, isfinite, prod
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from monitor.events.features import Likeness, Matrix
from monitor.model import MonitorError

_Float = TypeVar("_Float", np.float32, np.float64)
FEATURES = (
    "similarity",
    "words",
    "headline",
    "names",
    "shared_numbers",
    "shared_places",
    "clashing_numbers",
    "clashing_places",
    "clashing_cities",
    "clashing_names",
    "days",
    "recurring",
)
REGIMES = ("same_language", "other_language", "text", "headline_only", "dated", "undated")
MAX_PARAMETERS = 300
FORMAT = "monitor-events-decision-1"


class DecisionError(MonitorError):
    """The decision's file cannot be used; the message says why."""

    exit_code = 2


@frozen
class Term:
    """`weight * max(0, feature - over)` in the regimes named; without a feature, `weight` alone."""

    feature: str
    over: float = 0.0
    when: tuple[str, ...] = ()
    weight: float = 0.0


@frozen
class Line:
    """In the regime named, two articles are one event with the log-odds `slope * log_odds + shift`."""

    when: tuple[str, ...]
    slope: float
    shift: float


@frozen(eq=False)
class Decision:
    """Log-odds that two articles tell one event, and the event's own thresholds."""

    terms: tuple[Term, ...]
    threshold: float  # a link of two groups, the mean of their pairs' log-odds, joins them above it
    floor: float  # a pair's log-odds count at least this much in a mean, and at most `ceiling`
    ceiling: float
    gap: float = inf  # two groups stay apart whose pairs across languages have so much lower log-odds than each has …
    cohesion: float = inf  # … of which at most this much counts
    lines: tuple[Line, ...] = field(default=(), kw_only=True)  # a regime without one keeps the log-odds as they are
    about: Mapping[str, Any] = field(factory=dict, kw_only=True)  # how it was learned

    def log_odds(self, likeness: Likeness) -> Matrix:
        """Of shape (rows, columns)."""
        return _total(self.shares(likeness))

    def probability(self, likeness: Likeness, shares: Mapping[str, Matrix]) -> Matrix:
        """That two articles tell one event, of shape (rows, columns): right by regime, see `events.calibration`.

        shares: those of the same likeness.
        """
        log_odds, regimes = _total(shares), _regimes(likeness)
        found = log_odds
        for line in self.lines:
            there = prod(regimes[name] for name in line.when) > 0
            if np.any(there):  # most matrices are of few regimes
                found = np.where(there, np.float32(line.slope) * log_odds + np.float32(line.shift), found)
        return chance(found)

    def bounded(self, likeness: Likeness) -> Matrix:
        """Log-odds as they count in a mean, so that no pair alone outweighs all others."""
        return self.bounded_total(self.shares(likeness))

    def bounded_total(self, shares: Mapping[str, Matrix]) -> Matrix:
        """The same from the features' shares."""
        return np.clip(_total(shares), self.floor, self.ceiling)

    def shares(self, likeness: Likeness) -> dict[str, Matrix]:
        """Each feature's share of the log-odds; what belongs to no feature is `regime`."""
        values = design(self.terms, likeness)
        shares: dict[str, Matrix] = {"regime": np.zeros_like(likeness.same_language)}
        for term, value in zip(self.terms, values, strict=True):
            name = term.feature or "regime"
            shares[name] = shares.get(name, np.zeros_like(value)) + np.float32(term.weight) * value
        return shares


def chance(log_odds: NDArray[_Float]) -> NDArray[_Float]:
    """The probability of log-odds, in their precision."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))), log_odds.dtype)


def _total(shares: Mapping[str, Matrix]) -> Matrix:
    first, *others = shares.values()
    return sum(others, first)


def design(terms: Sequence[Term], likeness: Likeness) -> NDArray[np.float32]:
    """The terms' values before their weights, of shape (terms, rows, columns)."""
    regimes = _regimes(likeness)
    out = np.ones((len(terms), *likeness.same_language.shape), np.float32)
    for place, term in enumerate(terms):
        if term.feature:
            np.maximum(getattr(likeness, term.feature) - np.float32(term.over), 0, out=out[place])
        for name in term.when:
            out[place] *= regimes[name]
    return out


def _regimes(likeness: Likeness) -> dict[str, Matrix]:
    """1 where a regime holds, else 0."""
    same, text, dated = likeness.same_language, likeness.text, likeness.dated
    return {
        "same_language": same,
        "other_language": 1 - same,
        "text": text,
        "headline_only": 1 - text,
        "dated": dated,
        "undated": 1 - dated,
    }


def load_decision(path: Path | None = None) -> Decision:
    """Read a decision; None is the packaged one. Raises DecisionError."""
    source = path or files("monitor.events") / "decision.json"
    try:
        return _checked(json.loads(source.read_text("utf-8")))
    except OSError as error:
        raise DecisionError(f"{source} cannot be read: {error.strerror}.") from error
    except KeyError as error:
        raise DecisionError(f"{source} is no decision that `monitor events train` made: it lacks {error}.") from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise DecisionError(f"{source} is no decision that `monitor events train` made: {error}.") from error


def _checked(data: Any) -> Decision:
    if not isinstance(data, dict):
        raise TypeError(f"expected an object, found {type(data).__name__}")
    if data["format"] != FORMAT:
        raise ValueError(f"its format is {data['format']!r}, expected {FORMAT!r}")
    terms = tuple(
        Term(str(one["feature"]), float(one["over"]), tuple(map(str, one["when"])), float(one["weight"]))
        for one in data["terms"]
    )
    lines = tuple(
        Line(tuple(map(str, one["when"])), float(one["slope"]), float(one["shift"])) for one in data.get("lines", ())
    )
    bounds = [float(data[name]) for name in ("threshold", "floor", "ceiling", "gap", "cohesion")]
    numbers = [n for t in terms for n in (t.weight, t.over)] + [n for one in lines for n in (one.slope, one.shift)]
    if not all(map(isfinite, [*bounds, *numbers])):
        raise ValueError("it holds numbers that are not finite")
    _, floor, ceiling, *_ = bounds
    if floor > ceiling:
        raise ValueError(f"its floor {floor:g} is above its ceiling {ceiling:g}")
    named = {name for when in (*(t.when for t in terms), *(one.when for one in lines)) for name in when}
    unknown = {term.feature for term in terms} - {"", *FEATURES} | named - {*REGIMES}
    if unknown or len(terms) + 2 * len(lines) > MAX_PARAMETERS:
        raise ValueError(f"it has {len(terms)} terms and {len(lines)} lines, unknown: {sorted(unknown)}")
    about = dict(data["about"])
    if not all(isinstance(about.get(name, {}), dict) for name in ("sets", "figures")):
        raise TypeError("`sets` and `figures` in `about` are not objects")
    return Decision(terms, *bounds, lines=lines, about=about)


def to_json(decision: Decision) -> str:
    """The file's text."""
    terms = [
        {"feature": term.feature, "over": term.over, "when": list(term.when), "weight": round(term.weight, 4)}
        for term in decision.terms
    ]
    lines = [
        {"when": list(line.when), "slope": round(line.slope, 4), "shift": round(line.shift, 4)}
        for line in decision.lines
    ]
    data = {
        "format": FORMAT,
        "threshold": decision.threshold,
        "floor": decision.floor,
        "ceiling": decision.ceiling,
        "gap": decision.gap,
        "cohesion": decision.cohesion,
        "about": dict(decision.about),
    }
    lists = "".join(
        f',\n "{name}": [\n  ' + ",\n  ".join(json.dumps(row) for row in rows) + "\n ]"
        for name, rows in (("terms", terms), ("lines", lines))
        if rows
    )
    return json.dumps(data, indent=1, ensure_ascii=False)[:-2] + lists + "\n}\n"
