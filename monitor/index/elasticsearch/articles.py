"""Articles in Elasticsearch: crawl and grouping write at once, each its own fields.

The crawl reads what is there, decides, and writes a partial update that holds only if nothing came between
(`if_seq_no`); else it reads again. The grouping writes `event` alone. Both therefore keep what the other wrote.
"""

from __future__ import annotations

import base64
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import field, frozen

from monitor.index.codec import clean
from monitor.index.elasticsearch import documents, where
from monitor.index.elasticsearch.bulk import LONGEST_ID, Action, Answer
from monitor.index.elasticsearch.embedder import Embedding
from monitor.index.elasticsearch.records import ElasticsearchRecords, checked
from monitor.index.elasticsearch.server import Server
from monitor.index.errors import IndexOverloaded
from monitor.index.history import change_of, change_record, revision_record
from monitor.index.rows import ArticleQuery, Order, Placement, SaveOutcome, Stored
from monitor.index.saving import Decision, decide
from monitor.model import FateName

BATCH = 200  # articles read and decided on at a time
TRIES = 20  # against another writer of the same articles
CONFLICT = 409
SORTS: dict[Order, list[dict[str, str]]] = {
    "time": [{"time": "asc"}, {"id": "asc"}],
    "-time": [{"time": "desc"}, {"id": "desc"}],
    "fetched": [{"fetched": "asc"}, {"id": "asc"}],
    "id": [{"id": "asc"}],
}

Hit = dict[str, Any]


@frozen
class Writing:
    """One article on its way: its place among those given, what was decided, the write that does it."""

    place: int
    decision: Decision
    action: Action = field()


def save(
    server: Server, records: ElasticsearchRecords, embedding: Embedding, given: Sequence[Stored]
) -> list[SaveOutcome]:
    """Write articles in order; one that comes twice is written twice, one after the other."""
    embedding.check(given)
    outcomes: dict[int, SaveOutcome] = {}
    for batch in _batches(given):
        outcomes |= _save_batch(server, records, batch)
    return [outcomes[place] for place in range(len(given))]


def _batches(given: Sequence[Stored]) -> Iterator[dict[int, Stored]]:
    """Batches in which no id comes twice."""
    batch: dict[int, Stored] = {}
    ids: set[str] = set()
    for place, stored in enumerate(given):
        if len(batch) >= BATCH or stored.article.id in ids:
            yield batch
            batch, ids = {}, set()
        batch[place] = stored
        ids.add(stored.article.id)
    if batch:
        yield batch


def _save_batch(server: Server, records: ElasticsearchRecords, batch: dict[int, Stored]) -> dict[int, SaveOutcome]:
    """Read, decide and write, again for those that another writer touched in between."""
    outcomes: dict[int, SaveOutcome] = {}
    for attempt in range(TRIES):
        writings = _decide(server, batch, outcomes)
        _keep_earlier(records, writings)
        answers = server.send([writing.action for writing in writings])
        for writing, answer in zip(writings, answers, strict=True):
            if answer.status != CONFLICT:
                outcomes[writing.place] = _outcome(writing.decision, answer)
        batch = {place: stored for place, stored in batch.items() if place not in outcomes}
        if not batch:
            return outcomes
        time.sleep(random.uniform(0, 0.05 * attempt))  # noqa: S311  (two writers must not come back together)
    raise IndexOverloaded(f"{len(batch)} articles are being written by others all the time: run the same command again")


def _decide(server: Server, batch: dict[int, Stored], outcomes: dict[int, SaveOutcome]) -> list[Writing]:
    """What to write; what needs no write has its outcome at once."""
    ids = [clean(stored.article.id) for stored in batch.values()]
    found = {hit["_id"]: hit for hit in server.read("articles", ids)}
    writings = []
    for place, new in batch.items():
        hit = found.get(clean(new.article.id))
        try:
            decision = decide(documents.known(hit["_source"]) if hit else None, _with_short_id(new))
        except (ValueError, OverflowError) as problem:
            outcomes[place] = SaveOutcome(id=new.article.id, fate=FateName.FAILED, reason=str(problem))
            continue
        if decision.stored is None:
            outcomes[place] = decision.outcome
        else:
            writings.append(Writing(place, decision, _action(server, decision, hit)))
    return writings


