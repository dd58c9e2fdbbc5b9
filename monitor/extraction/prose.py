"""How much running text a line or a part of a page is."""

from __future__ import annotations

import re

from monitor.extraction.blocks import HEADINGS, Node, Run, Tree

WIDE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
ENDINGS = frozenset(".!?…。！？।؟۔።၊។៕»”\"'’)")

PARAGRAPH = 120  # characters of a heading that is none


def size(text: str) -> int:
    """Characters, those of scripts that write a word in one to three of them counted for three."""
    if text.isascii() or not WIDE.search(text):
        return len(text)
    return len(text) + 2 * len(WIDE.findall(text))


def closes(text: str) -> bool:
    """Whether a line ends as sentences do."""
    return text.rstrip()[-1:] in ENDINGS and bool(text)


def weigh(tree: Tree) -> None:
    """Give each run and node the prose it holds, less what is left out."""
    for run in tree.runs:
        run.good = prose(run)
    for node in reversed(tree.nodes):
        _sum(node)


def weigh_again(tree: Tree, dead: list[Node]) -> None:
    """Take off what was left out since: only the nodes above it hold less."""
    above: set[Node] = set()
    for found in dead:
        node = found.parent
        while node is not None and node not in above:
            above.add(node)
            node = node.parent
    for node in reversed(tree.nodes):
        if node in above:
            _sum(node)


def _sum(node: Node) -> None:
    good = 0.0
    raw = 0
    for item in node.items:
        if isinstance(item, Run):
            good += item.good
            raw += len(item.text)
        elif not item.dead:
            good += item.good
            raw += item.raw
    node.good, node.raw = good, raw


def prose(run: Run) -> float:
    """Characters of running text: nothing for headings and for short, unpunctuated or mostly linked lines.

    A heading below the first level that is as long as a paragraph and closes as one is a paragraph in large letters.
    """
    if run.density > 0.5:
        return 0.0
    if run.node.tag in HEADINGS and (len(run.text) < PARAGRAPH or run.node.tag == "h1" or not closes(run.text)):
        return 0.0
    length = size(run.text)
    if length < 80 and not (length > 30 and closes(run.text)):
        return 0.0
    return length * (1 - run.density)
