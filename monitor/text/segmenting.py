"""Words of scripts that write them without spaces."""

from __future__ import annotations

import warnings
from functools import lru_cache
from itertools import pairwise
from typing import Any

import regex
from attrs import frozen

_CLUSTER = regex.compile(r"\X")
_NAMED = ("nr", "ns", "nt", "nz")
_JAPANESE_RUN = regex.compile(r"[\p{Katakana}ー]+|[\p{Han}々]+|\p{Hiragana}+")


@frozen
class Chinese:
    """The tokenizer of jieba with its dictionary, and the dictionary's names: its tags nr, ns, nt and nz."""

    tokenizer: Any
    names: frozenset[str]


@lru_cache(maxsize=1)
def chinese() -> Chinese:
    """Jieba's dictionary, read once for words and names; without jieba's log lines and its cache file in /tmp."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it imports pkg_resources, and its patterns are no raw strings
        import jieba  # noqa: PLC0415  (0.1 s and 40 MB that only Chinese needs)
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        fields = file.read().decode("utf-8").split()
    words, counts, tags = fields[::3], [int(count) for count in fields[1::3]], fields[2::3]
    tokenizer.FREQ, tokenizer.total = _with_prefixes(dict(zip(words, counts, strict=True))), sum(counts)
    tokenizer.initialized = True
    names = (word for word, tag in zip(words, tags, strict=True) if tag[:2] in _NAMED)
    return Chinese(tokenizer, frozenset(names))


def _with_prefixes(counts: dict[str, int]) -> dict[str, int]:
    """The words with their beginnings, each counted 0: jieba goes on along a text while it meets one."""
    for word in list(counts):
        prefix = word[:-1]
        while prefix and prefix not in counts:
            counts[prefix] = 0
            prefix = prefix[:-1]
    return counts


def listed_names() -> frozenset[str]:
    """The people, places and organisations in jieba's dictionary."""
    return chinese().names


def is_listed(word: str) -> bool:
    """True for a Chinese word of jieba's dictionary; what it found without one is mostly a name."""
    return bool(chinese().tokenizer.FREQ.get(word))


def segment(run: str, language: str) -> list[str]:
    """The words of a run of letters of an unspaced script.

    Simplified Chinese by jieba's dictionary, Japanese by changes of script and pairs of characters, all others
    (traditional Chinese, Thai, Lao, Khmer, Burmese, Tibetan) by overlapping pairs of what a reader sees as a character.
    """
    if language.startswith("zh") and language != "zh-Hant":
        return [word for word in chinese().tokenizer.cut(run) if word.strip()]
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
