"""Names that the text knows, at an end of characters that hold more, in Chinese."""

from __future__ import annotations

from attrs import evolve

from monitor.analysis.names import Run, Stretch
from monitor.analysis.speakers.scene import Scene

_SIZES = (4, 3, 2)  # characters of a name


def known_part(scene: Scene, stretch: Stretch, run: Run) -> Run:
    """`莎琪挑明`, of whom the text has told before as 发言人莎琪; the run itself where it holds nobody known."""
    words, names = stretch.folded(run), scene.cast.names
    for size in _SIZES:
        if size < run.length and tuple(words[:size]) in names:
            return evolve(run, last=run.first + size)
        if size < run.length and tuple(words[-size:]) in names:
            return evolve(run, first=run.last - size)
    return run
