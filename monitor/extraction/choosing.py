"""Which part of the page holds the article."""

from __future__ import annotations

import re

from monitor.extraction.blocks import HEADINGS, Node, Run
from monitor.extraction.strings import fold
from monitor.extraction.vocabulary import named, verdict

POST = re.compile(r"(?:^|\s)(?:post|hentry|article|story|blog-?post|type-post)(?:-\d+)?(?:\s|$)", re.IGNORECASE)
ARTICLE = re.compile(r"article|story|post|news|entry|content|detail", re.IGNORECASE)
FEW = 250  # characters of prose that the shortest articles have
PART = 0.2
MOST = 0.85  # share of the prose that a part must hold for the way to go down into it
ENOUGH = 300  # characters of prose that an article has at least


def headline_run(runs: list[Run], headline: str) -> Run | None:
    """The run that shows the headline: the heading that says it, else any line that does, else the first h1."""
    title = fold(headline)
    longest = 3 * len(headline) + 20
    first = next((run for run in runs if run.node.tag == "h1"), None)
    near = (run for run in runs if len(headline) < 2 * len(run.text) and len(run.text) < longest) if title else ()
    saying = [run for run in near if _says(fold(run.text), title)]
    return min(saying, key=_rank) if saying else first


def _rank(run: Run) -> tuple[int, int, int]:
    return (run.node.tag != "h1", run.node.tag not in HEADINGS, run.index)


def _says(text: str, title: str) -> bool:
    return text == title or (len(title) > 20 and len(text) > 0.6 * len(title) and (text in title or title in text))


def choose(root: Node, head: Run | None) -> Node:
    """The node that holds the article.

    A part that is named as an article's body and holds a fair share of the prose; else the way goes down from the top
    while one part holds most of the prose.
    """
    declared = _declared(root)
    node = _descend(declared or root, head)
    if declared is None and (near := _around_headline(node, head)):
        return _descend(near, head)
    return node


def _around_headline(node: Node, head: Run | None) -> Node | None:
    """Of a part that is a page more than an article, the article around the headline."""
    up = head.node if head else None
    while up is not None and up is not node:
        called = up.tag in ("article", "main") or bool(ARTICLE.search(named(up.el)))
        if called and not up.dead and up.good >= FEW and up.good >= PART * node.good:
            return up
        up = up.parent
    return None


def _declared(root: Node) -> Node | None:
    """The part named as an article's body; the nearest common one of several that share a name."""
    found = _topmost(root)
    if not found or not root.good:
        return None
    best = max(found, key=lambda n: n.good)
    same = [n for n in found if n.el.get("class") == best.el.get("class")]
    for group, slack in ((same, 1.3), (found, 1.15)):
        whole = _common(group)
        if len(group) > 1 and whole.good <= slack * sum(n.good for n in group):
            best = whole
    return best if best.good >= max(200, 0.3 * root.good) else None


def _topmost(root: Node) -> list[Node]:
    found: list[Node] = []
    stack = [root]
    while stack:
        node = stack.pop()
        if node is not root and node.good >= 100 and _is_body(node):
            found.append(node)
            continue
        stack.extend(i for i in reversed(node.items) if isinstance(i, Node) and not i.dead)
    return found


def _common(nodes: list[Node]) -> Node:
    """The nearest node above all of these."""
    above: list[Node] = []
    node: Node | None = nodes[0]
    while node is not None:
        above.append(node)
        node = node.parent
    for other in nodes[1:]:
        chain = set()
        node = other
        while node is not None:
            chain.add(id(node))
            node = node.parent
        above = [n for n in above if id(n) in chain]
    return above[0]


def _descend(node: Node, head: Run | None) -> Node:
    while True:
        alive = [i for i in node.items if isinstance(i, Node) and not i.dead]
        if not alive or not node.good:
            return node
        bearer = _among(node, alive, head)
        best = bearer or max(alive, key=lambda n: n.good)
        if best.good < MOST * node.good and bearer is None:
            return node
        if best.tag in ("p", "blockquote", "li", "table", "ul", "ol"):
            return node
        node = best


def _among(node: Node, alive: list[Node], head: Run | None) -> Node | None:
    """Of several articles side by side the one that bears the headline."""
    if head is None:
        return None
    holder = _child_of(node, head.node)
    if holder is None or holder.dead or holder.good < ENOUGH:
        return None
    twins = [n for n in alive if n is not holder and n.tag == holder.tag and n.good >= ENOUGH and _alike(n, holder)]
    return holder if any(_is_article(n) for n in twins) else None


def _child_of(node: Node, inner: Node | None) -> Node | None:
    while inner is not None and inner.parent is not node:
        inner = inner.parent
    return inner


def _alike(a: Node, b: Node) -> bool:
    one, two = (a.el.get("class") or "").split()[:1], (b.el.get("class") or "").split()[:1]
    return a.tag == "article" or (bool(one) and one == two)


def _is_article(node: Node) -> bool:
    """Whether a part calls itself an article or has a headline of the first level."""
    called = node.tag == "article" or bool(POST.search(node.el.get("class") or ""))
    return called or any(r.node.tag == "h1" for _, r in zip(range(6), node.runs(), strict=False))


def _is_body(node: Node) -> bool:
    return "articlebody" in (node.el.get("itemprop") or "").lower() or verdict(named(node.el)) == "body"
