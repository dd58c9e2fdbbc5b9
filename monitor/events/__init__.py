"""Articles into events, across languages."""

from monitor.events.scores import Scores, bcubed
from monitor.events.texts import embedding_text

__all__ = ["Scores", "bcubed", "embedding_text"]
