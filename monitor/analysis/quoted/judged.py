"""A noun in marks by which somebody calls something, where each noun has a capital, as names do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import name_words
from monitor.analysis.quoted.pauses import BREAK
from monitor.text.folded import Token, tokens

_CLAUSE = 120  # characters before a quotation in which the verb of its clause stands


@lru_cache(maxsize=8)
def _detached(language: str) -> regex.Pattern[str]:
    """What ends a verb, right behind a quotation and before a pause: wirft ihm „Untätigkeit“ vor."""
    return regex.compile(rf"^[“”»«]?\s(?:{'|'.join(frames(language).detached)})\s*[,.;]")


def likened(before: Sequence[Token], language: str) -> bool:
    """`als „Unsinn“`, `von „Unsinn“`: whether as, or of, is the last of the words before a quotation."""
    data = frames(language)
    return bool(before) and before[-1].folded in {*data.likens, *data.agents}


def is_judged(lead: str, rest: str, language: str) -> bool:
    """`bezeichnete den Plan als „Unsinn“`, `sprach von einem „Skandal“`: behind its verb, an article or as and of.

    Or before what ends its verb: `warf ihm „Untätigkeit“ vor`.
    """
    rules = name_words(language)
    if not frames(language).capitals:
        return False
    lead = lead[-_CLAUSE:]
    before = tokens(lead)
    led = bool(before) and before[-1].folded in rules.articles
    if not (led or likened(before, language) or _detached(language).match(rest)):
        return False
    called = rules.calls.find(before)
    return bool(called) and not BREAK.search(lead[before[called[-1][1] - 1].end :])
