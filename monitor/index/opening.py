"""From an address to an index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from monitor.index.errors import IndexAddressWrong
from monitor.index.protocol import Index


def open_index(address: str, *, prefix: str = "", must_exist: bool = False) -> Index:
    """Open `sqlite:PATH` or `http(s)://[user:password@]host:port`, making what is missing.

    `prefix` is put before the names of Elasticsearch's indices. Raises an IndexProblem: IndexAddressWrong for anything
    else, IndexMissing where `must_exist` and there is none, IndexUnavailable, IndexNotMonitor, IndexTooNew.
    """
    scheme, _, rest = address.partition(":")
    if scheme == "sqlite" and rest:
        from monitor.index.sqlite import SqliteIndex  # noqa: PLC0415

        return SqliteIndex(Path(rest).expanduser(), must_exist=must_exist)
    if scheme in ("http", "https") and rest.startswith("//"):
        # Its client takes longer to import than most commands to run.
        from monitor.index.elasticsearch.index import ElasticsearchIndex  # noqa: PLC0415

        return ElasticsearchIndex(address, prefix=prefix, must_exist=must_exist)
    raise IndexAddressWrong(
        f"{address[:200]!r} is no index: expected sqlite:PATH or https://host:9200 in --index or MONITOR_INDEX"
    )


def mappings() -> dict[str, dict[str, Any]]:
    """The fields of each of Elasticsearch's aliases and their types, as Kibana's objects must know them."""
    from monitor.index.elasticsearch import mapping  # noqa: PLC0415

    return mapping.mappings()
