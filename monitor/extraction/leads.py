"""The lead that stands between the headline and the body, outside the part that holds the body."""

from __future__ import annotations

import re

from monitor.extraction.blocks import Node, Run
from monitor.extraction.prose import size
from monitor.extraction.strings import fold

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
MIN_LEAD = 45  # characters


def find_lead(runs: list[Run], head: Run | None, body: list[Run], description: str) -> list[Run]:
    """Runs between the headline and the body's first that are its lead, in order."""
    if head is None or not body:
        return []
    first = body[0].index
    have = {fold(r.text) for r in body[:6]}
    told = fold(description)
    found = []
    for run in runs[head.index + 1 : first]:
        if _is_lead(run, told) and fold(run.text) not in have:
            found.append(run)
            have.add(fold(run.text))
    return found[:4] if len(found) < 8 else [r for r in found if _told(r, told)][:1]


def _told(run: Run, told: str) -> bool:
    text = fold(run.text)
    return len(text) > 25 and len(told) > 25 and (text.startswith(told[:60]) or told.startswith(text[:60]))


def _is_lead(run: Run, told: str) -> bool:
    if size(run.text) < MIN_LEAD or run.density > 0.4:
        return False
    if _told(run, told):
        return True
    node: Node | None = run.node
    named = False
    for up in range(3):
        if node is None:
            break
        if node.dead not in ALLOWED:
            return False
        hint = f"{node.el.get('class') or ''} {node.el.get('id') or ''} {node.el.get('itemprop') or ''}"
        if NOT_LEAD.search(hint):
            return False
        named = named or bool(up < 2 and HINT.search(hint))
        node = node.parent
    return named and not _dead_above(run)


def _dead_above(run: Run) -> bool:
    node: Node | None = run.node
    while node is not None:
        if node.dead not in ALLOWED:
            return True
        node = node.parent
    return False
