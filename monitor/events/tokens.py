"""What of an article's text the grouping compares: word stems, and tokens that no language owns."""

from __future__ import annotations

from zlib import crc32

from attrs import frozen

from monitor.events.signature import CITY, NAME, NUMBER, PLACE
from monitor.model import Article, Figure
from monitor.text.gazetteer import city_facts
from monitor.text.headlines import bare_headline
from monitor.text.names import name_tokens
from monitor.text.numbers import figures
from monitor.text.places import places
from monitor.text.tokens import stems

STEMMED = 2500  # characters of the body that are read for stems: news says what happened first
NAMED = 900  # characters of the body that are read for names and numbers, which cost more
FRACTIONS = ("1/3",)  # units that are parts of a whole
FEWEST_STEMS = 2  # of an article that tells anything


@frozen
class Tokens:
    """Counts of an article's tokens by their hash."""

    stems: dict[int, float]  # a headline's stem counts twice
    headline: frozenset[int]  # which of them stand in the headline
    free: dict[int, float]  # names, places and numbers, whatever the language
    kinds: dict[int, int]  # which of these are what: NUMBER, PLACE, PLACE | CITY or NAME


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
            key = token_hash(word)
            counts[key] = counts.get(key, 0.0) + weight
    text = f"{headline}\n{body[:NAMED]}"
    kinds = {token_hash("~" + name): NAME for name in name_tokens(text, language)}
    kinds |= {token_hash("@" + place): _kind(place) for place in _with_countries(places(text, language))}
    kinds |= {token_hash("#" + amount(figure)): NUMBER for figure in figures(text, language)}
    return Tokens(counts, frozenset(map(token_hash, first)), dict.fromkeys(kinds, 1.0), kinds)


def says_nothing(tokens: Tokens) -> bool:
    """True for an empty or one-word headline without a body: it is like every other and tells no event."""
    return len(tokens.stems) < FEWEST_STEMS and not tokens.free


def _kind(place: str) -> int:
    return PLACE | CITY if place in city_facts() else PLACE


def _with_countries(found: list[str]) -> list[str]:
    """A city's country too, so that an article on Herat and one on Afghanistan share a place."""
    return [*found, *(city.country for place in found if (city := city_facts().get(place)))]


def amount(figure: Figure) -> str:
    """The number that a figure stands for: two thirds share nothing with two countries."""
    return f"{figure.value:g} {figure.unit}" if figure.unit in FRACTIONS else f"{figure.value:g}"


def token_hash(word: str) -> int:
    """A token's 32 bits, the same in every process."""
    return crc32(word.encode("utf-8", "surrogatepass"))
