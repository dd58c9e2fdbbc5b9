"""What every page needs: the index, the catalogue, the embedder, the clock, and comparisons already made."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock

from monitor.comparison import EventComparison
from monitor.config import Config
from monitor.embedding import Embedder, load_embedder
from monitor.index import ArticleQuery, EventQuery, Index, open_index
from monitor.jobs.comparing import compare_event_in
from monitor.model import Event, MonitorError
from monitor.outlets import Catalogue, load_catalogue
from monitor.web.keeping import Keeper, Kept
from monitor.web.translating import Translations, load_translator

logger = logging.getLogger(__name__)
WIDEST, NEWEST = 16, 48  # events that are compared ahead
AHEAD = 3000  # articles in all of those
KEPT = 96  # comparisons
PATIENCE = 0.06  # seconds that a reader waits for claims and quotes before the page is shown without them


class Site:
    """One per application, shared by the threads in which pages are made."""

    def __init__(self, config: Config, *, clock: Callable[[], datetime] | None = None) -> None:
        self.config = config
        self.now = clock or (lambda: datetime.now(UTC))
        self.index: Index = open_index(config.index_address, prefix=config.index_prefix)
        self.catalogue: Catalogue = load_catalogue(config.catalogue)
        self.translations = Translations(load_translator(config))
        self.alone = Lock()  # for what takes seconds of a reader's own: one at a time
        self._closed = False
        self._embedding = Lock()
        self._embedder: Embedder | None = None
        self._comparisons: Keeper[EventComparison] = Keeper(most=KEPT)
        self._times: dict[tuple[str, int, object], list[datetime]] = {}

    def embedder(self) -> Embedder:
        """The embedder, loaded by the first page that needs one."""
        with self._embedding:
            if self._embedder is None:
                self._embedder = load_embedder(self.config)
            return self._embedder

    def comparison(self, event: Event, *, patience: float | None = PATIENCE) -> Kept[EventComparison]:
        """The comparison of an event as its articles now are.

        Made once and kept. What is not whole within `patience` seconds comes without what needs vectors, and is
        completed behind the page; None waits until it is whole.
        """
        members = self.index.articles(ArticleQuery(events=(event.id,)), vectors=False)
        key = (event.id, frozenset((each.article.id, each.article.revision) for each in members))
        return self._comparisons.get(
            key,
            whole=lambda: self._compare(event.id, self.embedder()),
            part=lambda: self._compare(event.id, None),
            patience=patience,
        )

    def warm(self) -> None:
        """Compare the widest events, then the newest, one after the other, so that their readers wait for nothing."""
        left = AHEAD
        try:
            widest = self.index.events(EventQuery(limit=WIDEST)).events
            for event in (*widest, *self.index.events(EventQuery(limit=NEWEST, order="-last"))):
                left -= event.articles
                if self._closed or left < 0:
                    return
                self.comparison(event, patience=None)
        except MonitorError as problem:
            if not self._closed:  # else the index was let go of beneath it
                logger.warning("not every event was compared ahead: %s", problem)

    def times(self, events: list[Event]) -> dict[str, list[datetime]]:
        """When the articles of events were published; read once for each state of an event."""
        keys = {event.id: (event.id, event.articles, event.last) for event in events}
        missing = tuple(name for name, key in keys.items() if key not in self._times)
        if missing:
            found: dict[str, list[datetime]] = {name: [] for name in missing}
            for stored in self.index.articles(ArticleQuery(events=missing), vectors=False):
                if stored.article.published and stored.article.event in found:
                    found[stored.article.event].append(stored.article.published)
            if len(self._times) > 10_000:
                self._times.clear()
            self._times.update({keys[name]: times for name, times in found.items()})
        return {name: self._times.get(key, []) for name, key in keys.items()}

    def close(self) -> None:
        """Let go of the index; a comparison that is still being made is given up."""
        self._closed = True
        self._comparisons.close()
        self.translations.close()
        self.index.close()

    def _compare(self, event: str, embedder: Embedder | None) -> EventComparison:
        return compare_event_in(self.index, event, catalogue=self.catalogue, embedder=embedder, now=self.now())
