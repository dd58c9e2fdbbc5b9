"""Coverage of an article fetched, as a plain function; apart from the crawl, whose process reads no article."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve

from monitor.config import Config
from monitor.index import open_index
from monitor.jobs.crawl import CrawlReport, Progress, clock_of, run
from monitor.model import Article
from monitor.outlets import Catalogue, load_catalogue
from monitor.spiders.coverage import BUDGET, CoverageSpider
from monitor.spiders.gathering import gather, told

__all__ = ["discover"]


def discover(
    article: Article,
    config: Config,
    *,
    catalogue: Catalogue | None = None,
    budget: int = BUDGET,
    delay: float | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
) -> CrawlReport:
    """Fetch what was published about an article's events, within `budget` requests: monitor.spiders.gathering.

    `catalogue`: that of `config`, where it was read already.
    Once a process, like `crawl`, and raises what it raises.
    """
    catalogue = catalogue or load_catalogue(config.catalogue)
    with open_index(config.index_address, prefix=config.index_prefix) as index:
        gathered = gather(article, config, catalogue, budget=budget, delay=delay)
        given = {
            "gathered": gathered,
            "catalogue": catalogue,
            "budget": budget,
            "delay": delay,
            "index": index,
            "clock": clock_of(now),
        }
        return evolve(run(CoverageSpider, given, config, progress), sources=tuple(told(gathered.sources)))
