"""One walk over a page's elements, which gives its text as a tree of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from monitor.extraction.blocks import Node, Run, Tree
from monitor.extraction.page import MAX_ELEMENTS

SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "map",
        "head",
        "meta",
        "link",
        "datalist",
        "progress",
        "meter",
        "dialog",
        "param",
        "source",
        "track",
        "area",
        "base",
        "colgroup",
        "col",
        "applet",
        "frameset",
        "frame",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "center-inline",
        "amp-link",
    ]
)
MAX_RUN = 60_000  # characters of one paragraph that are read
BLANK_LINE = re.compile(r"\n[ \t\r]{0,40}\n")
BREAK = "\x00"  # a line break inside a run; the page itself has none left
# What is not gone into, and what stands in its place.
PASSED = dict.fromkeys(SKIPPED, "") | {"br": BREAK, "hr": BREAK + BREAK}


class _Walk:
    """The state of one walk: the text of the run that is being read, and what was read before."""

    __slots__ = ("linked", "links", "nodes", "pieces", "runs")

    def __init__(self, root: Node) -> None:
        self.pieces: list[str] = []
        self.linked = 0  # characters of the pieces inside links
        self.links = 0  # how many links are open
        self.nodes = [root]
        self.runs: list[Run] = []

    def add(self, text: str) -> None:
        """Take up a piece of text; a run does not begin with white space."""
        if not self.pieces and text.isspace():
            return
        self.pieces.append(text)
        if self.links:
            self.linked += len(text.strip())

    def flush(self, node: Node) -> None:
        """End the current run and give it to `node`, parted where two line breaks follow each other."""
        text = "".join(self.pieces)[:MAX_RUN]
        self.pieces.clear()
        linked, self.linked = self.linked, 0
        if BREAK not in text:
            if line := " ".join(text.split()):
                self._give(line, linked, node)
            return
        total = max(1, len(text))
        for part in text.split(BREAK + BREAK):
            lines = "\n".join(line for line in (" ".join(x.split()) for x in part.split(BREAK)) if line)
            if lines:
                self._give(lines, int(linked * min(1.0, len(part) / total)), node)

    def _give(self, text: str, linked: int, node: Node) -> None:
        run = Run(text, linked, node, len(self.runs))
        node.items.append(run)
        self.runs.append(run)


def build(body: etree._Element) -> Tree:
    """Walk the tree below `body` once; at most MAX_ELEMENTS elements are read."""
    root = Node(body, "body", None)
    walk = _Walk(root)
    if body.text:
        walk.pieces.append(body.text)
    _descend(body, root, walk)
    walk.flush(root)
    return Tree(root, walk.nodes, walk.runs)


def _descend(element: etree._Element, node: Node, walk: _Walk) -> None:
    """The walk itself: a loop with a stack, as pages nest deeper than Python does."""
    count = 0
    children: Iterator[etree._Element] = iter(list(element))
    block = True
    # What is open: the children still to come of each element above, the element, its node, whether it is a block.
    stack: list[tuple[Iterator[etree._Element], etree._Element, Node, bool]] = []
    while True:
        child = next(children, None)
        if child is None or count > MAX_ELEMENTS:
            if not stack:
                return
            _close(element, node, block, walk)
            children, element, node, block = stack.pop()
            continue
        count += 1
        tag = child.tag
        if tag in PASSED:
            walk.add(PASSED[tag] + (child.tail or ""))
        elif tag == "nav" and child.find(".//p") is None:  # a menu; one that holds paragraphs was never closed
            walk.add(child.tail or "")
        elif not (below := list(child)):
            _leaf(child, tag, node, walk)
        else:
            stack.append((children, element, node, block))
            element, children, block = child, iter(below), tag not in INLINE
            node = _open(child, tag, node, walk)


def _leaf(element: etree._Element, tag: str, node: Node, walk: _Walk) -> None:
    """An element without children: most of them are."""
    text, tail = element.text, element.tail
    if tag in INLINE:
        if text:
            walk.links += tag == "a"
            walk.add(text)
            walk.links -= tag == "a"
    else:
        inner = _open(element, tag, node, walk)
        if walk.pieces:
            walk.flush(inner)
    if tail:
        walk.add(tail)


def _open(element: etree._Element, tag: str, node: Node, walk: _Walk) -> Node:
    """Go into an element; returns the node that holds its text."""
    if tag in INLINE:
        walk.links += tag == "a"
    else:
        if walk.pieces:
            walk.flush(node)
        node = Node(element, tag, node)
        if node.parent is not None:
            node.parent.items.append(node)
        walk.nodes.append(node)
    if element.text:
        walk.add(element.text if tag != "pre" else BLANK_LINE.sub(BREAK + BREAK, element.text))
    return node


def _close(element: etree._Element, node: Node, block: bool, walk: _Walk) -> None:
    """Leave an element that has children."""
    if block and walk.pieces:
        walk.flush(node)
    elif element.tag == "a":
        walk.links -= 1
    if element.tail:
        walk.add(element.tail)
