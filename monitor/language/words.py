"""Function words as evidence: short headlines hold few n-grams, but "zu" and "bei" say German at once."""

from __future__ import annotations

from functools import lru_cache

import regex
import stopwordsiso

_WORD = regex.compile(r"[\p{L}\p{M}’']+")
_OURS = {"no": ("nb", "nn"), "ku": ("ku",), "hr": ("hr", "bs", "sr", "cnr"), "zh": (), "ja": (), "th": (), "ko": ()}
MAX_WORDS = 200


@lru_cache(maxsize=1)
def _languages_of() -> dict[str, tuple[str, ...]]:
    owners: dict[str, list[str]] = {}
    for listed in sorted(stopwordsiso.langs()):
        for word in stopwordsiso.stopwords(listed):
            owners.setdefault(word, []).extend(_OURS.get(listed, (listed,)))
    return {word: tuple(languages) for word, languages in owners.items()}


def function_word_shares(text: str) -> dict[str, float]:
    """Share of the text's words that are function words of a language, for each language that has any in it."""
    owners = _languages_of()
    words = [word.lower() for word in _WORD.findall(text)[:MAX_WORDS]]
    shares: dict[str, float] = {}
    for word in words:
        for code in owners.get(word, ()):
            shares[code] = shares.get(code, 0.0) + 1.0 / len(words)
    return shares
