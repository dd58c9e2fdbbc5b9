"""What a comparison gives: frozen tables whose cells name the article and the sentence they come from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import attrs
from attrs import field, frozen

from monitor.model import DateMention, Event, Mention, Moment, Quote


@frozen(kw_only=True)
class Cell:
    """Where a statement of a table stands."""

    article: str
    outlet: str  # slug
    publisher: str
    language: str
    sentence: str
    start: int = 0  # of the sentence, in characters of the body


@frozen(kw_only=True)
class CoverageRow:
    """One article of the event."""

    article: str
    outlet: str  # slug of the edition
    edition: str  # its name
    publisher: str
    country: str
    language: str
    published: Moment | None
    lag: float | None  # seconds behind the first; None without a time
    headline: str
    url: str
    words: int
    revisions: int
    headline_changed: bool
    own_share: float  # from 0 to 1: the part of its text that no earlier article of the event has
    copied_from: str = ""  # publisher whose text it carries, or the agency it credits
    copied_article: str = ""  # that article's id, where it is in the event


@frozen(kw_only=True)
class BlindSpot:
    """A publisher that usually reports such events and did not report this one."""

    publisher: str
    reported: int  # of the similar events
    of: int  # similar events that were looked at
    rate: float  # reported / of
    low: float  # lower end of its 95% interval (Wilson)


@frozen(kw_only=True)
class First:
    """The first report of a group."""

    group: str  # a language, country or publisher
    cell: Cell
    published: Moment | None
    lag: float | None  # seconds behind the first of all
    articles: int
    median_lag: float | None  # seconds, of all articles of the group


@frozen(kw_only=True)
class Spread:
    """How the news spread."""

    outlets: tuple[First, ...] = ()  # in order of time
    countries: tuple[First, ...] = ()
    languages: tuple[First, ...] = ()
    median_lag: float | None = None  # seconds, of all articles behind the first


@frozen(kw_only=True)
class Citation:
    """An arrow of the citation graph: one publisher cites another, with every sentence that does."""

    citing: str
    cited: str
    kinds: Mapping[str, int] = field(factory=dict)  # text, link, credit -> count
    cells: tuple[Cell, ...] = ()
    within: bool = False  # the cited publisher reported this event itself


@frozen(kw_only=True)
class Sources:
    """Who cites whom, and who leans on officials and on people without a name."""

    citations: tuple[Citation, ...] = ()
    officials: Mapping[str, tuple[Cell, ...]] = field(factory=dict)  # publisher -> sentences
    anonymous: Mapping[str, tuple[Cell, ...]] = field(factory=dict)


@frozen(kw_only=True)
class QuoteUse:
    """How one article carries a quote."""

    cell: Cell
    text: str
    speaker: str
    verb: str
    form: str  # whole, cut, paraphrased, translated
    similarity: float  # to the longest version, from 0 to 1


@frozen(kw_only=True)
class QuoteRow:
    """The same words in several articles; `text` is the longest version."""

    speaker: str
    text: str
    language: str
    publishers: int
    uses: tuple[QuoteUse, ...]


@frozen(kw_only=True)
class Claim:
    """What sentences of several articles say in common; `text` is the sentence nearest to all of them."""

    text: str
    language: str
    publishers: int
    share: float  # of the publishers that have sentences of their own
    cohesion: float  # mean similarity of its sentences, from 0 to 1
    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class Value:
    """One value that articles give for a quantity."""

    value: float
    words: str
    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class Disagreement:
    """Figures for the same thing that differ."""

    quantity: str  # killed, injured, … or the unit
    unit: str
    claim: str  # the claim in which they stand, "" where they were matched by the quantity's words
    values: tuple[Value, ...]  # most often given first


@frozen(kw_only=True)
class Term:
    """A word that sets a group apart from the rest of the same event and language."""

    word: str
    count: int  # in the group
    rest: int  # in the others
    log_odds: float
    low: float  # 95% interval of log_odds
    high: float
    z: float
    cells: tuple[Cell, ...] = ()


@frozen(kw_only=True)
class GroupTerms:
    """The words of one outlet or group."""

    by: str  # publisher, country, tag
    group: str
    language: str
    terms: tuple[Term, ...]


@frozen(kw_only=True)
class ContestedUse:
    """Who uses which of the terms that stand for one contested concept."""

    concept: str
    side: str  # which of its namings
    term: str  # as it stands in the catalogue of terms
    language: str
    counts: Mapping[str, int]  # publisher -> count
    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class Piece:
    """A stretch of a word diff."""

    kind: str  # same, removed, added
    text: str


@frozen(kw_only=True)
class Change:
    """One revision of an article against the one before."""

    article: str
    outlet: str
    number: int  # of the newer revision
    fetched: datetime
    headline: tuple[Piece, ...] = ()
    body: tuple[Piece, ...] = ()
    silent: bool = False  # the headline changed and the page's own date of change did not


@frozen(kw_only=True)
class EventComparison:
    """Everything about one event."""

    event: Event
    coverage: tuple[CoverageRow, ...] = ()
    blind_spots: tuple[BlindSpot, ...] = ()
    spread: Spread = field(factory=Spread)
    sources: Sources = field(factory=Sources)
    quotes: tuple[QuoteRow, ...] = ()
    claims: tuple[Claim, ...] = ()
    numbers: tuple[Disagreement, ...] = ()
    terms: tuple[GroupTerms, ...] = ()
    contested: tuple[ContestedUse, ...] = ()
    changes: tuple[Change, ...] = ()


@frozen(kw_only=True)
class PassageView:
    """A part of an article: what its subheading covers and one event it speaks of."""

    number: int
    heading: str
    text: str
    start: int
    days: tuple[str, ...] = ()  # ISO 8601, the days it speaks of
    speakers: tuple[str, ...] = ()


@frozen(kw_only=True)
class EventMatch:
    """An event of the index that a passage speaks of."""

    event: str
    headline: str
    passage: int
    probability: float  # from 0 to 1, that both are the same event
    similarity: float  # cosine
    publishers: tuple[str, ...] = ()  # who carries it


@frozen(kw_only=True)
class ArticleComparison:
    """An article somebody brought, beside what the index knows."""

    headline: str
    outlet: str
    published: Moment | None
    language: str
    cited: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    contested: tuple[ContestedUse, ...] = ()
    passages: tuple[PassageView, ...] = ()
    matches: tuple[EventMatch, ...] = ()
    events: tuple[EventComparison, ...] = ()
    adds: tuple[Cell, ...] = ()  # its sentences that nobody else carries
    leaves_out: tuple[Claim, ...] = ()  # what others say of its events and it does not


def to_dict(result: object) -> Any:
    """A result as JSON takes it: dicts, lists, strings, numbers."""
    return attrs.asdict(result, value_serializer=_plain) if attrs.has(type(result)) else result  # type: ignore[arg-type]


def _plain(_: type, __: attrs.Attribute[Any] | None, value: Any) -> Any:
    if isinstance(value, Moment):
        return value.to_text()
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _deep(each) for key, each in value.items()}
    return value


def _deep(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_deep(each) for each in value]
    return to_dict(value)
