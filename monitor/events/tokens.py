"""What of an article's text the grouping compares: word stems, and tokens that no language owns."""

from __future__ import annotations

from zlib import crc32

from attrs import frozen

from monitor.events.texts import bare_headline
from monitor.model import Article
from monitor.text.names import name_tokens
from monitor.text.numbers import figures
from monitor.text.tokens import stems

STEMMED = 2500  # characters of the body that are read for stems: news says what happened first
NAMED = 900  # characters of the body that are read for names and numbers, which cost more


@frozen
class Tokens:
    """Counts of an article's tokens by their hash."""

    stems: dict[int, float]  # a headline's stem counts twice
    headline: frozenset[int]  # which of them stand in the headline
    free: dict[int, float]  # names and numbers, whatever the language
    numbers: frozenset[int]  # which of these are numbers


def has_text(article: Article) -> bool:
    """True where there is a body that says more than a headline."""
    return len(article.body) >= 80 or len(article.body.split()) >= 12


def read_tokens(article: Article) -> Tokens:
    """Count an article's tokens."""
    headline, body, language = bare_headline(article.headline), article.body, article.language
    first = stems(headline, language)
    counts: dict[int, float] = {}
    for weight, words in ((2.0, first), (1.0, stems(body[:STEMMED], language))):
        for word in words:
            key = _hash(word)
            counts[key] = counts.get(key, 0.0) + weight
    text = f"{headline}\n{body[:NAMED]}"
    free: dict[int, float] = {}
    for name in name_tokens(text, language):
        free[_hash("~" + name)] = 1.0
    numbers = {_hash(f"#{figure.value:g}") for figure in figures(text, language)}
    free.update(dict.fromkeys(numbers, 1.0))
    return Tokens(counts, frozenset(map(_hash, first)), free, frozenset(numbers))


def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
