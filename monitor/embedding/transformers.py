"""A model of the sentence-transformers library (extra `sentence-transformers`), for those who have a GPU."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import numpy as np

from monitor.embedding.protocol import EmbedderError, Vectors, clean, normalised

PREFIXED = ("multilingual-e5", "e5-")  # these models want `query: ` before a text


class SentenceTransformersEmbedder:
    """`sentence-transformers:MODEL`, where MODEL is a folder or a name that the library knows."""

    def __init__(self, model: str) -> None:
        """Load the model; the library decides on the device."""
        try:
            library = import_module("sentence_transformers")
        except ImportError as error:
            raise EmbedderError(
                "sentence-transformers is not installed: run `pip install 'news-monitor[sentence-transformers]'`."
            ) from error
        try:
            self._model = library.SentenceTransformer(model)
        except (OSError, ValueError, RuntimeError) as error:
            raise EmbedderError(f"The model {model!r} cannot be loaded: {error}") from error
        self.name = f"sentence-transformers:{model}"
        self.dimensions = int(self._model.get_sentence_embedding_dimension())
        self._prefix = "query: " if model.rpartition("/")[2].startswith(PREFIXED) else ""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32."""
        rows = self._model.encode([self._prefix + clean(text) for text in texts], convert_to_numpy=True)
        return normalised(np.asarray(rows, np.float32).reshape(len(texts), self.dimensions))
