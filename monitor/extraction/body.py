"""The article's own text: which part of the page holds it, which of its lines are the article's."""

from __future__ import annotations

from lxml import etree

from monitor.extraction.blocks import Run, Tree
from monitor.extraction.choosing import choose, headline_run
from monitor.extraction.fields import absolute
from monitor.extraction.jsonld_check import check
from monitor.extraction.leads import find_lead
from monitor.extraction.lines import keep_lines
from monitor.extraction.prose import weigh, weigh_again
from monitor.extraction.pruning import prune, revive
from monitor.extraction.strings import spaces
from monitor.extraction.survey import Survey
from monitor.extraction.walking import build

LITTLE = 200  # characters; a page with less is read once more, with less left out
MAX_LINKS = 300
MAX_BODY = 600_000  # characters; ten times the longest of a thousand articles


def read_body(tree: Tree, headline: str, description: str, told: str = "") -> list[Run]:
    """The runs that are the article's text, in order."""
    weigh(tree)
    weigh_again(tree, prune(tree.root))
    runs = _read(tree, headline, description, told)
    if sum(len(run.text) for run in runs) < LITTLE:
        revive(tree)
        weigh(tree)
        again = _read(tree, headline, description, told)
        if sum(len(run.text) for run in again) > 2 * LITTLE:
            runs = again
    return bounded(runs)


def _read(tree: Tree, headline: str, description: str, told: str) -> list[Run]:
    head = headline_run(tree.runs, headline)
    node = choose(tree.root, head)
    body = keep_lines(list(node.runs()), headline, head)
    if told:
        body = check(tree, body, told)
    return [*find_lead(tree.runs, head, body, node, description), *body]


def bounded(runs: list[Run]) -> list[Run]:
    """The runs up to MAX_BODY characters."""
    total = 0
    for i, run in enumerate(runs):
        total += len(run.text)
        if total > MAX_BODY:
            return runs[:i]
    return runs


def read_elements(elements: list[etree._Element]) -> list[Run]:
    """Every run of the elements that an outlet's selector named."""
    return bounded([run for element in elements for run in build(element).runs])


def links_of(runs: list[Run], survey: Survey) -> tuple[tuple[str, str], ...]:
    """(address, text) of the links inside these runs, absolute, each address once."""
    found: dict[str, str] = {}
    seen: set[int] = set()
    for run in runs:
        if not run.linked or id(run.node) in seen:
            continue
        seen.add(id(run.node))
        for link in run.node.el.iter("a"):
            text = spaces("".join(str(t) for t in link.itertext())[:300])
            address = absolute(survey, link.get("href") or "")
            if text and address and text in run.text:
                found.setdefault(address, text)
            if len(found) >= MAX_LINKS:
                return tuple(found.items())
    return tuple(found.items())
