"""What people asked to be told of, on both adapters."""

from collections.abc import Callable
from datetime import timedelta

from attrs import evolve

from monitor.index import Index, Notice, Watch
from tests.index.samples import NOON

HOUR = timedelta(hours=1)
HOOK, OTHER = "https://chat.example/hooks/1", "mailto:desk@paper.example"
WATCH = Watch(id="w1", query='شمخانی OR "Shamkhani"', languages=("fa", "en"), countries=("IR",), outlets=("paper-en",),
              min_outlets=2, targets=(HOOK, OTHER), name="Syria", since=NOON - HOUR, added=NOON)  # fmt: skip


def notice(event: str = "e1", target: str = HOOK, **given: object) -> Notice:
    return Notice(watch="w1", target=target, event=event, first=NOON, at=NOON, due=NOON + HOUR, **given)  # type: ignore[arg-type]


def test_watches_are_kept_the_oldest_first_and_replaced_by_their_id(index: Index, reopen: Callable[[], Index]) -> None:
    later = evolve(WATCH, id="w0", added=NOON + HOUR)
    index.watches.save(later)
    index.watches.save(WATCH)
    with reopen() as again:
        assert again.watches.all() == [WATCH, later]
    index.watches.save(evolve(WATCH, name="Iraq"))
    assert [each.name for each in index.watches.all()] == ["Iraq", "Syria"]


def test_a_notice_is_claimed_once(index: Index, reopen: Callable[[], Index]) -> None:
    assert index.watches.claim(notice())
    with reopen() as other:
        assert not other.watches.claim(notice(problem="a second process"))
        assert other.watches.claim(notice(target=OTHER))
        assert other.watches.claim(notice("e2"))
    assert index.watches.told("w1", HOOK, ["e1", "e2", "e3"]) == {"e1": notice(), "e2": notice("e2")}
    assert index.watches.told("w2", HOOK, ["e1"]) == {}


def test_what_is_due_is_given_until_it_is_settled(index: Index) -> None:
    for event, due in (("e1", NOON + HOUR), ("e2", NOON), ("e3", NOON + 2 * HOUR)):
        assert index.watches.claim(evolve(notice(event), due=due))
    assert [each.event for each in index.watches.due("w1", NOON + HOUR)] == ["e2", "e1"]
    assert index.watches.due("w2", NOON + HOUR) == []
    index.watches.settle([evolve(notice("e2"), state="sent", due=None), notice("e1", problem="500", tries=2)])
    assert [each.event for each in index.watches.due("w1", NOON + HOUR)] == ["e1"]
    assert {each.event: each.state for each in index.watches.notices("w1")} == {
        "e1": "sending",
        "e2": "sent",
        "e3": "sending",
    }
    assert len(index.watches.notices("w1", limit=1)) == 1


def test_a_removed_watch_takes_its_notices_along(index: Index) -> None:
    index.watches.save(WATCH)
    index.watches.claim(notice())
    index.watches.claim(evolve(notice(), watch="w2"))
    assert index.watches.remove("w1")
    assert not index.watches.remove("w1")
    assert index.watches.all() == []
    assert index.watches.notices("w1") == []
    assert len(index.watches.notices("w2")) == 1


def test_watches_go_along_into_another_index(index: Index, reopen: Callable[[], Index]) -> None:
    index.watches.save(WATCH)
    index.watches.claim(notice())
    rows = list(index.export())
    index.watches.remove("w1")
    index.import_(rows)
    assert index.watches.all() == [WATCH]
    assert index.watches.told("w1", HOOK, ["e1"]) == {"e1": notice()}
