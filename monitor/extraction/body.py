"""The article's own text: which part of the page holds it, which of its lines are the article's."""

from __future__ import annotations

from monitor.extraction.blocks import Node, Run
from monitor.extraction.choosing import choose, headline_run
from monitor.extraction.jsonld_check import check
from monitor.extraction.leads import find_lead
from monitor.extraction.lines import keep_lines
from monitor.extraction.prose import weigh
from monitor.extraction.pruning import prune


def read_body(root: Node, headline: str, description: str, told: str = "") -> list[Run]:
    """The runs that are the article's text, in order."""
    weigh(root)
    prune(root)
    weigh(root)
    head = headline_run(root, headline)
    node = choose(root, head)
    runs = list(node.runs())
    body = keep_lines(runs, headline, head)
    if told:
        body = check(root, body, told)
    return [*find_lead(root, head, body, headline, description), *body]
