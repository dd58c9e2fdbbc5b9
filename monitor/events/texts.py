"""What of an article is made a vector."""

from __future__ import annotations

from monitor.model import Article

WORDS = 30  # of the body, after the headline; measured: more of it blurs one event into its topic
CHARACTERS = 240  # the same where words are not parted by spaces


def embedding_text(article: Article) -> str:
    """The headline and the beginning of the body, without the embedder's own prefix."""
    beginning = " ".join(article.body[: 4 * CHARACTERS].split()[:WORDS])[:CHARACTERS]
    return f"{article.headline}\n{beginning}" if beginning else article.headline
