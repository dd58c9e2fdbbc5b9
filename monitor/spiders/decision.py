"""What becomes of a candidate before it is fetched; pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from monitor.index import Seen
from monitor.model import Candidate, FateName, Moment
from monitor.outlets import Outlet
from monitor.spiders.schedule import PAUSES
from monitor.spiders.scope import Scope

TRIES: Final = 3  # crawls in which an address may fail before it is given up
MOST_READINGS: Final = 12  # of one article, whatever its outlet says of changes

Verdict = tuple[FateName, str]


def decide(
    candidate: Candidate, *, outlet: Outlet, scope: Scope, seen: Seen | None, cutoff: datetime | None, now: datetime
) -> Verdict | None:
    """A candidate's fate and the reason, or None where it is to be fetched.

    `seen` is what is known of its address; what was published before `cutoff` is too old.
    """
    if not scope.holds(candidate.url):
        return FateName.REFUSED, "scope: the address is none of the outlet's"
    if outlet.is_article_url(candidate.url) is False:
        return FateName.NOT_AN_ARTICLE, "by its address (article_urls, not_article_urls)"
    if seen is not None:
        return None if _was_modified(candidate, seen, now) else _known(seen, cutoff, now)
    when = candidate.published or candidate.modified
    if when is not None and is_before(when, cutoff):
        return FateName.TOO_OLD, f"published {when.to_text()}"
    return None


def _known(seen: Seen, cutoff: datetime | None, now: datetime) -> Verdict | None:
    if seen.fate is FateName.FAILED:
        return (FateName.KNOWN, f"given up: {seen.reason}") if seen.failures >= TRIES else None
    if seen.fate is FateName.TOO_OLD:
        when = Moment.parse(seen.reason) if seen.reason else None
        return (FateName.KNOWN, f"published {seen.reason}") if when and is_before(when, cutoff) else None
    if seen.next_check is not None and seen.next_check <= now:
        return None
    return FateName.KNOWN, seen.fate.value if seen.fate else ""


def _was_modified(candidate: Candidate, seen: Seen, now: datetime) -> bool:
    """True where the outlet says that an article changed since it was read; some say so always, so it is bounded."""
    if candidate.modified is None or seen.fetched is None or not seen.article or seen.checks >= MOST_READINGS:
        return False
    return seen.fetched < candidate.modified <= now + PAUSES[0] and seen.fetched + PAUSES[0] <= now


def is_before(when: Moment, cutoff: datetime | None) -> bool:
    """True for what was published before the cutoff; a day without a time of day counts to its end."""
    return cutoff is not None and when + (timedelta(0) if when.has_time else timedelta(days=1)) < cutoff
