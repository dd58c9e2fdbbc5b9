"""What an index keeps of an event, from its articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from monitor.model import Article, Event, Moment


def summarise(event: str, articles: Iterable[Article], *, story: str = "", publishers: Mapping[str, str]) -> Event:
    """The event that these articles tell.

    `publishers` gives an outlet's publisher; an outlet that it lacks counts as its own. Raises ValueError without
    articles.
    """
    ordered = sorted(articles, key=_when)
    if not ordered:
        raise ValueError(f"event {event} has no articles")
    headlines: dict[str, str] = {}
    for article in ordered:
        headlines.setdefault(article.language, article.headline)
    times = [article.published for article in ordered if _is_credible(article)]
    editions = sorted({article.outlet for article in ordered if article.outlet})
    return Event(
        id=event,
        headline=ordered[0].headline,
        headlines=headlines,
        first=min(times, default=None, key=_seconds),
        last=max(times, default=None, key=_seconds),
        articles=len(ordered),
        outlets=len({publishers.get(outlet, outlet) for outlet in editions}),
        editions=tuple(editions),
        languages=tuple(sorted({article.language for article in ordered})),
        countries=tuple(sorted({article.country for article in ordered if article.country != "ZZ"})),
        story=story,
    )


def arrived(article: Article) -> tuple[float, bool]:
    """When an article counts as published, in seconds since 1970, and whether it says so itself.

    Without a date, or with one over a day after it was fetched, it is as new as when it was fetched. To the
    millisecond, as an index keeps it.
    """
    if article.published is not None and _is_credible(article):
        return round(article.published.timestamp(), 3), True
    return (round(article.fetched.timestamp(), 3) if article.fetched else 0.0), False


def _is_credible(article: Article) -> bool:
    if article.published is None:
        return False
    return article.fetched is None or article.published.timestamp() <= article.fetched.timestamp() + 86_400


def _when(article: Article) -> tuple[float, str]:
    return arrived(article)[0], article.id


def _seconds(moment: Moment | None) -> float:
    return moment.timestamp() if moment else 0.0
