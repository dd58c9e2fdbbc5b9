"""The page's visible text as a tree of blocks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Node:
    """A block element: what it holds, in order, and how much of it reads like prose."""

    __slots__ = ("dead", "el", "good", "items", "parent", "raw", "tag")

    def __init__(self, el: etree._Element, tag: str, parent: Node | None) -> None:
        self.el = el
        self.tag = tag
        self.parent = parent
        self.items: list[Node | Run] = []
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

    __slots__ = ("density", "good", "index", "linked", "node", "text")

    def __init__(self, text: str, linked: int, node: Node, index: int) -> None:
        self.text = text
        self.linked = linked  # characters of it inside links
        self.density = linked / max(1, len(text))  # share of the text that is linked
        self.node = node
        self.index = index  # its place in the document
        self.good = 0.0

    def quotation(self, reach: int) -> Node | None:
        """The quotation that holds the run, looked for in so many blocks from its own up; None where there is none."""
        node: Node | None = self.node
        for _ in range(reach):
            if node is None or node.tag == "blockquote":
                return node
            node = node.parent
        return None


class Tree:
    """A page's text: its blocks, parents first, and every run in the document's order, also of what is left out."""

    __slots__ = ("nodes", "root", "runs")

    def __init__(self, root: Node, nodes: list[Node], runs: list[Run]) -> None:
        self.root = root
        self.nodes = nodes
        self.runs = runs
