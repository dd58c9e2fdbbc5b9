"""A crawl as a plain function: Scrapy in this process, from options to a report."""

from __future__ import annotations

import asyncio
import gc
import logging
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from attrs import define
from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from monitor.config import Config
from monitor.fetching.resolver import CONFIG_SETTING
from monitor.index import Index, RunRecord, open_index
from monitor.jobs.expectations import unmet
from monitor.outlets import Catalogue, load_catalogue
from monitor.spiders.options import CrawlOptions, OptionError
from monitor.spiders.outlet import OutletSpider
from monitor.spiders.report import CrawlProgress, CrawlReport, EntryResult, failed_outlets
from monitor.spiders.visiting import Visiting

__all__ = [
    "CrawlOptions",
    "CrawlProgress",
    "CrawlReport",
    "EntryResult",
    "OptionError",
    "Progress",
    "clock_of",
    "crawl",
    "run",
]

Progress = Callable[[CrawlProgress], None]
Clock = Callable[[], datetime]

EVERY: Final = 0.25  # seconds between two reports of progress
PROBE: Final = 0.02  # seconds between two looks at whether the reactor answers

log = logging.getLogger("monitor.crawl")


def crawl(
    options: CrawlOptions,
    config: Config,
    *,
    catalogue: Catalogue | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> CrawlReport:
    """Crawl what `options` name into the index of `config`; `now` stands still where it is given.

    `catalogue`: that of `config`, where it was read already.

    Once a process: Twisted's reactor cannot be started again. Raises OptionError, CatalogueError, IndexProblem and
    EmbedderError; what goes wrong with an outlet or a page is in the report.
    """
    catalogue = catalogue or load_catalogue(config.catalogue)
    options.select(catalogue)  # wrong names are told before anything is opened
    with open_index(config.index_address, prefix=config.index_prefix) as index:
        given = {"options": options, "catalogue": catalogue, "index": index, "clock": clock_of(now)}
        return run(OutletSpider, given, config, progress)


def clock_of(now: datetime | None) -> Clock:
    """The clock of a crawl: standing still where `now` is given."""
    return (lambda: now) if now else (lambda: datetime.now(UTC))


@define
class _Watch:
    """What is measured while the reactor runs."""

    started: float
    cpu: float
    stall: float = 0.0


def run(kind: type[Spider], given: dict[str, Any], config: Config, progress: Progress | None) -> CrawlReport:
    """Run a spider of one class, made with what is `given`, to its end."""
    settings = Settings()
    settings.setmodule("monitor.settings", priority="project")
    settings.set("SPIDER_MODULES", [kind.__module__], priority="cmdline")  # Scrapy loads every spider that it may run
    settings.set(CONFIG_SETTING, config, priority="cmdline")
    settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")
    for chatty in ("scrapy.utils.log", "scrapy.crawler"):  # they list versions and settings before anybody is asked
        logging.getLogger(chatty).setLevel(logging.WARNING)
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(logging.NOTSET)  # Scrapy makes it DEBUG; who calls us decides
    gc.freeze()  # what is loaded by now stays; walking it again and again would hold up the reactor
    gc.set_threshold(20_000, 20, 50)  # objects made before the youngest are walked, and how often the older ones are
    crawler = process.create_crawler(kind)
    clock: Clock = given["clock"]
    index: Index = given["index"]
    watch = _Watch(time.monotonic(), time.process_time())
    started = clock()
    crawling = process.crawl(crawler, **given)
    watching = _loop().create_task(_watch(crawler, watch, progress))
    process.start()
    watching.cancel()
    spider = _sound(crawling, crawler.spider)
    report = _report(spider, index, started, clock(), watch)
    index.state.save_run(_record(report, spider.crawl.options.command, started))
    return report


def _sound(crawling: asyncio.Task[None], spider: object) -> Visiting:
    """The spider, where it came to its end; else what ended it is raised."""
    failed = crawling.exception() if crawling.done() and not crawling.cancelled() else None
    if failed is not None:
        raise failed
    if not isinstance(spider, Visiting):
        raise TypeError("Scrapy made no spider")
    if spider.problem is not None:
        raise spider.problem
    return spider


async def _watch(crawler: Any, watch: _Watch, progress: Progress | None) -> None:
    """Tell the progress, and measure for how long the reactor did not answer."""
    told = 0.0
    while True:
        before = time.monotonic()
        await asyncio.sleep(PROBE)
        now = time.monotonic()
        if crawler.spider is None or not crawler.spider.under_way:
            continue
        watch.stall = max(watch.stall, now - before - PROBE)
        if progress is not None and now - told >= EVERY:
            told = now
            progress(_progress(crawler.spider, now - watch.started))


def _progress(spider: Visiting, elapsed: float) -> CrawlProgress:
    state = spider.crawl
    return CrawlProgress(
        entries=state.entries_met,
        entries_done=len(state.results),
        candidates=state.ledger.candidates,
        done=state.ledger.candidates - state.ledger.open,
        waiting=len(state.frontier),
        elapsed=elapsed,
        fates=state.ledger.totals,
    )


def _report(spider: Visiting, index: Index, started: datetime, ended: datetime, watch: _Watch) -> CrawlReport:
    state = spider.crawl
    entries = tuple(state.results)
    failed = failed_outlets(entries, state.ledger.fates)
    yielded = frozenset(entry.outlet for entry in entries if entry.used_to_yield)
    return CrawlReport(
        run=state.run,
        started=started,
        ended=ended,
        fates=state.ledger.fates,
        entries=entries,
        candidates=state.ledger.candidates,
        failed=failed,
        used_to_yield=yielded & frozenset(failed),
        expectations=tuple(unmet(state.outlets, state.ledger.fates, index, now=ended)),
        interrupted=spider.reason not in ("finished", ""),
        cpu=_cpu(spider, time.process_time() - watch.cpu),
        seconds=time.monotonic() - watch.started,
        peak_bytes=_peak(),
        longest_stall=watch.stall,
    )


def _cpu(spider: Visiting, own: float) -> dict[str, float]:
    """Processor seconds by stage; `fetch` is what this process used beside the index: Scrapy, the ledger, all else."""
    read = {stage: float(seconds) for stage, seconds in spider.readers.cpu.items()}
    at_index = spider.writer.cpu["index"] + spider.crawl.background.cpu
    waiting = spider.writer.cpu["embedding"]  # for the embedder's process
    return {"fetch": own - at_index - waiting, **read, "embedding": spider.embedder.cpu + waiting, "index": at_index}


def _loop() -> asyncio.AbstractEventLoop:
    """The loop that Scrapy's process runs in."""
    from twisted.internet import reactor  # noqa: PLC0415  (importing it earlier would install another one)

    loop: asyncio.AbstractEventLoop = reactor._asyncioEventloop  # noqa: SLF001
    return loop


def _peak() -> int:
    unit = 1 if sys.platform == "darwin" else 1024
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(kind).ru_maxrss for kind in kinds) * unit


def _record(report: CrawlReport, command: str, started: datetime) -> RunRecord:
    table = {outlet: {name.value: count for name, count in fates.items()} for outlet, fates in report.fates.items()}
    return RunRecord(
        id=report.run, started=started, ended=report.ended, command=command, fates=table,
        problems=dict(report.failed),
    )  # fmt: skip
