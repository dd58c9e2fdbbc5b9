"""JSON-LD's articleBody as a check on where the text begins and ends and on what was left out.

It is a witness, not a source: it often lacks paragraphs, lists and headings. Where the page shows most of what it says,
lines that it holds are the article's, and nothing of the article comes behind its last line.
"""

from __future__ import annotations

from monitor.extraction.blocks import Run, Tree
from monitor.extraction.strings import clean, fold

ENOUGH = 300  # folded characters that a witness has at least
SHOWN = 0.85  # share of it that the page must show
MAX_TEXT = 200_000
TAIL = 0.3  # share of the text that it may cut; more than that, and it is the witness that is cut
SHORT = 12  # folded characters below which a line may be held by chance


def check(tree: Tree, body: list[Run], told: str) -> list[Run]:
    """The body with lines that JSON-LD's text holds put back, and what comes behind its last line cut."""
    text = fold(clean(told[:MAX_TEXT]))
    if len(text) < ENOUGH:
        return body
    inside: list[Run] = []
    seen: set[str] = set()
    for run in tree.runs:
        key = fold(run.text)
        if len(key) >= SHORT and key not in seen and _holds(text, key):
            seen.add(key)
            inside.append(run)
    if sum(map(len, seen)) < SHOWN * len(text):
        return body
    have = {id(run) for run in body}
    texts = {fold(run.text) for run in body}
    alive = {id(run) for run in tree.root.runs()}
    back = [run for run in inside if id(run) in alive and id(run) not in have and fold(run.text) not in texts]
    return _cut(sorted([*body, *back], key=lambda r: r.index), {id(run) for run in inside})


def _holds(text: str, key: str) -> bool:
    return key in text if len(key) < 120 else key[:50] in text and key[-50:] in text


def _cut(runs: list[Run], inside: set[int]) -> list[Run]:
    last = max((i for i, run in enumerate(runs) if id(run) in inside), default=len(runs) - 1)
    tail = sum(len(run.text) for run in runs[last + 1 :])
    return runs[: last + 1] if tail <= TAIL * sum(len(run.text) for run in runs) else runs
