"""The lead that stands between the headline and the body, outside the part that holds the body."""

from __future__ import annotations

import re

from monitor.extraction.blocks import Node, Run
from monitor.extraction.prose import size
from monitor.extraction.strings import fold
from monitor.extraction.vocabulary import named

HINT = re.compile(
    r"lead|intro|teaser|summary|standfirst|\bdek\b|deck|subtitle|sub-?head|subline|excerpt|vorspann|chapo|chapeau|sapo|bajada|entradilla|ingress|"
    r"sommario|abstract|spot\b|description|lede|manchet|resume|resumen|sumario|copete|volanta|linha-fina|strapline|zajawka",
    re.IGNORECASE,
)
NOT_LEAD = re.compile(
    r"caption|credit|byline|author|date|time|share|social|meta|breadcrumb|related|comment|newsletter|kicker|ad-|cookie|nav",
    re.IGNORECASE,
)
ALLOWED = ("", "header", "byline", "tiny", "weak")  # reasons for leaving a part out that do not hold for a lead
PICTURE = ("figure", "figcaption")
NEAR = 3  # blocks above the chosen part
MUCH = 1.4  # times the chosen part's prose that a block around it may hold
PROSE = 100  # characters
MIN_LEAD = 45  # characters


def find_lead(runs: list[Run], head: Run | None, body: list[Run], chosen: Node, description: str) -> list[Run]:
    """Runs between the headline and the body's first that are its lead, in order."""
    if not body or (head is not None and head.index > body[0].index):
        return []
    first = body[0].index
    have = {fold(r.text) for r in body[:6]}
    told = fold(description)
    found = []
    around = _around(chosen)
    for run in runs[head.index + 1 if head else 0 : first]:
        if ((head is not None and _is_lead(run, told)) or _is_beside(run, around)) and fold(run.text) not in have:
            found.append(run)
            have.add(fold(run.text))
    return found[:4] if len(found) < 8 else [r for r in found if _told(r, told)][:1]


def _around(chosen: Node) -> set[int]:
    """The nodes above the part that holds the article, as far as its own beginning may stand beside it."""
    found: set[int] = set()
    node = chosen.parent
    while node is not None and len(found) < NEAR and node.good <= MUCH * chosen.good:
        found.add(id(node))
        node = node.parent
    return found


def _is_beside(run: Run, around: set[int]) -> bool:
    """Whether a paragraph stands beside the chosen part, or one block deeper, and reads like the text."""
    if run.node.tag != "p" or run.good < PROSE or run.density > 0.3 or _dead_above(run):
        return False
    parent = run.node.parent
    return parent is not None and (id(parent) in around or (parent.parent is not None and id(parent.parent) in around))


def _told(run: Run, told: str) -> bool:
    text = fold(run.text)
    return len(text) > 25 and len(told) > 25 and (text.startswith(told[:60]) or told.startswith(text[:60]))


def _is_lead(run: Run, told: str) -> bool:
    if size(run.text) < MIN_LEAD or run.density > 0.4:
        return False
    if _told(run, told):
        return True
    node: Node | None = run.node
    called, alone = False, True  # alone: nothing else stands in the blocks up to here
    for up in range(3):
        if node is None:
            break
        if node.dead not in ALLOWED or node.tag in PICTURE:
            return False
        hint = f"{named(node.el)} {node.el.get('itemprop') or ''}"
        if NOT_LEAD.search(hint):
            return False
        called = called or bool((up < 2 or alone) and HINT.search(hint))
        alone = alone and node.parent is not None and len(node.parent.items) == 1
        node = node.parent
    return called and not _dead_above(run)


def _dead_above(run: Run) -> bool:
    node: Node | None = run.node
    while node is not None:
        if node.dead not in ALLOWED:
            return True
        node = node.parent
    return False
