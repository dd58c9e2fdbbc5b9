"""Pauses around a quotation: where its clause breaks off, and where nothing follows it."""

from __future__ import annotations

import regex

from monitor.analysis.quoted.quotations import Quotation
from monitor.language import language as look_up

BREAK = regex.compile(r"[;:!?。؛؟]\s|\n|(?<!\b\d{1,2})\.\s(?![\p{Ll}\d])")  # not in: on Nov. 3, am 6. Oktober
COLON = regex.compile(r"[:：៖]\s*[—–-]?\s*[\"“„«»”「『‹›‘‚'״]?\s*$")  # right before what is quoted
ENDS = regex.compile(r"[.!?…。؟।！？]$")  # of a sentence
CLOSED = regex.compile(r"^[\"”»“«’'」』›‹״]?\s*(?:[.!?…。؟।]|$)")  # a sentence, right behind what is quoted
_PAUSED = regex.compile(r"^[\"”»“«’'」』›‹״]?\s*(?:[.!?…。؟।,;،、，；！？]|$)")
_PAUSES = regex.compile(r"(?<!^)[\uff0c\uff1b\uff1a\uff01\uff1f,;:!?。，、](?!$)")


def ends_clause(rest: str) -> bool:
    """Whether nothing but a pause follows a quotation."""
    return bool(_PAUSED.match(rest))


def breaks_off(between: str, language: str) -> bool:
    """Whether a clause ends in the words between a verb and a quotation, behind the pause right behind the verb.

    In scripts without spaces any pause does: 表示，将坚持“四链并举”.
    """
    return bool(BREAK.search(between) or (not look_up(language).spaces and _PAUSES.search(between)))


def announced(lead: str, rest: str, quotation: Quotation, size: float) -> bool:
    """`Rak: „Będą konsekwencje”.`: a short statement after a colon that ends its sentence."""
    whole = size >= 2 or ENDS.search(quotation.text)
    return bool(whole and COLON.search(lead) and (ENDS.search(quotation.text) or CLOSED.match(rest)))
