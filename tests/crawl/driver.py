"""One crawl in a process of its own, because a reactor starts once."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from monitor.config import Config
from monitor.embedding import EmbedderError
from monitor.jobs.crawl import CrawlOptions, CrawlReport, crawl
from monitor.jobs.discovering import discover
from monitor.model import Article, MonitorError
from monitor.outlets import load_catalogue

load_catalogue()  # read once, where processes are forked from, and not by each crawl


def run(given: dict[str, Any], out: Path) -> None:
    """Crawl as `given` says and write what happened to `out` as JSON."""
    options = {**given["options"], "outlets": tuple(given["options"].get("outlets", ()))}
    _tell(out, lambda: crawl(CrawlOptions(**options), Config(**given["config"]), now=_now(given)))


def search_for(article: Article, given: dict[str, Any], out: Path) -> None:
    """Look for an article's coverage, and write what happened as `run` does."""
    budget = given["options"].get("budget", 200)
    _tell(out, lambda: discover(article, Config(**given["config"]), budget=budget, delay=0.0, now=_now(given)))


def _now(given: dict[str, Any]) -> datetime | None:
    return datetime.fromisoformat(given["now"]) if given.get("now") else None


def _tell(out: Path, work: Callable[[], CrawlReport]) -> None:
    warnings.simplefilter("ignore")
    os.environ["MONITOR_CONFIG"] = os.devnull
    try:
        told = _told(work())
    except (MonitorError, EmbedderError) as problem:
        told = {"error": str(problem), "kind": type(problem).__name__}
    out.write_text(json.dumps(told), encoding="utf-8")


def _told(report: CrawlReport) -> dict[str, Any]:
    return {
        "run": report.run,
        "totals": {name.value: count for name, count in report.totals.items()},
        "candidates": report.candidates,
        "exit_code": report.exit_code,
        "failed": dict(report.failed),
        "sources": list(report.sources),
        "entries": [[entry.outlet, entry.outcome] for entry in report.entries],
        "longest_stall": report.longest_stall,
        "cpu": dict(report.cpu),
    }
