"""Which lines of the part that holds the article are the article's."""

from __future__ import annotations

from monitor.extraction.blocks import HEADINGS, Run
from monitor.extraction.strings import fold


KEPT_TAGS = frozenset(("p", "li", "blockquote", "td", "th", "pre", "dd", "dt"))


def keep_lines(runs: list[Run], headline: str, head: Run | None) -> list[Run]:
    """The article's lines: from behind the headline to before the next article."""
    runs = _after_headline(runs, headline, head)
    runs = _before_next(runs, head)
    return [run for run in runs if _keep(run)]


def _after_headline(runs: list[Run], headline: str, head: Run | None) -> list[Run]:
    """Cut what stands before the headline where that is little, and the headline itself."""
    title = fold(headline)
    total = sum(run.good for run in runs)
    before = 0.0
    start = 0
    for i, run in enumerate(runs):
        if before > 0.25 * total:
            break
        if run is head or (i < 12 and (run.node.tag == "h1" or (title and fold(run.text) == title))):
            start = i + 1
        before += run.good
    return runs[start:]


def _before_next(runs: list[Run], head: Run | None) -> list[Run]:
    """Cut at a further h1 behind enough prose: the next article that the page appends."""
    prose = 0.0
    heads = sum(run.node.tag == "h1" for run in runs)
    for i, run in enumerate(runs):
        if run.node.tag == "h1" and head is not None and head.node.tag == "h1" and prose > 600 and heads <= 6:
            return runs[:i]
        prose += run.good
    return runs


def _keep(run: Run) -> bool:
    if run.density > 0.6 and len(run.text) < 300:
        return run.density < 0.95 and run.node.tag == "p"
    return bool(run.good) or run.node.tag in HEADINGS or run.node.tag in KEPT_TAGS
