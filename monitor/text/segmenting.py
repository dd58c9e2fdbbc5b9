"""Words of scripts that write them without spaces."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from itertools import pairwise
from types import ModuleType

import regex

_CLUSTER = regex.compile(r"\X")
_NAMED = ("nr", "ns", "nt", "nz")  # the dictionary's tags of people, places, organisations and other names
_SMALL = frozenset("vpducrft")  # tags of verbs, prepositions, adverbs, particles, conjunctions, pronouns, places, times
_JAPANESE_RUN = regex.compile(r"[\p{Katakana}ー]+|[\p{Han}々]+|\p{Hiragana}+")


def _jieba() -> ModuleType:
    """Jieba's dictionary and rules, loaded when first needed: 0.2 s and 33 MB that only Chinese needs."""
    return import_module("rjieba")


def is_listed(word: str) -> bool:
    """True for a Chinese word of jieba's dictionary; what it found without one is mostly a name."""
    listed: bool = _jieba().has_word(word)
    return listed


@lru_cache(maxsize=4096)
def is_listed_name(word: str) -> bool:
    """True for a person, a place or an organisation in jieba's dictionary that jieba does not cut."""
    tags = _jieba().tag(word)
    return len(tags) == 1 and tags[0][1][:2] in _NAMED and is_listed(word)


@lru_cache(maxsize=4096)
def is_listed_person(word: str) -> bool:
    """True for a word by which jieba's dictionary, or the list beside this module, knows people alone."""
    if word in _people():
        return True
    tags = _jieba().tag(word)
    return len(tags) == 1 and tags[0][1][:2] == _NAMED[0] and is_listed(word)


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    lines = (files("monitor.text") / "chinese_people.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=4096)
def is_small(word: str) -> bool:
    """True for a verb, a preposition, an adverb or another word that is no noun in jieba's dictionary."""
    tags = _jieba().tag(word)
    return len(tags) == 1 and tags[0][1][:1] in _SMALL


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
