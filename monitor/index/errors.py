"""What goes wrong with an index; each message is one line that says what is wrong and what to do."""

from __future__ import annotations

from monitor.model import MonitorError


class IndexProblem(MonitorError):  # noqa: N818  (the name by which the rooms know it)
    """Something is wrong with the index; the base of all that follows."""


class IndexAddressWrong(IndexProblem):
    """The address is neither sqlite:PATH nor http(s)://host:port."""

    exit_code = 2


class IndexMissing(IndexProblem):
    """There is no index at the address, and the caller wanted to read one."""


class IndexUnavailable(IndexProblem):
    """The server cannot be reached, or refuses who asks."""


class IndexNotMonitor(IndexProblem):
    """The file or index exists and is somebody else's, or it is damaged."""


class IndexTooNew(IndexProblem):
    """The index was written by a later version of the monitor."""


class IndexFull(IndexProblem):
    """The disk, or the share of it that the index may use, is full; nothing of the call was written by SQLite."""


class IndexLocked(IndexProblem):
    """Another process held the index for longer than we wait, or it may only be read."""


class IndexOverloaded(IndexProblem):
    """The server refused writes for longer than we retry; what was not written can be sent again."""


class EmbedderMismatch(IndexProblem):
    """The index holds vectors of another embedder; the two can never be compared."""

    exit_code = 2


class ImportProblem(IndexProblem):
    """An exported line cannot be read; the message names its number."""

    exit_code = 2
