"""The embedder that the configuration names."""

from __future__ import annotations

from monitor.config import Config
from monitor.embedding.prepare import prepared
from monitor.embedding.protocol import Embedder, EmbedderError, Progress
from monitor.embedding.transformers import SentenceTransformersEmbedder

PACKAGED = "e5-small"
KNOWN = "e5-small, openai:URL#MODEL or sentence-transformers:MODEL"


def prepare_embedder(config: Config, *, progress: Progress | None = None) -> None:
    """Make the packaged embedder's files, without loading them; another embedder is loaded, to tell whether it can be.

    Raises EmbedderError.
    """
    if config.embedder == PACKAGED:
        prepared(config.data, progress=progress)
    else:
        load_embedder(config)


def load_embedder(config: Config, *, progress: Progress | None = None, threads: int | None = None) -> Embedder:
    """Load what `config.embedder` names; the packaged default is prepared in `config.data` on first use.

    `progress` is called with (steps done, steps in all) while it is prepared; `threads` None means every core.
    Raises EmbedderError.
    """
    kind, _, rest = config.embedder.partition(":")
    if kind == PACKAGED and not rest:
        from monitor.embedding.e5 import E5Embedder  # noqa: PLC0415  (its runtime's 20 MB are for who embeds)

        return E5Embedder(prepared(config.data, progress=progress), threads=threads)
    if kind == "openai":
        url, _, model = rest.partition("#")
        if url.startswith(("http://", "https://")) and model:
            from monitor.embedding.endpoint import EndpointEmbedder  # noqa: PLC0415  (its HTTP client takes .2 s to load)

            return EndpointEmbedder(url, model, key=config.embedder_key.get_secret_value())
    if kind == "sentence-transformers" and rest:
        return SentenceTransformersEmbedder(rest)
    raise EmbedderError(f"{config.embedder!r} is no embedder: expected {KNOWN}.")
