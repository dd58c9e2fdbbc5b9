"""An event, or an article somebody brought, compared across outlets: pure over what the index gives."""

from monitor.comparison.article import compare_article
from monitor.comparison.event import compare_event, compare_indexed
from monitor.comparison.results import (
    ArticleComparison,
    Cell,
    Claim,
    ContestedUse,
    EventComparison,
    QuoteRow,
    to_dict,
)
from monitor.comparison.windows import habits

__all__ = [
    "ArticleComparison",
    "Cell",
    "Claim",
    "ContestedUse",
    "EventComparison",
    "QuoteRow",
    "compare_article",
    "compare_event",
    "compare_indexed",
    "habits",
    "to_dict",
]
