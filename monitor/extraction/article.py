"""A page's bytes to an Article."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from monitor.extraction.authors import find_authors
from monitor.extraction.blocks import build
from monitor.extraction.body import read_body
from monitor.extraction.dates import Bounds, find_modified, find_published
from monitor.extraction.headline import find_headline, outlet_names
from monitor.extraction.page import NotAPage, parse
from monitor.extraction.survey import survey as make_survey
from monitor.extraction.visible_dates import find_visible
from monitor.extraction.zones import zone_named, zone_of_host
from monitor.model import Article, Candidate, Kind

if TYPE_CHECKING:
    from monitor.outlets import Outlet


def extract(
    html: bytes,
    url: str | None = None,
    *,
    outlet: Outlet | None = None,
    charset: str | None = None,
    candidate: Candidate | None = None,
    now: datetime | None = None,
) -> Article:
    """Read a page.

    `charset` is the Content-Type header's; `outlet` gives the time zone of times without one, names and selectors;
    `candidate` what a feed said. Nothing is raised for a page that is no article: its `kind` and `reason` say so.
    """
    url = url or (candidate.url if candidate else "")
    try:
        page = parse(html, url, charset)
    except NotAPage as problem:
        return Article(url=url, kind=Kind.NOT_HTML if html.strip() else Kind.EMPTY, reason=str(problem))
    survey = make_survey(page)
    host = urlsplit(url).hostname or "" if url else ""
    names = outlet_names(survey, host, (outlet.name,) if outlet else ())
    headline, headline_source = find_headline(survey, names)
    bounds = Bounds(_zone(outlet, host), now)
    published = find_published(survey, bounds)
    modified = find_modified(survey, bounds)
    body = page.root.find("body")
    root = build(body if body is not None else page.root)
    if published is None or published.source in ('url','time'):
        seen = find_visible(root, headline, survey.language, bounds)
        if seen and (published is None or (published.source == 'url' and seen.moment.date()==published.moment.date()) or published.source=='time' and False):
            published = seen
    authors, authors_source = find_authors(survey, names, root, headline)
    runs = read_body(root, headline, survey.meta("og:description", "description"), jsonld_body(survey))
    text = "\n".join(run.text for run in runs)
    provenance = {
        "headline": headline_source,
        "authors": authors_source,
        "body": "text" if text else "",
        "published": published.source if published else "",
        "modified": modified.source if modified else "",
    }
    return Article(
        url=url, headline=headline, body=text, published=published.moment if published else None,
        modified=modified.moment if modified else None, authors=authors, charset=page.charset,
        language=survey.language or "und", language_declared=survey.language or None,
        kind=Kind.ARTICLE if text else Kind.EMPTY, reason="" if text else "no text that reads like an article",
        provenance={k: v for k, v in provenance.items() if v},
        canonical_url=urljoin(url, survey.links.get("canonical", [""])[0]),
        description=survey.meta("og:description", "description"), image=urljoin(url, survey.meta("og:image")),
    )  # fmt: skip


def _zone(outlet: Outlet | None, host: str) -> tzinfo | None:
    return zone_named(outlet.timezone) if outlet and outlet.timezone else zone_of_host(host)


def jsonld_body(survey) -> str:
    from monitor.extraction import jsonld
    v = (survey.article or {}).get("articleBody")
    return v if isinstance(v, str) else ""
