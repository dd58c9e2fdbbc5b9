"""What each step of reading gains: the scores with it less the scores without it.

usage: python -m benchmarks.reading_ablation --corpus DIR --scorer FILE [--step NAME ...]

DIR is as for reading.py; FILE is a scorer with `score_page(gold, found)` and `summary(rows)`. A step is taken out by
putting in its place what does nothing; the table shows the differences in thousandths.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.reading import pages, row
from monitor.extraction import article, body, choosing, dates, extract, headline, leads, lines, pruning

COLUMNS = ("body", "segments", "headline", "near", "day", "minute", "authors")


def _same(runs: Any, *_: Any, **__: Any) -> Any:
    return runs


def _nothing(*_: Any, **__: Any) -> Any:
    return []


def _none(*_: Any, **__: Any) -> None:
    return None


def _no(*_: Any, **__: Any) -> bool:
    return False


# step -> (module, name, what stands in its place)
STEPS: dict[str, tuple[ModuleType, str, Callable[..., Any]]] = {
    "leave out boilerplate by names": (body, "prune", _none),
    "teasers": (pruning, "_drop_teasers", _none),
    "part named as the body": (choosing, "_declared", _none),
    "twin articles": (choosing, "_among", _none),
    "lead beside the body": (body, "find_lead", _nothing),
    "lead: paragraphs beside": (leads, "_is_beside", _no),
    "JSON-LD as a check": (body, "check", lambda _, runs, __: runs),
    "headline repeat": (lines, "_after_headline", _same),
    "next article": (lines, "_before_next", _same),
    "cut at what ends it": (lines, "_before_end", _same),
    "loose ends": (lines, "_without_loose_ends", _same),
    "pointers elsewhere": (lines, "points_elsewhere", _no),
    "notices and credits": (lines, "is_notice", _no),
    "second reading": (body, "LITTLE", _none),
    "headings below h1": (headline, "_lower_headings", _nothing),
    "titles cut at the headline": (headline, "_without_suffixes", _same),
    "dates in scripts": (dates, "_scripted", _nothing),
    "dates that readers see": (article, "find_visible", _none),
    "zone of the country": (article, "zone_of_host", _none),
}


@contextlib.contextmanager
def without(step: str) -> Iterator[None]:
    """Take one step out."""
    module, name, instead = STEPS[step]
    kept = getattr(module, name)
    setattr(module, name, 0 if isinstance(kept, int) else instead)
    try:
        yield
    finally:
        setattr(module, name, kept)


def scores(corpus: Path, scorer: Any) -> dict[str, float]:
    """The scorer's summary over the whole folder."""
    golds = {g["page"]: g for g in map(json.loads, (corpus / "gold.jsonl").read_text("utf-8").splitlines())}
    rows = [scorer.score_page(golds[page], row(page, extract(html, url))) for page, url, html in pages(corpus)]
    found: dict[str, float] = scorer.summary(rows)
    return found


def main() -> int:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--step", action="append", choices=sorted(STEPS))
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    if spec is None or spec.loader is None:
        print(f"{args.scorer} is no Python file", file=sys.stderr)
        return 2
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    whole = scores(args.corpus, scorer)
    print(f"{'what the step gains':32}" + "".join(f"{c:>10}" for c in COLUMNS))
    print(f"{'all steps':32}" + "".join(f"{whole[c]:10.4f}" for c in COLUMNS))
    for step in args.step or STEPS:
        with without(step):
            less = scores(args.corpus, scorer)
        print(f"{step:32}" + "".join(f"{1000 * (whole[c] - less[c]):+10.1f}" for c in COLUMNS), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
