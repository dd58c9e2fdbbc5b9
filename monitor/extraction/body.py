"""The article's own text: which part of the page holds it, which of its lines are the article's."""

from __future__ import annotations

import re

from monitor.extraction.blocks import HEADINGS, Node, Run
from monitor.extraction.strings import fold
from monitor.extraction.vocabulary import verdict

WIDE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
ENDS = re.compile(r"[.!?…。！？।؟۔։።።»”\"'’)]\s*$")
DEAD_TAGS = frozenset(("aside", "footer", "figcaption", "figure", "form", "menu", "address", "header"))
SOFT_TAGS = frozenset(("form", "header", "figure", "aside"))
DEAD_ROLES = frozenset(
    (
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
    )
)


def size(text: str) -> float:
    """Characters, those of scripts that write a word in two counted for three."""
    return len(text) + 2 * len(WIDE.findall(text)) if not text.isascii() else len(text)


def weigh(root: Node) -> float:
    """Give each run and node its prose; returns the page's."""
    for node in list(root.nodes())[::-1]:
        good = 0.0
        raw = 0
        for item in node.items:
            if isinstance(item, Node):
                good += item.good
                raw += item.raw
            else:
                item.good = prose(item)
                good += item.good
                raw += len(item.text)
        node.good, node.raw = good, raw
    return root.good


def prose(run: Run) -> float:
    """How much running text this run is: nothing for short, unpunctuated or mostly linked lines."""
    length = size(run.text)
    if run.node.tag in HEADINGS or run.density > 0.5:
        return 0.0
    if length < 80 and not (length > 30 and ENDS.search(run.text)):
        return 0.0
    return length * (1 - run.density)


def prune(root: Node) -> None:
    """Leave out what names or roles call boilerplate, unless it holds most of the page's prose."""
    total = root.good
    stack = [root]
    while stack:
        node = stack.pop()
        for item in node.items:
            if isinstance(item, Node):
                item.dead = _why_dead(item, total)
                if not item.dead:
                    stack.append(item)


def _why_dead(node: Node, total: float) -> str:
    el = node.el
    if node.good > 0.5 * total and total > 0:
        return ""
    if el.get("hidden") is not None or (el.get("aria-hidden") == "true" and node.good < 0.2 * total):
        return "hidden"
    style = el.get("style")
    if (
        style
        and "display" in style
        and re.search(r"display\s{0,3}:\s{0,3}none", style[:400])
        and node.good < 0.3 * total
    ):
        return "hidden"
    if node.tag in DEAD_TAGS:
        return node.tag
    if el.get("role") in DEAD_ROLES:
        return "role"
    hint = f"{el.get('class') or ''} {el.get('id') or ''}"
    if hint != " ":
        found = verdict(hint)
        if found == "boilerplate":
            return "boilerplate"
        if found == "byline" and node.raw < 300:
            return "byline"
    return ""


def choose(root: Node) -> Node:
    """The node that holds the article: down from the top while one part holds most of the prose."""
    node = root
    while True:
        alive = [i for i in node.items if isinstance(i, Node) and not i.dead]
        total = sum(r.good for r in node.runs())
        if not alive or not total:
            return node
        best = max(alive, key=lambda n: sum(r.good for r in n.runs()))
        if sum(r.good for r in best.runs()) < 0.75 * total or best.tag == "p":
            return node
        node = best


def read_body(root: Node, headline: str) -> list[Run]:
    """The runs that are the article's text, in order."""
    weigh(root)
    prune(root)
    node = choose(root)
    runs = list(node.runs())
    title = fold(headline)
    for i, run in enumerate(runs[:12]):
        if title and fold(run.text) == title:
            runs = runs[i + 1 :]
            break
    return [run for run in runs if _keep(run)]


def _keep(run: Run) -> bool:
    if run.density > 0.6 and len(run.text) < 300:
        return run.density < 0.95 and run.node.tag == "p"
    return bool(run.good) or run.node.tag in HEADINGS or run.node.tag in ("p", "li", "blockquote")
