"""Where coverage of a happening may be found: one small module a source, all behind one protocol; pure."""

from monitor.discovery.coverage.archives import Archives
from monitor.discovery.coverage.gdelt import Gdelt
from monitor.discovery.coverage.google_news import GoogleNews
from monitor.discovery.coverage.protocol import Ask, CoverageSource, Finding, Lead, Query, Question, Window
from monitor.discovery.coverage.site_search import SiteSearch

__all__ = [
    "Archives",
    "Ask",
    "CoverageSource",
    "Finding",
    "Gdelt",
    "GoogleNews",
    "Lead",
    "Query",
    "Question",
    "SiteSearch",
    "Window",
]
