"""Outlets tried out, and new ones found from a front page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urljoin

from attrs import frozen

from monitor.config import Config
from monitor.discovery import (
    EntryPoints,
    NotReadableError,
    find_entry_points,
    parse_feed,
    parse_section,
    parse_sitemap,
    read_feed,
)
from monitor.fetching import Fetched, FetchProblem, fetch
from monitor.language import detect
from monitor.model import MonitorError
from monitor.outlets import Outlet, draft_outlet, to_yaml

MAX_ENTRY_POINTS = 20
MAX_GUESSES = 6
MAX_HEADLINES = 30  # of a feed, from which its language is told
UNDETERMINED = "und"


class OutletFileError(MonitorError):
    """A front page from which no outlet can be made; the message says why."""


@frozen(kw_only=True)
class EntryCheck:
    """What one entry point answered."""

    outlet: str
    kind: str  # feed, news-sitemap, sitemap, section
    url: str
    ok: bool
    candidates: int = 0
    newest: str = ""  # day of the newest dated candidate
    problem: str = ""


@frozen(kw_only=True)
class Feed:
    """What a feed says of the outlet whose it is."""

    url: str
    name: str
    homepage: str
    language: str | None


def entry_points(outlet: Outlet) -> list[tuple[str, str]]:
    """Kind and address of every entry point of an outlet."""
    return [
        *(("feed", url) for url in outlet.feeds),
        *(("news-sitemap", url) for url in outlet.news_sitemaps),
        *(("sitemap", url) for url in outlet.sitemaps),
        *(("section", url) for url in outlet.sections),
    ]


def check_outlets(
    outlets: Iterable[Outlet], *, config: Config, progress: Callable[[EntryCheck], None] | None = None
) -> list[EntryCheck]:
    """Try each entry point of these outlets once; one that answers without a candidate has failed."""
    found = []
    for outlet in outlets:
        for kind, url in entry_points(outlet):
            found.append(_check(outlet, kind, url, config))
            if progress:
                progress(found[-1])
    return found


def _check(outlet: Outlet, kind: str, url: str, config: Config) -> EntryCheck:
    def checked(*, ok: bool, candidates: int = 0, newest: str = "", problem: str = "") -> EntryCheck:
        return EntryCheck(
            outlet=outlet.slug, kind=kind, url=url, ok=ok, candidates=candidates, newest=newest, problem=problem
        )

    try:
        days, count = _read(outlet, kind, fetch(url, config=config))
    except (FetchProblem, NotReadableError) as failure:
        return checked(ok=False, problem=str(failure))
    if not count:
        return checked(ok=False, problem="answers, but announces nothing")
    return checked(ok=True, candidates=count, newest=max(days, default=""))


def _read(outlet: Outlet, kind: str, page: Fetched) -> tuple[list[str], int]:
    """Days of the dated candidates, and how many candidates or further sitemaps there are."""
    if kind == "feed":
        candidates = parse_feed(page.body, page.url, outlet=outlet.slug, charset=page.charset)
        further = 0
    elif kind == "section":
        candidates = parse_section(page.body, page.url, outlet=outlet, charset=page.charset)
        further = 0
    else:
        sitemap = parse_sitemap(page.body, page.url, outlet=outlet.slug)
        candidates, further = list(sitemap.candidates), len(sitemap.children)
    days = [each.published.date().isoformat() for each in candidates if each.published]
    return days, len(candidates) + further


def find_outlet(url: str, *, config: Config) -> Outlet:
    """Draft an outlet from its front page, or from a feed of it: the feeds it links to, its robots.txt's sitemaps.

    Where there are none, the usual addresses are tried. The language is the one that the page declares, else its feed,
    else that of the feed's headlines. Raises FetchProblem where the page cannot be had.
    """
    page = fetch(url, config=config)
    given = _feed(page)
    if given is None:
        return _from_front(page, None, config)
    try:
        return _from_front(fetch(given.homepage, config=config), given, config)
    except FetchProblem:
        return draft_outlet(given.homepage, name=given.name, language=given.language, feeds=(given.url,))


def _from_front(page: Fetched, given: Feed | None, config: Config) -> Outlet:
    points = find_entry_points(page.body, page.url)
    robots = _robots(page.url, config)
    announced = (given.url, *points.feeds) if given else points.feeds
    guesses = () if announced else points.guesses[:MAX_GUESSES]
    guessed = {each: found for each in guesses if (found := _fetched_feed(each, config))}
    feeds = announced or tuple(guessed)
    language = (given.language if given else "") or points.language
    if not language and feeds and given is None:
        first = guessed.get(feeds[0]) or _fetched_feed(feeds[0], config)
        language = first.language if first else None
    return draft_outlet(
        page.url,
        name=points.name or (given.name if given else None),
        language=language,
        feeds=feeds[:MAX_ENTRY_POINTS],
        news_sitemaps=(*points.news_sitemaps, *robots.news_sitemaps)[:MAX_ENTRY_POINTS],
        sitemaps=(*points.sitemaps, *robots.sitemaps)[:MAX_ENTRY_POINTS],
    )


def _robots(homepage: str, config: Config) -> EntryPoints:
    address = urljoin(homepage, "/robots.txt")
    try:
        return find_entry_points(fetch(address, config=config, robots=False).body, address)
    except FetchProblem:
        return EntryPoints()  # a site without a robots.txt says nothing of its sitemaps


def _fetched_feed(url: str, config: Config) -> Feed | None:
    try:
        return _feed(fetch(url, config=config))
    except FetchProblem:
        return None


def _feed(page: Fetched) -> Feed | None:
    """What a feed with articles says of its outlet; None for what is none."""
    try:
        channel, candidates = read_feed(page.body, page.url, charset=page.charset)
    except NotReadableError:
        return None
    if not candidates:
        return None
    declared = channel.language or next((each.language for each in candidates if each.language), None)
    found, _ = detect("\n".join(each.headline or "" for each in candidates[:MAX_HEADLINES]))
    own = channel.homepage if channel.homepage != page.url else None
    return Feed(
        url=page.url,
        name=channel.name,
        homepage=own or urljoin(candidates[0].url, "/"),
        language=declared or (found if found != UNDETERMINED else None),
    )


def save_outlet(outlet: Outlet, folder: Path) -> Path:
    """Write the outlet's file into a folder of the user's own.

    Raises OutletFileError where a file of that name is there already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{outlet.slug}.yaml"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(to_yaml(outlet))
    except FileExistsError:
        raise OutletFileError(f"{path} is there already: edit it, or remove it first") from None
    return path
