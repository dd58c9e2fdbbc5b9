"""Search in Elasticsearch: words by its analyzers, vectors by kNN, both fused here (rrf needs a paid licence)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import regex

from monitor.index.elasticsearch import documents, where
from monitor.index.elasticsearch.mapping import PAIRS, vector_field
from monitor.index.elasticsearch.server import Server
from monitor.index.fusion import DEPTH, fuse
from monitor.index.passages import hit
from monitor.index.query import Item, Query, parse
from monitor.index.rows import ArticleQuery, Hit, Passage, SearchResult, Vector
from monitor.index.saving import mismatch
from monitor.index.terms import RUN, UNSPACED

FIELDS = ["headline^3", "headline.*^3", "body", "body.*"]
# Phrases are looked for where every word is kept: languages' own analyzers drop "and" and "the".
WHOLE = ["headline^3", "body", *(f"{name}.{code}" for name in ("headline", "body") for code in ("th", PAIRS))]
ONE_WORD = regex.compile(rf"[^{UNSPACED}]+")
DEEPEST = 10_000  # hits that Elasticsearch pages through
NEWEST: list[dict[str, str]] = [{"time": "desc"}, {"id": "desc"}]
BEST: list[Any] = ["_score", {"time": "desc"}, {"id": "desc"}]

Json = dict[str, Any]
Ranked = list[tuple[str, float]]  # (id, score), best first


def search(
    server: Server,
    embedder: tuple[str, int],
    text: str,
    filters: ArticleQuery,
    vector: Vector | None,
    limit: int,
    offset: int,
) -> SearchResult:
    """Find articles by words, by a vector, or by both."""
    query = parse(text)
    asked = condition(query, filters) if text.strip() else where.of_articles(filters)
    if vector is None:
        newest = not query.groups or filters.order == "-time"
        return _page(server, asked, query, NEWEST if newest else BEST, limit, offset)
    near = nearest(server, embedder, vector, filters, max(offset + limit, DEPTH))
    ranked, total = near, len(near)
    if not text.strip():
        vectored = where.of_articles(filters)
        vectored["bool"]["filter"].append({"exists": {"field": "embedder"}})
        total = server.count("articles", vectored)
    else:
        answer = server.search("articles", query=asked, sort=BEST, size=DEPTH, source=False, track_total_hits=True)
        words = [found["_id"] for found in answer["hits"]["hits"]]
        ranked = fuse(words, [id_ for id_, _ in near[:DEPTH]])
        total = max(answer["hits"]["total"]["value"], len(ranked))
    return SearchResult(hits=_hits(server, ranked[offset : offset + limit], query), total=total)


def condition(query: Query, filters: ArticleQuery) -> Json:
    """The words and the filters as one query; it finds nothing where nothing can be looked for."""
    found = where.of_articles(filters)
    if not query.groups and not query.without:
        return {"match_none": {}}
    must = [{"bool": {"should": [_item(item) for item in group]}} for group in query.groups]
    found["bool"]["must"] = must
    found["bool"]["must_not"] = [*found["bool"]["must_not"], *map(_item, query.without)]
    return found


def _item(item: Item) -> Json:
    """A word or a phrase; what is several words to the analyzers must stand together."""
    runs = RUN.findall(item.text)
    single = len(runs) == 1 and ONE_WORD.fullmatch(item.text)
    if single and not item.phrase:
        return {"multi_match": {"query": item.text, "fields": FIELDS, "type": "best_fields", "operator": "and"}}
    return {"multi_match": {"query": item.text, "fields": WHOLE, "type": "phrase"}}


def _page(server: Server, asked: Json, query: Query, sort: Sequence[Any], limit: int, offset: int) -> SearchResult:
    size = max(0, min(limit, DEEPEST - offset))
    answer = server.search(
        "articles",
        query=asked,
        sort=list(sort),
        size=size,
        from_=min(offset, DEEPEST - size),
        source_excludes=["vector_*"],
        track_total_hits=True,
        track_scores=True,
    )["hits"]
    hits = answer["hits"] if size else []
    made = tuple(_hit(found["_source"], found["_score"] or 0.0, query) for found in hits)
    return SearchResult(hits=made, total=answer["total"]["value"])


def nearest(server: Server, embedder: tuple[str, int], vector: Vector, filters: ArticleQuery, limit: int) -> Ranked:
    """The nearest articles by cosine."""
    name, dimensions = embedder
    if not name:
        return []
    if len(vector) != dimensions:
        raise mismatch(name, dimensions, "", len(vector))
    knn = {
        "field": vector_field(dimensions),
        "query_vector": [float(number) for number in vector],
        "k": limit,
        "num_candidates": min(DEEPEST, max(limit, DEPTH)),
        "filter": where.of_articles(filters),
    }
    answer = server.search("articles", knn=knn, size=limit, source=False, track_total_hits=False)
    return [(found["_id"], 2 * found["_score"] - 1) for found in answer["hits"]["hits"]]


def _hits(server: Server, ranked: Ranked, query: Query) -> tuple[Hit, ...]:
    found = {
        one["_id"]: one["_source"]
        for one in server.read("articles", [id_ for id_, _ in ranked], source_excludes=["vector_*"])
    }
    return tuple(_hit(found[id_], score, query) for id_, score in ranked if id_ in found)


def _hit(source: Json, score: float, query: Query) -> Hit:
    return hit(documents.stored(source).article, score, query)


def events_with(server: Server, query: Query) -> set[str]:
    """The events that have an article with the words; those with what may not be there are taken out."""
    found = _events(server, condition(Query(query.groups), ArticleQuery())) if query.groups else set()
    return found - events_without(server, query)


def events_without(server: Server, query: Query) -> set[str]:
    """The events that have an article with what may not be there."""
    if not query.without:
        return set()
    return _events(server, condition(Query((query.without,)), ArticleQuery()))


def _events(server: Server, asked: Json) -> set[str]:
    """The events of the articles found: at most 10,000, those with most of them first."""
    counted = {"events": {"terms": {"field": "event", "size": DEEPEST}}}
    answer = server.search("articles", query=asked, size=0, aggs=counted, track_total_hits=False)
    return {bucket["key"] for bucket in answer["aggregations"]["events"]["buckets"]}


def best_passages(server: Server, query: Query, events: Sequence[str]) -> dict[str, Passage]:
    """For each event the passage of its best article: the headline where a word stands in it, else a piece of text."""
    if not events or not query.groups:
        return {}
    asked = condition(query, ArticleQuery(events=tuple(events)))
    answer = server.search(
        "articles",
        query=asked,
        collapse={"field": "event"},
        size=len(events),
        source_excludes=["vector_*"],
        track_total_hits=False,
    )
    best = {}
    for found in answer["hits"]["hits"]:
        made = _hit(found["_source"], 0.0, query)
        best[made.article.event] = made.headline if made.headline.marks or not made.passages else made.passages[0]
    return best
