"""The nouns of the monitor, with schema.org's names where it has one.

All are frozen, so that what one room made no other room changes; `attrs.evolve` makes the next version.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Any, Self, SupportsIndex

from attrs import field, frozen


class MonitorError(Exception):
    """What every room's typed errors derive from: one line that says what is wrong and what to do."""

    exit_code = 1  # of the command that meets it; 2 where the user's input is at fault


class Moment(datetime):
    """An aware datetime that knows whether its source gave a time of day.

    `has_time` is False where only a day was given; the time of day is then midnight in `tzinfo`. Arithmetic gives a
    Moment with `has_time` True: a sum of a day and six hours is a time of day.
    """

    __slots__ = ("has_time",)
    has_time: bool

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Take what `datetime` takes; a Moment without a zone is UTC."""
        self = super().__new__(cls, *args, **kwargs)
        if self.tzinfo is None:
            self = super().__new__(cls, *args, **{**kwargs, "tzinfo": UTC})
        self.has_time = True
        return self

    @classmethod
    def of(cls, when: datetime, *, has_time: bool = True, zone: tzinfo = UTC) -> Self:
        """Make a Moment of a datetime; one without a zone is taken to be in `zone`."""
        when = when if when.tzinfo else when.replace(tzinfo=zone)
        self = cls(when.year, when.month, when.day, when.hour, when.minute, when.second, when.microsecond, when.tzinfo)
        self.has_time = has_time
        return self

    @classmethod
    def parse(cls, text: str, *, zone: tzinfo = UTC) -> Self:
        """Read ISO 8601: `2018-05-22`, with or without a time of day and a zone.

        Raises ValueError where text is not ISO 8601.
        """
        return cls.of(datetime.fromisoformat(text), has_time=len(text) > 10, zone=zone)

    def to_text(self) -> str:
        """ISO 8601 as `parse` reads it: a day alone where no time of day is known."""
        return self.isoformat() if self.has_time else self.date().isoformat()

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        """Pickle with `has_time`, so that a Moment survives the way to another process."""
        return _restore, (super().__reduce_ex__(protocol), self.has_time)


def _restore(state: tuple[Any, ...], has_time: bool) -> Moment:
    moment: Moment = state[0](*state[1])
    moment.has_time = has_time
    return moment


class Kind(StrEnum):
    """What a page is. All but ARTICLE and LIVE_BLOG are no articles and are never indexed."""

    ARTICLE = "article"
    LIVE_BLOG = "live-blog"
    SECTION = "section"
    SEARCH = "search"
    SOFT_404 = "soft-404"
    COOKIE_WALL = "cookie-wall"
    LOGIN = "login"
    PAYWALL = "paywall"
    MEDIA = "media"
    EMPTY = "empty"
    NOT_HTML = "not-html"
    BROKEN = "broken"

    @property
    def is_article(self) -> bool:
        """True for what is indexed."""
        return self in (Kind.ARTICLE, Kind.LIVE_BLOG)


class FateName(StrEnum):
    """What became of a candidate; each candidate has exactly one (docs/architecture.md, rule 3)."""

    STORED = "stored"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    KNOWN = "known"
    DUPLICATE = "duplicate"
    NOT_AN_ARTICLE = "not-an-article"
    TOO_OLD = "too-old"
    DEFERRED = "deferred"
    ROBOTS = "robots"
    REFUSED = "refused"
    FAILED = "failed"


@frozen(kw_only=True)
class Candidate:
    """An article's address as an outlet announced it, not yet fetched."""

    url: str
    outlet: str
    headline: str | None = None
    published: Moment | None = None  # None where the feed gives none or nonsense
    modified: Moment | None = None
    language: str | None = None  # as the feed declares it
    authors: tuple[str, ...] = ()
    found_in: str = ""  # the feed, sitemap or page that announced it


@frozen(kw_only=True)
class Fate:
    """What became of one candidate, and why."""

    url: str
    outlet: str
    name: FateName
    reason: str = ""
    article: str = ""  # the article's id, where it has one
    at: datetime


