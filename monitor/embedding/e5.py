"""The packaged embedder: multilingual-e5-small on the processor."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from sentencepiece import SentencePieceProcessor

from monitor.embedding.prepare import GRAPH, REPLACEMENTS, TOKENIZER
from monitor.embedding.protocol import EmbedderError, Vectors, clean
from monitor.embedding.tokenizer import END, START

PREFIX = "query: "  # e5 was trained with it; symmetric tasks put it before both texts
DIMENSIONS = 384
MAX_TOKENS = 512  # the model's positions


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
            self._tokenizer = SentencePieceProcessor(model_file=str(folder / TOKENIZER))
            table = json.loads((folder / REPLACEMENTS).read_text("utf-8"))
            self._session = onnxruntime.InferenceSession(
                str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # sentencepiece and onnxruntime raise bare Exceptions and RuntimeErrors
            raise EmbedderError(f"The embedder in {folder} cannot be loaded ({error}): remove that folder.") from error
        self._replacements = {int(code): text for code, text in table.items()}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32, of shape (len(texts), 384); a text is cut at 512 tokens."""
        once = {text: row for row, text in enumerate(dict.fromkeys(texts))}
        with ThreadPoolExecutor(self._threads) as pool:
            rows = np.array(list(pool.map(self._vector, once)), np.float32).reshape(-1, DIMENSIONS)
        return rows[[once[text] for text in texts]]

    def _vector(self, text: str) -> Vectors:
        words = (PREFIX + clean(text)).translate(self._replacements).split()
        pieces: list[int] = self._tokenizer.encode(" ".join(words))
        ids = [START, *pieces[: MAX_TOKENS - 2], END]
        vector: Vectors = self._session.run(["vectors"], {"ids": np.array([ids], np.int64)})[0]
        return vector


def available_cores() -> int:
    """Cores that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
