"""Bytes of a feed, sitemap or section page to candidates; pure."""

from monitor.discovery.entrypoints import EntryPoints, find_entry_points
from monitor.discovery.feeds import Channel, parse_feed, read_feed
from monitor.discovery.problems import NotAFeed, NotASitemap, NotReadableError
from monitor.discovery.sections import parse_section
from monitor.discovery.sitemaps import Sitemap, parse_sitemap

__all__ = [
    "Channel",
    "EntryPoints",
    "NotAFeed",
    "NotASitemap",
    "NotReadableError",
    "Sitemap",
    "find_entry_points",
    "parse_feed",
    "parse_section",
    "parse_sitemap",
    "read_feed",
]
