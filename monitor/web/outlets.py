"""The outlets, and the page of one: what it covers, with whom, how late it is, whom it cites, its health."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median

from attrs import asdict, frozen

from monitor.index import ArticleQuery, Stored
from monitor.index.codec import article_to_dict
from monitor.jobs.health import SILENT, OutletHealth, health
from monitor.model import Event
from monitor.web.answers import View
from monitor.web.asking import Ask
from monitor.web.described import Described, described
from monitor.web.problems import N_, PageProblem
from monitor.web.sheets import Sheet
from monitor.web.site import Site
from monitor.web.speaking import Speaker

NEWEST = 200  # articles that the page of an outlet looks at
SHOWN = 30


@frozen
class OutletRow:
    """A line of the list."""

    outlet: Described
    health: OutletHealth | None


@frozen
class Told:
    """One event as an outlet told it."""

    outlets: int  # publishers that told it
    lag: float | None  # seconds behind the first report


@frozen
class Habits:
    """What the newest articles of an outlet show of it."""

    cited: list[tuple[str, int]]
    beside: list[tuple[str, int]]  # slugs of outlets that told the same events
    median_lag: float | None  # seconds behind the first report of its events
    first: int  # events that it told first
    events: int
    told: dict[str, Told]  # event -> how it told it


def outlets(site: Site, ask: Ask) -> View:
    """Every outlet that was crawled, with its health; with `all=1` the others of the catalogue too."""
    states = {each.outlet: each for each in health(site.index, site.catalogue, now=site.now())}
    everything = ask.flag("all")
    slugs = {*states, *(site.catalogue.outlets if everything else ())}
    rows = [OutletRow(described(slug, site.index, site.catalogue), states.get(slug)) for slug in slugs]
    rows.sort(key=lambda row: (row.health is None or row.health.ok, row.outlet.name.casefold()))
    return View(
        template="outlets.html",
        values={"rows": rows, "everything": everything, "problem_of": problem_of},
        data=lambda: {"outlets": [dict(zip(COLUMNS, _line(row), strict=True)) for row in rows]},
        sheet=lambda: Sheet(name="outlets", columns=COLUMNS, rows=[_line(row) for row in rows]),
    )


def problem_of(state: OutletHealth, speaker: Speaker) -> str:
    """What is the matter with an outlet, in the interface's language; an error of its site as it is."""
    if state.state == "late" and state.polled:
        return speaker("not polled since {moment}", moment=speaker.when(state.polled))
    if state.state == "late":
        return speaker("never polled")
    if state.state == "silent":
        return speaker("no article for over {n} days", n=speaker.number(SILENT.days))
    if state.state == "meagre":
        found, expected = speaker.number(state.found), speaker.number(state.expected)
        return speaker("{found} articles a day, {expected} are expected", found=found, expected=expected)
    answered = re.fullmatch(r"the server answered (\d{3})", state.problem)
    if answered:
        return speaker("the server answered {status}", status=answered[1])
    return speaker(state.problem) if state.problem in REASONS else state.problem


REASONS = (  # of the crawl, why an entry point gave nothing; what else it says is an error of the site, as it is
    N_("it announces nothing"),
    N_("robots.txt forbids it"),
    N_("no whole answer in time"),
    N_("larger than we take"),
    N_("the answer was cut off"),
    N_("no connection"),
    N_("the host cannot be resolved"),
    N_("it is empty"),
    N_("it is an HTML page"),
    N_("it begins with nothing that a feed begins with"),
    N_("nothing of its XML can be read"),
    N_("it is neither a urlset, a sitemapindex nor a list of addresses"),
    N_("it is JSON without a list of items"),
)
COLUMNS = ("outlet", "name", "country", "languages", "state", "problem")


def _line(row: OutletRow) -> tuple[object, ...]:
    state = (row.health.state, row.health.problem) if row.health else ("never crawled", "")
    outlet = row.outlet
    return (outlet.slug, outlet.name, outlet.country, list(outlet.languages), *state)


def outlet(site: Site, ask: Ask) -> View:
    """One outlet: its newest articles, its habits, and its health."""
    slug = ask.path["slug"]
    known = site.catalogue.outlets.get(slug)
    query = ArticleQuery(outlets=(slug,), order="-time", limit=NEWEST)
    stored = list(site.index.articles(query, vectors=False))
    if known is None and not stored:
        raise PageProblem(404, "There is no outlet {slug} in this index or its catalogue.", slug=slug)
    state = next(iter(health(site.index, site.catalogue, now=site.now(), outlets=(slug,))), None)
    shown = described(slug, site.index, site.catalogue)
    found = habits(site, shown, stored)
    values = {
        "outlet": shown,
        "articles": [each.article for each in stored[:SHOWN]],
        "habits": found,
        "names": {
            name: site.catalogue.outlets[name].name for name, _ in found.beside if name in site.catalogue.outlets
        },
        "slugs": {each.name: each.outlets[0] for each in site.catalogue.publishers.values()},
        "state": state,
        "problem_of": problem_of,
        "count": site.index.count(ArticleQuery(outlets=(slug,))),
    }
    return View(
        template="outlet.html",
        values=values,
        data=lambda: {
            "outlet": known.model_dump(mode="json", exclude_defaults=True) if known else {"slug": slug},
            "state": state.state if state else "never crawled",
            "habits": asdict(found),
            "articles": [article_to_dict(each.article) for each in stored[:SHOWN]],
        },
    )


def habits(site: Site, outlet: Described, stored: list[Stored]) -> Habits:
    """Whom an outlet cites, with whom it tells the same events, and how late."""
    own = {"", outlet.publisher}
    cited = Counter(name for each in stored for name in {m.publisher for m in each.analysis.mentions} - own)
    firsts = {each.article.event: each for each in reversed(stored) if each.article.event and each.article.published}
    events = [(each, site.index.event(name)) for name, each in list(firsts.items())[:60]]
    told = {event.id: Told(event.outlets, _lag(each, event)) for each, event in events if event}
    lags = [each.lag for each in told.values() if each.outlets > 1]
    known = [lag for lag in lags if lag is not None]
    beside = Counter(name for _, event in events if event for name in event.editions if name != outlet.slug)
    return Habits(
        cited=cited.most_common(12),
        beside=beside.most_common(12),
        median_lag=median(known) if known else None,
        first=sum(lag <= 0 for lag in known),
        events=len(known),
        told=told,
    )


def _lag(stored: Stored, event: Event) -> float | None:
    published = stored.article.published
    return (published - event.first).total_seconds() if published and event.first else None
