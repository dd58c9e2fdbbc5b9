"""A file in a folder that may not be written: SQLite opens it only where it is told that nobody changes it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

# What SQLite answers where it may not make the two files that stand beside a file with a write-ahead log.
UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)

State = tuple[int, int, int]


def is_alone(path: Path, problem: sqlite3.Error) -> bool:
    """True where a file that could not be opened may be read, and only what stands beside it cannot be made."""
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    return code in UNWRITABLE and os.access(path, os.R_OK) and path.stat().st_size > 0


def log_size(path: Path) -> int:
    """How many bytes of its write-ahead log are not in the file yet."""
    try:
        return Path(f"{path}-wal").stat().st_size
    except OSError:
        return 0


def address(path: Path) -> str:
    """The URI under which SQLite reads it without locks and without other files."""
    return f"{path.absolute().as_uri()}?immutable=1"


def state(path: Path) -> State:
    """What changes when somebody who may writes to it after all: then it must be opened anew."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return (found.st_mtime_ns, found.st_size, log_size(path))
