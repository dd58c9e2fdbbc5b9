"""Fixtures for every room."""

from pathlib import Path

import pytest

from monitor.config import Config
from monitor.embedding import Embedder, load_embedder


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The packaged embedder; its files are kept in the repository's .cache, so that they are made once."""
    return load_embedder(Config(data=Path(__file__).parents[1] / ".cache" / "data"))
