"""Our indices on a server: made, recognised, refreshed, written to and read."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from elasticsearch import ApiError, Elasticsearch

from monitor.index.elasticsearch import bulk, mapping
from monitor.index.elasticsearch.bulk import Action, Answer
from monitor.index.elasticsearch.client import Address, connect, errors
from monitor.index.elasticsearch.documents import Packing
from monitor.index.elasticsearch.mapping import vector_field, vector_mapping
from monitor.index.errors import IndexMissing, IndexNotMonitor, IndexTooNew, IndexUnavailable

OLDEST = (9, 0)
KEEPS_VECTORS = (9, 2)  # from here on a setting decides whether `_source` has them
BASE64 = (9, 4)  # the oldest on which vectors as base64 were tried
CHUNK = 500  # documents of one request by id

Json = dict[str, Any]
Version = tuple[int, ...]


class Server:
    """The server and the names of our aliases on it. Safe to use from several threads."""

    def __init__(self, address: Address, prefix: str) -> None:
        self.address = address
        self.prefix = prefix
        self.client: Elasticsearch = connect(address)
        self._stale: set[str] = set()  # aliases written to since they were last refreshed
        self._lock = threading.Lock()
        self.version = self._version()
        self.packing = Packing(base64=self.version >= BASE64)

    def alias(self, name: str) -> str:
        """The alias of one of our indices, with the prefix."""
        return self.prefix + name

    def errors(self) -> Any:
        """Turn the client's errors into ours."""
        return errors(self.address.url)

    def _version(self) -> Version:
        with self.errors():
            told = self.client.info()
        try:
            number: str = told["version"]["number"]
            version = tuple(int(part) for part in number.split("-", maxsplit=1)[0].split("."))
        except (TypeError, KeyError, ValueError, AttributeError):
            raise IndexNotMonitor(f"{self.address.url} is no Elasticsearch: it does not tell its version") from None
        if version < OLDEST:
            raise IndexUnavailable(f"{self.address.url} is Elasticsearch {number}: 9.0 or later is needed")
        return version

    def create(self) -> None:
        """Make the indices that are missing; see that those that are there are ours."""
        for name in mapping.ALIASES:
            if not self._is_there(name):
                self._make(name)

    def check(self) -> None:
        """Raise IndexMissing where the indices were never made."""
        if not self._is_there("articles"):
            raise IndexMissing(f"{self.address.url} has no index {self.alias('articles')}: `monitor crawl` makes it")

    def _is_there(self, name: str) -> bool:
        alias = self.alias(name)
        with self.errors():
            found = self.client.indices.get(index=alias, ignore_unavailable=True, allow_no_indices=True)
        for index, told in found.items():
            meta = told["mappings"].get("_meta", {})
            if meta.get("owner") != mapping.OWNER or alias not in told.get("aliases", {}):
                raise IndexNotMonitor(f"{index} on {self.address.url} is not monitor's: set MONITOR_INDEX_PREFIX")
            if meta.get("version", 0) > mapping.VERSION:
                raise IndexTooNew(f"{index} was written by a later version of monitor: upgrade monitor")
        return bool(found)

    def _make(self, name: str) -> None:
        """Make an index behind its alias; another process may be a moment earlier."""
        made = mapping.INDICES[name]
        settings = dict(made["settings"])
        if name == "articles" and self.version >= KEEPS_VECTORS:
            settings["index.mapping.exclude_source_vectors"] = False  # the grouping's window reads them from there
        try:
            with self.errors():
                self._create_index(name, settings, made["mappings"])
        except _Exists:
            return

    def _create_index(self, name: str, settings: Json, mappings: Json) -> None:
        alias = self.alias(name)
        try:
            self.client.indices.create(
                index=f"{alias}-000001",
                settings=settings,
                mappings=mappings,
                aliases={alias: {"is_write_index": True}},
            )
        except ApiError as problem:
            if "resource_already_exists" in str(problem.body):
                raise _Exists from None
            raise

    def add_vectors(self, dimensions: int) -> None:
        """Make the field for vectors of so many numbers."""
        properties = {vector_field(dimensions): vector_mapping(dimensions)}
        with self.errors():
            self.client.indices.put_mapping(index=self.alias("articles"), properties=properties)

    def send(self, actions: Sequence[Action]) -> list[Answer]:
        """Write many; an answer for each."""
        if not actions:
            return []
        with self._lock:
            self._stale |= {action.index for action in actions}
        return bulk.send(self.client, self.address.url, actions)

    def read(self, name: str, ids: Iterable[str], **more: Any) -> Iterator[Json]:
        """Documents by id, as `_mget` gives them; the latest write is seen."""
        wanted = [id_ for id_ in dict.fromkeys(ids) if 0 < len(id_.encode(errors="replace")) <= bulk.LONGEST_ID]
        for start in range(0, len(wanted), CHUNK):
            with self.errors():
                answer = self.client.mget(index=self.alias(name), ids=wanted[start : start + CHUNK], **more)
            yield from (found for found in answer["docs"] if found.get("found"))

    def search(self, name: str, *, fresh: bool = False, **body: Any) -> Json:
        """One search; it sees what this process wrote, and with `fresh` what every process did."""
        alias = self.alias(name)
        with self.errors():
            if fresh or alias in self._stale:
                self.client.indices.refresh(index=alias)
                with self._lock:
                    self._stale.discard(alias)
            answer: Json = self.client.search(index=alias, **body).body
        return answer

    def walk(
        self, name: str, *, sort: Sequence[Mapping[str, Any]], size: int, limit: int | None = None, **body: Any
    ) -> Iterator[Json]:
        """Hits in order, a page at a time, each continuing behind the last one's sort values."""
        more: Json = {}
        fresh = True
        while limit is None or limit > 0:
            size = size if limit is None else min(size, limit)
            hits = self.search(name, fresh=fresh, sort=list(sort), size=size, track_total_hits=False, **body, **more)[
                "hits"
            ]["hits"]
            yield from hits
            if len(hits) < size:
                return
            more, fresh = {"search_after": hits[-1]["sort"]}, False
            limit = None if limit is None else limit - len(hits)

    def count(self, name: str, query: Json) -> int:
        """How many documents a query has."""
        answer = self.search(name, fresh=True, query=query, size=0, track_total_hits=True)
        return int(answer["hits"]["total"]["value"])

    def close(self) -> None:
        """Let go of the connections."""
        self.client.close()


class _Exists(Exception):  # noqa: N818  (it is good news)
    """The index was made by somebody else just now."""
