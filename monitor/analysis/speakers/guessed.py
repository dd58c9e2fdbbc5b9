"""A verb of speech that no list has: its place beside a quotation tells it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.names import NameWords
from monitor.analysis.quoted import Quotation, Unit
from monitor.analysis.speakers.clause import Clause, Subject
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.subjects import subject
from monitor.text.folded import Token, tokens

_COMMA = regex.compile(r",")
_AFTER = regex.compile(r"[,!?…–—]|\s-\s")
_VERB, _AUXILIARY = 4, 4  # words of a verb, and letters of each before its last
_LEAD = 5  # words before a quotation whose verb may be any, or words of one that may have more before it


def any_verb(scene: Scene, unit: Unit, quotation: Quotation) -> Subject | None:
    """`"…," an officer ordered`, `„…“, lästerte Krassyuk`: the place tells the verb where no list has it."""
    rules, body = scene.rules, scene.body
    after = body[quotation.end : quotation.end + 4]
    if not rules.cased or not _AFTER.search(body[quotation.end - 1] + after):
        return None
    segment = next((part for part in unit.outside() if part and quotation.end <= part[0].start), [])
    if not segment or segment[0].start - quotation.end > 5 or segment[0].upper:
        return None
    if _COMMA.search(after) and rules.stops.at(segment, 0):
        return None
    if not _opens_its_sentence(unit, quotation):
        return None
    clause = Clause(words=segment, verb=(0, _after_auxiliaries(segment, rules)), after_quote=True, anywhere=True)
    return subject(scene, clause)


def _opens_its_sentence(unit: Unit, quotation: Quotation) -> bool:
    """Whether little stands before a quotation, or it is long; none in `the app “Make It Yours”, installed on`."""
    lead = tokens(unit.around(quotation)[0])
    return len(lead) <= _LEAD or len(tokens(quotation.text)) > _LEAD


def _after_auxiliaries(words: Sequence[Token], rules: NameWords) -> int:
    """Behind a guessed verb of several words: `ha espetado`, `s'est félicitée`, `a répété le préfet`."""
    end = 1
    while end < min(len(words), _VERB) and words[end - 1].end - words[end - 1].start <= _AUXILIARY:
        word = words[end]
        if word.upper or word.folded in rules.determiners or rules.prepositions.at(words, end):
            break
        if rules.pronouns.at(words, end):
            break
        end += 1
    return end
