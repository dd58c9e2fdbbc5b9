"""What is known of an article's coverage before its pages are fetched: leads of the sources, and whose feeds to ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen
from pydantic import ValidationError

from monitor.analysis import analyse
from monitor.config import Config
from monitor.discovery.coverage import Lead
from monitor.model import Article, Candidate
from monitor.outlets import Catalogue, Outlet, citable, slug_for
from monitor.spiders.looking import Looking, SourceReport, sources_of
from monitor.spiders.questions import question_of
from monitor.spiders.search import Search, outlets_for

SHARE: Final = 4  # a part of the budget for the sources, as much for feeds; the rest is for articles
AFTER_IT: Final = "coverage"  # what an article of a lead was found in


@frozen(kw_only=True)
class Gathered:
    """Where coverage is looked for; `asked` of the budget's requests are spent."""

    search: Search
    polled: tuple[Outlet, ...]  # whose feeds and sections are asked
    outlets: tuple[Outlet, ...]  # those, and whoever published a lead
    leads: tuple[Candidate, ...]
    sources: tuple[SourceReport, ...]
    asked: int


def gather(article: Article, config: Config, catalogue: Catalogue, *, budget: int, delay: float | None) -> Gathered:
    """Ask the sources about an article, within a part of the budget. What goes wrong with one is in its report."""
    found = analyse(article, catalogue=citable(catalogue))
    cited = {mention.publisher for mention in found.mentions}
    search = Search.of(article, [date.day for date in found.dates])
    part = max(1, budget // SHARE)
    asked_at_home = outlets_for(article, cited, catalogue, most=budget)
    question = question_of(article, found, outlets=asked_at_home, windows=search.windows)
    looking = Looking(sources_of(config), config, most=part, delay=delay)
    leads = looking.leads(question, lambda lead: _fits(lead, search, catalogue))
    polled = outlets_for(article, cited, catalogue, most=part)
    outlets = {outlet.slug: outlet for outlet in polled}
    candidates = []
    for lead in leads:
        outlet = _outlet_of(lead, catalogue, outlets)
        if outlet is not None and lead.url != article.url:
            outlets.setdefault(outlet.slug, outlet)
            candidates.append(_candidate(lead, outlet))
    return Gathered(
        search=search,
        polled=tuple(polled),
        outlets=tuple(outlets.values()),
        leads=tuple(candidates[: budget // 2]),
        sources=looking.reports,
        asked=looking.asked,
    )


def _fits(lead: Lead, search: Search, catalogue: Catalogue) -> bool:
    known = catalogue.outlets.get(lead.outlet)
    language = lead.language or (known.languages[0] if known else search.language)
    candidate = Candidate(
        url=lead.url, outlet="", headline=lead.headline or None, published=lead.published, language=language
    )
    return search.misfit(candidate, language) is None


def _candidate(lead: Lead, outlet: Outlet) -> Candidate:
    return Candidate(
        url=lead.url,
        outlet=outlet.slug,
        headline=lead.headline or None,
        published=lead.published,
        language=lead.language or None,
        found_in=AFTER_IT,
    )


def _outlet_of(lead: Lead, catalogue: Catalogue, met: dict[str, Outlet]) -> Outlet | None:
    """The catalogue's outlet, or one made of what the source tells: an article of an unknown site is coverage too."""
    known = catalogue.outlets.get(lead.outlet) or catalogue.by_url(lead.url)
    if known is not None:
        return known
    host = (urlsplit(lead.url).hostname or "").removeprefix("www.")
    slug = slug_for(host)
    if slug in met:
        return met[slug]
    try:
        return Outlet(
            slug=slug,
            name=(lead.publisher or host)[:200],
            publisher=slug,
            languages=(lead.language or "und",),
            country=lead.country or "ZZ",
            homepage=f"{urlsplit(lead.url).scheme}://{urlsplit(lead.url).netloc}/",
            crawl=False,
        )
    except ValidationError:
        return None


def told(sources: Sequence[SourceReport]) -> list[str]:
    """A line a source: what it gave, and why it gave nothing."""
    lines = []
    for each in sources:
        line = f"{each.name}: {each.leads} leads of {each.asked} requests" if each.asked else f"{each.name}: not asked"
        more = f" and {each.failed - 1} more" if each.failed > 1 else ""
        lines.append(line + (f" ({each.problem}{more})" if each.problem else ""))
    return lines
