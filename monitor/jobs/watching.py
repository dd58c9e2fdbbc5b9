"""Watches: questions that are asked of the index after each grouping, and whoever asked is told of new events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final

from attrs import evolve, frozen

from monitor.config import Config
from monitor.fetching import Guard
from monitor.index import EventQuery, Index, Notice, Watch
from monitor.jobs.mailing import checked_address, server_of
from monitor.jobs.notices import MAILTO, Teller
from monitor.model import Event, MonitorError

PAGE: Final = 200  # events read at once
DEEPEST: Final = 10_000  # events of one watch looked at, the latest; Elasticsearch pages no further
MOST: Final = 50  # notices to one target in one check; the others wait for the next
UNDER_WAY: Final = timedelta(minutes=10)  # after which a notice that was never settled is tried again
GIVEN_UP: Final = timedelta(days=7)  # after the first try


class WatchProblem(MonitorError):  # noqa: N818  (it says what is the matter)
    """A watch that cannot be had; the message says why."""

    exit_code = 2


@frozen(kw_only=True)
class Checked:
    """What one check of a watch did for one of its targets."""

    watch: Watch
    target: str
    sent: tuple[str, ...] = ()  # events
    waiting: int = 0  # events that a later check is to tell: what failed, and what was not tried
    problem: str = ""


def add_watch(index: Index, watch: Watch, config: Config) -> tuple[Watch, bool]:
    """Keep a watch under an id of its question; gives it, and whether it is new.

    The same question to the same targets is the same watch, added once. Raises WatchProblem where nobody is to be told,
    AddressRefused for a webhook that may not be reached, MailProblem for a mail that cannot go out.
    """
    targets = checked_targets(watch, config)
    filters = (sorted(watch.languages), sorted(watch.countries), sorted(watch.outlets), watch.min_outlets)
    asked = repr((watch.query, filters, sorted(targets)))
    made = evolve(watch, id="w" + blake2b(asked.encode(errors="replace"), digest_size=4).hexdigest(), targets=targets)
    there = next((each for each in index.watches.all() if each.id == made.id), None)
    if there is None:
        index.watches.save(made)
    return there or made, there is None


def checked_targets(watch: Watch, config: Config) -> tuple[str, ...]:
    """Whom a watch tells, each once. Raises WatchProblem, AddressRefused and MailProblem as `add_watch` does."""
    targets = tuple(dict.fromkeys(_target(each, config) for each in watch.targets))
    if not targets:
        raise WatchProblem("say whom to tell: --webhook URL or --mail ADDRESS")
    return targets


def _target(given: str, config: Config) -> str:
    if given.startswith(MAILTO):
        server_of(config)
        checked_address(config.mail_from)
        return MAILTO + checked_address(given.removeprefix(MAILTO))
    Guard(config.allow_addresses).check(given)
    return given


def named(index: Index, ids: Sequence[str]) -> list[Watch]:
    """These watches, or all. Raises WatchProblem for an id that no watch has."""
    watches = index.watches.all()
    strange = set(ids) - {each.id for each in watches}
    if strange:
        raise WatchProblem(f"no watch {min(strange)!r} in {index.address}: `monitor watch list` lists those there are")
    return [each for each in watches if not ids or each.id in ids]


def matches(index: Index, watch: Watch) -> Iterator[Event]:
    """The events that answer a watch, the latest first."""
    query = EventQuery(
        since=watch.since,
        text=watch.query,
        outlets=watch.outlets,
        languages=watch.languages,
        countries=watch.countries,
        min_outlets=watch.min_outlets,
        order="-last",
        limit=PAGE,
    )
    for offset in range(0, DEEPEST, PAGE):
        page = index.events(evolve(query, offset=offset))
        yield from page
        if len(page) < PAGE:
            return


def untold(index: Index, watch: Watch, target: str, events: Sequence[Event]) -> list[Event]:
    """Those events of which the target was never told, under any id that they ever had; the earliest first."""
    told = index.watches.told(watch.id, target, [each.id for each in events])
    fresh = [each for each in events if each.id not in told]
    return [each for each in reversed(fresh) if not index.watches.told(watch.id, target, index.history.names(each.id))]


def check_watches(
    index: Index, teller: Teller, *, ids: Sequence[str] = (), now: datetime, dry_run: bool = False
) -> list[Checked]:
    """Ask every watch, or these, and tell what is new: each event once to each target of a watch.

    What could not be delivered is tried again by the next check, for GIVEN_UP. Two checks at once tell nothing new
    twice; a delivery that failed before may be tried by both, under the same Idempotency-Key.
    Raises WatchProblem for an id that no watch has; what goes wrong with a target is in the report.
    """
    done = []
    for watch in named(index, ids):
        events = list(matches(index, watch))
        for target in watch.targets:
            if dry_run:
                fresh = untold(index, watch, target, events)
                waiting = len(fresh) + len(_due(index, watch, target, now))
                done.append(Checked(watch=watch, target=target, waiting=waiting, sent=()))
            else:
                done.append(_tell(index, teller, watch, target, events, now))
    return done


def _tell(index: Index, teller: Teller, watch: Watch, target: str, events: Sequence[Event], now: datetime) -> Checked:
    """Tell one target: what failed before, then what is new."""
    due = _due(index, watch, target, now)
    again = due[:MOST]
    fresh = untold(index, watch, target, events)
    room = MOST - len(again)
    waiting = len(due[MOST:]) + len(fresh[room:])
    left = [*_taken_up(index, again, now), *_claimed(index, watch, target, fresh[:room], now)]
    sent: list[str] = []
    problem = ""
    while left and not problem:
        batch, left = (left, []) if target.startswith(MAILTO) else (left[:1], left[1:])
        problem = teller.tell(watch, target, batch)
        settled = [_settled(each, problem, now) for each in batch]
        index.watches.settle(settled)
        waiting += sum(each.due is not None for each in settled)
        sent += [] if problem else [each.event for each in batch]
    # What was not tried because the target had failed is due at once, as if it had failed itself.
    index.watches.settle([evolve(each, state="failed", due=now, problem=problem) for each in left])
    return Checked(watch=watch, target=target, sent=tuple(sent), waiting=waiting + len(left), problem=problem)


def _due(index: Index, watch: Watch, target: str, now: datetime) -> list[Notice]:
    """What failed before and is to be tried again."""
    return [each for each in index.watches.due(watch.id, now) if each.target == target]


def _taken_up(index: Index, notices: Sequence[Notice], now: datetime) -> list[Notice]:
    """Notices tried before; one whose event is gone is given up."""
    gone = [each for each in notices if index.event(each.event) is None]
    index.watches.settle([evolve(each, state="given-up", due=None, problem="the event is gone") for each in gone])
    taken = [
        evolve(each, state="sending", tries=each.tries + 1, at=now, due=now + UNDER_WAY)
        for each in notices
        if each not in gone
    ]
    index.watches.settle(taken)
    return taken


def _claimed(index: Index, watch: Watch, target: str, events: Sequence[Event], now: datetime) -> list[Notice]:
    """A notice for each event, but for those that another check has taken on meanwhile."""
    made = [
        Notice(watch=watch.id, target=target, event=each.id, first=now, at=now, due=now + UNDER_WAY) for each in events
    ]
    return [each for each in made if index.watches.claim(each)]


def _settled(notice: Notice, problem: str, now: datetime) -> Notice:
    if not problem:
        return evolve(notice, state="sent", due=None, problem="")
    if now - notice.first >= GIVEN_UP:
        return evolve(notice, state="given-up", due=None, problem=problem)
    return evolve(notice, state="failed", due=now, problem=problem)
