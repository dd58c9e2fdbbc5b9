"""What stands between the reactor and the index: bounded batches, readers that are replaced, copies that are found."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from monitor.index import IndexFull, IndexLocked
from monitor.model import Analysis, Article, Candidate, FateName
from monitor.outlets import Outlet
from monitor.pipelines.batches import Batches
from monitor.pipelines.child import Child
from monitor.pipelines.copies import Copies, Text
from monitor.pipelines.messages import PageWork
from monitor.pipelines.readers import ReaderError, Readers
from monitor.pipelines.settling import Draft, Settled, settle
from monitor.text.fingerprints import minhash
from tests.crawl.conftest import story

NOW = datetime(2018, 5, 23, tzinfo=UTC)


def draft(number: int) -> Draft:
    url = f"https://example.org/{number}"
    return Draft(candidate=Candidate(url=url, outlet="a"), article=Article(url=url, id=str(number)), own_id=str(number),
                 analysis=Analysis(), minhash=b"", content_hash="")  # fmt: skip


def test_a_slow_index_slows_who_brings_and_batches_stay_bounded() -> None:
    sizes: list[int] = []

    def store(drafts: Sequence[Draft]) -> list[Settled]:
        sizes.append(len(drafts))
        time.sleep(0.02)
        return [settle(each, FateName.STORED, "", now=NOW) for each in drafts]

    async def run() -> tuple[int, list[Settled]]:
        batches = Batches(store, size=8, wait=0.01)
        waiting = [asyncio.create_task(batches.store(draft(n))) for n in range(60)]
        await asyncio.sleep(0.03)
        early = sum(task.done() for task in waiting)
        told = await asyncio.gather(*waiting)
        await batches.close()
        return early, told

    early, told = asyncio.run(run())
    assert early <= 16, "the first batches only"
    assert max(sizes) <= 8
    assert [each.fate.url for each in told] == [f"https://example.org/{n}" for n in range(60)]


def test_a_busy_index_is_tried_again_and_a_full_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.pipelines.batches.PAUSES", (0.01, 0.01))
    problems: list[Exception] = [IndexLocked("held"), IndexFull("full")]

    def store(drafts: Sequence[Draft]) -> list[Settled]:
        raise problems.pop(0)

    async def run() -> None:
        batches = Batches(store, wait=0.01)
        with pytest.raises(IndexFull):
            await batches.store(draft(1))
        await batches.close()

    asyncio.run(run())
    assert not problems


class Slow:
    """A setup that takes its time to be told."""

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        time.sleep(0.3)
        return bytes, (bytes(1_000_000),)


def test_a_process_that_was_not_needed_ends_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []
    monkeypatch.setattr(threading, "excepthook", said.append)
    child = Child("json.tool", [Slow(), Slow()])
    child.end()
    time.sleep(1)
    assert not said


def test_a_reader_that_takes_too_long_or_dies_costs_one_page_and_is_replaced() -> None:
    home = "https://example.org/"
    outlet = Outlet(slug="a", name="a", publisher="a", languages=("en",), country="ZZ", homepage=home, feeds=(home,))
    work = PageWork(body=story(1).encode(), url=f"{home}1", charset=None,
                    candidate=Candidate(url=f"{home}1", outlet="a"), now=NOW)  # fmt: skip

    async def run() -> None:
        slow = Readers([outlet], count=1, longest=0.0)
        with pytest.raises(ReaderError, match="longer than"):
            await slow.read_page(work)
        slow.close()
        readers = Readers([outlet], count=1)
        assert (await readers.read_page(work)).article.headline
        (child,) = readers._all
        os.kill(child.pid, signal.SIGKILL)
        with pytest.raises(ReaderError, match="ended"):
            await readers.read_page(work)
        assert (await readers.read_page(work)).article.headline
        readers.close()

    asyncio.run(run())


def test_copies_are_found_among_the_latest_and_memory_is_bounded() -> None:
    texts = [" ".join(f"word{n * 1000 + m}" for m in range(80)) for n in range(40)]
    prints = [minhash(text, "en") for text in texts]
    copies = Copies(kept=20)
    for number, each in enumerate(prints):
        copies.add(Text(str(number), "a", each))
    assert len(copies) == 20
    assert copies.original(Text("x", "b", prints[30])) == "30"
    assert copies.original(Text("x", "b", prints[5])) is None, "gone with the oldest"
    assert copies.same_article(Text("x", "a", prints[30])) == "30"
    assert copies.same_article(Text("x", "b", prints[30])) is None
    assert copies.original(Text("30", "a", prints[30])) is None, "no article is its own copy"
