"""Small work on strings that every reader of a page needs."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

import regex

SHORT = 300  # characters
ASCII = {i: chr(i).lower() if chr(i).isalnum() else None for i in range(128)}
NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}\p{M}]+")
SPACES = re.compile(r"\s+")
TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C), None)


def spaces(text: str) -> str:
    """White space runs as one space, none at the ends."""
    return " ".join(text.split())


def clean(text: str) -> str:
    """Text of an attribute or of JSON: entities resolved (twice, as many pages do), tags and marks dropped."""
    if "&" in text:
        text = html.unescape(text)
        if "&" in text:
            text = html.unescape(text)
    if "<" in text:
        text = TAG.sub(" ", text)
    return spaces(text if text.isascii() else text.translate(INVISIBLE))


def plain(text: str) -> str:
    """Lower case in which letters are one that patterns without case take for one: dotted and dotless i, long s."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").replace("ı", "i").lower().replace("ſ", "s").replace("ς", "σ")


def fold(text: str) -> str:
    """Letters, digits and marks alone, case folded: for comparing two versions of one string."""
    return _fold_short(text) if len(text) < SHORT else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return text.translate(ASCII)
    return NOT_LETTERS.sub("", "".join(unicodedata.normalize("NFKC", text).casefold().split()))


_fold_short = lru_cache(maxsize=2_048)(_fold)  # the lines of one page are compared with several things
