"""What an analyst opens at seven in the morning: data views, a Discover session, charts and one dashboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitor.kibana.objects import (
    Chart,
    Panel,
    SavedObject,
    bars,
    by_date,
    by_terms,
    counted,
    dashboard,
    data_view,
    measured,
    rows,
    session,
    single,
)

LABELS = {
    "articles": {
        "time": "Published or fetched", "published": "Published", "headline": "Headline", "outlet": "Outlet",
        "publisher": "Publisher",
        "language": "Language", "country": "Country", "event": "Event", "agency": "Wire service",
        "copied_from": "Copied from", "section": "Section", "authors": "Authors", "word_count": "Words",
        "url": "Address",
    },
    "events": {
        "first": "First report", "last": "Last report", "headline": "Headline", "articles": "Articles",
        "outlets": "Outlets", "languages": "Languages", "countries": "Countries", "story": "Story",
    },
}  # fmt: skip
TIMES = {"articles": "time", "events": "first"}  # `time` is `published`, or `fetched` where that is not known
SPAN = ("now-7d", "now")


def build(mappings: Mapping[str, Mapping[str, Any]], *, prefix: str = "") -> list[SavedObject]:
    """Every saved object, in a stable order, for the aliases that stand behind `prefix`.

    `mappings` gives the fields of `articles` and `events`, as `monitor.index.mappings` does; a label of a field that
    is not among them is left out.
    """
    views = [_view(alias, mappings[alias], prefix) for alias in ("articles", "events")]
    return [*views, _articles(), *(chart.saved() for chart in (*_coverage(), *_events())), _dashboard()]


def _view(alias: str, fields: Mapping[str, Any], prefix: str) -> SavedObject:
    labels = {name: label for name, label in LABELS[alias].items() if name in fields}
    urls = [name for name in ("url",) if name in fields]
    return data_view(
        alias, title=prefix + alias, name=f"News {alias}", time_field=TIMES[alias], labels=labels, urls=urls
    )


def _articles() -> SavedObject:
    return session(
        "articles-newest",
        title="Articles, newest first",
        description="Every article as the monitor read it. Type a bare word in any script, or headline: حكومة.",
        view="articles",
        columns=["outlet", "language", "headline", "event", "agency"],
        sort="time",
    )


def _coverage() -> list[Chart]:
    count = counted("count", "Articles")
    return [
        Chart(
            id="articles-count", title="Articles", description="Articles in the span.", view="articles",
            type="lnsMetric", columns=[count], visualization=single("count"),
        ),
        Chart(
            id="outlets-count", title="Outlets", description="Outlets heard from in the span.", view="articles",
            type="lnsMetric", columns=[measured("outlets", "unique_count", "outlet", "Outlets")],
            visualization=single("outlets"),
        ),
        _over_time("coverage-by-outlet", "Coverage over time by outlet", "outlet", "Outlet", 15),
        _over_time("coverage-by-language", "Coverage over time by language", "language", "Language", 12),
        Chart(
            id="countries", title="Articles by country", description="By the country of the outlet.", view="articles",
            type="lnsXY", columns=[by_terms("country", "country", "Country", metric="count", size=20), count],
            visualization=bars(x="country", y=["count"], series="bar_horizontal"),
        ),
        Chart(
            id="agencies", title="Wire services credited", description="Whose copy the outlets carry.", view="articles",
            type="lnsDatatable",
            columns=[
                by_terms("agency", "agency", "Wire service", metric="count", size=20), count,
                measured("outlets", "unique_count", "outlet", "Outlets"),
            ],
            visualization=rows(["agency", "count", "outlets"], metrics=["count", "outlets"], sort="count"),
        ),
    ]  # fmt: skip


def _over_time(identity: str, title: str, source: str, label: str, size: int) -> Chart:
    count = counted("count", "Articles")
    columns = [
        by_terms("split", source, label, metric="count", size=size),
        by_date("time", "time", "Published"),
        count,
    ]
    return Chart(
        id=identity, title=title, description=f"Articles by time of publication, the {size} largest apart.",
        view="articles", type="lnsXY", columns=columns,
        visualization=bars(x="time", y=["count"], split="split"),
    )  # fmt: skip


def _events() -> list[Chart]:
    widest = measured("widest", "max", "outlets", "Outlets")
    return [
        Chart(
            id="events-by-outlets", title="Events by number of outlets",
            description="How many events were told by how many outlets.", view="events", type="lnsXY",
            columns=[
                by_terms("outlets", "outlets", "Outlets", metric="count", size=20, kind="number"),
                counted("count", "Events"),
            ],
            visualization=bars(x="outlets", y=["count"], series="bar"),
        ),
        Chart(
            id="events-widest", title="Events with the widest coverage",
            description="The event's id opens in the monitor's own page.", view="events", type="lnsDatatable",
            columns=[
                by_terms("event", "id", "Event", metric="widest", size=50),
                by_terms("headline", "title", "Headline", metric="widest", size=1),
                widest,
                measured("articles", "max", "articles", "Articles"),
            ],
            visualization=rows(
                ["event", "headline", "widest", "articles"], metrics=["widest", "articles"], sort="widest"
            ),
            query="outlets >= 2",
        ),
    ]  # fmt: skip


def _dashboard() -> SavedObject:
    panels = [
        Panel("articles", "lens", "articles-count", 0, 0, 8, 7),
        Panel("outlets", "lens", "outlets-count", 0, 7, 8, 7),
        Panel("byOutlet", "lens", "coverage-by-outlet", 8, 0, 40, 14),
        Panel("byLanguage", "lens", "coverage-by-language", 0, 14, 32, 14),
        Panel("countries", "lens", "countries", 32, 14, 16, 14),
        Panel("widest", "lens", "events-widest", 0, 28, 32, 18),
        Panel("byOutlets", "lens", "events-by-outlets", 32, 28, 16, 9),
        Panel("agencies", "lens", "agencies", 32, 37, 16, 9),
        Panel("newest", "search", "articles-newest", 0, 46, 48, 20),
    ]
    controls = {
        "outlet": ("outlet", "Outlet"),
        "language": ("language", "Language"),
        "country": ("country", "Country"),
        "event": ("event", "Event"),
    }
    return dashboard(
        "news-monitor",
        title="News monitor",
        description="Coverage over time by outlet and language, and the events that most outlets told.",
        panels=panels,
        controls=controls,
        view="articles",
        span=SPAN,
    )
