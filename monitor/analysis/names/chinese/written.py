"""What tells names in Chinese by how they are written and where they stand: Toro說, 蔣回應, no 柏柳村."""

from __future__ import annotations

from monitor.analysis.names.stretch import Run, Stretch

_FULL = 3  # characters of a full name
_PLACES = frozenset("村镇鎮乡鄉县縣")  # end their names


def is_translated(stretch: Stretch, at: int) -> bool:
    """Whether brackets with a name in Latin letters, which `plain` leaves out, stand right before a place."""
    return stretch.body.startswith("  ", stretch.words[at - 1].end)


def is_latin(stretch: Stretch, run: Run) -> bool:
    """Whether a name stands in Latin letters, which begin with capitals and are none alone: Marlo, no NBA."""
    words, written = stretch.of(run), stretch.written(run)
    latin = all(word.upper and word.folded.isascii() and word.folded.isalpha() for word in words)
    return latin and not written.isupper()


def is_family(stretch: Stretch, run: Run) -> bool:
    """蔣回應, 平野表示: a family name alone between a pause and a verb."""
    alone = run.first == 0 or bool(stretch.gap(run.first))
    names = stretch.rules.surnames if run.length == 1 else stretch.rules.families
    return alone and run.last == len(stretch) and stretch.written(run) in names


def is_place(stretch: Stretch, run: Run) -> bool:
    """柏柳村: a village's or a town's name that begins with a character of family names."""
    return run.length == _FULL and stretch.words[run.last - 1].folded in _PLACES and not run.titled
