"""One event, compared over every outlet that told it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from monitor.comparison.blindspots import blind_spots
from monitor.comparison.changes import changes
from monitor.comparison.claims import claims
from monitor.comparison.contested import contested
from monitor.comparison.coverage import coverage, own_shares
from monitor.comparison.material import Material, material
from monitor.comparison.numbers import numbers
from monitor.comparison.quotes import quotes
from monitor.comparison.results import EventComparison
from monitor.comparison.sentences import Cache, Table, table
from monitor.comparison.sources import sources
from monitor.comparison.spread import spread
from monitor.comparison.terms import terms
from monitor.embedding import Embedder
from monitor.index import ArticleQuery, Index, Stored, Window
from monitor.model import Event, Revision
from monitor.outlets import Catalogue


def compare_indexed(
    event: Event, *, index: Index, catalogue: Catalogue, embedder: Embedder | None, window: Window
) -> EventComparison:
    """Compare an event's articles as the index has them; `window` holds the events by which blind spots are judged."""
    articles = list(index.articles(ArticleQuery(events=(event.id,))))
    revised = [stored.article.id for stored in articles if stored.article.revision > 1]
    return compare_event(
        event,
        articles,
        catalogue=catalogue,
        revisions={each: index.revisions(each) for each in revised},
        embedder=embedder,
        cache=index.history,
        window=window,
    )


def compare_event(
    event: Event,
    articles: Sequence[Stored],
    *,
    catalogue: Catalogue,
    revisions: Mapping[str, Sequence[Revision]] | None = None,
    embedder: Embedder | None = None,
    cache: Cache | None = None,
    window: Window | None = None,
) -> EventComparison:
    """Compare the articles of an event.

    embedder: for claims and quotes, which are left out without one; cache: `index.history`, where sentence vectors
    are kept; window: `index.window(…)`, the events by which blind spots are judged, left out without one.
    """
    pieces = material(articles, catalogue)
    shares, copies = own_shares(pieces)
    matter = Material(pieces=tuple(pieces), copies=copies)
    history = revisions or {}
    result = EventComparison(
        event=event,
        coverage=coverage(matter, shares, history),
        blind_spots=blind_spots(event.id, articles, window, catalogue) if window else (),
        spread=spread(matter),
        sources=sources(matter),
        terms=terms(matter, catalogue),
        contested=contested(matter.pieces),
        changes=changes(matter, history),
    )
    if embedder is None:
        return evolve(result, numbers=numbers(matter, ()))
    return _with_vectors(result, matter, table(matter.pieces, embedder, cache))


def _with_vectors(result: EventComparison, matter: Material, lines: Table) -> EventComparison:
    found = claims(matter, lines)
    return evolve(result, claims=found, quotes=quotes(lines), numbers=numbers(matter, found))
