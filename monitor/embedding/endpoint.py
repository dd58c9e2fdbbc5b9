"""Any service that speaks OpenAI's embeddings protocol (OpenAI, vLLM, Ollama, LM Studio, text-embeddings-inference)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import httpx
import numpy as np

from monitor.embedding.protocol import EmbedderError, Vectors, clean, normalised

ROWS = 64  # texts in a request
TRIES = 4
BUSY = (408, 429, 500, 502, 503, 504)  # answers worth another try
MAX_ANSWER = 64 * 1024 * 1024  # bytes


class EndpointEmbedder:
    """A model behind `POST {url}/embeddings`; `name` is `openai:URL#MODEL`."""

    def __init__(self, url: str, model: str, *, key: str = "", wait: float = 1.0, timeout: float = 60.0) -> None:
        """Ask the service once for the length of its vectors. `wait` is the first pause before another try, in s."""
        self.name = f"openai:{url}#{model}"
        self._url, self._model, self._wait = f"{url.rstrip('/')}/embeddings", model, wait
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = httpx.Client(headers=headers, timeout=timeout, follow_redirects=False)
        self.dimensions = 0
        self.dimensions = self.embed(["length of a vector"]).shape[1]

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32. Raises EmbedderError where the service is away, refuses or answers nonsense."""
        rows = [clean(text) or " " for text in texts]  # OpenAI's own refuses an empty string
        parts = [self._ask(rows[start : start + ROWS]) for start in range(0, len(rows), ROWS)]
        return normalised(np.concatenate(parts)) if parts else np.empty((0, self.dimensions), np.float32)

    def _ask(self, texts: list[str]) -> Vectors:
        request = {"model": self._model, "input": texts, "encoding_format": "float"}
        for attempt in range(TRIES):
            try:
                answer = self._client.post(self._url, json=request)
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
            else:
                if answer.status_code not in BUSY:
                    return self._read(answer, len(texts))
                reason = f"status {answer.status_code}"
            if attempt + 1 < TRIES:
                time.sleep(self._wait * 2**attempt)
        raise EmbedderError(f"{self._url} does not answer ({reason}): is the service running?")

    def _read(self, answer: httpx.Response, count: int) -> Vectors:
        if answer.status_code != httpx.codes.OK:
            said = answer.text[:200].replace("\n", " ")
            raise EmbedderError(
                f"{self._url} refused (status {answer.status_code}: {said}): check the address, the model's name and "
                "MONITOR_EMBEDDER_KEY."
            )
        if len(answer.content) > MAX_ANSWER:
            raise EmbedderError(f"{self._url} answered more than {MAX_ANSWER} bytes: this is no embeddings service.")
        try:
            rows = _vectors(answer.json(), count)
        except (ValueError, KeyError, TypeError) as error:
            raise EmbedderError(
                f"{self._url} did not answer as an OpenAI-compatible service does ({error})."
            ) from error
        if self.dimensions and rows.shape[1] != self.dimensions:
            raise EmbedderError(f"{self._url} changed the length of its vectors: {self.dimensions} to {rows.shape[1]}.")
        return rows


def _vectors(answer: Any, count: int) -> Vectors:
    """The answer's vectors in the order of the texts: services may answer in any order."""
    data = sorted(answer["data"], key=lambda row: int(row["index"]))
    if [int(row["index"]) for row in data] != list(range(count)):
        raise ValueError(f"{len(data)} vectors for {count} texts")
    rows = np.asarray([row["embedding"] for row in data], np.float32)
    if rows.ndim != 2 or not rows.shape[1] or not np.isfinite(rows).all():
        raise ValueError("the vectors are not rows of finite numbers")
    return rows
