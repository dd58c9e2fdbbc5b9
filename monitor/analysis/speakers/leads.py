"""Words that lead to a quotation without a verb of speech that has a subject: `Her verdict is blunt: "…"`."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import runs
from monitor.analysis.quoted import Quotation, Unit
from monitor.analysis.speakers.clause import Subject
from monitor.analysis.speakers.heads import tells_heads
from monitor.analysis.speakers.introduced import introduced
from monitor.analysis.speakers.roles import called, role
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.texts import by_writer
from monitor.analysis.speakers.topics import only_person
from monitor.text.folded import Token
from monitor.text.letters import APOSTROPHES

_OWNED = 3  # words of `in Holm's words`
_ROLE = 4  # words of a role, with its article
FURTHER_ON = 12  # words beside a quotation that may name who spoke
COLON = regex.compile(r"[\uff1a\uff0c::,،]\s*[—–-]?\s*[\"“„«»”「『‹›‘‚'״]?\s*$")
TOLD = regex.compile(r"[\"”»“’'」』›]?\s*[:：—–-]\s")  # "…": that is how she sums it up
PAUSE = regex.compile(r"[\uff0c,،,、–—]")
OPENERS = ' "“„«「『‹‘‚״'
MARKS = " \"“„«»”—–―「『」』'‘’.,،。"


def led(scene: Scene, unit: Unit, quotation: Quotation, found: Subject) -> Subject:
    """Whoever speaks, with the one person named before a colon, or behind one, where no verb has a subject.

    A possessive there means whoever was named last.
    """
    found = by_writer(scene, unit, introduced(scene, unit, quotation, found))
    if found.name or (found.goes_on and scene.cast.last):
        return found
    lead, rest = unit.around(quotation)
    words = unit.before(quotation) if COLON.search(lead) else []
    if found.verb and found.start < quotation.start and not scene.rules.spaced:  # 平野表示，陳子賢的全壘打很好，「…」
        words = [word for word in words if word.end <= found.start]
    if not lead.strip(MARKS) and TOLD.match(rest):
        words = [word for word in unit.words if word.start >= quotation.end]
    if not words:
        return found
    pause = scene.rules.cased and lead.rstrip(OPENERS).endswith(",")
    if pause:
        since = max((each.end for each in unit.quoted if each.end < quotation.start), default=0)
        words = [word for word in words if word.start >= since]
    spoken = bool(found.verb) and tells_heads(scene.rules.language)  # A spokesman for Anna Holm said: "…"
    name = only_person(scene, words, subjects=pause or spoken) or _owner(scene, words)
    his = not found.verb and bool(scene.rules.possessives.find(words[-FURTHER_ON:]))
    if not name and not found.verb and (person := _person(scene, words)) is not None:
        name, his = person, True
    return evolve(found, name=name, goes_on=found.goes_on or (his and not name))


def _owner(scene: Scene, words: Sequence[Token]) -> str:
    """`In Anna Holm's words, "…"`: whose words, where the last of a lead is such a noun."""
    nouns = frames(scene.rules.language).owned
    if len(words) < _OWNED or words[-1].folded not in nouns:
        return ""
    stretch = scene.stretch(words)
    run = next(reversed(runs(stretch)), None)
    if run is None or len(words) - run.last >= _OWNED:
        return ""
    end = words[run.last - 1].end
    return scene.full(stretch, run) if scene.body[end : end + 1] in APOSTROPHES else ""


def _person(scene: Scene, words: Sequence[Token]) -> str | None:
    """`La retraitée ne décolère pas : « … »`: whom the role with which a lead-in begins means; None where none does.

    Whoever was named last is "", as for a pronoun.
    """
    rules = scene.rules
    begin = int(bool(words) and words[0].folded in rules.ands)
    pronoun = rules.pronouns.at(words, begin)
    if pronoun is not None and words[begin].folded not in rules.they:
        return called(scene, role(scene, words[begin : pronoun[0]]))
    article = len(words) > begin + 1 and words[begin].folded in rules.definite
    if not article or rules.groups.find(words[begin : begin + 2]) or rules.plurals.at(words, begin + 1):
        return None
    title = role(scene, words[begin : begin + _ROLE])
    folk = rules.folk.at(words, begin + 1) is not None
    return called(scene, title) if title or folk else None
