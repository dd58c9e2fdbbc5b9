"""What only Elasticsearch does: partial updates, refusals, limits, what Kibana sees."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from elasticsearch import BadRequestError, Elasticsearch

from monitor.index import IndexFull, IndexOverloaded, IndexProblem, Placement, open_index
from monitor.index.elasticsearch import articles, bulk
from monitor.index.elasticsearch.bulk import Action, Answer
from monitor.index.elasticsearch.index import ElasticsearchIndex
from monitor.model import FateName
from tests.index.samples import NOON, rich, stored

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def own(elasticsearch_url: str, prefix: str) -> Iterator[ElasticsearchIndex]:
    with ElasticsearchIndex(elasticsearch_url, prefix=prefix) as index:
        yield index


def test_aliases_with_one_index_each(own: ElasticsearchIndex, server: Elasticsearch, prefix: str) -> None:
    own.save([stored("a1")])
    aliases = server.indices.get_alias(index=f"{prefix}*")
    assert {name: list(told["aliases"]) for name, told in aliases.items()} == {
        f"{prefix}{name}-000001": [f"{prefix}{name}"] for name in ("articles", "events", "crawl", "history")
    }


def test_a_mistyped_alias_makes_no_index(own: ElasticsearchIndex, server: Elasticsearch, prefix: str) -> None:
    (answer,) = own._server.send([Action(op="index", index=f"{prefix}artcles", id="x", document={})])
    assert answer.status == 404
    assert not server.indices.exists(index=f"{prefix}artcles")


def test_what_an_analyst_sees_of_an_article(own: ElasticsearchIndex, server: Elasticsearch, prefix: str) -> None:
    own.save([rich(), stored("a2", language="de", headline="Häuser brennen")])
    own.place([Placement(article="rich", event="e1")])
    server.indices.refresh(index=f"{prefix}articles")
    source = server.get(index=f"{prefix}articles", id="rich")["_source"]
    assert source["published"] == "2018-05-22T10:30:00.250000+04:30"
    assert source["modified"] == "2018-05-23T00:00:00+04:30"
    assert (source["event"], source["cited"], source["speakers"]) == ("e1", ["irna"], ["Ali Shamkhani"])
    assert "headline.de" not in source

    def kibana(text: str) -> list[str]:
        """What the search bar sends for a bare word."""
        found = server.search(index=f"{prefix}articles", query={"query_string": {"query": text}})
        return [hit["_id"] for hit in found["hits"]["hits"]]

    assert kibana("مذاکرات") == ["rich"]
    assert kibana("Haus") == ["a2"]
    assert kibana("cited:irna AND language:fa") == ["rich"]
    counted = server.search(index=f"{prefix}articles", size=0, aggs={"a": {"terms": {"field": "outlet"}}})
    assert counted["aggregations"]["a"]["buckets"] == [{"key": "paper-en", "doc_count": 2}]


def test_a_repeated_save_sends_nothing(own: ElasticsearchIndex, server: Elasticsearch, prefix: str) -> None:
    own.save([rich()])
    before = server.get(index=f"{prefix}articles", id="rich")
    own.save([rich()])
    own.place([Placement(article="rich", event="")])
    after = server.get(index=f"{prefix}articles", id="rich")
    assert (before["_version"], before["_seq_no"]) == (after["_version"], after["_seq_no"])


def test_a_write_that_comes_between_is_read_and_decided_on_again(
    own: ElasticsearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = stored("a1")
    own.save([first])
    send = own._server.send
    interrupted: list[bool] = []

    def send_late(actions: Any) -> list[Answer]:
        if actions and actions[0].op == "update" and not interrupted:
            interrupted.append(True)
            own.place([Placement(article="a1", event="e1")])
        return send(actions)

    monkeypatch.setattr(own._server, "send", send_late)
    article = evolve(first.article, body="New.", fetched=NOON.replace(day=23))
    (outcome,) = own.save([evolve(first, article=article)])
    assert interrupted
    assert (outcome.fate, outcome.revision) == (FateName.REVISED, 2)
    (found,) = own.get(["a1"])
    assert (found.article.body, found.article.event) == ("New.", "e1")
    assert [row.number for row in own.revisions("a1")] == [1, 2]


def test_one_bad_document_fails_alone(own: ElasticsearchIndex) -> None:
    good = stored("a1", direction=1)
    zero = evolve(stored("a2"), vector=np.zeros(8, np.float32), embedder=good.embedder)
    long = stored("x" * 513)
    outcomes = own.save([good, zero, long, stored("a3", direction=3)])
    assert [row.fate.value for row in outcomes] == ["stored", "failed", "failed", "stored"]
    assert "zero magnitude" in outcomes[1].reason
    assert "512 bytes" in outcomes[2].reason
    assert own.count() == 2


def test_requests_are_bounded_by_bytes(own: ElasticsearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST_BYTES", 20_000)
    sizes = []
    sent = bulk._bulk

    def counted(client: Elasticsearch, part: bulk.Part) -> Any:
        sizes.append(sum(len(line) for _, lines in part for line in lines))
        return sent(client, part)

    monkeypatch.setattr(bulk, "_bulk", counted)
    own.save([stored(f"a{number}", body="word " * 500) for number in range(30)])
    assert own.count() == 30
    assert len(sizes) > 3
    assert max(sizes) <= 20_000


def test_a_full_disk_is_no_overload(own: ElasticsearchIndex, server: Elasticsearch, prefix: str) -> None:
    """The block that Elasticsearch sets itself when a disk passes its flood stage."""
    server.indices.put_settings(index=f"{prefix}articles", settings={"index.blocks.read_only_allow_delete": True})
    with pytest.raises(IndexFull, match="make room"):
        own.save([stored("a1")])
    server.indices.put_settings(index=f"{prefix}articles", settings={"index.blocks.read_only_allow_delete": None})
    assert own.save([stored("a1")])[0].fate is FateName.STORED


def test_an_index_that_may_only_be_read(own: ElasticsearchIndex, server: Elasticsearch, prefix: str) -> None:
    server.indices.put_settings(index=f"{prefix}articles", settings={"index.blocks.write": True})
    (outcome,) = own.save([stored("a1")])
    assert outcome.fate is FateName.FAILED
    assert "cluster_block_exception" in outcome.reason
    with pytest.raises(IndexProblem, match="403"):
        own.save_vectors("unit-8", {"a1": np.ones(8, np.float32)})


def test_a_vector_of_another_length_is_refused_by_the_mapping_too(
    own: ElasticsearchIndex, server: Elasticsearch, prefix: str
) -> None:
    own.save([stored("a1", direction=1)])
    with pytest.raises(BadRequestError):
        server.update(index=f"{prefix}articles", id="a1", doc={"vector_8": [0.1, 0.2]})


@contextmanager
def refusing(times: int, status: int, item: dict[str, Any] | None = None) -> Iterator[tuple[str, list[int]]]:
    """A server that refuses so many bulk requests as Elasticsearch does, then takes them; gives its URL and a log."""
    log: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            lines = self.rfile.read(int(self.headers["Content-Length"])).split(b"\n")
            count = len([line for line in lines if b"_index" in line])
            log.append(count)
            refused = len(log) <= times
            answer: dict[str, Any] = {"items": [{"index": item if refused and item else {"status": 201}}] * count}
            if refused and not item:
                answer = {
                    "error": {"type": "es_rejected_execution_exception", "reason": "queue full"},
                    "status": status,
                }
            body = json.dumps(answer).encode()
            self.send_response(status if refused and not item else 200)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}", log
    made.shutdown()
    thread.join()
    made.server_close()


ACTIONS = [Action(op="index", index="x", id=str(number), document={"a": number}) for number in range(8)]
REJECTED = {"status": 429, "error": {"type": "es_rejected_execution_exception", "reason": "queue full"}}
FLOODED = {"status": 429, "error": {"type": "cluster_block_exception", "reason": "[x] disk usage exceeded flood-stage"}}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "FIRST_WAIT", 0.001)


@pytest.mark.parametrize(("status", "item"), [(429, None), (200, REJECTED)])
def test_an_overload_is_waited_for(impatient: None, status: int, item: dict[str, Any] | None) -> None:
    with refusing(3, status, item) as (url, log), Elasticsearch(url) as client:
        assert [answer.status for answer in bulk.send(client, url, ACTIONS)] == [201] * 8
    assert log == [8, 8, 8, 8]


def test_an_overload_without_end_is_told(impatient: None) -> None:
    with (
        refusing(10**6, 200, REJECTED) as (url, log),
        Elasticsearch(url) as client,
        pytest.raises(IndexOverloaded, match="again later"),
    ):
        bulk.send(client, url, ACTIONS)
    assert len(log) == bulk.TRIES


def test_a_flooded_disk_is_told_at_once(impatient: None) -> None:
    with refusing(10**6, 200, FLOODED) as (url, log), Elasticsearch(url) as client, pytest.raises(IndexFull):
        bulk.send(client, url, ACTIONS)
    assert log == [8]


def test_too_large_a_request_is_halved(impatient: None) -> None:
    with refusing(4, 413) as (url, log), Elasticsearch(url) as client:
        answers = bulk.send(client, url, ACTIONS)
    assert [answer.status for answer in answers] == [413, *[201] * 7]
    assert log == [8, 4, 2, 1, 1, 2, 4]


def test_a_password_protected_address_keeps_its_password_to_itself(elasticsearch_url: str, prefix: str) -> None:
    address = elasticsearch_url.replace("http://", "http://elastic:secret@")
    with open_index(address, prefix=prefix) as index:
        assert index.address == elasticsearch_url
        assert "secret" not in repr(index.status())


def test_conflicts_without_end_are_told(own: ElasticsearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "TRIES", 3)
    monkeypatch.setattr(own._server, "send", lambda actions: [Answer(409)] * len(actions))
    with pytest.raises(IndexOverloaded, match="being written by others"):
        own.save([stored("a1")])
