"""What a list is narrowed to: span, languages, countries, outlets and tags."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from monitor.model import Moment, since
from monitor.web.asking import LONGEST, Ask
from monitor.web.problems import N_
from monitor.web.site import Site
from monitor.web.strangers import say_strangers

EVERYTHING = "all"
MOST = 500  # events or articles of one page
SPANS = ("1d", "3d", "7d", "30d", EVERYTHING)
STRANGE = N_("“{words}” is neither a span such as 2d nor a date such as 2018-05-22.")
NOBODY = ("-",)  # a slug that no outlet has: for a tag that none has


@frozen
class Filters:
    """As the index takes them; `span` is as it was asked for, everything where nothing was."""

    span: str
    since: datetime | None
    languages: tuple[str, ...]
    countries: tuple[str, ...]
    outlets: tuple[str, ...]
    words: str


def filters(site: Site, ask: Ask) -> Filters:
    """The filters of a query; an outlet may be named by its slug or its publisher's, which means all editions.

    Where the span is none that is odd, and everything is meant.
    """
    say_strangers(site, ask)
    span = (ask.query.get("span") or ask.query.get("since") or "").strip() or EVERYTHING
    try:
        start = _start(site, span)
    except (ValueError, OverflowError):
        ask.is_odd(STRANGE, words=span[:LONGEST])
        span, start = EVERYTHING, None
    return Filters(
        span=span,
        since=start,
        languages=ask.listed("language"),
        countries=ask.listed("country"),
        outlets=_outlets(site, ask),
        words=ask.text("q", most=1000),
    )


def _start(site: Site, span: str) -> datetime | None:
    """The moment that a span or a date means. Raises ValueError or OverflowError where it means none."""
    if span == EVERYTHING:
        return None
    return Moment.parse(span) if "-" in span else since(site.now(), span)


def _outlets(site: Site, ask: Ask) -> tuple[str, ...]:
    publishers = site.catalogue.publishers
    named = [name.lower() for name in ask.listed("outlet")]
    slugs = [slug for name in named for slug in (publishers[name].outlets if name in publishers else (name,))]
    tags = ask.listed("tag")
    if not tags:
        return tuple(slugs)
    tagged = {outlet.slug for tag in tags for outlet in site.catalogue.select(tag=tag)}
    return tuple(slug for slug in slugs if slug in tagged) or NOBODY if slugs else tuple(sorted(tagged)) or NOBODY
