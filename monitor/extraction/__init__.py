"""Bytes of a page and its URL to an Article, each field with where it came from; pure."""

from monitor.extraction.article import extract
from monitor.extraction.plain import read_text

__all__ = ["extract", "read_text"]
