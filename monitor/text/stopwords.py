"""Function words of a language, from stopwords-iso and, where it has none or few, from `function_words.txt`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import stopwordsiso

from monitor.language import read_as
from monitor.text.letters import fold
from monitor.text.listed import words_of

# What stopwords-iso calls a list: Norwegian's no, that of Sorani ku, and Croatian's serves Serbian in Latin letters.
_LISTED = {"nb": "no", "ckb": "ku", "sr": "hr"}
# Small words are shared by languages whose words for reporting are not.
_NEAR = {"rn": "rw", "pcm": "en"}
_MARKS = "'’‘ʻʼ"  # an apostrophe as keyboards and languages write it


@lru_cache(maxsize=256)
def stopwords(language: str) -> frozenset[str]:
    """Lower-case function words in the spelling of `letters.fold`; empty where no list is known."""
    base = language.partition("-")[0]
    kin = _NEAR.get(base) or read_as(base)
    listed = _LISTED.get(kin, kin)
    own = words_of("function_words.txt")
    words = {spelt for code in {base, kin, listed} for word in own.get(code, ()) for spelt in _spellings(word)}
    if stopwordsiso.has_lang(listed):
        words |= stopwordsiso.stopwords(listed)
    return frozenset(fold(word, base) for word in words)


def _spellings(word: str) -> Iterable[str]:
    return [word.replace("'", mark) for mark in _MARKS] if "'" in word else [word]


def is_small(word: str, base: str) -> bool:
    """Whether a folded word is a function word that nothing counts: `the` and `there`, not `people`."""
    return word in stopwords(base) and word not in _counted(base)


@lru_cache(maxsize=128)
def _counted(base: str) -> frozenset[str]:
    lines = (files("monitor.text") / "counted.txt").read_text("utf-8").splitlines()
    return frozenset(fold(word, base) for line in lines if not line.startswith("#") for word in line.split())
