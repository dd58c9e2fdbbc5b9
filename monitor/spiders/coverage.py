"""The spider that starts from an article: it fetches what the sources and the catalogue's feeds know of coverage."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Self

import scrapy

from monitor.config import Config
from monitor.extraction import extract, read_text
from monitor.fetching import fetch
from monitor.fetching.resolver import config_of
from monitor.index import Index, open_index
from monitor.model import Article
from monitor.outlets import Catalogue, load_catalogue
from monitor.spiders.crawl import Crawl
from monitor.spiders.frontier import Frontier
from monitor.spiders.gathering import Gathered, gather, told
from monitor.spiders.options import CrawlOptions, OptionError
from monitor.spiders.outlet import number_of
from monitor.spiders.politeness import Politeness
from monitor.spiders.visiting import Visiting

BUDGET: Final = 200  # requests: a quarter for the sources, a quarter for feeds, the rest for articles
MAX_BYTES: Final = 10_000_000  # of the article's file


log = logging.getLogger("monitor.coverage")


class CoverageSpider(Visiting, scrapy.Spider):
    """Fetches what outlets published about an article's events: `scrapy crawl coverage -a article=FILE|URL`.

    Further arguments: budget (requests), delay (seconds). What does not fit is refused, and left to the next crawl.
    """

    name = "coverage"

    def __init__(
        self,
        gathered: Gathered,
        catalogue: Catalogue,
        budget: int,
        delay: float | None,
        config: Config,
        index: Index,
        clock: Callable[[], datetime],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        outlets = gathered.outlets
        options = CrawlOptions(delay=delay, command="coverage")
        politeness = Politeness.of(outlets, options, config)
        frontier = Frontier(politeness.places, together=politeness.together)
        crawl = Crawl(uuid.uuid4().hex[:16], options, outlets, index, clock, frontier)
        crawl.look_for(gathered, budget=budget - gathered.asked)
        self.prepare(crawl, politeness, config, index, clock, catalogue=catalogue)

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> Self:
        """Make the spider from our own objects, or, under `scrapy crawl`, from its -a arguments."""
        config = config_of(crawler.settings)
        if "gathered" not in kwargs:
            article = article_from(str(kwargs.get("article", "")), config)
            budget, delay = number_of(kwargs, "budget", int) or BUDGET, number_of(kwargs, "delay", float)
            catalogue = load_catalogue(config.catalogue)
            gathered = gather(article, config, catalogue, budget=budget, delay=delay)
            for line in told(gathered.sources):
                log.info(line)
            kwargs = {
                "gathered": gathered,
                "catalogue": catalogue,
                "budget": budget,
                "delay": delay,
                "index": open_index(config.index_address, prefix=config.index_prefix),
                "clock": lambda: datetime.now(UTC),
            }
        spider = super().from_crawler(crawler, *args, config=config, **kwargs)
        spider.join(crawler)
        return spider


def article_from(source: str, config: Config) -> Article:
    """The article of a file (HTML or plain text) or an address. Raises OptionError and FetchProblem."""
    if source.startswith(("http://", "https://")):
        page = fetch(source, config=config)
        article = extract(page.body, page.url, charset=page.charset)
    else:
        article = _from_file(Path(source))
    if not article.body:
        raise OptionError(f"-a article={source}: no article was found in it ({article.reason or article.kind})")
    return article


def _from_file(path: Path) -> Article:
    if not path.is_file() or path.stat().st_size > MAX_BYTES:
        raise OptionError(f"-a article={path}: expected an address, or a file of at most {MAX_BYTES // 10**6} MB")
    body = path.read_bytes()
    if b"<html" in body[:4096].lower() or b"<!doctype html" in body[:4096].lower():
        return extract(body)
    return read_text(body.decode("utf-8-sig", errors="replace"))
