"""Many writes in one request: bounded by bytes, one answer an item, overload waited for."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen
from elasticsearch import ApiError, Elasticsearch

from monitor.index.codec import clean, dumps
from monitor.index.elasticsearch.client import errors, full, is_full, reason
from monitor.index.errors import IndexOverloaded

MOST_BYTES = 8_000_000  # of a request; the server takes 100 MB, and the client holds what it sends
MOST_ITEMS = 1000
LONGEST_ID = 512  # bytes; one that is longer fails the whole request
TRIES = 9  # the waits between them add up to about a minute
FIRST_WAIT, LONGEST_WAIT = 0.25, 20.0  # seconds


@frozen(kw_only=True)
class Action:
    """One write: `index`, `create`, `update` (its document is the partial one) or `delete`."""

    op: str
    index: str  # an alias
    id: str
    document: dict[str, Any] | None = None
    more: dict[str, Any] = field(factory=dict)  # if_seq_no, retry_on_conflict, …

    def lines(self) -> list[str]:
        """As the bulk API takes it."""
        head = {self.op: {"_index": self.index, "_id": clean(self.id), "require_alias": True, **self.more}}
        if self.op == "delete":
            del head["delete"]["require_alias"]
        if self.document is None:
            return [json.dumps(head)]
        return [dumps(head), dumps({"doc": self.document} if self.op == "update" else self.document)]


@frozen
class Answer:
    """What became of one write."""

    status: int
    reason: str = ""

    @property
    def done(self) -> bool:
        """Written, or it already was as wanted."""
        return self.status in (200, 201)


def send(client: Elasticsearch, address: str, actions: Sequence[Action]) -> list[Answer]:
    """Send writes in order, in as few requests as their size allows; an answer for each, in their order.

    Raises IndexOverloaded after about a minute of refusals, IndexFull at once, IndexUnavailable.
    """
    answers: list[Answer] = [Answer(0)] * len(actions)
    for part in _parts(actions):
        for place, answer in _send_part(client, address, part):
            answers[place] = answer
    return answers


Part = list[tuple[int, list[str]]]  # (place of the action, its lines)


def _parts(actions: Sequence[Action]) -> Iterator[Part]:
    part: Part = []
    size = 0
    for place, action in enumerate(actions):
        lines = action.lines()
        length = sum(len(line.encode()) + 1 for line in lines)
        if part and (size + length > MOST_BYTES or len(part) >= MOST_ITEMS):
            yield part
            part, size = [], 0
        part.append((place, lines))
        size += length
    if part:
        yield part


def _send_part(client: Elasticsearch, address: str, part: Part) -> Iterator[tuple[int, Answer]]:
    """Send one part; what is refused for overload alone is sent again, later."""
    wait = FIRST_WAIT
    for _ in range(TRIES):
        answers = _request(client, address, part)
        refused = {place for place, answer in answers if answer.status == 429}
        yield from ((place, answer) for place, answer in answers if place not in refused)
        part = [(place, lines) for place, lines in part if place in refused]
        if not part:
            return
        time.sleep(wait * random.uniform(0.5, 1.5))  # noqa: S311  (two writers must not come back together)
        wait = min(2 * wait, LONGEST_WAIT)
    raise IndexOverloaded(f"{address} refused {len(part)} writes for a minute: run the same command again later")


def _request(client: Elasticsearch, address: str, part: Part) -> list[tuple[int, Answer]]:
    """One request; too large a one is halved, an overload of all is one of each."""
    try:
        with errors(address):
            found = _bulk(client, part)
    except IndexOverloaded as problem:
        return [(place, Answer(429, str(problem))) for place, _ in part]
    if found is not None:
        answers = [(place, _answer(item)) for (place, _), item in zip(part, found, strict=True)]
        if any(answer.status == 429 and is_full(answer.reason) for _, answer in answers):
            raise full(address)
        return answers
    if len(part) == 1:
        return [(part[0][0], Answer(413, "larger than the server takes"))]
    middle = len(part) // 2
    return _request(client, address, part[:middle]) + _request(client, address, part[middle:])


def _bulk(client: Elasticsearch, part: Part) -> list[dict[str, Any]] | None:
    """The server's items; None where the request was too large."""
    try:
        # The client sends text as it is; made here, so that its size is known.
        operations: list[Any] = [line for _, lines in part for line in lines]
        answer = client.bulk(operations=operations)
    except ApiError as problem:
        if problem.status_code == 413:
            return None
        raise
    return [next(iter(item.values())) for item in answer["items"]]


def _answer(item: dict[str, Any]) -> Answer:
    return Answer(item["status"], reason(item) if "error" in item else "")
