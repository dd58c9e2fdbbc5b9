"""The packaged embedder: multilingual-e5-small on the processor."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from monitor.embedding.prepare import GRAPH, REPLACEMENTS, TOKENIZER
from monitor.embedding.protocol import EmbedderError, Vectors, clean

PREFIX = "query: "  # e5 was trained with it; symmetric tasks put it before both texts
DIMENSIONS = 384
CHUNK = 1024  # texts tokenised at a time, which bounds memory


class E5Embedder:
    """multilingual-e5-small from a folder made by `prepare.prepared`; its calls may come from several threads."""

    name = "e5-small"
    dimensions = DIMENSIONS

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        """Load the files; `threads` None means every core this process may use."""
        self._threads = threads or available_cores()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a text a thread: its products are too small to be shared out
        options.log_severity_level = 3
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            table = json.loads((folder / REPLACEMENTS).read_text("utf-8"))
            self._session = onnxruntime.InferenceSession(
                str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # tokenizers and onnxruntime raise bare Exceptions and RuntimeErrors
            raise EmbedderError(f"The embedder in {folder} cannot be loaded ({error}): remove that folder.") from error
        self._replacements = {int(code): text for code, text in table.items()}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, of shape (len(texts), 384); a text is cut at 512 tokens."""
        out = np.empty((len(texts), DIMENSIONS), np.float32)
        for start in range(0, len(texts), CHUNK):
            chunk = texts[start : start + CHUNK]
            once = {text: row for row, text in enumerate(dict.fromkeys(chunk))}
            out[start : start + CHUNK] = self._embed(list(once))[[once[text] for text in chunk]]
        return out

    def _embed(self, texts: Sequence[str]) -> Vectors:
        cleaned = [(PREFIX + clean(text)).translate(self._replacements) for text in texts]
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(cleaned)]
        with ThreadPoolExecutor(self._threads) as pool:
            return np.concatenate(list(pool.map(self._vector, tokens)))

    def _vector(self, ids: list[int]) -> Vectors:
        vector: Vectors = self._session.run(["vectors"], {"ids": np.array([ids], np.int64)})[0]
        return vector


def available_cores() -> int:
    """Cores that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
