"""Read a folder of real pages and write what was read, for a scorer; say how long it took and where.

usage: reading.py --corpus DIR [--output FILE] [--memory PAGES]

DIR holds `gold.jsonl` (objects with `page` and `url`) and `pages/<page>.html.gz`. The output has a JSON object a line:
page, headline, body, published, authors, language, kind, reason. `--memory` reads as many pages, the folder's again and
again, and prints the process's memory on the way.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

import psutil

from monitor.extraction import article as way
from monitor.extraction import extract
from monitor.model import Article

STAGES = (
    "parse",
    "survey_page",
    "build",
    "read_body",
    "find_headline",
    "_take_dates",
    "_take_authors",
    "judge",
    "detect",
    "count_words",
)


def pages(corpus: Path) -> Iterator[tuple[str, str | None, bytes]]:
    """(page, address, bytes) of every page that the gold names."""
    for line in (corpus / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        yield (
            gold["page"],
            gold.get("url"),
            gzip.decompress((corpus / "pages" / f"{gold['page']}.html.gz").read_bytes()),
        )


def row(page: str, article: Article) -> dict[str, Any]:
    """What a scorer reads."""
    return {
        "page": page,
        "headline": article.headline,
        "body": article.body,
        "authors": list(article.authors),
        "language": article.language,
        "published": article.published.to_text() if article.published else "",
        "kind": article.kind,
        "reason": article.reason,
    }


def timed(spent: Counter[str]) -> None:
    """Put a stop-watch around each stage of the way."""
    for name in STAGES:
        setattr(way, name, _watch(name, getattr(way, name), spent))


def _watch(name: str, stage: Callable[..., Any], spent: Counter[str]) -> Callable[..., Any]:
    def watched(*args: Any, **kwargs: Any) -> Any:
        began = time.process_time_ns()
        try:
            return stage(*args, **kwargs)
        finally:
            spent[name] += time.process_time_ns() - began

    return watched


def read_all(corpus: Path, output: Path) -> None:
    """Read every page once, write the rows, print the split of the time and what was refused."""
    spent: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    extract(b"<p>Warm up: tables are read at the first page.</p>")
    timed(spent)
    total = read = 0
    with output.open("w", encoding="utf-8") as file:
        for page, url, html in pages(corpus):
            began = time.process_time_ns()
            article = extract(html, url)
            total += time.process_time_ns() - began
            read += 1
            kinds[article.kind] += 1
            file.write(json.dumps(row(page, article), ensure_ascii=False) + "\n")
    print(f"{read} pages, {read / total * 1e9:.0f} a second on one core, {total / read / 1e6:.1f} ms each; of it")
    for name, nanoseconds in spent.most_common():
        print(f"  {name.strip('_'):14}{nanoseconds / read / 1e6:6.2f} ms {nanoseconds / total:6.1%}")
    print("kinds:", ", ".join(f"{kind} {n}" for kind, n in kinds.most_common()))
    print(f"written to {output}")


def memory(corpus: Path, wanted: int) -> None:
    """Read `wanted` pages and print the resident memory before the first and at ten points."""
    process = psutil.Process()
    every = max(1, wanted // 10)
    print_memory(process, 0)
    for done, (_, url, html) in enumerate(islice(chain.from_iterable(pages(corpus) for _ in count()), wanted), 1):
        extract(html, url)
        if done % every == 0:
            print_memory(process, done)


def print_memory(process: psutil.Process, done: int) -> None:
    """One line of the curve."""
    print(f"{done:7} pages {process.memory_info().rss / 2**20:7.0f} MiB", flush=True)


def main() -> int:
    """Parse the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("predictions.jsonl"))
    parser.add_argument("--memory", type=int, default=0)
    args = parser.parse_args()
    if not (args.corpus / "gold.jsonl").is_file():
        print(
            f"{args.corpus}/gold.jsonl is missing: --corpus names a folder with gold.jsonl and pages/", file=sys.stderr
        )
        return 2
    if args.memory:
        memory(args.corpus, args.memory)
    else:
        read_all(args.corpus, args.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
