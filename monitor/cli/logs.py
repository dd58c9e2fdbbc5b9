"""The log on standard error: lines for people, or JSON for programs."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

# A request that failed is a fate or an entry point's problem in the crawl's report; Scrapy adds a stack of its own.
FAILED_REQUESTS = ("scrapy.downloadermiddlewares.retry", "scrapy.downloadermiddlewares.robotstxt")
STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "spider"}


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and what the caller gave in `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **{key: value for key, value in vars(record).items() if key not in STANDARD},
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True, default=str)


def log_to_stderr(form: str, *, verbose: bool) -> None:
    """Send every log record of `warning` and above, with `verbose` of `info`, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    plain = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s", datefmt="%H:%M:%S")
    handler.setFormatter(JsonFormatter() if form == "json" else plain)
    # On the handler, since Scrapy sets the loggers' own levels.
    handler.setLevel(logging.INFO if verbose else logging.WARNING)
    if not verbose:
        handler.addFilter(lambda record: record.name not in FAILED_REQUESTS)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    # Each failed try of the client is a warning with its stack; what came of it is an error of ours, in one line.
    logging.getLogger("elastic_transport").setLevel(logging.INFO if verbose else logging.CRITICAL)
