"""The crawl's pure rules: what is fetched, when again, by which outlet, under which id."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from monitor.index import EntryPoint, Seen
from monitor.model import Candidate, FateName, Moment
from monitor.outlets import Catalogue, Outlet
from monitor.spiders.decision import decide
from monitor.spiders.entries import children, due_entries, failed, polled
from monitor.spiders.frontier import EntryTask
from monitor.spiders.options import CrawlOptions, OptionError, shard_of
from monitor.spiders.report import EntryResult, failed_outlets
from monitor.spiders.schedule import next_check, next_due
from monitor.spiders.scope import Scope
from monitor.text.urls import article_id

NOW = datetime(2018, 5, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def outlet(slug: str = "example", **more: object) -> Outlet:
    home = f"https://www.{slug}.org/"
    given = {"slug": slug, "name": slug, "publisher": slug, "languages": ("en",), "country": "ZZ", "homepage": home,
             "feeds": (f"{home}feed",), **more}  # fmt: skip
    return Outlet(**given)  # type: ignore[arg-type]


def candidate(url: str = "https://www.example.org/1", published: str | None = None) -> Candidate:
    return Candidate(url=url, outlet="example", published=Moment.parse(published) if published else None)


@pytest.mark.parametrize(
    ("published", "since", "expected"),
    [
        (None, None, None),
        ("2018-05-22T12:00:00Z", "2d", None),
        ("2018-05-20T12:00:00Z", "2d", FateName.TOO_OLD),
        ("2018-05-20T12:00:00Z", None, None),
        ("2018-05-21", "2d", None),  # a day counts to its end
        ("2018-05-20", "2d", FateName.TOO_OLD),
        (None, "2d", None),
    ],
)
def test_too_old_is_what_was_published_before_since(
    published: str | None, since: str | None, expected: FateName | None
) -> None:
    verdict = decide(candidate(published=published), outlet=outlet(), scope=Scope.of(outlet()), seen=None,
                     cutoff=CrawlOptions(since=since).cutoff(NOW), now=NOW)  # fmt: skip
    assert (verdict and verdict[0]) == expected


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ({"fate": FateName.STORED}, FateName.KNOWN),
        ({"fate": FateName.STORED, "next_check": NOW + HOUR}, FateName.KNOWN),
        ({"fate": FateName.STORED, "next_check": NOW}, None),
        ({"fate": FateName.NOT_AN_ARTICLE}, FateName.KNOWN),
        ({"fate": FateName.FAILED, "failures": 2}, None),
        ({"fate": FateName.FAILED, "failures": 3}, FateName.KNOWN),
        ({"fate": FateName.TOO_OLD, "reason": "2018-05-01"}, None),
    ],
)
def test_what_is_known_is_fetched_when_its_time_has_come(seen: dict[str, object], expected: FateName | None) -> None:
    row = Seen(url="https://example.org/1", outlet="example", **seen)  # type: ignore[arg-type]
    verdict = decide(candidate(), outlet=outlet(), scope=Scope.of(outlet()), seen=row, cutoff=None, now=NOW)
    assert (verdict and verdict[0]) == expected


def test_what_a_page_said_is_too_old_stays_so_only_for_that_since() -> None:
    row = Seen(url="https://example.org/1", outlet="example", fate=FateName.TOO_OLD, reason="2018-05-01")
    for since, expected in (("2d", FateName.KNOWN), ("4w", None), (None, None)):
        verdict = decide(candidate(), outlet=outlet(), scope=Scope.of(outlet()), seen=row,
                         cutoff=CrawlOptions(since=since).cutoff(NOW), now=NOW)  # fmt: skip
        assert (verdict and verdict[0]) == expected


def test_addresses_of_others_and_those_that_the_outlet_excludes() -> None:
    own = outlet(not_article_urls=("/video/",), hosts=("example.net",), feeds=("https://feeds.example.com/x",))
    for url, expected in (
        ("https://m.example.org/1", None),
        ("https://sub.example.net/1", None),
        ("https://feeds.example.com/~r/1", None),
        ("https://elsewhere.com/1", FateName.REFUSED),
        ("https://example.org.elsewhere.com/1", FateName.REFUSED),
        ("https://www.example.org/video/1", FateName.NOT_AN_ARTICLE),
    ):
        verdict = decide(candidate(url), outlet=own, scope=Scope.of(own), seen=None, cutoff=None, now=NOW)
        assert (verdict and verdict[0]) == expected, url


def test_an_articles_id_is_of_the_canonical_address_only_where_that_is_the_outlets() -> None:
    scope = Scope.of(outlet())
    final = "https://www.example.org/a/1?utm_source=x"
    for canonical, expected in (
        ("https://www.example.org/b/2", "https://www.example.org/b/2"),
        ("https://elsewhere.com/b/2", final),
        ("https://www.example.org/", final),
        ("https://example.org", final),
        ("", final),
    ):
        assert scope.identity(final, canonical) == article_id(expected), canonical


def test_the_falling_schedule() -> None:
    published = Moment.of(NOW)
    ages, now, checks = [], NOW, 1
    while (after := next_check(published, checks=checks, now=now)) is not None:
        ages.append((after - NOW) / HOUR)
        now, checks = after, checks + 1
    assert ages == [1, 6, 24, 72, 168]
    assert next_check(Moment.of(NOW - timedelta(days=8)), checks=1, now=NOW) is None
    assert next_check(None, checks=1, now=NOW) == NOW + HOUR
    assert next_check(Moment.of(NOW + timedelta(days=300)), checks=1, now=NOW) == NOW + HOUR


@pytest.mark.parametrize(
    ("modified", "fetched", "checks", "again"),
    [
        ("2018-05-23T11:00:00Z", NOW - 2 * HOUR, 1, True),
        ("2018-05-23T09:00:00Z", NOW - 2 * HOUR, 1, False),  # before it was read
        ("2018-05-23T11:50:00Z", NOW - HOUR / 2, 1, False),  # read a moment ago
        ("2019-05-23T11:00:00Z", NOW - 2 * HOUR, 1, False),  # a date ahead is a mistake
        ("2018-05-23T11:00:00Z", NOW - 2 * HOUR, 12, False),  # an outlet that says so always
    ],
)
def test_an_article_that_the_outlet_says_it_changed_is_read_again(
    modified: str, fetched: datetime, checks: int, again: bool
) -> None:
    row = Seen(url="https://example.org/1", outlet="example", article="1", fate=FateName.STORED, fetched=fetched,
               checks=checks)  # fmt: skip
    said = Candidate(url="https://www.example.org/1", outlet="example", modified=Moment.parse(modified))
    verdict = decide(said, outlet=outlet(), scope=Scope.of(outlet()), seen=row, cutoff=None, now=NOW)
    assert (verdict is None) is again


def test_entry_points_are_due_by_interval_and_wait_longer_when_they_fail() -> None:
    own = outlet(interval="30m")
    (task,) = due_entries(own, {}, only_due=True, now=NOW)
    good = polled(None, task, own, now=NOW, status=200)
    assert good.next_due == NOW + timedelta(minutes=30)
    assert due_entries(own, {task.url: good}, only_due=True, now=NOW + timedelta(minutes=29)) == []
    assert due_entries(own, {task.url: good}, only_due=True, now=NOW + timedelta(minutes=30)) == [task]
    assert due_entries(own, {task.url: good}, only_due=False, now=NOW) == [task]
    bad = failed(good, task, own, now=NOW, status=500, reason="the server answered 500")
    assert (bad.failures, bad.next_due) == (1, NOW + HOUR)
    assert next_due(timedelta(minutes=30), now=NOW, failures=50) == NOW + timedelta(days=1)
    assert next_due(timedelta(days=3), now=NOW, failures=50) == NOW + timedelta(days=3)


def test_of_an_index_the_newest_and_changed_sitemaps_are_polled() -> None:
    task = EntryTask("example", "https://example.org/index.xml", "sitemaps")
    found = [(f"https://example.org/{n}.xml", Moment.of(NOW - timedelta(days=n))) for n in range(30)]
    known = {found[1][0]: EntryPoint(url=found[1][0], outlet="example", polled=NOW)}
    chosen = [child.url for child in children(found, task, known, None)]
    assert chosen == [f"https://example.org/{n}.xml" for n in (0, *range(2, 11))]
    assert [c.depth for c in children(found, task, {}, NOW - timedelta(days=2))] == [1, 1, 1]
    assert children(found, EntryTask("example", "x", "sitemaps", 2), {}, None) == []


@pytest.mark.parametrize(
    "wrong",
    [{"since": "2 days"}, {"since": "d"}, {"since": "999999w"}, {"shard": "0/4"}, {"shard": "5/4"}, {"shard": "1"},
     {"limit": 0}, {"delay": -1.0}, {"delay": float("nan")}],
)  # fmt: skip
def test_wrong_options_are_told(wrong: dict[str, object]) -> None:
    with pytest.raises(OptionError) as caught:
        CrawlOptions(**wrong)  # type: ignore[arg-type]
    assert caught.value.exit_code == 2


def test_shards_part_the_outlets_and_stay_the_same() -> None:
    catalogue = Catalogue([outlet(f"outlet-{n}") for n in range(50)])
    parts = [[each.slug for each in CrawlOptions(shard=f"{n}/4").select(catalogue)] for n in range(1, 5)]
    assert sorted(slug for part in parts for slug in part) == sorted(catalogue.outlets)
    assert all(parts)
    assert [shard_of(slug, 7) for slug in ("irna-fa", "bbc-fa", "rt-ru")] == [5, 7, 2]


def test_an_unknown_outlet_is_told() -> None:
    with pytest.raises(OptionError, match="exmple"):
        CrawlOptions(outlets=("exmple",)).select(Catalogue([outlet()]))


def test_an_outlet_failed_where_nothing_of_it_answered_or_every_article_failed() -> None:
    def result(slug: str, outcome: str) -> EntryResult:
        return EntryResult(outlet=slug, url="u", kind="feeds", outcome=outcome, reason="why")

    entries = (result("a", "failed"), result("a", "ok"), result("b", "failed"), result("c", "not modified"))
    fates = {"c": {FateName.FAILED: 5, FateName.KNOWN: 9}, "a": {FateName.FAILED: 9, FateName.STORED: 1}}
    assert failed_outlets(entries, fates) == {"b": "why", "c": "all 5 articles that were tried failed"}
