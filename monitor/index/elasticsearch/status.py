"""What an index on Elasticsearch holds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from monitor.index.elasticsearch import mapping
from monitor.index.elasticsearch.embedder import Embedding
from monitor.index.elasticsearch.records import ElasticsearchRecords
from monitor.index.elasticsearch.server import Server
from monitor.index.records import RecordQuery
from monitor.index.rows import IndexStatus
from monitor.index.state import QUEUE

COUNTED = {
    "first": {"min": {"field": "time"}},
    "last": {"max": {"field": "time"}},
    "placed": {"value_count": {"field": "event"}},
    "outlets": {"cardinality": {"field": "outlet", "precision_threshold": 40_000}},
    "languages": {"terms": {"field": "language", "size": 1000, "order": [{"_count": "desc"}, {"_key": "asc"}]}},
}


def status(server: Server, records: ElasticsearchRecords, embedding: Embedding) -> IndexStatus:
    """Counts, span, embedder, size; by fresh searches."""
    answer = server.search("articles", fresh=True, size=0, aggs=COUNTED, track_total_hits=True)
    found, total = answer["aggregations"], answer["hits"]["total"]["value"]
    name, dimensions = embedding.known(again=True)
    return IndexStatus(
        address=server.address.url,
        adapter="elasticsearch",
        version=mapping.VERSION,
        articles=total,
        unplaced=total - found["placed"]["value"],
        events=server.count("events", {"match_all": {}}),
        outlets=found["outlets"]["value"],
        languages={bucket["key"]: bucket["doc_count"] for bucket in found["languages"]["buckets"]},
        first=_time(found["first"]["value"]),
        last=_time(found["last"]["value"]),
        embedder=name,
        dimensions=dimensions,
        bytes=_bytes(server),
        pending=records.count(RecordQuery(kind=QUEUE)),
    )


def _time(millis: float | None) -> datetime | None:
    return None if millis is None else datetime.fromtimestamp(millis / 1000, UTC)


def _bytes(server: Server) -> int:
    names = [server.alias(name) for name in mapping.ALIASES]
    with server.errors():
        told: dict[str, Any] = server.client.indices.stats(index=names, metric=["store"]).body
    return int(told["_all"]["primaries"]["store"]["size_in_bytes"])
