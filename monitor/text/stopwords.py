"""Function words of a language, from stopwords-iso."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

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


def is_small(word: str, base: str) -> bool:
    """Whether a folded word is a function word that nothing counts: `the` and `there`, not `people`."""
    return word in stopwords(base) and word not in _counted(base)


@lru_cache(maxsize=128)
def _counted(base: str) -> frozenset[str]:
    lines = (files("monitor.text") / "counted.txt").read_text("utf-8").splitlines()
    return frozenset(fold(word, base) for line in lines if not line.startswith("#") for word in line.split())
