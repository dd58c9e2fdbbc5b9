"""What goes into an index and comes out of it, besides the nouns of `monitor.model`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Literal

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from monitor.model import Analysis, Article, Event, FateName

Vector = NDArray[np.float32]
Order = Literal["time", "-time", "fetched", "id"]
EventOrder = Literal["outlets", "-last", "last", "-first", "first", "articles"]


@frozen(kw_only=True, eq=False)
class Stored:
    """An article as the index keeps it.

    `article.id`, `url`, `outlet` and `fetched` must be set. `article.event` is the grouping's: `save` never writes it.
    """

    article: Article
    vector: Vector | None = None  # (dimensions,), length 1
    embedder: str = ""  # who made the vector; must be the index's own
    analysis: Analysis = field(factory=Analysis)
    minhash: bytes = b""  # monitor.text.fingerprints, for near-duplicates
    signature: bytes = b""  # the grouping's own, opaque here; a new text without one clears it


@frozen(kw_only=True)
class SaveOutcome:
    """What became of one article: STORED, REVISED, UNCHANGED or FAILED (with the reason)."""

    id: str
    fate: FateName
    revision: int = 1
    reason: str = ""


@frozen(kw_only=True)
class Placement:
    """The grouping's word on one article; every change of an article's event is kept with it."""

    article: str
    event: str  # "" takes the article out of its event
    reason: str = ""
    probability: float = 1.0
    by: str = "grouping"  # or the person's name
    at: datetime | None = None  # None: when it is written
    signature: bytes | None = None  # None leaves what is there


@frozen(kw_only=True)
class EventChange:
    """An article came into an event, left it or moved."""

    at: datetime
    article: str
    before: str  # event id; "" where it had none
    after: str
    reason: str = ""
    by: str = "grouping"
    probability: float = 1.0


@frozen(kw_only=True)
class Correction:
    """A person's word on events; it holds against later repair."""

    id: str
    kind: Literal["merge", "split", "move", "together", "apart"]
    articles: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    into: str = ""  # event id
    at: datetime
    by: str = ""
    note: str = ""


@frozen(kw_only=True, eq=False)
class SentenceVectors:
    """Cached vectors of an article's sentences, valid for one revision of it."""

    article: str
    revision: int
    embedder: str
    vectors: NDArray[np.float32]  # (sentences, dimensions); kept as float16


def _languages(given: Iterable[str]) -> tuple[str, ...]:
    """Tags as the index writes them: `FA` is `fa`, `no` is `nb` and `nn` too; what is none stays as it is."""
    codes = tuple(given)
    if not codes:
        return ()
    from monitor.language import asked  # noqa: PLC0415  (it takes longer to import than most commands to run)

    return tuple(dict.fromkeys(tag for code in codes for tag in asked(code)))


def _countries(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in given)


def _slugs(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(slug.strip().lower() for slug in given)


@frozen(kw_only=True)
class ArticleQuery:
    """Which articles; all that is said must hold. Empty tuples say nothing.

    Time is the article's `published`, or `fetched` where that is missing or lies over a day after it was fetched.
    A language also means its varieties: `zh` is `zh-Hant` too. Capitals make no difference to a code or a slug.
    """

    since: datetime | None = None  # inclusive
    until: datetime | None = None  # exclusive
    outlets: tuple[str, ...] = field(default=(), converter=_slugs)
    languages: tuple[str, ...] = field(default=(), converter=_languages)
    countries: tuple[str, ...] = field(default=(), converter=_countries)
    events: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    unplaced: bool = False
    without_vector: bool = False
    fetched_since: datetime | None = None  # inclusive
    order: Order = "time"  # ties by id
    limit: int | None = None


@frozen(kw_only=True)
class EventQuery:
    """Which events; all that is said must hold. An event is in a span when it overlaps it; a language as above."""

    since: datetime | None = None
    until: datetime | None = None
    text: str = ""  # as for `search`, in the articles of the event
    outlets: tuple[str, ...] = field(default=(), converter=_slugs)
    languages: tuple[str, ...] = field(default=(), converter=_languages)
    countries: tuple[str, ...] = field(default=(), converter=_countries)
    story: str = ""
    min_outlets: int = 0
    order: EventOrder = "outlets"  # widest coverage first
    limit: int = 50
    offset: int = 0


@frozen(kw_only=True)
class Passage:
    """A piece of the original text and where in it the words asked for stand."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()  # (start, end) in characters of `text`, in order, apart


@frozen(kw_only=True)
class Hit:
    """An article found."""

    article: Article
    score: float  # larger is better; comparable within one result only; cosine where only a vector was asked for
    headline: Passage
    passages: tuple[Passage, ...] = ()


@frozen(kw_only=True)
class SearchResult:
    """A page of hits, best first."""

    hits: tuple[Hit, ...]
    total: int  # articles that have the words


@frozen(kw_only=True)
class EventPage:
    """A page of events; iterating gives the events."""

    events: tuple[Event, ...]
    total: int
    passages: Mapping[str, Passage] = field(factory=dict)  # event id -> its best headline for the text asked for

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)


@frozen(kw_only=True, eq=False)
class Window:
    """The articles of a span in columns, ordered by time and id: what the grouping searches in memory."""

    ids: list[str]
    times: NDArray[np.float64]  # seconds since 1970
    vectors: Vector  # (n, dimensions); a row of zeros where an article has none
    signatures: list[bytes]
    events: list[str]
    languages: list[str]
    outlets: list[str]

    def __len__(self) -> int:
        return len(self.ids)


@frozen(kw_only=True)
class IndexStatus:
    """What an index holds."""

    address: str  # without a password
    adapter: str
    version: int  # of the schema
    articles: int = 0
    unplaced: int = 0
    events: int = 0
    outlets: int = 0
    languages: Mapping[str, int] = field(factory=dict)  # language -> articles
    first: datetime | None = None
    last: datetime | None = None
    embedder: str = ""
    dimensions: int = 0
    bytes: int = 0  # on disk
    pending: int = 0  # candidates announced and not finished


@frozen(kw_only=True)
class Seen:
    """What the crawl knows of an article's address."""

    url: str  # normalised
    outlet: str
    article: str = ""  # id; "" where none was made of it
    fetched: datetime | None = None
    next_check: datetime | None = None  # None: never again
    checks: int = 0  # fetches so far
    failures: int = 0  # in a row
    etag: str = ""
    last_modified: str = ""
    content_hash: str = ""
    fate: FateName | None = None
    reason: str = ""


@frozen(kw_only=True)
class EntryPoint:
    """What the crawl knows of a feed, sitemap or section page: its validators and when it is due."""

    url: str
    outlet: str
    kind: str = "feed"  # feed, news-sitemap, sitemap, section
    etag: str = ""
    last_modified: str = ""
    polled: datetime | None = None
    next_due: datetime | None = None
    status: int = 0  # HTTP, of the last poll; 0 none
    candidates: int = 0  # in the last answer that had a body
    best: int = 0  # the most it ever gave; >0: it used to yield
    failures: int = 0  # in a row
    error: str = ""


@frozen(kw_only=True)
class RunRecord:
    """One crawl, and its table of fates."""

    id: str
    started: datetime
    ended: datetime | None = None  # None: running, or killed
    command: str = ""
    fates: Mapping[str, Mapping[str, int]] = field(factory=dict)  # outlet -> fate -> count
    problems: Mapping[str, str] = field(factory=dict)  # outlet -> what failed
