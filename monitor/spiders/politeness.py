"""Scrapy's settings for a crawl's outlets: who waits how long between requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from monitor.config import Config
from monitor.fetching import user_agent
from monitor.outlets import Outlet
from monitor.spiders.options import CrawlOptions
from monitor.text.urls import host, site

DELAY: Final = 1.0  # seconds between two requests to an outlet whose file says nothing
TOGETHER: Final = 128  # requests under way, most of them waiting for their outlet's delay
TOGETHER_WITHOUT_DELAY: Final = 32


@frozen
class Politeness:
    """Which slot of the downloader each outlet uses, and each slot's delay and concurrency."""

    slots: Mapping[str, str]  # outlet -> slot
    places: Mapping[str, int]  # outlet -> its requests at once
    settings: Mapping[str, Any]  # Scrapy's

    @classmethod
    def of(cls, outlets: Sequence[Outlet], options: CrawlOptions, config: Config) -> Politeness:
        """Outlets on one public host share its slot; --delay wins over the outlets' own delays."""
        slots = {outlet.slug: _slot(outlet, options) for outlet in outlets}
        per_slot: dict[str, dict[str, float]] = {}
        for outlet in outlets:
            own = options.delay if options.delay is not None else outlet.delay if outlet.delay is not None else DELAY
            slot = per_slot.setdefault(slots[outlet.slug], {"delay": 0.0, "concurrency": 1})
            slot["delay"] = max(slot["delay"], own)
            slot["concurrency"] = max(slot["concurrency"], outlet.concurrency)
        without = options.delay == 0
        settings = {
            "DOWNLOAD_SLOTS": per_slot,
            "DOWNLOAD_DELAY": 0.0 if without else DELAY,
            "AUTOTHROTTLE_ENABLED": not without,
            "CONCURRENT_REQUESTS": TOGETHER_WITHOUT_DELAY if without else TOGETHER,
            "USER_AGENT": user_agent(config.contact),
        }
        return cls(slots, {outlet.slug: max(outlet.concurrency, 1) for outlet in outlets}, settings)

    @property
    def together(self) -> int:
        """How many requests may be under way."""
        return int(self.settings["CONCURRENT_REQUESTS"])


def _slot(outlet: Outlet, options: CrawlOptions) -> str:
    """The host where it has a public name and requests are spaced, else the outlet."""
    named = host(outlet.homepage)
    is_public = site(outlet.homepage) != "" and "." in named and not named.rpartition(".")[2].isdigit()
    return named if is_public and options.delay != 0 else outlet.slug
