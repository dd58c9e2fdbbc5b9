"""An index that may only be read: in a folder of somebody else's, on a medium that takes no writes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from monitor.index import open_index
from monitor.index.sqlite import SqliteIndex, database
from monitor.index.sqlite.schema import APPLICATION, FIRST
from tests.index.samples import stored

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path() -> Iterator[Path]:
    """A file of one article in a folder that only its owner may write."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "an index?.sqlite"
        with open_index(f"sqlite:{made}") as index:
            index.save([stored("a1", headline="Harbour reopens")])
        yield made
        Path(folder).chmod(0o755)


def shut(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


IN_OTHER_HANDS = """
import os, sys
from monitor.index import open_index, sqlite
from monitor.model import MonitorError
from tests.index.samples import stored
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
try:
    with open_index(f"sqlite:{sys.argv[1]}", must_exist=True) as index:
        print(index.count(), index.search("harbour").total, index.status().articles, *index.events())
        index.save([stored("a2")])
except MonitorError as problem:
    print(type(problem).__name__, problem)
"""


def tried(path: Path) -> list[str]:
    """What somebody who may not write is told: the counts, then why nothing was saved."""
    command = [sys.executable, "-c", IN_OTHER_HANDS, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.splitlines()


def test_it_is_read_and_not_written(path: Path) -> None:
    shut(path)
    counts, refused = tried(path)
    assert counts == "1 1 1"
    assert refused.startswith(f"IndexLocked {path} or its folder may not be written")
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_copy_without_its_latest_changes_is_not_taken_for_whole(path: Path) -> None:
    Path(f"{path}-wal").write_bytes(b"\x00" * 5000)
    shut(path)
    (told,) = tried(path)
    assert told.startswith("IndexUnavailable")
    assert f"its latest changes are in {path.name}-wal" in told


def test_an_older_file_says_that_it_is_to_be_brought_up_to_date(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as first:
        first.executescript(f"{FIRST} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 1;")
    shut(path)
    (told,) = tried(path)
    assert told.startswith("IndexLocked")
    assert "may not be written" in told
    assert "brought up to date" in told


def test_a_file_that_somebody_writes_after_all_is_opened_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page over a folder that it may not write must show what the crawl, which may, brings."""
    usual = database.Database._made

    def refused(self: database.Database, address: str, *, uri: bool = False) -> sqlite3.Connection:
        if not uri:
            problem = sqlite3.OperationalError("unable to open database file")
            problem.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise problem
        return usual(self, address, uri=uri)

    monkeypatch.setattr(database.Database, "_made", refused)
    with SqliteIndex(path) as index:
        assert index.count() == 1
        monkeypatch.undo()
        with SqliteIndex(path) as crawl:
            crawl.save([stored("a2")])
        assert index.count() == 2
