"""What of an article is read as its headline, and what is made a vector."""

from __future__ import annotations

import regex

from monitor.language import language
from monitor.model import Article

WORDS = 30  # of the body, after the headline: more slows the embedder and measured no better
CHARACTERS = 240  # the same bound where words are long
UNSPACED = 100  # and where no spaces part them, so that a text is about as many tokens in every script

_SUFFIX = regex.compile(r"\s+[|–—»«\"-]+\s+([^|–—»]{2,40})$")


def bare_headline(headline: str) -> str:
    """The headline without the outlet's name and section that pages put behind it (`… | Sports - The Post`)."""
    for _ in range(2):
        found = _SUFFIX.search(headline)
        if not found or len(found[1].split()) > 5 or len(headline[: found.start()].split()) < 4:
            break
        headline = headline[: found.start()]
    return headline.strip()


def embedding_text(article: Article) -> str:
    """What of an article is embedded: its headline and the first words of its body."""
    headline = bare_headline(article.headline)
    most = CHARACTERS if language(article.language).spaces else UNSPACED
    lead = " ".join(article.body[: CHARACTERS * 4].split()[:WORDS])[:most]
    return f"{headline}. {lead}" if lead and headline else headline or lead
