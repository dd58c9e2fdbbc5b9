"""The ledger and the frontier: each candidate one fate, each task one end, whatever the order."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model import Candidate, Fate, FateName
from monitor.spiders.frontier import EntryTask, Frontier, PageTask, Task
from monitor.spiders.ledger import Ledger

NOW = datetime(2018, 5, 23, tzinfo=UTC)


def candidate(number: int, outlet: str = "a") -> Candidate:
    return Candidate(url=f"https://example.org/{number}", outlet=outlet)


def fate(of: Candidate, name: FateName) -> Fate:
    return Fate(url=of.url, outlet=of.outlet, name=name, at=NOW)


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(list(FateName)), st.booleans())))
def test_fates_always_add_up(met: list[tuple[int, FateName, bool]]) -> None:
    ledger = Ledger()
    for number, name, settles in met:
        if ledger.meet(candidate(number)) and settles:
            ledger.settle(fate(candidate(number), name))
    ledger.close(NOW, "the crawl was ended")
    assert ledger.open == 0
    assert ledger.candidates == len({number for number, _, _ in met}) == sum(ledger.totals.values())


def test_a_second_fate_and_a_fate_of_a_stranger_are_errors() -> None:
    ledger = Ledger()
    assert ledger.meet(candidate(1))
    ledger.settle(fate(candidate(1), FateName.STORED))
    assert not ledger.meet(candidate(1))
    for number in (1, 2):
        with pytest.raises(KeyError):
            ledger.settle(fate(candidate(number), FateName.STORED))


def test_an_outlet_takes_turns_and_never_has_more_than_its_places() -> None:
    async def run() -> list[str]:
        frontier = Frontier({"a": 1, "b": 2}, together=10)
        for n in range(3):
            frontier.push(PageTask(candidate(n, "a")))
            frontier.push(PageTask(candidate(n + 10, "b")))
        frontier.push(EntryTask("a", "https://example.org/feed", "feeds"))
        out: list[Task] = []
        while (task := frontier.take()) is not None:
            out.append(task)
        taken = [task.outlet for task in out]
        assert isinstance(out[0], EntryTask)  # entry points come first
        frontier.done(out[0])
        following = frontier.take()
        assert following is not None
        assert following.outlet == "a"
        assert frontier.take() is None
        return taken

    assert asyncio.run(run()) == ["a", "b", "b"]


@given(st.lists(st.sampled_from("abc"), max_size=40), st.integers(1, 5))
def test_every_task_comes_out_once(outlets: list[str], together: int) -> None:
    async def run() -> int:
        frontier = Frontier({"a": 1, "b": 2, "c": 3}, together=together)
        for n, outlet in enumerate(outlets):
            frontier.push(PageTask(candidate(n, outlet)))
        count = 0
        out: list[Task] = []
        while not frontier.is_finished():
            task = frontier.take()
            if task is None:
                assert out, "nothing may start although nothing is under way"
                frontier.done(out.pop())
            else:
                out.append(task)
                count += 1
                assert len(out) <= together
        return count

    assert asyncio.run(run()) == len(outlets)


def test_who_waits_is_woken() -> None:
    async def run() -> bool:
        frontier = Frontier({}, together=1)
        waiting = asyncio.create_task(frontier.changed())
        await asyncio.sleep(0)
        frontier.push(PageTask(candidate(1)))
        await asyncio.wait_for(waiting, 1)
        return True

    assert asyncio.run(run())
