"""Lists kept as text beside the code, a line a language: `pl: a= iem= y=a`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


def pairs_of(file: str, language: str) -> list[tuple[str, str]]:
    """The pairs parted by = of a language's line in a file of this folder; none where it has no line."""
    for line in files("monitor.text").joinpath(file).read_text(encoding="utf-8").splitlines():
        code, colon, pairs = line.partition(": ")
        if colon and code == language:
            return [(left, right) for left, _, right in (pair.partition("=") for pair in pairs.split())]
    return []


@lru_cache(maxsize=8)
def words_of(file: str) -> Mapping[str, tuple[str, ...]]:
    """Each language's words in a file of this folder; a line may be of several languages, and a language's add up."""
    found: dict[str, tuple[str, ...]] = {}
    for line in files("monitor.text").joinpath(file).read_text(encoding="utf-8").splitlines():
        codes, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            for code in codes.split():
                found[code] = (*found.get(code, ()), *words.split())
    return found


def before_and_behind(affixes: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is written before a word (`kwa-`), and what behind it (`-lar`)."""
    return tuple(a[:-1] for a in affixes if a.endswith("-")), tuple(a[1:] for a in affixes if a.startswith("-"))
