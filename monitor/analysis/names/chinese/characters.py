"""Characters that tell names in Chinese, simplified and traditional ones alike."""

from __future__ import annotations

from functools import lru_cache

from monitor.analysis.frames import frames
from monitor.text.simplifying import in_both

DOT = "·"  # between the parts of a foreign name
OF = "的"  # behind which a name may begin


@lru_cache(maxsize=8)
def sounds(language: str) -> frozenset[str]:
    """Those that write foreign names: 特, 朗, 普."""
    return in_both(frames(language).sounds)


@lru_cache(maxsize=8)
def roles(language: str) -> frozenset[str]:
    """Those that end the words for people, behind which a name may begin: 员, 长."""
    return in_both(frames(language).roles)
