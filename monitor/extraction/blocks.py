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
        """This node and every one below it, parents first."""
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


class _Walk:
    """The state of one walk."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.linked = 0
        self.bold = 0
        self.count = 0
        self.runs = 0

    def flush(self, node: Node) -> None:
        """End the current run and give it to `node`, parted where two line breaks follow each other."""
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces.clear()
        linked, bold, self.linked, self.bold = self.linked, self.bold, 0, 0
        if text.isspace():
            return
        parts = (
            [" ".join(part.split()) for part in text.split("\x00\x00")] if "\x00" in text else [" ".join(text.split())]
        )
        total = max(1, len(text))
        for part in parts:
            lines = (
                "\n".join(line for line in (" ".join(x.split()) for x in part.split("\x00")) if line)
                if "\x00" in part
                else part
            )
            if lines:
                share = len(lines) / total if len(parts) > 1 else 1.0
                node.items.append(Run(lines, int(linked * share), int(bold * share), node, self.runs))
                self.runs += 1


def build(body: etree._Element) -> Node:
    """Walk the tree below `body` once; at most MAX_ELEMENTS elements are read."""
    root = Node(body, "body", None)
    walk = _Walk()
    node = root
    # An entry: the element's children still to come, the node to return to, whether a link or bold type ends with it.
    stack: list[tuple[Iterator[etree._Element], etree._Element, Node, bool]] = []
    children = iter(body)
    element, block = body, True
    links = bolds = 0
    if body.text:
        walk.pieces.append(body.text)
    while True:
        child = next(children, None)
        if child is None or walk.count > MAX_ELEMENTS:
            if not stack:
                break
            if block:
                walk.flush(node)
            links -= element.tag == "a"
            bolds -= element.tag in ("b", "strong")
            tail = element.tail
            children, element, node, block = stack.pop()
            if tail:
                _add(walk, tail, links, bolds)
            continue
        walk.count += 1
        tag = child.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            if child.tail:
                _add(walk, child.tail, links, bolds)
            continue
        if tag == "br" or tag == "hr":
            walk.pieces.append("\x00" if tag == "br" else "\x00\x00")
            if child.tail:
                _add(walk, child.tail, links, bolds)
            continue
        stack.append((children, element, node, block))
        element, children = child, iter(child)
        block = tag not in INLINE
        if block:
            walk.flush(node)
            inner = Node(child, tag, node)
            node.items.append(inner)
            node = inner
        links += tag == "a"
        bolds += tag in ("b", "strong")
        if child.text:
            _add(walk, child.text, links, bolds)
    walk.flush(root)
    return root


def _add(walk: _Walk, text: str, links: int, bolds: int) -> None:
    walk.pieces.append(text)
    if links or bolds:
        size = len(text.strip())
        if links:
            walk.linked += size
        if bolds:
            walk.bold += size
