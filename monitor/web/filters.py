"""What a list is narrowed to: span, languages, countries, outlets and tags."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from monitor.model import since
from monitor.web.answers import Ask
from monitor.web.site import Site

EVERYTHING = "all"
SPANS = ("1d", "3d", "7d", "30d", EVERYTHING)
NOBODY = ("-",)  # a slug that no outlet has: for a tag that none has


@frozen
class Filters:
    """As the index takes them; `span` is one of SPANS, everything where none of them was asked for."""

    span: str
    since: datetime | None
    languages: tuple[str, ...]
    countries: tuple[str, ...]
    outlets: tuple[str, ...]
    words: str


def filters(site: Site, ask: Ask) -> Filters:
    """The filters of a query; an outlet may be named by its slug or its publisher's, which means all editions."""
    span = ask.query.get("span", "")
    span = span if span in SPANS else EVERYTHING
    return Filters(
        span=span,
        since=None if span == EVERYTHING else since(site.now(), span),
        languages=ask.lists.get("language", ()),
        countries=tuple(code.strip().upper() for code in ask.lists.get("country", ())),
        outlets=_outlets(site, ask),
        words=ask.query.get("q", "")[:1000],
    )


def _outlets(site: Site, ask: Ask) -> tuple[str, ...]:
    publishers = site.catalogue.publishers
    named = [name.strip().lower() for name in ask.lists.get("outlet", ())]
    slugs = [slug for name in named for slug in (publishers[name].outlets if name in publishers else (name,))]
    tags = ask.lists.get("tag", ())
    if not tags:
        return tuple(slugs)
    tagged = {outlet.slug for tag in tags for outlet in site.catalogue.select(tag=tag.strip())}
    return tuple(slug for slug in slugs if slug in tagged) or NOBODY if slugs else tuple(sorted(tagged)) or NOBODY
