"""In which order outlets, countries and languages reported."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

from monitor.comparison.material import Material, Piece
from monitor.comparison.results import First, Spread


def spread(material: Material) -> Spread:
    """First reports in order of time; articles without a date come last and count in no median."""
    lags = [lag for piece in material.pieces if (lag := material.lag(piece.article)) is not None]
    return Spread(
        outlets=_firsts(material, lambda piece: piece.publisher),
        countries=_firsts(material, lambda piece: piece.country),
        languages=_firsts(material, lambda piece: piece.article.language),
        median_lag=median(lags) if lags else None,
    )


def _firsts(material: Material, group: Callable[[Piece], str]) -> tuple[First, ...]:
    groups: dict[str, list[Piece]] = {}
    for piece in material.pieces:  # in order of time, so each group's first is its first
        groups.setdefault(group(piece), []).append(piece)
    return tuple(_first(material, name, pieces) for name, pieces in groups.items())


def _first(material: Material, name: str, pieces: list[Piece]) -> First:
    first = pieces[0]
    lags = [lag for piece in pieces if (lag := material.lag(piece.article)) is not None]
    return First(
        group=name,
        cell=first.cell(first.article.headline),
        published=first.article.published,
        lag=material.lag(first.article),
        articles=len(pieces),
        median_lag=median(lags) if lags else None,
    )
