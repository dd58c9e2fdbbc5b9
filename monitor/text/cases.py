"""The nominatives a place's name in another case may come from: Gdańska from Gdańsk, Moszkvában from Moszkva."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from monitor.text.listed import pairs_of

FEWEST_LETTERS = 4  # of a nominative: shorter ones are found in too many words


@frozen
class Cases:
    """Endings as written, with the endings that nominatives have instead; `longest` is in letters."""

    endings: Mapping[str, tuple[str, ...]]
    longest: int

    def nominatives(self, word: str) -> Iterator[str]:
        """What a folded word may be called in the nominative, the longest ending first; no dictionary is asked."""
        for length in range(min(self.longest, len(word) - 1), 0, -1):
            for instead in self.endings.get(word[-length:], ()):
                if len(word) - length + len(instead) >= FEWEST_LETTERS:
                    yield word[:-length] + instead


@lru_cache(maxsize=64)
def place_cases(base: str) -> Cases:
    """The endings of one language, by place_cases.txt; none for a language without cases."""
    endings: dict[str, tuple[str, ...]] = {}
    for written, instead in pairs_of("place_cases.txt", base):
        endings[written] = (*endings.get(written, ()), instead)
    return Cases(endings, max(map(len, endings), default=0))
