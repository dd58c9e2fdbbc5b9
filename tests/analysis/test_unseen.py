"""The analysis on sentences on which nobody tuned it, and on those apart from which its rules were mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from benchmarks import unseen

# What `python benchmarks/unseen.py --set …` printed when the rules were mended last, less a little.
FLOORS = {
    ("unseen", "quotes"): (0.96, 0.98),
    ("unseen", "speakers"): (0.92, 0.92),
    ("unseen", "dates"): (0.93, 0.90),
    ("unseen", "numbers"): (0.96, 0.98),
    ("unseen", "citations"): (0.92, 0.91),
    ("kept", "quotes"): (0.98, 0.95),
    ("kept", "speakers"): (0.92, 0.91),
    ("kept", "dates"): (0.95, 0.90),
    ("kept", "numbers"): (0.95, 0.98),
    ("kept", "citations"): (0.96, 0.96),
    ("fresh", "quotes"): (0.92, 0.95),
    ("fresh", "speakers"): (0.90, 0.78),
    ("fresh", "citations"): (0.96, 0.89),
    ("second", "quotes"): (0.98, 0.97),
    ("second", "speakers"): (0.95, 0.95),
    ("second", "citations"): (0.96, 0.93),
    ("rare", "quotes"): (0.97, 0.98),
    ("rare", "speakers"): (0.90, 0.85),
    ("rare", "dates"): (0.94, 0.90),
    ("rare", "numbers"): (0.91, 0.91),
    ("rare", "citations"): (0.96, 0.92),
    ("passages", "quotes"): (0.98, 0.95),
    ("passages", "speakers"): (0.97, 0.95),
    ("passages_kept", "quotes"): (0.98, 0.93),
    ("passages_kept", "speakers"): (0.96, 0.93),
    ("passages_new", "speakers"): (0.94, 0.87),
    ("press", "quotes"): (0.98, 0.96),
    ("press", "speakers"): (0.95, 0.94),
    ("press", "verbs"): (0.97, 0.90),
    ("press", "citations"): (0.98, 0.95),
    ("press_kept", "quotes"): (0.98, 0.94),
    ("press_kept", "speakers"): (0.94, 0.91),
    ("press_kept", "verbs"): (0.97, 0.88),
    ("press_kept", "citations"): (0.96, 0.94),
    ("press_new", "quotes"): (0.98, 0.98),
    ("press_new", "speakers"): (0.89, 0.94),
    ("developed", "quotes"): (0.98, 0.95),
    ("developed", "speakers"): (0.98, 0.92),
}
PARTS: dict[str, Callable[[], Iterator[unseen.Case]]] = {
    "quotes": unseen.quotes,
    "speakers": unseen.speakers,
    "verbs": unseen.verbs,
    "dates": unseen.dates,
    "numbers": unseen.numbers,
    "citations": unseen.citations,
}


@pytest.mark.parametrize(("chosen", "part"), list(FLOORS))
def test_it_stays_as_good_as_it_was(chosen: str, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(unseen.chosen, "folder", unseen.DATA / unseen.SETS[chosen])
    cases = list(PARTS[part]())
    wanted, found, right = (sum(getattr(case, key) for case in cases) for key in ("wanted", "found", "right"))
    precision, recall = FLOORS[chosen, part]
    assert right / found >= precision
    assert right / wanted >= recall
