"""AutoThrottle that never goes below an outlet's own delay or the Crawl-delay of its robots.txt."""

from __future__ import annotations

from typing import Any, Final

from scrapy import signals
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Request, Response

from monitor.fetching import ROBOTS_NAME

LONGEST_CRAWL_DELAY: Final = 30.0  # seconds; a longer one would let an outlet's news grow old before it is read


class PoliteThrottle(AutoThrottle):
    """Adjusts each slot's delay to the server's pace, from its floor upwards."""

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        slots = crawler.settings.getdict("DOWNLOAD_SLOTS")
        self._floors: dict[str, float] = {key: float(slot.get("delay", 0.0)) for key, slot in slots.items()}
        crawler.signals.connect(self._robots_parsed, signal=signals.robots_parsed)

    def _response_downloaded(self, response: Response, request: Request, spider: Any) -> None:
        super()._response_downloaded(response, request, spider)
        key, slot = self._get_slot(request, spider)
        if key is not None and slot is not None:
            slot.delay = max(slot.delay, self._floors.get(key, 0.0))

    def _robots_parsed(self, robotparser: Any, request: Request) -> None:
        wished = robotparser.rp.crawl_delay(ROBOTS_NAME)
        key = str(request.meta.get("download_slot", ""))
        slot = self.crawler.engine.downloader.slots.get(key)
        if wished and key:
            self._floors[key] = max(self._floors.get(key, 0.0), min(float(wished), LONGEST_CRAWL_DELAY))
            if slot is not None:
                slot.delay = max(slot.delay, self._floors[key])