@frozen(kw_only=True)
class Article:
    """A page as it was read: schema.org's NewsArticle, and where each field came from.

    A page that is no article has another `kind`, and the `reason` says how that was seen.
    """

    url: str  # the address it was read from, after redirects
    headline: str = ""
    body: str = ""  # a line a paragraph
    published: Moment | None = None
    modified: Moment | None = None
    authors: tuple[str, ...] = ()
    language: str = "und"  # BCP 47
    language_confidence: float = 0.0  # from 0 to 1
    language_declared: str | None = None  # as the page says it
    kind: Kind = Kind.ARTICLE
    reason: str = ""
    description: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""  # as the page names it, else the outlet's
    agency: str = ""  # the wire service credited in byline, dateline or credit line
    place: str = ""  # the dateline's place
    image: str = ""  # the main picture's address
    canonical_url: str = ""  # as the page declares it, absolute; checked by whoever makes an id of it
    partial: bool = False  # behind a paywall or cut
    word_count: int = 0  # by the language's own notion of words
    charset: str = ""
    links: tuple[tuple[str, str], ...] = ()  # (address, text) of the links inside the body, absolute
    provenance: Mapping[str, str] = field(factory=dict)  # field name -> json-ld, meta, microdata, selector, text, feed

    outlet: str = ""  # the catalogue's slug
    country: str = "ZZ"  # of the outlet, ISO 3166-1; ZZ unknown
    id: str = ""
    fetched: datetime | None = None
    revision: int = 1
    copied_from: str = ""  # id of the article whose text this one carries
    event: str = ""  # the grouping's field: id of its event, "" until it is placed


@frozen(kw_only=True)
class Revision:
    """An earlier text of an article."""

    article: str
    number: int  # from 1
    fetched: datetime
    headline: str
    body: str
    published: Moment | None = None
    modified: Moment | None = None
    changed: tuple[str, ...] = ()  # which fields differ from the revision before


@frozen(kw_only=True)
class Mention:
    """An outlet or agency that an article cites, with the sentence that does."""

    publisher: str  # the catalogue's publisher, or the name as written where it has none
    name: str  # as written
    sentence: str
    start: int = 0  # of the name, in characters of the body
    kind: str = "text"  # text, link, credit
    frame: str = ""  # the citing words, such as "reported"


@frozen(kw_only=True)
class Quote:
    """Words that an article gives as somebody's own."""

    text: str
    speaker: str = ""  # "" where none was found
    verb: str = ""
    sentence: str = ""
    start: int = 0  # in characters of the body
    source: str = ""  # the publisher through which it was quoted


@frozen(kw_only=True)
class DateMention:
    """A date that an article speaks of, resolved against its own."""

    day: str  # ISO 8601 day
    words: str  # as written
    sentence: str
    start: int = 0


@frozen(kw_only=True)
class Figure:
    """A number that an article gives, normalised."""

    value: float
    unit: str  # "", %, a currency's ISO 4217 code, or the counted noun's stem
    words: str  # as written
    sentence: str
    start: int = 0


@frozen(kw_only=True)
class Analysis:
    """What one article says, as `monitor.analysis` reads it."""

    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()


@frozen(kw_only=True)
class Event:
    """One happening, as outlets told it: not a topic, not a person."""

    id: str
    headline: str  # of the article that stands for it
    headlines: Mapping[str, str] = field(factory=dict)  # language -> headline of the first article in it
    first: Moment | None = None  # earliest publication
    last: Moment | None = None
    articles: int = 0
    outlets: int = 0  # publishers, not editions
    editions: tuple[str, ...] = ()  # slugs of the outlets that carry it
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    story: str = ""  # links events that follow each other; issue C


def since(now: datetime, span: str) -> datetime:
    """`now` less a span such as 30m, 12h, 2d or 3w.

    Raises ValueError with what is expected where span is none of these.
    """
    units = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
    count, unit = span[:-1], span[-1:]
    if unit not in units or not (count.isascii() and count.isdigit()) or len(count) > 6:
        raise ValueError(f"{span!r} is not a span: expected a number and m, h, d or w, such as 2d")
    return now - timedelta(**{units[unit]: int(count)})
