"""Texts into vectors: the `Embedder` protocol, the packaged default and two optional ones."""

from monitor.embedding.loading import load_embedder, prepare_embedder
from monitor.embedding.protocol import Embedder, EmbedderError, Progress, Vectors

__all__ = ["Embedder", "EmbedderError", "Progress", "Vectors", "load_embedder", "prepare_embedder"]
