"""The last resort for a date: htmldate over the page's text, for pages where nothing else speaks."""

from __future__ import annotations

from datetime import UTC, datetime

from htmldate import find_date
from lxml import etree

from monitor.extraction.dates import Bounds, Dated
from monitor.extraction.survey import Survey
from monitor.model import Moment

MAX_SIZE = 1_500_000  # bytes; htmldate reads every text of a page again


def find_anywhere(survey: Survey, bounds: Bounds) -> Dated | None:
    """A day that htmldate finds anywhere; the first of a year is a copyright line's and not believed."""
    if survey.page.size > MAX_SIZE:
        return None
    html = etree.tostring(survey.page.root, encoding="unicode", method="html")
    try:
        found = find_date(html, original_date=True, extensive_search=True)
    except (ValueError, TypeError, AttributeError, etree.LxmlError):  # htmldate's own faults on odd pages
        return None
    if not found or found.endswith("-01-01"):
        return None
    moment = Moment.of(datetime.fromisoformat(found).replace(tzinfo=bounds.zone or UTC), has_time=False)
    return Dated(moment, "text") if bounds.believable(moment) else None
