"""What goes to a reader process and comes back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from attrs import field, frozen

from monitor.model import Analysis, Article, Candidate, Moment
from monitor.outlets import Outlet


@frozen(kw_only=True)
class Setup:
    """The first message: what a reader needs to know of the outlets."""

    outlets: tuple[Outlet, ...]


@frozen(kw_only=True)
class PageWork:
    """A page to be read."""

    body: bytes
    url: str  # after redirects
    charset: str | None  # as the HTTP header claims
    candidate: Candidate
    now: datetime


@frozen(kw_only=True)
class PageReading:
    """A page that was read; `cpu` is seconds by stage."""

    article: Article
    analysis: Analysis = field(factory=Analysis)
    minhash: bytes = b""
    content_hash: str = ""
    cpu: Mapping[str, float] = field(factory=dict)


@frozen(kw_only=True)
class EntryWork:
    """A feed, sitemap or section page to be read."""

    body: bytes
    url: str
    charset: str | None
    outlet: str
    kind: str  # feeds, news_sitemaps, sitemaps, sections
    now: datetime


@frozen(kw_only=True)
class EntryReading:
    """What an entry point announces; `problem` where it is none."""

    candidates: tuple[Candidate, ...] = ()
    identities: tuple[str, ...] = ()  # their normalised addresses, in the same order
    children: tuple[tuple[str, Moment | None], ...] = ()
    problem: str = ""
    cpu: Mapping[str, float] = field(factory=dict)


Work = PageWork | EntryWork
