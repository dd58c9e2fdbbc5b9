"""What Scrapy would log of each request and item, left out: each candidate's fate is logged once, by us."""

from __future__ import annotations

from typing import Any

from scrapy.logformatter import LogFormatter


class QuietFormatter(LogFormatter):
    """Logs nothing a request or item; errors stay."""

    def crawled(self, request: Any, response: Any, spider: Any) -> Any:
        """Nothing."""

    def scraped(self, item: Any, response: Any, spider: Any) -> Any:
        """Nothing."""

    def dropped(self, item: Any, exception: BaseException, response: Any, spider: Any) -> Any:
        """Nothing."""
