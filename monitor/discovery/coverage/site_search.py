"""The outlets' own searches: where the catalogue gives one, and where the site is WordPress, whose search is a feed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote, urlsplit

from monitor.discovery.coverage.protocol import Ask, Finding, Lead, Query, Question
from monitor.discovery.feeds import parse_feed
from monitor.discovery.problems import NotAFeed
from monitor.discovery.sections import parse_section
from monitor.model import Candidate
from monitor.outlets import Outlet

QUERIES: Final = 2  # of one site

_WORDPRESS: Final = re.compile(r"(https?://[^/?#]+(?:/[^?#]*)?/)feed/?\Z")


class SiteSearch:
    """The search of each outlet that writes in the article's language."""

    name = "site search"
    delay = 1.0

    def asks(self, question: Question) -> Sequence[Ask]:
        """The first query at every site, then the second."""
        language = question.language.partition("-")[0]
        asked = [
            (outlet, form)
            for outlet in question.outlets
            if any(code.partition("-")[0] == language for code in outlet.languages) and (form := search_of(outlet))
        ]
        return [
            Ask(url=form.replace("{query}", quote(_words(query), safe="")), outlet=outlet.slug, language=language)
            for query in question.queries[:QUERIES]
            for outlet, form in asked
        ]

    def read(self, ask: Ask, body: bytes, url: str, charset: str | None, question: Question) -> Finding:
        """Read a feed, or else a page of results by its links."""
        outlet = next(each for each in question.outlets if each.slug == ask.outlet)
        try:
            found = parse_feed(body, url, outlet=outlet.slug, charset=charset)
        except NotAFeed:
            found = parse_section(body, url, outlet=outlet, charset=charset)
        return Finding(leads=tuple(_lead(each) for each in found))

    def lead_on(self, url: str, body: bytes) -> str | None:  # noqa: ARG002
        """Every address is an article's own."""
        return url


def search_of(outlet: Outlet) -> str:
    """The address of an outlet's search with `{query}` in it; "" where none is known.

    A feed at `…/feed/` on the outlet's own host is WordPress', which answers `?s=…&feed=rss2` with a feed.
    """
    if outlet.search:
        return outlet.search
    own = urlsplit(outlet.homepage).hostname
    found = (_WORDPRESS.match(feed) for feed in outlet.feeds)
    base = next((each[1] for each in found if each and urlsplit(each[1]).hostname == own), "")
    return f"{base}?s={{query}}&feed=rss2" if base else ""


def _words(query: Query) -> str:
    """The name, and the word most likely to stand beside it: a site's search asks for all words."""
    return " ".join((query.name, *query.others[:1]))


def _lead(found: Candidate) -> Lead:
    return Lead(
        url=found.url,
        headline=found.headline or "",
        published=found.published or found.modified,
        language=found.language or "",
        outlet=found.outlet,
    )
