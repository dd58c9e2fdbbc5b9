"""Headline, day and authors of pages as content systems build them, and where sources disagree; written before the rules."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.extraction import extract
from tests.extraction.desks import PAGES as DISAGREEING
from tests.extraction.systems import PAGES, Page

NOW = datetime(2026, 11, 27, tzinfo=UTC)


@pytest.mark.parametrize("page", [*PAGES, *DISAGREEING], ids=lambda page: page.system)
def test_headline_day_and_authors(page: Page) -> None:
    article = extract(page.full().encode(), page.url, now=NOW)
    day = article.published.date().isoformat() if article.published else ""
    assert (article.headline, day, article.authors) == (page.headline, page.day, page.authors)
    assert article.kind.is_article, article.reason


def test_the_pages_are_of_many_systems() -> None:
    assert len({page.system for page in PAGES}) == len(PAGES)
    assert len({page.language for page in PAGES}) >= 20
