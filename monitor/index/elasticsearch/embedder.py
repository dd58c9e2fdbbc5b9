"""Whose vectors an index on Elasticsearch holds: one record, written once by whoever comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitor.index.codec import clean
from monitor.index.elasticsearch.bulk import Action
from monitor.index.elasticsearch.mapping import vector_field
from monitor.index.elasticsearch.records import ElasticsearchRecords, checked
from monitor.index.elasticsearch.server import Server
from monitor.index.history import META
from monitor.index.records import Record
from monitor.index.rows import Stored, Vector
from monitor.index.saving import check_embedder, mismatch

KEY = "embedder"
DROP = (
    "for (def name : new ArrayList(ctx._source.keySet())) { if (name.startsWith('vector_')) ctx._source.remove(name); }"
)
DROP += " ctx._source.remove('embedder'); ctx._source.remove('signature');"


class Embedding:
    """The embedder's name and dimensions, read once and whenever they do not fit."""

    def __init__(self, server: Server, records: ElasticsearchRecords) -> None:
        self._server = server
        self._records = records
        self._known: tuple[str, int] = ("", 0)

    def known(self, *, again: bool = False) -> tuple[str, int]:
        """Name and dimensions; ("", 0) while there is none."""
        if again or not self._known[0]:
            found = self._records.read(META, [KEY]).get(KEY)
            self._known = (found.data["name"], found.data["dimensions"]) if found else ("", 0)
        return self._known

    def check(self, given: Sequence[Stored]) -> None:
        """Hold vectors against the embedder; the first vector ever names it. Raises EmbedderMismatch."""
        first = next((new for new in given if new.vector is not None), None)
        if first is None or first.vector is None:
            return
        self.agree(first.embedder, len(first.vector))
        for new in given:
            check_embedder(new, *self._known)

    def agree(self, name: str, dimensions: int) -> None:
        """See that vectors of this embedder are wanted, or are the first. Raises EmbedderMismatch."""
        if self.known() != (name, dimensions) and self.known(again=True) == ("", 0):
            self._server.add_vectors(dimensions)
            checked(self._server.send([self._records.action(_record(name, dimensions), op="create")]), allowed=(409,))
            self.known(again=True)
        if self._known != (name, dimensions):
            raise mismatch(*self._known, name, dimensions)

    def replace(self, name: str, dimensions: int) -> bool:
        """Drop all vectors and signatures; False where they are of this embedder already."""
        if self.known(again=True) == (name, dimensions):
            return False
        self._server.add_vectors(dimensions)
        with self._server.errors():
            self._server.client.indices.refresh(index=self._server.alias("articles"))
            self._server.client.options(request_timeout=3600).update_by_query(
                index=self._server.alias("articles"),
                query={"exists": {"field": "embedder"}},
                script={"source": DROP},
                conflicts="proceed",
                refresh=True,
            )
        self._records.write([_record(name, dimensions)])
        self._known = (name, dimensions)
        return True

    def save(self, embedder: str, vectors: Mapping[str, Vector]) -> None:
        """Write vectors of articles that are there; others are passed over."""
        actions = []
        for id_, vector in vectors.items():
            self.agree(embedder, len(vector))
            partial = {vector_field(len(vector)): self._server.packing.pack(vector), "embedder": embedder}
            alias, more = self._server.alias("articles"), {"retry_on_conflict": 20}
            actions.append(Action(op="update", index=alias, id=clean(id_), document=partial, more=more))
        checked(self._server.send(actions), allowed=(404,))


def _record(name: str, dimensions: int) -> Record:
    return Record(kind=META, key=KEY, data={"name": name, "dimensions": dimensions})
