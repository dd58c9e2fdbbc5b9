"""The whole way against Scrapy alone and Scrapy with trafilatura, on the same pages, in one run by turns.

usage: python benchmarks/whole_way.py CATALOGUE [--turns N] [--index ADDRESS] [--cores N]

CATALOGUE is a folder of outlets that are being served (on loopback: the addresses 127.0.0.0/8 are allowed). Each
contestant is a process of its own and polls every entry point, obeys robots.txt and fetches every article, without
delay, 32 requests at once:

  ours          discovery, fetch, extraction, language, analysis, fingerprints, embedding, index; into an empty index
  scrapy        fetches and stores nothing
  trafilatura   fetches, extracts text and metadata with trafilatura, stores nothing

CPU seconds are those of the process and its children, from start to end, imports and the loading of models included.
`--cores 1` holds each contestant to one core, where the system can (not macOS): ours is several processes, and where
two cores share their units a CPU second of processes side by side is worth less than one of a process alone.
"""

# ruff: noqa: PLC0415  (each contestant loads what it needs and nothing else: loading is part of what is measured)

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

CONTESTANTS = ("ours", "scrapy", "trafilatura")


def main() -> None:
    """Run the contestants by turns and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("catalogue", type=Path)
    arguments.add_argument("--turns", type=int, default=1)
    arguments.add_argument("--index", default="", help="an Elasticsearch to write to; by default a new SQLite file")
    arguments.add_argument("--cores", type=int, default=0, help="that each contestant may use; 0 for all of them")
    given = arguments.parse_args()
    hold(given.cores)
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in CONTESTANTS}
    for turn in range(given.turns):
        for name in CONTESTANTS:
            runs[name].append(measured(name, given.catalogue, given.index))
            done = runs[name][-1]
            print(f"turn {turn + 1} {name}: {done['pages']} pages, {done['cpu']:.1f} CPU s", file=sys.stderr)
    show(runs)


def hold(cores: int) -> None:
    """Keep this process and those it starts to its first `cores` cores; 0 is all of them."""
    if cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def measured(name: str, catalogue: Path, index: str) -> dict[str, Any]:
    """One contestant's run: pages, CPU seconds, wall seconds, peak memory, and what it said of itself."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--as", name, str(catalogue), index or f"sqlite:{folder}/index.sqlite"]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {**told, "cpu": cpu, "seconds": time.monotonic() - start}


def show(runs: Mapping[str, list[dict[str, Any]]]) -> None:
    """Pages a CPU second, ratios, our stages."""
    rates = {name: statistics.median(run["pages"] / run["cpu"] for run in done) for name, done in runs.items()}
    print(f"{'':12} {'pages':>6} {'CPU s':>8} {'pages/CPU s':>12} {'of ours':>8} {'peak MB':>8} {'wall s':>7}")
    for name, done in runs.items():
        middle = sorted(done, key=lambda run: float(run["cpu"]))[len(done) // 2]
        peak = middle["peak"] / 2**20
        print(
            f"{name:12} {middle['pages']:6} {middle['cpu']:8.1f} {rates[name]:12.2f} "
            f"{rates[name] / rates['ours']:8.2f} {peak:8.0f} {middle['seconds']:7.0f}"
        )
    ours = sorted(runs["ours"], key=lambda run: float(run["cpu"]))[len(runs["ours"]) // 2]
    print(f"ours is {rates['ours'] / rates['trafilatura']:.2f} times Scrapy with trafilatura")
    print("\nours by stage, CPU s and ms a page")
    for stage, seconds in sorted(ours["stages"].items(), key=lambda row: -float(row[1])):
        print(f"  {stage:14} {seconds:8.2f} {1000 * seconds / ours['pages']:8.2f}")
    rest = ours["cpu"] - sum(ours["stages"].values())
    print(f"  {'start-up':14} {rest:8.2f} {1000 * rest / ours['pages']:8.2f}   (imports in four processes)")
    print(f"fates: {ours['fates']}; longest stall of the reactor {ours['stall']:.3f} s")


def ours(catalogue: Path, index: str) -> dict[str, Any]:
    """A crawl as `monitor crawl --delay 0` does it."""
    from monitor.config import Config
    from monitor.jobs.crawl import CrawlOptions, crawl

    data = os.environ.get("MONITOR_DATA") or str(Path(__file__).parents[1] / ".cache" / "data")
    config = Config.model_validate(
        {"catalogue": catalogue, "index": index, "allow_addresses": "127.0.0.0/8", "data": data}
    )
    report = crawl(CrawlOptions(delay=0.0), config)
    return {
        "pages": report.candidates, "stages": dict(report.cpu), "peak": report.peak_bytes,
        "stall": report.longest_stall, "fates": {name.value: count for name, count in report.totals.items()},
    }  # fmt: skip


PLAIN = {
    "LOG_LEVEL": "ERROR",
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS": 32,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
    "DOWNLOAD_DELAY": 0,
    "TELNETCONSOLE_ENABLED": False,
}


def plain(catalogue: Path, *, extracts: bool) -> dict[str, Any]:
    """Scrapy as its documentation has it, with trafilatura in the callback or without."""
    import scrapy
    from scrapy.crawler import CrawlerProcess

    from monitor.outlets import load_catalogue

    outlets = load_catalogue(catalogue).outlets
    read = with_trafilatura() if extracts else lambda _body, _url: None
    pages = 0

    class Plain(scrapy.Spider):
        name = "plain"

        async def start(self) -> Any:
            for outlet in outlets.values():
                for key, url in outlet.entry_points:
                    yield scrapy.Request(url, callback=self.entry, cb_kwargs={"key": key, "outlet": outlet})

        def entry(self, response: Any, key: str, outlet: Any) -> Any:
            for url in announced(response.body, response.url, key, outlet):
                yield scrapy.Request(url, callback=self.page)

        def page(self, response: Any) -> None:
            nonlocal pages
            pages += 1
            read(response.body, response.url)

    process = CrawlerProcess(PLAIN)
    process.crawl(Plain)
    process.start()
    return {"pages": pages, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}


def announced(body: bytes, url: str, key: str, outlet: Any) -> list[str]:
    """The articles' addresses of an entry point."""
    from monitor.discovery import parse_feed, parse_section, parse_sitemap

    if key == "feeds":
        return [each.url for each in parse_feed(body, url, outlet=outlet.slug)]
    if key == "sections":
        return [each.url for each in parse_section(body, url, outlet=outlet)]
    return [each.url for each in parse_sitemap(body, url, outlet=outlet.slug).candidates]


def with_trafilatura() -> Callable[[bytes, str], object]:
    """Trafilatura's text and metadata of a page."""
    import trafilatura

    return lambda body, url: trafilatura.bare_extraction(body, url=url, with_metadata=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--as"]:
        who, folder, address = sys.argv[2], Path(sys.argv[3]), sys.argv[4]
        print(json.dumps(ours(folder, address) if who == "ours" else plain(folder, extracts=who == "trafilatura")))
    else:
        main()
