"""The crawl's memory."""

from collections.abc import Callable
from datetime import timedelta

from monitor.index import EntryPoint, Index, RunRecord, Seen
from monitor.model import Fate, FateName, Moment
from tests.index.samples import NOON, candidate

HOUR = timedelta(hours=1)
FEED = EntryPoint(url="https://paper.example/feed", outlet="paper-en", etag='"1"', polled=NOON, next_due=NOON + HOUR)


def fate(number: int, name: FateName = FateName.STORED, **given: str) -> Fate:
    url = f"https://paper.example/{number}"
    return Fate(url=url, outlet="paper-en", name=name, article=f"a{number}", at=NOON + number * HOUR, **given)


def test_addresses_are_remembered(index: Index) -> None:
    seen = Seen(
        url="https://paper.example/1?ü=" + "x" * 600,  # longer than Elasticsearch's ids
        outlet="paper-en",
        article="a1",
        fetched=NOON,
        next_check=NOON + HOUR,
        checks=2,
        failures=1,
        etag='W/"x"',
        last_modified="Tue, 22 May 2018 10:00:00 GMT",
        content_hash="h",
        fate=FateName.REVISED,
        reason="why",
    )
    index.state.remember([seen, Seen(url="https://paper.example/2", outlet="paper-en")])
    assert index.state.seen([seen.url, "https://paper.example/none"]) == {seen.url: seen}
    later = Seen(url=seen.url, outlet="paper-en", checks=3)
    index.state.remember([later])
    assert index.state.seen([seen.url]) == {seen.url: later}
    assert index.state.seen([]) == {}


def test_rechecks_are_given_when_their_time_has_come(index: Index) -> None:
    index.state.remember(
        [
            Seen(url=f"https://x.example/{number}", outlet=("two", "one")[number % 2], next_check=NOON - number * HOUR)
            for number in range(-1, 4)
        ]
        + [Seen(url="https://paper.example/never", outlet="one")]
    )  # fmt: skip
    assert [row.url[-1] for row in index.state.recheck(NOON)] == ["3", "2", "1", "0"]
    assert [row.url[-1] for row in index.state.recheck(NOON, outlets=["one"], limit=1)] == ["3"]


def test_entry_points_keep_their_validators(index: Index) -> None:
    other = EntryPoint(url="https://other.example/feed", outlet="other", status=500, failures=2, error="500")
    index.state.announce(FEED, [])
    index.state.announce(other, [])
    assert sorted(index.state.entries(), key=lambda row: row.outlet) == [other, FEED]
    assert index.state.entries(outlets=["paper-en"]) == [FEED]


def test_what_was_announced_waits_until_it_is_finished(index: Index, reopen: Callable[[], Index]) -> None:
    first = candidate(3, headline="تیتر", published=Moment.parse("2018-05-22"), found_in=FEED.url, authors=("A",))
    index.state.announce(FEED, [first, candidate(1), candidate(2, outlet="other")])
    index.state.announce(FEED, [first])
    with reopen() as again:
        assert again.state.pending() == [first, candidate(1), candidate(2, outlet="other")]
        assert again.state.pending(limit=1) == [first]
        assert again.state.pending(outlets=["other"]) == [candidate(2, outlet="other")]
        assert again.status().pending == 3
        again.state.finish("run-1", [fate(3), fate(1)], [Seen(url=first.url, outlet="paper-en", article="a3")])
    assert index.state.pending() == [candidate(2, outlet="other")]
    assert index.state.seen([first.url])[first.url].article == "a3"


def test_fates_and_runs_are_kept_and_forgotten(index: Index) -> None:
    run = RunRecord(id="run-1", started=NOON, command="crawl --due")
    index.state.save_run(run)
    ended = RunRecord(
        id="run-1",
        started=NOON,
        ended=NOON + HOUR,
        fates={"paper-en": {"stored": 2, "failed": 1}},
        problems={"paper-en": "feed: 500"},
    )
    index.state.save_run(ended)
    later = RunRecord(id="run-2", started=NOON + 9 * HOUR)
    index.state.save_run(later)
    assert index.state.runs() == [later, ended]
    assert index.state.runs(limit=1) == [later]
    index.state.finish("run-1", [fate(1), fate(2, FateName.FAILED, reason="500")])
    index.state.finish("run-2", [fate(3)])
    assert [row.article for row in index.state.fates("run-1")] == ["a2", "a1"]
    assert index.state.fates(article="a2") == [fate(2, FateName.FAILED, reason="500")]
    assert len(index.state.fates(outlet="paper-en")) == 3
    assert index.state.forget(NOON + 150 * timedelta(minutes=1)) == 3
    assert [row.article for row in index.state.fates()] == ["a3"]
    assert index.state.runs() == [later]
