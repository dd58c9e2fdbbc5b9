"""The OpenAI-compatible embedder against a real HTTP server that speaks the protocol."""

import hashlib
import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import numpy as np
import pytest

from monitor.config import Config
from monitor.embedding import EmbedderError, load_embedder
from monitor.embedding.endpoint import EndpointEmbedder

KEY = "a-key"


def vector(text: str) -> list[float]:
    return [byte / 255 + 0.01 for byte in hashlib.sha256(text.encode()).digest()[:12]]


class Service:
    """An embeddings service; `answer` may be replaced to make it misbehave."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.statuses: list[int] = []  # given before the good ones
        self.answer: Callable[[list[str]], object] = self.good
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                service.requests.append({"path": self.path, "key": self.headers["Authorization"], **body})
                status = service.statuses.pop(0) if service.statuses else 200
                if self.headers["Authorization"] != f"Bearer {KEY}":
                    status = 401
                said = json.dumps(service.answer(body["input"]) if status == 200 else {"error": "no"}).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        Thread(target=self.server.serve_forever, daemon=True).start()

    @staticmethod
    def good(texts: list[str]) -> object:
        rows = [{"object": "embedding", "index": i, "embedding": vector(text)} for i, text in enumerate(texts)]
        return {"object": "list", "data": rows[::-1], "model": "m"}


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.server.shutdown()
    made.server.server_close()


def embedder(service: Service, key: str = KEY) -> EndpointEmbedder:
    return EndpointEmbedder(service.url, "m", key=key, wait=0.01)


def test_vectors_come_in_the_order_of_the_texts_and_of_length_1(service: Service) -> None:
    made = embedder(service)
    texts = [f"text {i}" for i in range(150)]
    rows = made.embed(texts)
    assert rows.shape == (150, made.dimensions) == (150, 12)
    expected = np.array([vector(text) for text in texts])
    assert np.allclose(rows, expected / np.linalg.norm(expected, axis=1, keepdims=True), atol=1e-6)
    assert [len(request["input"]) for request in service.requests] == [1, 64, 64, 22]
    assert service.requests[-1]["path"] == "/v1/embeddings"
    assert service.requests[-1]["model"] == "m"


def test_the_configuration_names_it_with_its_key(service: Service) -> None:
    made = load_embedder(Config(embedder=f"openai:{service.url}#m", embedder_key=KEY))
    assert made.name == f"openai:{service.url}#m"
    assert made.embed([]).shape == (0, 12)


def test_a_busy_service_is_asked_again(service: Service) -> None:
    service.statuses = [429, 503]
    assert embedder(service).dimensions == 12
    assert len(service.requests) == 3


def test_a_service_that_stays_busy_is_an_error(service: Service) -> None:
    service.statuses = [503] * 9
    with pytest.raises(EmbedderError, match=r"does not answer \(status 503\)"):
        embedder(service)
    assert len(service.requests) == 4


def test_a_wrong_key_is_said_at_once(service: Service) -> None:
    with pytest.raises(EmbedderError, match=r"status 401.*MONITOR_EMBEDDER_KEY"):
        embedder(service, key="wrong")
    assert len(service.requests) == 1


def test_a_service_that_is_away_is_said() -> None:
    with pytest.raises(EmbedderError, match="is the service running"):
        EndpointEmbedder("http://127.0.0.1:9", "m", wait=0.001)


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {"data": []},
        {"data": [{"index": 0, "embedding": ["x"]}]},
        {"data": [{"index": 1, "embedding": [1.0]}]},
        {"data": [{"index": 0, "embedding": [float("nan")]}]},
        {"data": [{"index": 0, "embedding": []}]},
    ],
)
def test_nonsense_is_said(service: Service, answer: object) -> None:
    service.answer = lambda texts: answer
    with pytest.raises(EmbedderError, match="did not answer as an OpenAI-compatible service"):
        embedder(service)


def test_vectors_that_change_their_length_are_refused(service: Service) -> None:
    made = embedder(service)
    service.answer = lambda texts: {"data": [{"index": i, "embedding": [1.0]} for i, _ in enumerate(texts)]}
    with pytest.raises(EmbedderError, match="changed the length of its vectors: 12 to 1"):
        made.embed(["a"])
