"""Names of desks, papers and agencies, which stand where people are named."""

from __future__ import annotations

from functools import lru_cache

from monitor.extraction.names import words


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(words()["organisation"])


@lru_cache(maxsize=512)
def is_organisation(name: str) -> bool:
    """Whether a name is a paper's or holds a word of desks and papers."""
    return is_paper(name) or not _words().isdisjoint(name.casefold().split())


def is_paper(name: str) -> bool:
    """Whether a name ends as those of papers and stations do in scripts that do not part words."""
    return not name.isascii() and name.endswith(words()["organisation-end"])
