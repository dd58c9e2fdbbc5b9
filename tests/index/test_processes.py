"""Several processes at one index, and processes that are killed."""

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from monitor.index import ArticleQuery, EntryPoint, Index, open_index
from monitor.index.sqlite import schema
from monitor.index.sqlite.database import Database
from tests.index import writers
from tests.index.conftest import BOTH
from tests.index.samples import NOON, candidate

Spawn = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """Address and prefix of an index of this test alone."""
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'monitor.sqlite'}", ""
    return request.getfixturevalue("elasticsearch_url"), request.getfixturevalue("prefix")


@pytest.fixture
def own(place: tuple[str, str]) -> Iterator[Index]:
    address, prefix = place
    with open_index(address, prefix=prefix) as index:
        yield index


@pytest.fixture
def spawn(place: tuple[str, str]) -> Iterator[Spawn]:
    """Start a writer; what still runs at the end is killed."""
    running = []

    def start(role: str) -> "subprocess.Popen[str]":
        command = [sys.executable, writers.__file__, role, *place]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def end(process: "subprocess.Popen[str]") -> None:
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors


def test_crawl_and_grouping_write_at_once(own: Index, spawn: Spawn) -> None:
    crawls, grouping = [spawn("crawl"), spawn("crawl")], spawn("group")
    for process in crawls:
        end(process)
    end(grouping)
    assert own.count() == writers.ARTICLES
    for row in own.articles():
        texts = own.revisions(row.article.id)
        assert [text.number for text in texts] == list(range(1, len(texts) + 1))
        assert texts[-1].body == f"Text {writers.ROUNDS - 1}."
        assert row.article.event == f"last-{row.article.id[1:]}"
        changes = own.history.changes(article=row.article.id)
        assert [change.after for change in changes][-1] == row.article.event
        assert row.vector is not None


def test_an_index_made_by_several_processes_at_once(place: tuple[str, str], spawn: Spawn) -> None:
    for process in [spawn("crawl") for _ in range(3)]:
        end(process)
    with open_index(place[0], prefix=place[1], must_exist=True) as index:
        assert index.count() == writers.ARTICLES


def test_a_new_file_is_waited_for_while_another_makes_it(tmp_path: Path) -> None:
    path = tmp_path / "monitor.sqlite"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    made = threading.Timer(0.3, other.execute, ("ROLLBACK",))
    made.start()
    with open_index(f"sqlite:{path}") as index:
        assert index.count() == 0
    made.join()
    other.close()


def test_a_file_that_another_makes_meanwhile_is_not_taken_for_another_programs(tmp_path: Path) -> None:
    path, statements = tmp_path / "monitor.sqlite", []

    def meanwhile(statement: str) -> None:
        statements.append(statement)
        if len(statements) == 2:
            open_index(f"sqlite:{path}").close()

    database = Database(path)
    database.connection.set_trace_callback(meanwhile)
    schema.bring_up_to_date(database)
    assert len(statements) > 2
    database.close()


def test_a_killed_crawl_loses_nothing_and_doubles_nothing(own: Index, spawn: Spawn) -> None:
    entry = EntryPoint(url="https://paper.example/feed", outlet="paper-en", polled=NOON)
    own.state.announce(entry, [candidate(number) for number in range(20)])
    for _ in range(2):
        killed = spawn("die")
        killed.communicate(timeout=60)
        assert killed.returncode == -signal.SIGKILL
    assert own.count() == 13
    assert len(own.state.pending()) == 8
    end(spawn("work"))
    assert own.state.pending() == []
    assert sorted(row.article.id for row in own.articles()) == sorted(f"a{number}" for number in range(20))
    assert {len(own.revisions(f"a{number}")) for number in range(20)} == {1}
    assert len(own.state.fates("run")) == 20


def settled(index: Index) -> int:
    """How many articles there are once a server has ended what a killed client had asked of it."""
    before, count = -1, index.count()
    while count != before:
        time.sleep(0.5)
        before, count = count, index.count()
    return count


def test_killed_in_the_middle_of_a_write(own: Index, spawn: Spawn) -> None:
    killed = spawn("bulk")
    assert killed.stdout is not None
    assert killed.stdout.readline() == "begin\n"
    deadline = time.monotonic() + 60
    while own.count() < 300 and time.monotonic() < deadline:
        time.sleep(0.05)
    killed.kill()
    killed.communicate()
    count = settled(own)
    assert count >= 300
    assert len(list(own.articles(ArticleQuery(), vectors=False))) == count
    assert own.search("word").total == count
    assert len(own.window()) == count
