"""Names cut short: `the Times` behind *The New York Times* is that paper, and none of London."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from monitor.analysis.cited.outlet_names import without_article
from monitor.model import Mention
from monitor.text.phrases import tokens


def in_full(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of a text in their order, a name of one word being that of the outlet whose name it ended before."""
    ends: dict[str, str] = {}
    found = []
    for mention in mentions:
        words = [token.folded for token in tokens(without_article(mention.name))]
        if len(words) > 1:
            ends[words[-1]] = mention.publisher
        elif words and words[0] in ends:
            mention = evolve(mention, publisher=ends[words[0]])  # noqa: PLW2901  (it goes on under the full name)
        found.append(mention)
    return found
