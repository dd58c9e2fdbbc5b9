"""The grouping's window, read from Elasticsearch."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import numpy as np

from monitor.index.elasticsearch import where
from monitor.index.elasticsearch.documents import unpack
from monitor.index.elasticsearch.mapping import vector_field
from monitor.index.elasticsearch.server import Server
from monitor.index.rows import ArticleQuery, Window

PAGE = 2000
KEEP_ALIVE = "2m"
SHORT = ("id", "time", "event", "language", "outlet", "signature")


def window(server: Server, dimensions: int, since: datetime | None, until: datetime | None) -> Window:
    """The articles of a span in columns, from one point in time."""
    query = where.of_articles(ArticleQuery(since=since, until=until))
    total = server.count("articles", query)
    vectors = np.zeros((total, dimensions), np.float32)
    rows: list[tuple[float, str, int, bytes, str, str, str]] = []
    field = vector_field(dimensions)
    for source in _every(server, query, [*SHORT, field]):
        place = len(rows)
        if place >= total:
            break  # came in while we read; the next window has it
        if source.get(field):
            vectors[place] = unpack(source[field])
        rows.append(_row(source, place))
    order = sorted(range(len(rows)), key=lambda at: rows[at][:2])
    rows = [rows[at] for at in order]
    _, ids, places, signatures, events, languages, outlets = map(list, zip(*rows, strict=True)) if rows else ([],) * 7
    return Window(
        ids=ids,
        times=np.array([row[0] for row in rows]),
        vectors=vectors[places] if rows else vectors[:0],
        signatures=signatures,
        events=events,
        languages=languages,
        outlets=outlets,
    )


def _row(source: dict[str, Any], place: int) -> tuple[float, str, int, bytes, str, str, str]:
    signature = base64.b64decode(source.get("signature") or "")
    return (
        source["time"] / 1000,
        source["id"],
        place,
        signature,
        source.get("event") or "",
        source["language"] or "",
        source["outlet"] or "",
    )


def _every(server: Server, query: dict[str, Any], fields: list[str]) -> Iterator[dict[str, Any]]:
    """The documents of one point in time, in the order in which they lie there: the cheapest to read."""
    with server.errors():
        pit = server.client.open_point_in_time(index=server.alias("articles"), keep_alive=KEEP_ALIVE)["id"]
    more: dict[str, Any] = {}
    try:
        while True:
            with server.errors():
                hits = server.client.search(
                    pit={"id": pit, "keep_alive": KEEP_ALIVE},
                    query=query,
                    sort=["_shard_doc"],
                    size=PAGE,
                    source={"includes": fields},
                    track_total_hits=False,
                    **more,
                )["hits"]["hits"]
            yield from (hit["_source"] for hit in hits)
            if len(hits) < PAGE:
                return
            more = {"search_after": hits[-1]["sort"]}
    finally:
        with server.errors():
            server.client.close_point_in_time(id=pit)
