"""Sources of coverage asked within a number of requests: politely, a host at a time, and never an error.

A source that cannot be reached, or whose robots.txt forbids it, is a line in the report.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Final
from urllib.parse import urlsplit

from attrs import define, evolve, field, frozen

from monitor.config import Config
from monitor.discovery import NotReadableError
from monitor.discovery.coverage import (
    Archives,
    Ask,
    CoverageSource,
    Finding,
    Gdelt,
    GoogleNews,
    Lead,
    Question,
    SiteSearch,
)
from monitor.fetching import FetchProblem, fetch, leads_to
from monitor.fetching.single import MAX_BYTES

TOGETHER: Final = 8  # hosts asked at once
PATIENCE: Final = 120.0  # seconds for all of it; what was not asked by then is not asked
TIMEOUT: Final = 20.0  # seconds for one request
LARGE: Final = 52_428_800  # bytes of a sitemap
DEEPEST: Final = 3  # answers that lead to further ones


@frozen(kw_only=True)
class SourceReport:
    """How one source answered."""

    name: str
    asked: int = 0
    leads: int = 0
    failed: int = 0
    problem: str = ""  # of the first request that failed


@define
class _Tally:
    asked: int = 0
    leads: int = 0
    problems: list[str] = field(factory=list)


def sources_of(config: Config) -> list[CoverageSource]:
    """The sources that the configuration lets be asked."""
    found: list[CoverageSource] = []
    if config.google_news:
        found.append(GoogleNews(config.google_news))
    if config.gdelt:
        found.append(Gdelt(config.gdelt))
    return [*found, SiteSearch(), Archives()]


class Looking:
    """One look for coverage: at most `most` requests."""

    def __init__(
        self, sources: Sequence[CoverageSource], config: Config, *, most: int, delay: float | None = None
    ) -> None:
        self._sources = sources
        self._config = config
        self._left = most
        self._for_ways = most // 3  # of them, kept for links that only lead on
        self._delay = delay
        self._end = time.monotonic() + PATIENCE
        self._tallies = {source.name: _Tally() for source in sources}
        self._locks: dict[str, Lock] = {}
        self._asked: dict[str, float] = {}
        self._lock = Lock()

    @property
    def reports(self) -> tuple[SourceReport, ...]:
        """How each source answered so far."""
        return tuple(
            SourceReport(
                name=name,
                asked=tally.asked,
                leads=tally.leads,
                failed=len(tally.problems),
                problem=tally.problems[0] if tally.problems else "",
            )
            for name, tally in self._tallies.items()
        )

    @property
    def asked(self) -> int:
        """Requests made so far."""
        return sum(tally.asked for tally in self._tallies.values())

    def leads(self, question: Question, fits: Callable[[Lead], bool]) -> list[Lead]:
        """What the sources know, one an address, those that fit; indirect ones are followed to where they lead."""
        waiting = {source.name: (source, list(source.asks(question))) for source in self._sources}
        found: dict[str, tuple[CoverageSource, Lead]] = {}
        for _ in range(DEEPEST):
            wave = self._take(list(waiting.values()))
            if not wave:
                break
            waiting = {source.name: (source, []) for source in self._sources}
            for (source, _), finding in zip(wave, self._ask(wave, question), strict=True):
                waiting[source.name][1].extend(finding.further)
                for lead in filter(fits, finding.leads):
                    found.setdefault(lead.url, (source, lead))
                    self._tallies[source.name].leads += 1
        return list({lead.url: lead for lead in self._followed(list(found.values()))}.values())

    def _take(self, waiting: Sequence[tuple[CoverageSource, list[Ask]]]) -> list[tuple[CoverageSource, Ask]]:
        """By turns one of each source, as many as may still be made."""
        taken = list(_by_turns([[(source, ask) for ask in asks] for source, asks in waiting]))[
            : max(0, self._left - self._for_ways)
        ]
        self._left -= len(taken)
        return taken

    def _ask(self, wave: Sequence[tuple[CoverageSource, Ask]], question: Question) -> list[Finding]:
        def one(pair: tuple[CoverageSource, Ask]) -> Finding:
            source, ask = pair
            try:
                with self._turn(source, ask.url):
                    limit = LARGE if ask.large else MAX_BYTES
                    page = fetch(ask.url, config=self._config, timeout=TIMEOUT, max_bytes=limit)
                return source.read(ask, page.body, page.url, page.charset, question)
            except (FetchProblem, NotReadableError, TimeoutError) as problem:
                self._failed(source, problem)
                return Finding()

        with ThreadPoolExecutor(TOGETHER, thread_name_prefix="looking") as pool:
            return list(pool.map(one, wave))

    def _followed(self, found: Sequence[tuple[CoverageSource, Lead]]) -> Iterator[Lead]:
        """Leads with the articles' own addresses; those that lead nowhere are left out, and told as one problem."""
        with ThreadPoolExecutor(TOGETHER, thread_name_prefix="looking") as pool:
            yield from filter(None, pool.map(lambda pair: self._follow(*pair), found))

    def _follow(self, source: CoverageSource, lead: Lead) -> Lead | None:
        if not lead.indirect:
            return lead
        inside = source.lead_on(lead.url, b"")
        if inside is None and self._may():
            try:
                with self._turn(source, lead.url):
                    url, body = leads_to(lead.url, config=self._config, timeout=TIMEOUT)
                inside = source.lead_on(url, body) if body else url
            except (FetchProblem, TimeoutError) as problem:
                self._failed(source, problem)
                return None
            if inside is None:
                self._failed(source, NotReadableError(lead.url, "its page names no address to go on to"))
        return evolve(lead, url=inside, indirect=False) if inside else None

    def _may(self) -> bool:
        with self._lock:
            self._left -= 1
            return self._left >= 0

    def _failed(self, source: CoverageSource, problem: Exception) -> None:
        with self._lock:
            self._tallies[source.name].problems.append(str(problem))

    def _turn(self, source: CoverageSource, url: str) -> _Turn:
        host = urlsplit(url).netloc
        with self._lock:
            self._tallies[source.name].asked += 1
            lock = self._locks.setdefault(host, Lock())
        delay = self._delay if self._delay is not None else source.delay
        return _Turn(self, host, lock, delay)

    def wait(self, host: str, delay: float) -> None:
        """Wait until a host may be asked again. Raises TimeoutError where the time for all of it is up."""
        pause = self._asked.get(host, -delay) + delay - time.monotonic()
        if time.monotonic() + max(pause, 0) > self._end:
            raise TimeoutError(f"{host} was not asked: {PATIENCE:.0f} s were over")
        if pause > 0:
            time.sleep(pause)

    def done(self, host: str) -> None:
        """A host was asked just now."""
        self._asked[host] = time.monotonic()


@frozen
class _Turn:
    """A host's turn: one request at a time, and a pause before the next."""

    looking: Looking
    host: str
    lock: Lock
    delay: float

    def __enter__(self) -> None:
        self.lock.acquire()
        try:
            self.looking.wait(self.host, self.delay)
        except TimeoutError:
            self.lock.release()
            raise

    def __exit__(self, *_: object) -> None:
        self.looking.done(self.host)
        self.lock.release()


def _by_turns(lists: Iterable[Sequence[tuple[CoverageSource, Ask]]]) -> Iterator[tuple[CoverageSource, Ask]]:
    left = [list(each) for each in lists]
    while any(left):
        for each in left:
            if each:
                yield each.pop(0)
