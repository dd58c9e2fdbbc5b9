"""The front page, newest or widest events, and the page of one event."""

from __future__ import annotations

from urllib.parse import urlencode

from attrs import evolve

from monitor.comparison import EventComparison, to_dict
from monitor.index import ArticleQuery, EventPage, EventQuery
from monitor.index.codec import event_to_dict
from monitor.model import Event, since
from monitor.web.answers import Elsewhere, View
from monitor.web.asking import Ask
from monitor.web.atom import Feed, article_entry, event_entry
from monitor.web.filters import MOST, SPANS, filters
from monitor.web.problems import PageProblem
from monitor.web.rendering import segment
from monitor.web.sheets import Sheet
from monitor.web.shown import Shown, preferred, shown
from monitor.web.site import Site
from monitor.web.tables import TABLES, sheet

PAGE = 30
USUAL = "7d"  # the span of a first visit
ORDERS = ("widest", "newest")
FEED = 100  # entries
COLUMNS = ("id", "headline", "first", "last", "outlets", "articles", "languages", "countries")


def front(site: Site, ask: Ask) -> View:
    """Events of a span, widest coverage first, or newest first; a visitor who asks for nothing sees the last days."""
    ask = _with_usual_span(site, ask)
    chosen = filters(site, ask)
    offset, size = ask.number("offset", 0, most=10_000), ask.number("limit", PAGE, least=1, most=MOST)
    newest = ask.choice("order", ORDERS[::-1] if ask.feed else ORDERS) == "newest"
    query = EventQuery(
        since=chosen.since,
        text=chosen.words,
        languages=chosen.languages,
        countries=chosen.countries,
        outlets=chosen.outlets,
        min_outlets=ask.number("min", 1, most=1000),
        order="-last" if newest else "outlets",
        limit=size,
        offset=offset,
    )
    found = site.index.events(query)
    values = {
        "query": ask.query,
        "events": found,
        "codes": {each.id: preferred(each.headlines, ask.locale) for each in found},
        "times": site.times(list(found)) if ask.html else {},
        "spans": SPANS,
        "chosen": chosen,
        "newest": newest,
        "offset": offset,
        "size": size,
    }
    return View(
        template="front.html",
        values=values,
        data=lambda: {"total": found.total, "events": [event_to_dict(event) for event in found]},
        sheet=lambda: _sheet(found),
        feed=lambda: Feed(path="/", title="News monitor: events", entries=[event_entry(each) for each in found]),
    )


def _with_usual_span(site: Site, ask: Ask) -> Ask:
    """The last days' events where a browser asks for nothing: of all time, the widest would stand there for ever.

    Where those days have none, as in an archive, and for programs it stays everything.
    """
    if not ask.html or ask.query.keys() - {"lang"}:
        return ask
    recent = EventQuery(since=since(site.now(), USUAL), limit=1)
    return evolve(ask, query={**ask.query, "span": USUAL}) if site.index.events(recent).events else ask


def event(site: Site, ask: Ask) -> View | Elsewhere:
    """One event, compared over every outlet that told it."""
    found = find(site, ask)
    if found.id != ask.path["id"]:
        query = urlencode({"merged": ask.path["id"]}) if ask.html else ""
        return Elsewhere(url=f"/event/{segment(found.id)}", query=query)
    if ask.html:
        kept = site.comparison(found)
        chosen = shown(kept.value, site.catalogue, ask.locale)
        machine = site.translations.of(_foreign(found, chosen), ask.locale)
        values = {
            "event": found,
            "machine": machine,
            "machine_words": machine.value,
            "translator": site.translations.name,
            "code": preferred(found.headlines, ask.locale),
            "comparison": kept.value,
            "whole": kept.whole,
            "problem": kept.problem,
            "merged": _merged(site, found, ask.query.get("merged", "")),
            "shown": chosen,
        }
        return View(template="event.html", values=values, sheet=_unmade, feed=lambda: _feed(site, found))
    return View(
        template="event.html",
        data=lambda: to_dict(_whole(site, found)),
        sheet=lambda: sheet("coverage", _whole(site, found)),
        feed=lambda: _feed(site, found),
    )


def table(site: Site, ask: Ask) -> View | Elsewhere:
    """One table of an event, for programs; a browser is led to where it stands on the event's page."""
    name = ask.path["table"]
    if name not in TABLES:
        raise PageProblem(404, "There is no such table; there are: {names}", names=", ".join(TABLES))
    found = find(site, ask)
    if ask.html:
        return Elsewhere(url=f"/event/{segment(found.id)}#{name}", suffixed=False)
    if found.id != ask.path["id"]:
        return Elsewhere(url=f"/event/{segment(found.id)}/{name}")

    def made() -> Sheet:
        return sheet(name, _whole(site, found))

    return View(template="", sheet=made, data=lambda: {"columns": made().columns, "rows": list(made().rows)})


def find(site: Site, ask: Ask) -> Event:
    """The event of the address; for one that was merged, the one that it went into."""
    found = site.index.event(ask.path["id"])
    if found is None:
        raise PageProblem(404, "There is no event {id} in this index.", id=ask.path["id"])
    return found


def _merged(site: Site, found: Event, name: str) -> str:
    """The id that a reader came by, where it is one that was merged into this event."""
    return name if name and name != found.id and site.index.history.resolve(name) == found.id else ""


def _whole(site: Site, found: Event) -> EventComparison:
    return site.comparison(found, patience=None).value


def _unmade() -> Sheet:
    raise AssertionError("a page of HTML makes no table")


def _foreign(found: Event, chosen: Shown) -> list[tuple[str, str]]:
    """What a reader may want translated: headlines and claims, as (language, text)."""
    claims = [*(row.claim for row in chosen.matrix), *chosen.alone]
    return [*found.headlines.items(), *((claim.language, claim.text) for claim in claims)]


def _sheet(found: EventPage) -> Sheet:
    rows = [
        (each.id, each.headline, *_span(each), each.outlets, each.articles, each.languages, each.countries)
        for each in found
    ]
    return Sheet(name="events", columns=COLUMNS, rows=rows)


def _span(found: Event) -> tuple[str, str]:
    return found.first.to_text() if found.first else "", found.last.to_text() if found.last else ""


def _feed(site: Site, found: Event) -> Feed:
    query = ArticleQuery(events=(found.id,), order="-time", limit=FEED)
    articles = [each.article for each in site.index.articles(query, vectors=False)]
    names = {slug: outlet.name for slug, outlet in site.catalogue.outlets.items()}
    entries = [article_entry(each, names.get(each.outlet, each.outlet)) for each in articles]
    return Feed(path=f"/event/{found.id}", title=found.headline, entries=entries)
