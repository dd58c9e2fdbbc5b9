"""What is left out before the article is looked for: parts that their names, roles or form call boilerplate."""

from __future__ import annotations

import re

from monitor.extraction.blocks import HEADINGS, Node, Run, Tree
from monitor.extraction.vocabulary import named, verdict

DEAD_TAGS = frozenset(("aside", "footer", "figcaption", "menu", "address", "nav"))
DEAD_ROLES = frozenset(
    [
        "navigation",
        "complementary",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
        "tablist",
        "alert",
        "status",
    ]
)
TELLING = DEAD_TAGS | {"figure"}
HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
KEPT = re.compile(
    r"paywall|premium|article-?body|regwall", re.IGNORECASE
)  # hidden until somebody pays, yet the article's
WEAK = 0.12  # share of the prose below which a word that also names parts of articles is believed
TINY = 300  # characters that a caption or a teaser has at most
ROWS = frozenset(("p", "tr", "td", "th"))  # a table of linked names is no list of teasers
TEASER = 700  # characters of prose that a teaser has at most


def prune(root: Node) -> list[Node]:
    """Mark what is left out, unless it holds most of the page's prose, and return it."""
    total = root.good
    dead: list[Node] = []
    stack = [root]
    while stack:
        node = stack.pop()
        inner = [item for item in node.items if isinstance(item, Node)]
        for item in inner:
            item.dead = _why(item, total)
        _drop_teasers(inner)
        for item in inner:
            (dead if item.dead else stack).append(item)
    return dead


def _why(node: Node, total: float) -> str:
    el = node.el
    share = node.good / total if total else 0.0
    if share > 0.5:
        return ""
    keys = el.keys()
    if node.tag not in TELLING and not keys:
        return ""
    hint = named(el)
    if _hidden(node, share) and not KEPT.search(hint):
        return "hidden"
    if node.tag in DEAD_TAGS or (node.tag == "figure" and not _holds(node, "blockquote")):
        return node.tag
    if "role" in keys and el.get("role") in DEAD_ROLES:
        return "role"
    if "itemprop" in keys and el.get("itemprop") == "comment":
        return "comment"
    found = verdict(hint) if hint != " " else ""
    return found if found and _believed(found, node, share) else ""


def revive(tree: Tree) -> None:
    """Take back what was left out on weak grounds: for pages of which nothing else is left."""
    for node in tree.nodes:
        if node.dead in ("weak", "tiny", "byline", "teasers", "hidden"):
            node.dead = ""


def _believed(found: str, node: Node, share: float) -> bool:
    """Whether so much text as the node holds can be what its name says."""
    if node.tag in ROWS and node.tag != "p":
        return False
    if found == "weak":
        return share < WEAK
    if found == "tiny":
        return node.raw < TINY and share < WEAK
    if found == "byline":
        return node.raw < 150 and node.tag not in HEADINGS
    return found == "boilerplate"


def _hidden(node: Node, share: float) -> bool:
    style = node.el.get("style")
    if style and share < 0.3 and HIDDEN.search(style[:400]):
        return True
    return node.el.get("hidden") is not None or (node.el.get("aria-hidden") == "true" and share < 0.2)


def _holds(node: Node, tag: str) -> bool:
    return any(n.tag == tag for n in node.nodes())


def _drop_teasers(nodes: list[Node]) -> None:
    """Leave out three or more siblings that are each a linked headline with a few words."""
    if len(nodes) < 3:
        return
    teasers = [n for n in nodes if not n.dead and n.tag not in ROWS and n.raw and n.good <= TEASER and _is_teaser(n)]
    if len(teasers) >= 3:
        for node in teasers:
            node.dead = "teasers"


def _is_teaser(node: Node) -> bool:
    runs = [item for _, item in zip(range(7), node.runs(), strict=False)]
    if len(runs) > 6 or not runs:
        return False
    linked = [r for r in runs if r.density > 0.85]
    heads = [r for r in linked if r.node.tag in HEADINGS or len(r.text) > 20]
    return (
        bool(heads)
        and sum(len(r.text) for r in linked) >= 0.3 * sum(len(r.text) for r in runs)
        and isinstance(runs[0], Run)
    )
