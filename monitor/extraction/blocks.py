"""The page's visible text as a tree of blocks, made in one walk."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

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
        "nav",
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
BOLD = frozenset(("b", "strong"))
BREAK = "\x00"  # a line break inside a run; the page itself has none left
# What is not gone into, and what stands in its place.
PASSED = dict.fromkeys(SKIPPED, "") | {"br": BREAK, "hr": BREAK + BREAK}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Node:
    """A block element: what it holds, in order, and how much of it reads like prose."""

    __slots__ = ("dead", "el", "good", "hint", "items", "parent", "raw", "tag")

    def __init__(self, el: etree._Element, tag: str, parent: Node | None) -> None:
        self.el = el
        self.tag = tag
        self.parent = parent
        self.items: list[Node | Run] = []
        self.hint = ""
        self.good = 0.0  # characters of prose below it
        self.raw = 0  # characters of text below it
        self.dead = ""  # why it is left out

    def runs(self) -> Iterator[Run]:
        """Every run below this node that is not left out, in order."""
        stack: list[Iterator[Node | Run]] = [iter(self.items)]
        while stack:
            item = next(stack[-1], None)
            if item is None:
                stack.pop()
            elif isinstance(item, Run):
                yield item
            elif not item.dead:
                stack.append(iter(item.items))

    def nodes(self) -> Iterator[Node]:
        """The node itself and every one below it, parents first."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(item for item in reversed(node.items) if isinstance(item, Node))


class Run:
    """A stretch of text that no block element parts: a paragraph, a heading, a list item, a loose line."""

    __slots__ = ("bold", "good", "index", "linked", "node", "text")

    def __init__(self, text: str, linked: int, bold: int, node: Node, index: int) -> None:
        self.text = text
        self.linked = linked  # characters of it inside links
        self.bold = bold  # characters of it in bold
        self.node = node
        self.index = index  # its place in the document
        self.good = 0.0

    @property
    def density(self) -> float:
        """Share of the text that is linked."""
        return self.linked / max(1, len(self.text))


class Tree:
    """A page's text: its blocks, parents first, and every run in the document's order, also of what is left out."""

    __slots__ = ("nodes", "root", "runs")

    def __init__(self, root: Node, nodes: list[Node], runs: list[Run]) -> None:
        self.root = root
        self.nodes = nodes
        self.runs = runs


class _Walk:
    """The state of one walk: the text of the run that is being read, and what was read before."""

    __slots__ = ("bold", "bolds", "linked", "links", "nodes", "pieces", "runs")

    def __init__(self, root: Node) -> None:
        self.pieces: list[str] = []
        self.linked = 0  # characters of the pieces inside links
        self.bold = 0
        self.links = 0  # how many links are open
        self.bolds = 0
        self.nodes = [root]
        self.runs: list[Run] = []

    def add(self, text: str) -> None:
        """Take up a piece of text."""
        self.pieces.append(text)
        if self.links:
            self.linked += len(text.strip())
        if self.bolds:
            self.bold += len(text.strip())

    def flush(self, node: Node) -> None:
        """End the current run and give it to `node`, parted where two line breaks follow each other."""
        text = "".join(self.pieces)[:MAX_RUN]
        self.pieces.clear()
        linked, bold, self.linked, self.bold = self.linked, self.bold, 0, 0
        if BREAK not in text:
            if line := " ".join(text.split()):
                self._give(line, linked, bold, node)
            return
        total = max(1, len(text))
        for part in text.split(BREAK + BREAK):
            lines = "\n".join(line for line in (" ".join(x.split()) for x in part.split(BREAK)) if line)
            if lines:
                share = min(1.0, len(part) / total)
                self._give(lines, int(linked * share), int(bold * share), node)

    def _give(self, text: str, linked: int, bold: int, node: Node) -> None:
        run = Run(text, linked, bold, node, len(self.runs))
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
    children: Iterator[etree._Element] = iter(element)
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
            continue
        stack.append((children, element, node, block))
        element, children, block = child, iter(child), tag not in INLINE
        if block:
            node = _open(child, tag, node, walk)
        elif tag == "a":
            walk.links += 1
        elif tag in BOLD:
            walk.bolds += 1
        if child.text:
            walk.add(child.text)


def _open(element: etree._Element, tag: str, parent: Node, walk: _Walk) -> Node:
    if walk.pieces:
        walk.flush(parent)
    node = Node(element, tag, parent)
    parent.items.append(node)
    walk.nodes.append(node)
    return node


def _close(element: etree._Element, node: Node, block: bool, walk: _Walk) -> None:
    if block and walk.pieces:
        walk.flush(node)
    if element.tag == "a":
        walk.links -= 1
    elif element.tag in BOLD:
        walk.bolds -= 1
    if element.tail:
        walk.add(element.tail)
