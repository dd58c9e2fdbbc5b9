"""People's names in quotation marks, where no capital tells a name: `وقال "مدبولي"، خلال`, «حسن کریمی» رئیس سازمان."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, is_first_name, name_words
from monitor.analysis.quoted.quotations import Quotation
from monitor.analysis.quoted.units import Unit
from monitor.language import language as look_up
from monitor.text.folded import Token, fold, tokens

_MOST = 3  # words of a name
_PLAIN = regex.compile(r"^[\p{L}\p{M}\s\u200c-]+$")
_PAUSE = regex.compile(r"^\W?\s*[،,]")
_MARKS = " \"'“”«»\u200f\u200e"
_BEHIND = 40  # characters behind the marks that are read
_BEFORE = 2  # words before the marks among which a verb or a title ends
_TOLD_ENDS = ("у", "ю", "і", "ї", "е", "ам", "ям", "им")  # of datives
_OPENS = regex.compile(r"(?:^|[-–—،,:])\s*\W?$")


@lru_cache(maxsize=64)
def _callsigns(language: str) -> frozenset[str]:
    return frozenset(map(fold, frames(language).callsigns))


def is_somebody(unit: Unit, quotation: Quotation, code: str) -> bool:
    """Whether words in marks are a person's name: behind a verb of speech or a role, or before a role or a clause."""
    script = look_up(code).script
    if script not in {"Arab", "Cyrl"} or not _PLAIN.match(quotation.text):
        return False
    words, rules = tokens(quotation.text), name_words(code)
    if script == "Cyrl":
        return _is_nickname(unit, quotation, words, rules)
    if not 0 < len(words) <= _MOST or any(word.folded in rules.common for word in words):
        return False
    named = is_first_name(words[0], code)
    lead, rest = unit.around(quotation)
    before, after = tokens(lead)[-_BEFORE:], tokens(rest[:_BEHIND])
    if len(words) > 1 and not named:  # «زاو هتای» سخنگوی دولت
        other = any(each.find(words) for each in (rules.titles, rules.groups, rules.bodies, rules.places))
        return not other and _OPENS.search(lead) is not None and bool(after) and rules.titles.at(after, 0) is not None
    bare = bool(before) and not lead[before[-1].end :].strip(_MARKS)
    told = bare and any(last == len(before) for _, last, _ in rules.verbs.find(before))
    role = bool(after) and rules.titles.at(after, 0) is not None
    small = bool(after) and any(each.at(after, 0) for each in (rules.prepositions, rules.stops))
    small = small or bool(after and after[0].folded in rules.that)
    pause = _PAUSE.match(rest)
    if told:
        return bool(pause) or role or small
    if (pause or named) and after and rules.verbs.at(after, 0):
        return True  # وكان "الحلبي"، قال
    if not (_OPENS.search(lead) and len(words) > 1):
        return False
    return role or (small and named)


def _is_nickname(unit: Unit, quotation: Quotation, words: Sequence[Token], rules: NameWords) -> bool:
    """`каже «Полкан»`, `боєць з позивним «Середа»`: one word with a capital right behind a verb, or told to be one.

    None in a case by which somebody is told, as outlets are: `розповіли «Галці»`.
    """
    data = frames(rules.language)
    if len(words) > 1 or not words[0].upper or not data.callsigns:
        return False
    lead, rest = unit.around(quotation)
    before = tokens(lead)[-_BEFORE:]
    if not before or lead[before[-1].end :].strip(_MARKS):
        return False
    if before[-1].folded in _callsigns(rules.language):
        return True
    verb = any(last == len(before) for _, last, _ in rules.verbs.find(before))
    ends = not rest[1:].strip() or rest[1:].lstrip()[:1] in ".,—–-"
    return verb and ends and not words[0].folded.endswith(_TOLD_ENDS)
