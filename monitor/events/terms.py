"""The terms whose weights are learned: where each feature bends, and in which regimes it has a bend of its own."""

from __future__ import annotations

from monitor.events.decision import Term

# feature -> the values above which its slope may change, and the regimes in which it may differ
BENDS: tuple[tuple[str, tuple[float, ...], tuple[tuple[str, ...], ...]], ...] = (
    ("", (0.0,), ((), ("other_language",), ("text",), ("dated",), ("other_language", "text"))),
    ("", (0.0,), (("other_language", "dated"), ("text", "dated"), ("other_language", "text", "dated"))),
    ("similarity", (0.0, 0.2, 0.4, 0.6, 0.8), ((), ("other_language",))),
    ("similarity", (0.2, 0.4, 0.6), (("text",),)),
    ("words", (0.0, 0.1, 0.2, 0.35, 0.5), ((),)),
    ("words", (0.0, 0.15, 0.3), (("text",),)),
    ("headline", (0.0, 0.2, 0.5), (("text",),)),
    ("names", (0.0, 0.1, 0.3), ((), ("text",), ("other_language",))),
    ("shared_numbers", (0.0, 1.0), ((), ("text",))),
    ("clashing_numbers", (0.0,), ((), ("headline_only",), ("other_language",))),
    ("shared_places", (0.0, 1.0), ((), ("text",))),
    ("clashing_places", (0.0,), ((), ("headline_only",), ("other_language",))),
    ("clashing_cities", (0.0,), ((), ("headline_only",), ("other_language",))),
    ("clashing_names", (0.0,), ((), ("headline_only",), ("other_language",))),
    ("days", (0.0, 0.5, 1.0, 2.0, 4.0), ((),)),
    ("days", (0.0, 1.0), (("headline_only",), ("other_language",))),
)


def terms() -> tuple[Term, ...]:
    """Every term, its weight still 0."""
    return tuple(Term(feature, over, when) for feature, bends, regimes in BENDS for when in regimes for over in bends)
