"""Words of scripts that write them without spaces."""

from __future__ import annotations

import warnings
from functools import lru_cache
from itertools import pairwise
from typing import Any

import regex

_CLUSTER = regex.compile(r"\X")
_JAPANESE_RUN = regex.compile(r"[\p{Katakana}ー]+|[\p{Han}々]+|\p{Hiragana}+")


@lru_cache(maxsize=1)
def _jieba() -> Any:
    """The tokenizer of jieba with its dictionary read, without its log lines and without its cache file in /tmp."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it imports pkg_resources, and its patterns are no raw strings
        import jieba  # noqa: PLC0415  (0.1 s and 40 MB that only Chinese needs)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


@lru_cache(maxsize=1)
def listed_names() -> frozenset[str]:
    """The people, places and organisations in jieba's dictionary (its tags nr, ns, nt and nz)."""
    found: set[str] = set()
    with _jieba().get_dict_file() as lines:
        for line in lines:
            word, _, tag = line.decode("utf-8").split()
            if tag[:2] in ("nr", "ns", "nt", "nz"):
                found.add(word)
    return frozenset(found)


def is_listed(word: str) -> bool:
    """True for a Chinese word of jieba's dictionary; what it found without one is mostly a name."""
    return bool(_jieba().FREQ.get(word))


def segment(run: str, language: str) -> list[str]:
    """The words of a run of letters of an unspaced script.

    Simplified Chinese by jieba's dictionary, Japanese by changes of script and pairs of characters, all others
    (traditional Chinese, Thai, Lao, Khmer, Burmese, Tibetan) by overlapping pairs of what a reader sees as a character.
    """
    if language.startswith("zh") and language != "zh-Hant":
        return [word for word in _jieba().cut(run) if word.strip()]
    if language == "ja":
        return [word for part in _JAPANESE_RUN.findall(run) for word in _japanese(part)]
    return pairs(_CLUSTER.findall(run))


def _japanese(part: str) -> list[str]:
    # A run of katakana is a word; of hiragana alone mostly grammar, so it is left whole.
    return pairs(list(part)) if part[0] > "ヿ" and len(part) > 2 else [part]


def pairs(characters: list[str]) -> list[str]:
    """Overlapping pairs; a single character alone stays."""
    if len(characters) < 2:
        return characters
    return [one + other for one, other in pairwise(characters)]
