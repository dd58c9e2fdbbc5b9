"""The one spider for every outlet: it polls what announces articles, and fetches them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, Self, TypeVar

import scrapy

from monitor.config import Config
from monitor.fetching.resolver import config_of
from monitor.index import Index, open_index
from monitor.outlets import Catalogue, load_catalogue
from monitor.spiders.crawl import Crawl
from monitor.spiders.frontier import Frontier
from monitor.spiders.options import CrawlOptions, OptionError
from monitor.spiders.politeness import Politeness
from monitor.spiders.visiting import Visiting

T = TypeVar("T", int, float)


class OutletSpider(Visiting, scrapy.Spider):
    """Crawls outlets of the catalogue: `scrapy crawl outlet -a outlet=irna-fa`.

    Arguments: outlet (slugs, parted by commas), language, country, tag, since, due, shard, limit, delay, as of
    `monitor crawl`.
    """

    name = "outlet"

    def __init__(
        self,
        options: CrawlOptions,
        config: Config,
        catalogue: Catalogue,
        index: Index,
        clock: Callable[[], datetime],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        outlets = options.select(catalogue)
        politeness = Politeness.of(outlets, options, config)
        frontier = Frontier(politeness.places, together=politeness.together)
        crawl = Crawl(uuid.uuid4().hex[:16], options, outlets, index, clock, frontier)
        self.prepare(crawl, politeness, config, index, clock, catalogue=catalogue)

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> Self:
        """Make the spider from our own objects, or, under `scrapy crawl`, from its -a arguments."""
        config = config_of(crawler.settings)
        if "options" not in kwargs:
            kwargs = {
                "options": options_of(kwargs),
                "catalogue": load_catalogue(config.catalogue),
                "index": open_index(config.index_address, prefix=config.index_prefix),
                "clock": lambda: datetime.now(UTC),
            }
        spider = super().from_crawler(crawler, *args, config=config, **kwargs)
        spider.join(crawler)
        return spider


def options_of(given: dict[str, Any]) -> CrawlOptions:
    """The options of a crawl from Scrapy's -a arguments. Raises OptionError."""
    names: Iterator[str] = (name.strip() for name in str(given.get("outlet", "")).split(","))
    return CrawlOptions(
        outlets=tuple(name for name in names if name),
        language=given.get("language"),
        country=given.get("country"),
        tag=given.get("tag"),
        since=given.get("since"),
        due=str(given.get("due", "")).lower() in ("1", "true", "yes"),
        shard=given.get("shard"),
        limit=number_of(given, "limit", int),
        delay=number_of(given, "delay", float),
        command="scrapy crawl outlet",
    )


def number_of(given: dict[str, Any], name: str, kind: Callable[[str], T]) -> T | None:
    """An argument that is a number, None where it was not given. Raises OptionError."""
    if name not in given:
        return None
    try:
        return kind(given[name])
    except ValueError:
        raise OptionError(f"-a {name}={given[name]}: expected a number") from None
