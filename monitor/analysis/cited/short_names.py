"""Names cut short: `the Times` behind *The New York Times* is that paper, and none of London."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import evolve

from monitor.analysis.cited.outlet_names import without_article
from monitor.model import Mention
from monitor.outlets import Catalogue
from monitor.text.folded import tokens


def in_full(mentions: Iterable[Mention], papers: Mapping[str, frozenset[str]]) -> list[Mention]:
    """The mentions of a text in their order, a name of one word being that of the outlet whose name it ended before.

    papers: what `shortened` tells. A name of one word by which several papers at home are called is none of abroad.
    """
    ends: dict[str, str] = {}
    found = []
    for mention in mentions:
        words = [token.folded for token in tokens(without_article(mention.name))]
        if len(words) > 1:
            ends[words[-1]] = mention.publisher
        elif words and words[0] in ends:
            mention = evolve(mention, publisher=ends[words[0]])  # noqa: PLW2901  (it goes on under the full name)
        elif words and mention.publisher not in papers.get(words[0], {mention.publisher}):
            continue
        found.append(mention)
    return found


@lru_cache(maxsize=256)
def shortened(catalogue: Catalogue, language: str, country: str) -> dict[str, frozenset[str]]:
    """The words to which a country's English writers cut its papers' names, each with those publishers."""
    found: dict[str, set[str]] = {}
    for publisher in catalogue.publishers.values() if language.startswith("en") and country else ():
        words = [token.folded for token in tokens(without_article(publisher.name))]
        if publisher.country == country and words:
            found.setdefault(words[-1], set()).add(publisher.name)
    return {word: frozenset(names) for word, names in found.items()}
