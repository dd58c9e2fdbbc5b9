"""Drafts, what becomes of them, and what is remembered of their addresses; pure."""

from __future__ import annotations

from datetime import datetime

from attrs import evolve, frozen

from monitor.index import Seen
from monitor.model import Analysis, Article, Candidate, Fate, FateName
from monitor.spiders.schedule import next_check
from monitor.text.urls import normalise


@frozen(kw_only=True)
class Draft:
    """An article as it was read, with its id, ready to be stored."""

    candidate: Candidate
    article: Article  # id, outlet, country and fetched are set
    own_id: str  # of the address it was read from; its id where the canonical address turns out to be another's
    analysis: Analysis
    minhash: bytes
    content_hash: str
    seen: Seen | None = None  # what was known of its address
    etag: str = ""
    last_modified: str = ""


@frozen(kw_only=True)
class Settled:
    """A candidate's fate, and what is to be remembered of its addresses."""

    fate: Fate
    seen: tuple[Seen, ...] = ()


def settle(draft: Draft, name: FateName, reason: str, *, now: datetime) -> Settled:
    """What became of a draft."""
    article, candidate = draft.article, draft.candidate
    before = draft.seen or Seen(url=normalise(candidate.url), outlet=candidate.outlet)
    again = None
    if name is not FateName.DUPLICATE:
        again = next_check(article.published, checks=before.checks + 1, now=now)
    row = evolve(
        before,
        article=article.id,
        fetched=now,
        next_check=again,
        checks=before.checks + 1,
        failures=before.failures + 1 if name is FateName.FAILED else 0,
        etag=draft.etag,
        last_modified=draft.last_modified,
        content_hash=draft.content_hash,
        fate=name,
        reason=reason,
    )
    fate = Fate(url=candidate.url, outlet=candidate.outlet, name=name, reason=reason, article=article.id, at=now)
    return Settled(fate=fate, seen=(row, *_further(row, article)))


def unread(candidate: Candidate, seen: Seen | None, name: FateName, reason: str, *, now: datetime) -> Settled:
    """What became of a candidate of which no article was made."""
    before = seen or Seen(url=normalise(candidate.url), outlet=candidate.outlet)
    failed, checks = name is FateName.FAILED, before.checks + 1
    again = failed and bool(before.article)
    row = evolve(
        before,
        fetched=now,
        next_check=next_check(candidate.published, checks=checks, now=now) if again else None,
        checks=checks,
        failures=before.failures + 1 if failed else 0,
        fate=before.fate if again else name,
        reason=reason,
    )
    fate = Fate(url=candidate.url, outlet=candidate.outlet, name=name, reason=reason, article=row.article, at=now)
    return Settled(fate=fate, seen=(row,))


def unchanged(candidate: Candidate, seen: Seen, *, now: datetime) -> Settled:
    """What became of an article that the server says was not modified."""
    row = evolve(seen, fetched=now, checks=seen.checks + 1, failures=0, fate=FateName.UNCHANGED, reason="304",
                 next_check=next_check(candidate.published, checks=seen.checks + 1, now=now))  # fmt: skip
    fate = Fate(url=candidate.url, outlet=candidate.outlet, name=FateName.UNCHANGED, reason="304",
                article=seen.article, at=now)  # fmt: skip
    return Settled(fate=fate, seen=(row,))


def _further(row: Seen, article: Article) -> list[Seen]:
    """The other addresses of the article, so that one announced later is known; they are not read again."""
    others = {normalise(article.url), normalise(article.canonical_url) if article.canonical_url else row.url}
    return [evolve(row, url=url, next_check=None) for url in sorted(others - {row.url})]
