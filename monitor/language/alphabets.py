"""Letters that a language does not have: Romanian has no ř, Macedonian no і, Persian no ۆ.

The detectors look at n-grams of bytes and let a single telling letter go under. The alphabets are data (alphabets.txt).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import regex

# Log-odds against a language for a word with a letter that it lacks. In a name in Latin script it says less: such names
# keep their letters, others are spelled anew.
IN_WORD, IN_NAME = 2.0, 0.3
LIMIT = 6.0  # so that a quotation in another language does not decide alone
HEADLINE = 12  # words; in a longer text a word says so much less
MAX_WORDS = 200

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_LATIN = regex.compile(r"\p{Latin}")
_COMMON = frozenset("abcdefghijklmnopqrstuvwxyzʻʼʹ")


@lru_cache(maxsize=1)
def _alphabets() -> dict[str, frozenset[str]]:
    text = files("monitor.language").joinpath("alphabets.txt").read_text(encoding="utf-8")
    rows = (line.partition(" ") for line in text.splitlines() if line and not line.startswith("#"))
    return {code: frozenset(letters) | _COMMON for code, _, letters in rows}


def without_foreign_letters(text: str, scores: dict[str, float]) -> dict[str, float]:
    """The scores (log-probabilities), each less what speaks against its language in the letters of the text."""
    weighed = _weighed(text)
    if not weighed:
        return scores
    known = _alphabets()
    return {code: score - _against(weighed, known.get(code)) for code, score in scores.items()}


def _weighed(text: str) -> list[tuple[frozenset[str], float]]:
    """The telling letters of each word, and how much they say there."""
    found: list[tuple[frozenset[str], float]] = []
    words = _WORD.findall(text)[:MAX_WORDS]
    scale = min(1.0, HEADLINE / max(1, len(words)))
    for word in words:
        letters = frozenset(letter for letter in word.lower() if letter.isalpha()) - _COMMON
        if letters:
            found.append((letters, scale * (IN_NAME if word[0].isupper() and _LATIN.match(word) else IN_WORD)))
    return found


def _against(weighed: list[tuple[frozenset[str], float]], alphabet: frozenset[str] | None) -> float:
    if alphabet is None:
        return 0.0
    return min(LIMIT, sum(weight for letters, weight in weighed if not letters <= alphabet))
