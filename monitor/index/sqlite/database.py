"""The SQLite file: a connection for each thread, short write transactions, errors in the index's own words."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from monitor.index.errors import (
    IndexFull,
    IndexLocked,
    IndexMissing,
    IndexNotMonitor,
    IndexProblem,
    IndexUnavailable,
)
from monitor.index.sqlite import frozen

WAIT = 30.0  # seconds for another writer; a write transaction of ours takes well under one
AGAIN = 0.01  # seconds until what SQLite does not wait for is tried again
CHUNK = 500  # parameters of one statement; SQLite allows more, and gains nothing from it

Row = tuple[Any, ...]


class Database:
    """One file. Safe to use from several threads and processes at once."""

    def __init__(self, path: Path, *, wait: float = WAIT) -> None:
        self.path = path
        self.wait = wait
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._closed = False

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of this thread."""
        made: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if made is None or self._closed or self._has_changed():
            made = self._local.connection = self._connect()
        return made

    def _has_changed(self) -> bool:
        """True where a file that was opened as one nobody writes was written."""
        opened: frozen.State | None = self._local.opened
        return opened is not None and opened != frozen.state(self.path)

    def _connect(self) -> sqlite3.Connection:
        if self._closed:
            raise IndexProblem(f"{self.path} was closed; open the index again")
        self._local.opened = None
        with self.errors():
            try:
                made = self._made(str(self.path))
                self._keep_log(made)
            except sqlite3.Error as problem:
                if not frozen.is_alone(self.path, problem):
                    raise
                if frozen.log_size(self.path):
                    raise IndexUnavailable(
                        f"{self.path} cannot be read here: its latest changes are in {self.path.name}-wal, and its "
                        "folder may not be written; copy both into a folder that may, or change its permissions"
                    ) from problem
                self._local.opened = frozen.state(self.path)
                made = self._made(frozen.address(self.path), uri=True)
            made.execute("PRAGMA foreign_keys = OFF")
            # With WAL, NORMAL survives a killed process whole; a power cut may cost the last transactions, no more.
            made.execute("PRAGMA synchronous = NORMAL")
            # Grouping writes a few pages of each article all over the file: copied back after 32 MB instead of 4, a
            # page that several batches touch is copied once (placing writes a fifth less and reads a third less).
            made.execute("PRAGMA wal_autocheckpoint = 8000")
            made.execute("PRAGMA temp_store = MEMORY")
            made.execute("PRAGMA cache_size = -32000")
        return made

    def _keep_log(self, made: sqlite3.Connection) -> None:
        """Give a new file its write-ahead log, which it keeps.

        While another process does the same, SQLite says at once that the file is locked, without waiting as it does
        elsewhere: each of the two might hold what the other waits for (https://sqlite.org/c3ref/busy_handler.html).
        """
        end = time.monotonic() + self.wait
        while made.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                made.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as problem:
                if problem.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                    raise
                time.sleep(AGAIN)
            else:
                return

    def _made(self, address: str, *, uri: bool = False) -> sqlite3.Connection:
        made = sqlite3.connect(address, timeout=self.wait, isolation_level=None, check_same_thread=False, uri=uri)
        with self._lock:
            self._open.append(made)
        return made

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self.errors():
            return self.connection.execute(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a query."""
        with self.errors():
            row: Row | None = self.connection.execute(sql, parameters).fetchone()
            return row

    def stream(self, sql: str, parameters: Sequence[Any] = (), *, size: int = 4000) -> Iterator[list[Row]]:
        """The rows of a query in batches, from one snapshot of the file."""
        with self.errors():
            cursor = self.connection.execute(sql, parameters)
            while rows := cursor.fetchmany(size):
                yield rows

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: all of it or nothing. Waits for other writers, then raises IndexLocked."""
        connection = self.connection
        with self.errors():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn SQLite's errors into ours."""
        try:
            yield
        except sqlite3.Error as problem:
            raise told(problem, self.path, self.wait) from problem

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            self._closed = True
            for connection in self._open:
                connection.close()
            self._open.clear()


def told(problem: sqlite3.Error, path: Path, wait: float) -> IndexProblem:
    """What an error of SQLite means and what to do, by its primary result code."""
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return IndexFull(f"no room left for {path}: free some disk space and run the same command again")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return IndexLocked(f"{path} is being written by another process for over {wait:.0f} s: try again when it ends")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return IndexLocked(f"{path} or its folder may not be written: change its permissions, or name another index")
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return IndexNotMonitor(
            f"{path} is no SQLite file or is damaged ({problem}): name another with --index sqlite:PATH, "
            "or put a copy back"
        )
    if code == sqlite3.SQLITE_CANTOPEN:
        return IndexUnavailable(f"{path} cannot be opened: does its folder exist, and may it be read and written?")
    return IndexUnavailable(f"{path}: {problem}")


def prepare(path: Path, *, must_exist: bool) -> None:
    """Make the file's folder, or see that the file is there."""
    if must_exist and not path.is_file():
        raise IndexMissing(f"there is no index at {path}: `monitor crawl` makes one, --index names another")
    if path.is_dir():
        raise IndexNotMonitor(f"{path} is a folder: name a file with --index sqlite:PATH")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise IndexUnavailable(f"{path.parent} cannot be made: {problem.strerror}") from problem


def chunks(items: Iterable[str]) -> Iterator[list[str]]:
    """Items without doubles, in lists short enough for one statement."""
    distinct = list(dict.fromkeys(items))
    for start in range(0, len(distinct), CHUNK):
        yield distinct[start : start + CHUNK]


def marks(items: Sequence[Any]) -> str:
    """As many question marks as items."""
    return ",".join("?" * len(items))
