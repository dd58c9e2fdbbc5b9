"""What of an article is read as its headline, and what is made a vector."""

from __future__ import annotations

import regex

from monitor.language import language
from monitor.model import Article
from monitor.text.letters import fold
from monitor.text.stopwords import stopwords

# 30 words with their function words take a seventh longer to embed and are grouped no better, 15 without are worse.
WORDS = 20  # of the body, after the headline, function words left out
ALL_WORDS = 30  # where a language's function words are not known
CHARACTERS = 240  # the same bound where words are long
UNSPACED = 100  # and where no spaces part them, so that a text is about as many tokens in every script

_SUFFIX = regex.compile(r"\s+[|–—»«\"-]+\s+([^|–—»]{2,40})$")
_MARKS = regex.compile(r"^\W+|\W+$")


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
    headline, lead = bare_headline(article.headline), _lead(article)
    return f"{headline}. {lead}" if lead and headline else headline or lead


def _lead(article: Article) -> str:
    """The body's first words; where it has more than fit, those of them that are no function words."""
    words = article.body[: CHARACTERS * 4].split()
    if not language(article.language).spaces:
        return " ".join(words)[:UNSPACED]
    known = stopwords(article.language)
    if not known:
        return " ".join(words[:ALL_WORDS])[:CHARACTERS]
    if len(words) > WORDS:
        base = article.language.partition("-")[0]
        words = [word for word in words if (bare := fold(_MARKS.sub("", word), base)) and bare not in known]
    return " ".join(words[:WORDS])[:CHARACTERS]
