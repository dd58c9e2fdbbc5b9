"""Which lines of the part that holds the article are the article's."""

from __future__ import annotations

from monitor.extraction.blocks import HEADINGS, Run
from monitor.extraction.names import is_byline
from monitor.extraction.phrases import ends_article, is_call, is_notice, points_elsewhere
from monitor.extraction.prose import closes, size
from monitor.extraction.strings import fold
from monitor.extraction.written_dates import find_written

KEPT_TAGS = frozenset(("p", "li", "blockquote", "td", "th", "pre", "dd", "dt"))
OPENING = 4  # lines
CALLS = 3  # of the last lines, behind as many, that may ask readers to follow the desk
LOOSE = 40  # characters
QUOTE = 400  # characters of a quotation in large letters
QUOTED = 4  # blocks from a line up in which a quotation holds it
SAID = 20  # folded characters
LINKED = 0.75  # share of linked characters from which a short line is no prose


def keep_lines(runs: list[Run], headline: str, head: Run | None) -> list[Run]:
    """The article's lines: from behind the headline to before the next article."""
    runs = _after_headline(runs, headline, head)
    runs = _before_next(runs, head)
    runs = _before_end(runs)
    return _without_loose_ends(_without_opening(_without_repeats([run for run in runs if _keep(run)])))


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


def _without_repeats(runs: list[Run]) -> list[Run]:
    """Cut sentences of the text that a quotation in large letters repeats, with the name below it."""
    quotes = [(run, mark) for run in runs if len(run.text) < QUOTE and (mark := run.quotation(QUOTED)) is not None]
    if not quotes:
        return runs
    inside = {run.index for run, _ in quotes}
    text = "".join(fold(run.text) for run in runs if run.index not in inside)
    repeats = {id(mark) for run, mark in quotes if len(key := fold(run.text)) >= SAID and key in text}
    cut = {run.index for run, mark in quotes if id(mark) in repeats}
    return [run for run in runs if run.index not in cut]


def _without_opening(runs: list[Run]) -> list[Run]:
    """Cut bylines and dates with which the part begins."""
    start = 0
    while start < min(OPENING, len(runs)) and _is_opening(runs[start].text):
        start += 1
    return runs[start:]


def _is_opening(text: str) -> bool:
    if len(text) > 100:
        return False
    return is_byline(text) or (len(text) < 60 and not closes(text) and find_written(text, "") is not None)


def _before_next(runs: list[Run], head: Run | None) -> list[Run]:
    """Cut at a further h1 behind enough prose: the next article that the page appends."""
    prose = 0.0
    heads = sum(run.node.tag == "h1" for run in runs)
    for i, run in enumerate(runs):
        if (
            run.node.tag == "h1"
            and run.density < 0.5
            and head is not None
            and head.node.tag == "h1"
            and prose > 600
            and heads <= 3
        ):
            return runs[:i]
        prose += run.good
    return runs


def _before_end(runs: list[Run]) -> list[Run]:
    """Cut at a line that opens related articles, comments or the like, behind most of the prose."""
    total = sum(run.good for run in runs)
    prose = 0.0
    for i, run in enumerate(runs):
        if prose > 0.8 * total and run.node.tag != "li" and ends_article(run.text):
            return runs[:i]
        prose += run.good
    return runs


def _keep(run: Run) -> bool:
    text, density = run.text, run.density
    if density > LINKED and len(text) < 300:
        return False
    if ends_article(text) or points_elsewhere(text, density) or is_notice(text, density):
        return False
    return bool(run.good) or run.node.tag in HEADINGS or run.node.tag in KEPT_TAGS


def _without_loose_ends(runs: list[Run]) -> list[Run]:
    """Headings that nothing follows, and initials or credits in the last line, are not the article's."""
    end = len(runs)
    if last := [run for run in runs[max(CALLS, end - CALLS) :] if is_call(run.text)]:
        runs = [run for run in runs if run not in last]
        end = len(runs)
    while end and ((runs[end - 1].node.tag in HEADINGS and not runs[end - 1].good) or _is_loose(runs[end - 1], end)):
        end -= 1
    return runs[:end]


def _is_loose(run: Run, place: int) -> bool:
    """Whether a line is too short to be a paragraph and closes like none, behind several that are."""
    return place > 3 and size(run.text) < LOOSE and run.node.tag in ("p", "div") and not closes(run.text)
