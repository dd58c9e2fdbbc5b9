"""An article as a document of Elasticsearch, and back: pure."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np
from attrs import evolve, frozen

from monitor.index.codec import clean, from_dict, to_dict
from monitor.index.elasticsearch.mapping import field_of, vector_field
from monitor.index.rows import Stored, Vector
from monitor.index.saving import Known
from monitor.model import Analysis, Article, Moment

THEIRS = ("event",)  # the grouping's field; `save` never writes it
TEXTS = ("headline", "body")
PLAIN = ("id", "url", "outlet", "publisher", "language", "country", "section", "agency", "place", "copied_from")
COUNTS = ("revision", "word_count", "partial")
LISTS = ("authors", "keywords")
Document = dict[str, Any]


@frozen
class Packing:
    """How vectors travel: as base64 where the server reads it, else as numbers."""

    base64: bool = True

    def pack(self, vector: Vector) -> str | list[float]:
        """A vector as a value; Elasticsearch wants its bytes in network order."""
        if not self.base64:
            return [float(number) for number in vector]
        return base64.b64encode(np.ascontiguousarray(vector, dtype=">f4").tobytes()).decode("ascii")


def unpack(value: str | list[float]) -> Vector:
    """A vector of either kind of value."""
    if isinstance(value, str):
        return np.frombuffer(base64.b64decode(value), dtype=">f4").astype(np.float32)
    return np.array(value, dtype=np.float32)


def document(stored: Stored, time: float, packing: Packing) -> Document:
    """The content fields of an article; those that it lacks are null, so that a partial update clears them."""
    article = stored.article
    made: Document = {name: getattr(article, name) or None for name in PLAIN}
    made |= {name: getattr(article, name) for name in COUNTS}
    made |= {name: list(getattr(article, name)) for name in LISTS}
    made |= {name: moment(getattr(article, name)) for name in ("published", "modified", "fetched")}
    made |= texts(article)
    kept = to_dict(evolve(article, event="", headline="", body=""))
    made |= {
        "kind": article.kind.value,
        "time": round(time * 1000),
        "document": text(kept),
        "analysis": text(to_dict(stored.analysis)),
        "cited": sorted({mention.publisher for mention in stored.analysis.mentions}),
        "speakers": sorted({quote.speaker for quote in stored.analysis.quotes if quote.speaker}),
        "minhash": base64.b64encode(stored.minhash).decode("ascii"),
        "signature": base64.b64encode(stored.signature).decode("ascii"),
        "embedder": stored.embedder if stored.vector is not None else None,
    }
    if stored.vector is not None:
        made[vector_field(len(stored.vector))] = packing.pack(stored.vector)
    return made


def texts(article: Article) -> Document:
    """Headline and body, once more under the language's own field where it has one."""
    made: Document = {name: getattr(article, name) for name in TEXTS}
    own = field_of(article.language)
    if own:
        made |= {f"{name}.{own}": getattr(article, name) for name in TEXTS}
    return made


def cleared(old: Document, new: Document) -> Document:
    """What the old document has and the new one lacks, as nulls: a partial update would leave it there."""
    gone = {name for name in old if name not in new and name not in THEIRS}
    return dict.fromkeys(sorted(gone))


def moment(when: datetime | None) -> str | None:
    """A time as Elasticsearch reads it; a day alone is its midnight in its own zone."""
    if when is None:
        return None
    return when.to_text() if isinstance(when, Moment) and not when.utcoffset() else when.isoformat()


def text(data: Mapping[str, Any]) -> str:
    """JSON within JSON: kept as it is, found by nothing."""
    return clean(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def known(source: Mapping[str, Any]) -> Known:
    """A document as what is known of its article."""
    return Known(stored=stored(source), time=source["time"] / 1000)


def stored(source: Mapping[str, Any]) -> Stored:
    """A document as an article."""
    kept = json.loads(source["document"]) | {name: source.get(name) or "" for name in TEXTS}
    vector = next((unpack(value) for name, value in source.items() if name.startswith("vector_") and value), None)
    return Stored(
        article=evolve(from_dict(kept, Article), event=source.get("event") or ""),
        vector=vector,
        embedder=source.get("embedder") or "",
        analysis=from_dict(json.loads(source["analysis"]), Analysis),
        minhash=base64.b64decode(source.get("minhash") or ""),
        signature=base64.b64decode(source.get("signature") or ""),
    )
