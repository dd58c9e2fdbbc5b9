"""Function words of a language, from stopwords-iso."""

from __future__ import annotations

from functools import lru_cache

import stopwordsiso

from monitor.text.letters import fold

# Languages whose function words are near enough to those of one that has a list.
_RELATED = {
    "nb": "no",
    "nn": "no",
    "bs": "hr",
    "sr-Latn": "hr",
    "cnr": "hr",
    "arz": "ar",
    "ary": "ar",
    "yue": "zh",
    "pcm": "en",
}


@lru_cache(maxsize=256)
def stopwords(language: str) -> frozenset[str]:
    """Lower-case function words in the spelling of `letters.fold`; empty where no list is known."""
    base = language.partition("-")[0]
    listed = _RELATED.get(language) or _RELATED.get(base) or base
    if not stopwordsiso.has_lang(listed):
        return frozenset()
    return frozenset(fold(word, base) for word in stopwordsiso.stopwords(listed))
