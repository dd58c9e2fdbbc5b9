"""The packaged embedder: multilingual-e5-small on the processor."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from monitor.embedding.prepare import GRAPH, REPLACEMENTS, TOKENIZER
from monitor.embedding.protocol import EmbedderError, Vectors, clean
from monitor.embedding.tokenizer import PAD

PREFIX = "query: "  # e5 was trained with it; symmetric tasks put it before both texts
DIMENSIONS = 384
STEP = 8  # a text is padded to the next multiple, so that its shape, and its vector, are its own
TOKENS = 512  # in a batch: what a layer makes of them fits a core's second-level cache; 3,000 cost a quarter more
CHUNK = 1024  # texts tokenised at a time, which bounds memory


class E5Embedder:
    """multilingual-e5-small from a folder made by `prepare.prepared`; its calls may come from several threads."""

    name = "e5-small"
    dimensions = DIMENSIONS

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        """Load the files; `threads` None means every core this process may use."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or available_cores()
        options.log_severity_level = 3
        # Threads that wait by spinning burn more than twice the work's own CPU time, and gain nothing on busy machines.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
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
        out = np.empty((len(texts), DIMENSIONS), np.float32)
        for width, rows in batches([len(ids) for ids in tokens]):
            out[rows] = self._run([tokens[row] for row in rows], width)
        return out

    def _run(self, tokens: list[list[int]], width: int) -> Vectors:
        count = len(tokens)
        # A lone text is given a twin: matrix products of one row take another path and differ in the last bit.
        ids = np.full((max(count, 2), width), PAD, np.int64)
        mask = np.zeros_like(ids)
        mask[:, 0] = 1
        for row, own in enumerate(tokens):
            ids[row, : len(own)] = own
            mask[row, : len(own)] = 1
        vectors: Vectors = self._session.run(["vectors"], {"ids": ids, "mask": mask})[0][:count]
        return vectors


def batches(lengths: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Rows of equal padded width, shortest first, at most TOKENS (or one row) together: (width, row numbers)."""
    widths = [-(-length // STEP) * STEP for length in lengths]
    order = sorted(range(len(widths)), key=widths.__getitem__)
    start = 0
    while start < len(order):
        width = widths[order[start]]
        end = start + 1
        while end < len(order) and (end - start + 1) * width <= TOKENS and widths[order[end]] == width:
            end += 1
        yield width, order[start:end]
        start = end


def available_cores() -> int:
    """Cores that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
