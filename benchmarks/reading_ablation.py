"""What each step of reading gains: the scores with it less the scores without it.

usage: python -m benchmarks.reading_ablation --corpus DIR --scorer FILE [--step NAME ...] [--pages N] [--jobs N]

DIR is as for reading.py; FILE is a scorer with `score_page(gold, found)` and `summary(rows)`. A step is taken out by
putting in its place what does nothing; the table shows the differences in thousandths. `--pages` reads a seeded sample
of the folder, for a first look; `--jobs` takes out as many steps at a time, each in a process of its own.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import random
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.reading import pages, row
from monitor.extraction import (
    article,
    authors,
    body,
    bylines,
    choosing,
    dates,
    extract,
    headings,
    headline,
    jsonld,
    leads,
    lines,
    pruning,
)

SEED = 7
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
STEPS: dict[str, tuple[ModuleType, str, Any]] = {
    "leave out boilerplate by names": (body, "prune", _nothing),
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
    "second reading": (body, "LITTLE", 0),
    "headings below h1": (headline, "_lower_headings", _nothing),
    "the frame's own headings": (headings, "_is_frame", _no),
    "broken JSON-LD": (jsonld, "salvage", _none),
    "dates in scripts": (dates, "_scripted", _nothing),
    "dates that are any day": (dates, "WEAK", frozenset()),
    "times that are others'": (dates, "_is_elsewhere", _no),
    "dates that readers see": (article, "find_visible", _none),
    "dates in titles": (article, "find_in_titles", _none),
    "dates in attributes": (dates, "_attributes", _nothing),
    "offset of the site": (dates, "in_the_sites_offset", _same),
    "clock beside the headline": (article, "_local", lambda _, stated, *__: stated),
    "doubt of headings": (headline, "_doubt", lambda found, *_: [1.0] * len(found)),
    "pages without headings": (headline, "_unheaded", _nothing),
    "headings in the page's path": (headings, "PATH", re.compile("(?!)")),
    "kickers that a colon joins": (headline, "joined", lambda *_: ""),
    "pieces of a heading": (headline, "told_part", lambda element, _: headings.heading_text(element)),
    "articles of JSON-LD by title": (jsonld, "_is_named", _no),
    "bylines inside lines": (bylines, "inside", lambda _: ""),
    "signatures": (bylines, "_signatures", _nothing),
    "links to authors' pages": (bylines, "AUTHORS_PAGE", re.compile("(?!)")),
    "authors in scripts": (authors, "_scripted", _nothing),
    "accounts are no people": (authors, "is_login", _no),
    "places behind names": (authors, "without_places", _same),
    "notes about authors": (article, "without_notes", _same),
    "zone of the country": (article, "zone_of_host", _none),
}


@contextlib.contextmanager
def without(step: str) -> Iterator[None]:
    """Take one step out."""
    module, name, instead = STEPS[step]
    kept = getattr(module, name)
    setattr(module, name, instead)
    try:
        yield
    finally:
        setattr(module, name, kept)


def load_scorer(file: Path) -> Any:
    """The scorer's module."""
    spec = importlib.util.spec_from_file_location("scorer", file)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{file} is no Python file")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def scores(step: str, *, corpus: Path, scorer: Path, sample: int) -> dict[str, float]:
    """The scorer's summary over the folder or a sample of it without a step; with all where it is empty."""
    golds = {g["page"]: g for g in map(json.loads, (corpus / "gold.jsonl").read_text("utf-8").splitlines())}
    some = set(random.Random(SEED).sample(sorted(golds), min(sample, len(golds))) if sample else golds)
    judge = load_scorer(scorer)
    with without(step) if step else contextlib.nullcontext():
        read = (row(page, extract(html, url)) for page, url, html in pages(corpus) if page in some)
        found: dict[str, float] = judge.summary([judge.score_page(golds[r["page"]], r) for r in read])
    return found


def main() -> int:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--step", action="append", choices=sorted(STEPS))
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    run = partial(scores, corpus=args.corpus, scorer=args.scorer, sample=args.pages)
    steps = args.step or list(STEPS)
    with ProcessPoolExecutor(args.jobs) as pool:
        found = pool.map(run, ["", *steps])
        whole = next(found)
        print(f"{'what the step gains':32}" + "".join(f"{c:>10}" for c in COLUMNS))
        print(f"{'all steps':32}" + "".join(f"{whole[c]:10.4f}" for c in COLUMNS), flush=True)
        for step, less in zip(steps, found, strict=True):
            print(f"{step:32}" + "".join(f"{1000 * (whole[c] - less[c]):+10.1f}" for c in COLUMNS), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