def _with_short_id(new: Stored) -> Stored:
    """The article, if the server takes its id: one that is too long would fail the whole request."""
    if len(clean(new.article.id).encode()) > LONGEST_ID:
        raise ValueError(f"its id has over {LONGEST_ID} bytes")
    return new


def _action(server: Server, decision: Decision, hit: Hit | None) -> Action:
    assert decision.stored is not None
    made = documents.document(decision.stored, decision.time, server.packing)
    alias, id_ = server.alias("articles"), decision.stored.article.id
    if hit is None:
        full = {name: value for name, value in made.items() if value is not None}
        return Action(op="create", index=alias, id=id_, document=full)
    unchanged = {"if_seq_no": hit["_seq_no"], "if_primary_term": hit["_primary_term"]}
    partial = made | documents.cleared(hit["_source"], made)
    return Action(op="update", index=alias, id=id_, document=partial, more=unchanged)


def _keep_earlier(records: ElasticsearchRecords, writings: Sequence[Writing]) -> None:
    """Keep earlier texts before they are replaced; killed in between, the same text is kept again."""
    earlier = [revision_record(writing.decision.earlier) for writing in writings if writing.decision.earlier]
    if earlier:
        records.write(earlier)


def _outcome(decision: Decision, answer: Answer) -> SaveOutcome:
    if answer.done:
        return decision.outcome
    return SaveOutcome(id=decision.outcome.id, fate=FateName.FAILED, reason=answer.reason or str(answer.status))


def place(server: Server, records: ElasticsearchRecords, placements: Sequence[Placement], *, keep: bool) -> list[str]:
    """Write the grouping's fields, each change before it; gives the articles that are not there."""
    missing: list[str] = []
    for start in range(0, len(placements), BATCH):
        missing += _place_batch(server, records, placements[start : start + BATCH], keep=keep)
    return missing


def _place_batch(server: Server, records: ElasticsearchRecords, batch: Sequence[Placement], *, keep: bool) -> list[str]:
    ids = [clean(placement.article) for placement in batch]
    before = {hit["_id"]: hit["_source"].get("event") or "" for hit in server.read("articles", ids, source=["event"])}
    changes, actions, missing = [], [], []
    for placement in batch:
        id_ = clean(placement.article)
        if id_ not in before:
            missing.append(placement.article)
            continue
        if before[id_] != placement.event:
            changes.append(change_record(change_of(placement, before[id_])))
        if before[id_] != placement.event or placement.signature is not None:
            actions.append(_placing(server, id_, placement))
        before[id_] = placement.event
    if keep and changes:
        records.write(changes)
    checked(server.send(actions))
    return missing


def _placing(server: Server, id_: str, placement: Placement) -> Action:
    partial: dict[str, Any] = {"event": clean(placement.event) or None}
    if placement.signature is not None:
        partial["signature"] = base64.b64encode(placement.signature).decode("ascii")
    alias = server.alias("articles")
    return Action(op="update", index=alias, id=id_, document=partial, more={"retry_on_conflict": TRIES})


def get(server: Server, ids: Iterable[str]) -> list[Stored]:
    """Articles in the order asked for."""
    wanted = [clean(id_) for id_ in ids]
    found = {hit["_id"]: documents.stored(hit["_source"]) for hit in server.read("articles", wanted)}
    return [found[id_] for id_ in wanted if id_ in found]


def articles(server: Server, query: ArticleQuery, *, vectors: bool) -> Iterator[Stored]:
    """Articles in order, a page at a time."""
    source = {} if vectors else {"source_excludes": ["vector_*"]}
    hits = server.walk(
        "articles", sort=SORTS[query.order], size=BATCH, limit=query.limit, query=where.of_articles(query), **source
    )
    return (documents.stored(hit["_source"]) for hit in hits)


def count(server: Server, query: ArticleQuery) -> int:
    """How many articles."""
    return server.count("articles", where.of_articles(query))
