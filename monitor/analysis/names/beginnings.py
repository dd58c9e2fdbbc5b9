"""Where a sentence or what is said begins, so that a word there has its capital from its place."""

from __future__ import annotations

import regex

_BEFORE = regex.compile(r"(?:^|[.!?:\n„«»…—–-]|(?<!,)[\"“])\s*$")
_REACH = 3  # characters before a word


def begins_sentence(body: str, at: int) -> bool:
    """Whether a sentence, or what stands in quotation marks or behind a dash, begins at a place.

    Behind a comma marks begin none: a quotation there goes on with the sentence.
    """
    return _BEFORE.search(body, max(0, at - _REACH), at) is not None
