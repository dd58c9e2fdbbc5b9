"""Lists kept as text beside the code, a line a language: `pl: a= iem= y=a`."""

from __future__ import annotations

from importlib.resources import files


def pairs_of(file: str, language: str) -> list[tuple[str, str]]:
    """The pairs parted by = of a language's line in a file of this folder; none where it has no line."""
    for line in files("monitor.text").joinpath(file).read_text(encoding="utf-8").splitlines():
        code, colon, pairs = line.partition(": ")
        if colon and code == language:
            return [(left, right) for left, _, right in (pair.partition("=") for pair in pairs.split())]
    return []
