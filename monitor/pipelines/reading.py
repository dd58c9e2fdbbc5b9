"""Bytes to articles and candidates, as a reader process does it: pure functions joined, with what each costs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

from monitor.analysis import analyse
from monitor.discovery import NotReadableError, Sitemap, parse_feed, parse_section, parse_sitemap
from monitor.extraction import extract
from monitor.outlets import Catalogue, Outlet
from monitor.pipelines.dating import with_guessed_date
from monitor.pipelines.messages import EntryReading, EntryWork, PageReading, PageWork
from monitor.text.fingerprints import content_hash, minhash
from monitor.text.urls import normalise


def read_page(work: PageWork, catalogue: Catalogue) -> PageReading:
    """An article with what it says and its fingerprints; a page that is none has only its kind."""
    cpu: dict[str, float] = {}
    outlet = catalogue.outlets.get(work.candidate.outlet)
    with _counted(cpu, "extraction"):
        article = extract(
            work.body, work.url, outlet=outlet, charset=work.charset, candidate=work.candidate, now=work.now
        )
    if not article.kind.is_article:
        return PageReading(article=article, cpu=cpu)
    with _counted(cpu, "extraction"):
        article = with_guessed_date(article, work.body, now=work.now)
    with _counted(cpu, "analysis"):
        analysis = analyse(article, catalogue=catalogue)
    with _counted(cpu, "fingerprints"):
        return PageReading(
            article=article,
            analysis=analysis,
            minhash=minhash(article.body, article.language),
            content_hash=content_hash(article.headline, article.body),
            cpu=cpu,
        )


def read_entry(work: EntryWork, catalogue: Catalogue) -> EntryReading:
    """What an entry point announces, read as what it is even where the catalogue calls it something else."""
    cpu: dict[str, float] = {}
    with _counted(cpu, "discovery"):
        try:
            found = _announced(work, catalogue.outlets[work.outlet])
        except NotReadableError as problem:
            return EntryReading(problem=problem.why, cpu=cpu)
        identities = tuple(normalise(candidate.url) for candidate in found.candidates)
        return EntryReading(candidates=found.candidates, identities=identities, children=found.children, cpu=cpu)


def _announced(work: EntryWork, outlet: Outlet) -> Sitemap:
    if work.kind == "sections":
        return Sitemap(tuple(parse_section(work.body, work.url, outlet=outlet, charset=work.charset)))
    zone = ZoneInfo(outlet.timezone) if outlet.timezone else UTC
    first, second = (_feed, _sitemap) if work.kind == "feeds" else (_sitemap, _feed)
    try:
        return first(work, zone)
    except NotReadableError as problem:
        try:
            return second(work, zone)
        except NotReadableError:
            raise problem from None


def _feed(work: EntryWork, zone: tzinfo) -> Sitemap:
    found = parse_feed(work.body, work.url, outlet=work.outlet, charset=work.charset, now=work.now, zone=zone)
    return Sitemap(tuple(found))


def _sitemap(work: EntryWork, zone: tzinfo) -> Sitemap:
    return parse_sitemap(work.body, work.url, outlet=work.outlet, charset=work.charset, now=work.now, zone=zone)


@contextmanager
def _counted(cpu: dict[str, float], stage: str) -> Iterator[None]:
    start = time.thread_time()
    try:
        yield
    finally:
        cpu[stage] = cpu.get(stage, 0.0) + time.thread_time() - start
