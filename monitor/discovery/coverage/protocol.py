"""What is asked of a source of coverage, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from attrs import frozen

from monitor.discovery.problems import NotReadableError
from monitor.model import Moment
from monitor.outlets import Outlet

Window = tuple[datetime, datetime]


class NoAnswer(NotReadableError):  # noqa: N818  (the name is the room's public contract)
    """A source that answered something else than it does."""

    what = "a source's answer"


@frozen(kw_only=True)
class Query:
    """Words of the article's language: `name` must be there, and one of `others` where there are any."""

    name: str
    others: tuple[str, ...] = ()


@frozen(kw_only=True)
class Question:
    """Which happenings: what to search for, when, in whose language, at whose sites."""

    queries: tuple[Query, ...]  # one a happening, the article's main one first
    language: str  # of the words, BCP 47
    country: str = ""  # ISO 3166-1, "" where it is unknown
    is_latin: bool = True  # the words are in Latin letters, so that an English search knows them
    windows: tuple[Window, ...] = ()  # in which it was reported; none: at any time
    outlets: tuple[Outlet, ...] = ()  # whose sites may be asked, the likeliest first

    @property
    def span(self) -> Window | None:
        """From the beginning of the first window to the end of the last."""
        return (min(each[0] for each in self.windows), max(each[1] for each in self.windows)) if self.windows else None


@frozen(kw_only=True)
class Ask:
    """One request to a source."""

    url: str
    outlet: str = ""  # slug, where it goes to an outlet's own site
    language: str = ""  # of what it finds, where the source's answer does not say
    depth: int = 0
    large: bool = False  # its answer may be larger than a page


@frozen(kw_only=True)
class Lead:
    """An article's address as a source gave it."""

    url: str
    headline: str = ""
    published: Moment | None = None
    language: str = ""
    country: str = ""  # of who published it
    outlet: str = ""  # slug; "" where only its address can tell
    publisher: str = ""  # as the source names it
    site: str = ""  # its publisher's site, where `url` is only a way to it
    indirect: bool = False  # `url` is the source's own and leads on


@frozen(kw_only=True)
class Finding:
    """What an answer gave: articles, and what is to be asked next."""

    leads: tuple[Lead, ...] = ()
    further: tuple[Ask, ...] = ()


class CoverageSource(Protocol):
    """A source. Both methods are pure: whoever calls them fetches, and waits between requests."""

    @property
    def name(self) -> str:
        """As people are told it."""
        ...

    @property
    def delay(self) -> float:
        """Seconds between two requests to one of its hosts, at least."""
        ...

    def asks(self, question: Question) -> Sequence[Ask]:
        """What to ask, the most promising first; empty where it cannot help."""
        ...

    def read(self, ask: Ask, body: bytes, url: str, charset: str | None, question: Question) -> Finding:
        """Read an answer; `url` is where it came from. Raises NotReadableError where it is none."""
        ...

    def lead_on(self, url: str, body: bytes) -> str | None:
        """Where an indirect address leads, from the address itself, or from its page where `body` is given."""
        ...
