"""A noun in marks by which somebody calls something, where each noun has a capital, as names do."""

from __future__ import annotations

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import name_words
from monitor.text.folded import tokens

_CLAUSE = 120  # characters before a quotation in which the verb of its clause stands
_BREAK = regex.compile(r"[;:!?]\s|\n|(?<!\b\d{1,2})\.\s(?!\p{Ll})")
_PREFIX = regex.compile(r"^[“”»«]?\s(?:vor|an|zu|ab)\s*[,.;]")  # wirft ihm „Untätigkeit“ vor.


def is_judged(lead: str, rest: str, language: str) -> bool:
    """`bezeichnete den Plan als „Unsinn“`, `sprach von einem „Skandal“`: behind its verb, an article or as and of.

    Or before what ends its verb: `warf ihm „Untätigkeit“ vor`.
    """
    data, rules = frames(language), name_words(language)
    if not data.capitals:
        return False
    lead = lead[-_CLAUSE:]
    before = tokens(lead)
    led = bool(before) and before[-1].folded in {*data.likens, *data.agents, *rules.articles}
    if not (led or _PREFIX.match(rest)):
        return False
    called = rules.calls.find(before)
    return bool(called) and not _BREAK.search(lead[before[called[-1][1] - 1].end :])
