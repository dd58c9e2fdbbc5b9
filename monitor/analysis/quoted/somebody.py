"""People's names in quotation marks, where no capital tells a name: `وقال "مدبولي"، خلال`, «حسن کریمی» رئیس سازمان."""

from __future__ import annotations

import regex

from monitor.analysis.names import is_first_name, name_words
from monitor.analysis.quoted.quotations import Quotation
from monitor.analysis.quoted.units import Unit
from monitor.language import language as look_up
from monitor.text.folded import tokens

_MOST = 3  # words of a name
_PLAIN = regex.compile(r"^[\p{L}\p{M}\s\u200c-]+$")
_PAUSE = regex.compile(r"^\W?\s*[،,]")
_MARKS = " \"'“”«»\u200f\u200e"
_BEHIND = 40  # characters behind the marks that are read
_BEFORE = 2  # words before the marks among which a verb or a title ends
_OPENS = regex.compile(r"(?:^|[-–—،,:])\s*\W?$")


def is_somebody(unit: Unit, quotation: Quotation, code: str) -> bool:
    """Whether words in marks are a person's name: behind a verb of speech or a role, or before a role or a clause."""
    if look_up(code).script != "Arab" or not _PLAIN.match(quotation.text):
        return False
    words, rules = tokens(quotation.text), name_words(code)
    if not 0 < len(words) <= _MOST or any(word.folded in rules.common for word in words):
        return False
    named = is_first_name(words[0], code)
    if len(words) > 1 and not named:
        return False
    lead, rest = unit.around(quotation)
    before, after = tokens(lead)[-_BEFORE:], tokens(rest[:_BEHIND])
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
