"""How much of a page lists other articles: headlines that are links, and the text that stands between them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from monitor.extraction.blocks import HEADINGS, Node, Run, Tree
from monitor.extraction.prose import size

LINKED = 0.6  # share of a line inside links; a date or a bullet may stand beside a headline
LEAST_HEADING = 15  # characters, those of dense scripts counted for three; a heading with less names a section
OPENING = 40  # characters
READ = 5_000  # lines of a page; of a thousand news pages the longest has fewer
LEAST_LINE = 30  # the same for a linked line that is no heading; a menu's entries have less


@frozen
class Listing:
    """Linked headlines on a page and in its text.

    In an article they stand around the text, so that its longest stretch is nearly all of it; in a list of articles
    they part it into teasers.
    """

    linked: int  # different headlines that are links, on the whole page
    alive: int  # those of them that stand in no part that was left out
    cuts: int  # how many stand inside the text
    own: int  # size of the longest stretch of the text that no linked headline parts
    typical: int  # size of the stretch in the middle of them all, by size
    openings: tuple[str, ...] = ()  # how each line of the text begins, and each line right above one


def survey_list(tree: Tree, runs: Sequence[Run]) -> Listing:
    """Count the linked headlines of a page whose text are these runs of it."""
    linked, alive = set[str](), set[str]()
    text = {run.index for run in runs if run.index < len(tree.runs) and tree.runs[run.index] is run}
    elsewhere = sum(size(run.text) for run in runs if run.index not in text)  # what an outlet's selector named
    last = max(text, default=-1)
    stretches, begun = [0], False
    for run in tree.runs[:READ]:
        heads = is_linked_headline(run)
        lives = heads and not _is_left_out(run.node)
        if heads:
            linked.add(run.text)
        if lives:
            alive.add(run.text)
        if run.index in text and not heads:
            begun = True
            stretches[-1] += size(run.text)
        elif lives and begun and run.index <= last:
            stretches.append(0)
    lines = [run for run in tree.runs[:READ] if run.index in text or run.index + 1 in text]
    openings = tuple(run.text[:OPENING] for run in lines if run.density <= 0.5)
    own, typical = max(*stretches, elsewhere), sorted(stretches)[len(stretches) // 2]
    return Listing(len(linked), len(alive), len(stretches) - 1, own, typical, openings)


def is_linked_headline(run: Run) -> bool:
    """A heading that is a link, or a long link text of its own."""
    if run.density <= LINKED:
        return False
    length = size(run.text)
    return length > LEAST_LINE or (length > LEAST_HEADING and run.node.tag in HEADINGS)


def _is_left_out(node: Node | None) -> bool:
    while node is not None:
        if node.dead:
            return True
        node = node.parent
    return False
