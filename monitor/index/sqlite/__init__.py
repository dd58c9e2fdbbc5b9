"""The embedded index, in one SQLite file."""

from monitor.index.sqlite.index import SqliteIndex

__all__ = ["SqliteIndex"]
