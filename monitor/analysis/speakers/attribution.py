"""Whose words a quotation is, by the verbs beside it, its place, and who spoke before."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve, field, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names import JOINER
from monitor.analysis.quoted import (
    Quotation,
    Unit,
    announced,
    asked,
    breaks_off,
    ends_clause,
    in_midst,
    is_part,
    is_phrase,
    tied,
    worded,
)
from monitor.analysis.speakers import behind, tells
from monitor.analysis.speakers.clause import Clause, Latest, Subject
from monitor.analysis.speakers.guessed import any_verb
from monitor.analysis.speakers.leads import COLON, FURTHER_ON, MARKS, OPENERS, PAUSE, TOLD, led
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.subjects import subject
from monitor.analysis.speakers.topics import only_person
from monitor.analysis.speakers.verbs import distance, further, leads_to, subjects_of
from monitor.text.folded import Token, tokens

NEXT = 600  # characters from a quote to the next of the same person, or to the sentence that names its speaker
_FEW = 2  # words; one alone is hardly a statement
_SHORT = 4  # words; fewer are a scare quote or a title unless a verb of speech stands beside them
_LONG = 8  # words; as many are a statement even where nobody is named
_FURTHER = 3  # words before a colon that name nobody: more of the same person
_BESIDE, _BESIDE_UNSPACED = 8, 20  # words, or characters, between a quotation and its verb behind it
_ENDS = regex.compile(r"[\uff0c\uff01\uff1f,.!?…،؟。,、!?؛;][\s\"”»“’'」』]*$")
_FOLLOWS = regex.compile(r"^[\"”»“’'」』›‹)\s]*[\uff0c,،,、.—–-]")
_NEW_SENTENCE = regex.compile(r"[\uff01\uff1f.!?…。؟]\W*$")
_WHOLE = regex.compile(r"[\uff01\uff1f.!?…。؟।]$")
_TAKEN_UP = regex.compile(r"[\uff0c,،,、,:：៖]\s*[\"“„«»”「『‹›‘‚'״]?\s*$")
_LEADS = regex.compile(r"[:：៖]\s*[\"“„«»”「『‹›‘‚'״]?\s*$")
_PREFIX = regex.compile(r"^[“”»«]?\s\p{Ll}+\s*[,.;]")  # wirft ihm „Untätigkeit“ vor.
_CUT = regex.compile(r"[.;]\s")
_CLOSERS = "\"”»«“」』’ ״'"
_NOBODY = Subject(name="", verb="")


@frozen(kw_only=True)
class Attribution:
    """One quotation in its sentence, and whatever tells whose words it is."""

    scene: Scene
    unit: Unit
    quotation: Quotation
    speaking: Sequence[Subject]  # the subjects of the sentence's verbs
    before: Unit | None  # the sentences beside it
    after: Unit | None
    latest: Latest
    size: float = field(init=False)  # of the quotation, in words

    @size.default
    def _size(self) -> float:
        return self._words(self.quotation.text)

    def speaker(self) -> Subject | None:
        """Whose words these are; None for a scare quote or a title."""
        body, quotation, language = self.scene.body, self.quotation, self.scene.rules.language
        if is_phrase(body, quotation, self.unit.around(quotation), self.size, language):
            return None
        whose = _NOBODY if asked(body, quotation, language) else tells.in_brackets(self.scene, self.unit, quotation)
        found = whose or self._chosen()
        if found == _NOBODY and not whose and self.after:  # Ieri "abbiamo trovato la strada". Lo ha detto Neri
            found = tells.told_whose(self.scene, self.after) or found
        return None if found is None else led(self.scene, self.unit, self.quotation, found)

    def goes_on(self) -> bool:
        """Whether the quotation goes on with the sentence of the one before, after `he warned,`."""
        body, end = self.scene.body, self.latest.end
        between = body[end : self.quotation.start]
        tail = body[max(0, end - 1) : end] + between[:3]
        ended = _NEW_SENTENCE.search(between) or (end > 0 and body[end - 1] in ".!?…")
        led = between.rstrip(OPENERS).endswith((":", "："))
        that = self.scene.rules.that if self.size >= _SHORT and not self.quotation.later else ()
        led = led or any(word.folded in that for word in tokens(between))  # adding that "…"
        return 0 < len(between) < 160 and not ended and not led and bool(PAUSE.search(tail))

    def _chosen(self) -> Subject | None:
        nearest = self._nearest()
        taken_up = self.quotation.later or (self._carries_on() and not self._introduces(nearest))
        if self.latest.subject is not None and taken_up:
            return self._same()
        if nearest is not None and (own := self._own(nearest)):
            return own
        if (nearest is None or not nearest.name) and tells.from_several(self.scene, self.unit, self.quotation):
            return _NOBODY
        if nearest is not None and (self.size >= _SHORT or self._beside(nearest)):
            return self._same() if self._recent and tells.is_reported(self.scene, nearest) else nearest
        if self._alone() and (tag := behind.tagged(self.scene, self.unit, self.after)):
            return tag
        if self.latest.subject is not None and self._continues(alone=self._alone()):
            return self._same()
        guessed = any_verb(self.scene, self.unit, self.quotation)
        sure = guessed and (guessed.name or self.size >= _SHORT or _ENDS.search(self.quotation.text))
        if guessed and sure and (guessed.name or nearest is None or not nearest.name):
            return guessed
        if tied(self.scene.body, self.quotation, self.scene.rules.language):
            after = [word for word in self.unit.words if word.start > self.quotation.end][1:]  # 「…」と山田さん。
            return self._named(self.unit.before(self.quotation) or after[:FURTHER_ON])
        return nearest if nearest is not None and self._states(nearest) else self._without_verb()

    def _own(self, nearest: Subject) -> Subject | None:
        """`知事が「…」と表明し、県議は「…」と首をひねる`: whom its own clause names, where the verb is another's."""
        language, start = self.scene.rules.language, self.quotation.start
        told = nearest.end <= start and self.scene.rules.order == "before"
        if not told or not tied(self.scene.body, self.quotation, language):
            return None
        words = [word for word in self.unit.before(self.quotation) if word.start >= nearest.end]
        found = self._named(words) if words else _NOBODY
        return found if found.name else None

    @property
    def _recent(self) -> bool:
        """Whether somebody spoke not long before."""
        return self.latest.subject is not None and self.latest.end > self.quotation.start - NEXT

    def _same(self) -> Subject:
        """Whoever spoke last, and by the same verb in the same paragraph."""
        if self.latest.subject is None:
            return _NOBODY
        apart = not self.scene.rules.spaced or "\n" in self.scene.body[self.latest.end : self.quotation.start]
        return evolve(self.latest.subject, verb="") if apart else self.latest.subject

    def _words(self, text: str) -> float:
        """Words of a text, two characters each where words are not parted; what a joiner joins is one."""
        return (len(tokens(text)) - text.count(JOINER)) / (1 if self.scene.rules.spaced else 2)

    def _nearest(self) -> Subject | None:
        """The verb of the quotation: one beside it rather than one that leads to the next, else the nearest."""
        if len(self.speaking) < 2:
            return next(iter(self.speaking), None)
        following = self.unit.following(self.quotation)

        def rank(verb: Subject) -> tuple[bool, bool, bool, bool, int]:
            leads_on = tells.leads_further(self.scene, verb, self.quotation, following)
            behind = tells.frames_behind(self.scene, verb, self.quotation)
            return leads_on, not self._led(verb), not behind, not self._beside(verb), distance(verb, self.quotation)

        return further(self.scene.body, min(self.speaking, key=rank), self.speaking)

    def _led(self, verb: Subject) -> bool:
        """`وأوضحت الوزيرة أن "…"، بينما رد زميلها`: a verb from which a colon or `that` leads to the quotation."""
        if verb.start >= self.quotation.start or not (verb.name or verb.goes_on):
            return False  # das Amt reagiert spät: „…“, erklärte Nadja Michel
        between = self.scene.body[verb.end : self.quotation.start]
        words = tokens(between)
        that = bool(words) and words[-1].folded in self.scene.rules.that
        return (that or _LEADS.search(between) is not None) and not _CUT.search(between)

    def _introduces(self, verb: Subject | None) -> bool:
        """`and Smith said, "…"`: somebody else than whoever spoke before."""
        last = self.latest.subject
        if verb is None or last is None or not verb.name or verb.name == last.name:
            return False
        return verb.start >= self.latest.end and leads_to(self.scene.body, verb, self.quotation.start)

    def _alone(self) -> bool:
        """Nothing else in its sentence, or speech after a dash."""
        return self.quotation.style == "—" or not "".join(self.unit.around(self.quotation)).strip(MARKS)

    def _without_verb(self) -> Subject | None:
        """`Smith: "…"`, a lead-in in the sentence before, more words of whoever spoke last, words of nobody named."""
        lead, rest = tells.without_dateline(*self.unit.around(self.quotation))
        body, quotation, language = self.scene.body, self.quotation, self.scene.rules.language
        if not lead.strip(MARKS) and TOLD.match(rest) and self.size >= _FEW:
            return _NOBODY
        if self.size >= _FEW and (whose := tells.named_behind(self.scene, self.unit, quotation)):
            return whose
        if self.size >= _SHORT and (whose := tells.captioned(self.scene, self.unit, quotation)):
            return whose
        leads = COLON.search(lead) and lead.strip(MARKS) and self.size >= _SHORT and not is_part(rest, language)
        if self.size >= _SHORT and tells.said_that(self.scene, self.unit, quotation):
            return self._named(self.unit.before(quotation))
        if leads or announced(lead, rest, quotation, self.size):
            found = self._announced()
            same = not found.name and self._recent and tells.is_of_same(self.scene, self.unit, quotation)
            return self._same() if same else found
        alone = not (lead.strip(MARKS) or rest.strip(MARKS))
        whole = not self.scene.rules.pauses or _WHOLE.search(self.unit.text.rstrip(_CLOSERS))
        if alone and whole and (then := behind.then(self.scene, self.unit, self.after)):
            return then
        if self.size >= _FEW and body[quotation.start].islower() and tells.acts(self.scene, self.unit, quotation):
            return self._named(self.unit.before(quotation))
        stated = _ENDS.search(quotation.text) or tied(body, quotation, language, paused=True)
        if not alone and stated and (aside := self._aside()):
            return aside
        return self._of_the_same(alone=alone)

    def _of_the_same(self, *, alone: bool) -> Subject | None:
        """Words by which the one goes on who spoke last, or those of nobody named."""
        body, quotation, latest = self.scene.body, self.quotation, self.latest
        if self._recent and not self.speaking and tells.reported(self.scene, self.unit):
            return tells.before_colon(self.scene, self.unit, quotation) or self._same()
        if self.size < _SHORT:
            return None
        if alone and self.before is not None and self.before.text.rstrip().endswith((":", ":")):
            return self._lead_in(self.before)
        if self._recent and latest.end >= 0 and (alone or self.size >= _LONG):
            return self._same()
        text = quotation.text if self.scene.rules.spaced or not alone else self.unit.text  # 「…」。
        long = self.size >= _LONG and not is_part(self.unit.around(quotation)[1], self.scene.rules.language)
        return _NOBODY if long or (_WHOLE.search(text) and not body[quotation.start].islower()) else None

    def _aside(self) -> Subject | None:
        """`“…，”范秀兰叹了口气，“…。”`: in scripts without capitals, the one person beside a statement."""
        if self.scene.rules.cased:
            return None
        name = only_person(self.scene, [word for part in self.unit.outside() for word in part])
        return Subject(name=name, verb="") if name else None

    def _announced(self) -> Subject:
        """`Smith: "…"`, or `And further: "…"` of whoever spoke before in the paragraph."""
        words = self.unit.before(self.quotation)
        since = max((each.end for each in self.unit.quoted if each.end < self.quotation.start), default=0)
        recent = [word for word in words if word.start >= since]
        found = self._named(recent) if recent else _NOBODY
        found = found if found.name else self._named(words)
        rules = self.scene.rules
        adds = bool(words) and words[0].folded in rules.ands  # Y va más allá: «…»
        adds = adds or (rules.drops and bool(words) and rules.prepositions.at(words, 0) is not None)
        further = len(words) <= _FURTHER * (1 + adds) and self._continues(alone=True)
        return self._same() if self.latest.subject and further and not found.name else found

    def _carries_on(self) -> bool:
        """`"…", she said, "…"`: the sentence of the quotation before, taken up after the frame."""
        taken = _TAKEN_UP.search(self.scene.body[self.latest.end : self.quotation.start])
        return self.latest.end >= self.unit.start and taken is not None and self.goes_on()

    def _states(self, verb: Subject) -> bool:
        """A few words inside a sentence that says whose they are, and no mere name or nickname."""
        start = self.quotation.start
        low, high = sorted((verb.end if verb.start < start else verb.start, start))
        if breaks_off(self.scene.body[low:high], self.scene.rules.language):
            return False
        rest = self.unit.around(self.quotation)[1]
        ends = ends_clause(rest) or (frames(self.scene.rules.language).capitals and bool(_PREFIX.match(rest)))
        if self.size < _FEW:
            calls = tells.calls(self.scene, verb, self.quotation)
            ends = ends or (calls and tells.likens(self.scene, self.unit, self.quotation))
            told = (verb.attributed and verb.name) or calls or tells.reported(self.scene, self.unit)
            return ends and bool(told or tells.is_predicate(self.scene, verb, self.quotation))
        return (verb.start < start and ends) or verb.attributed or worded(self.quotation, self.scene.rules.language)

    def _continues(self, *, alone: bool) -> bool:
        """More words of the same person in the same paragraph."""
        between = self.scene.body[self.latest.end : self.quotation.start]
        return alone and self.latest.end >= 0 and len(between) < 200 and "\n" not in between

    def _beside(self, verb: Subject) -> bool:
        """A verb next to the quotation, with a comma, a colon or two words between them at most."""
        body, rules, quotation = self.scene.body, self.scene.rules, self.quotation
        if verb.start < quotation.start:
            between = body[verb.end : quotation.start]
            words = tokens(between)
            led = COLON.search(between) or len(words) <= 2 or words[-1].folded in rules.that
            return bool(led) and not _CUT.search(between)
        if frames(rules.language).leads:  # «…»؛ این را مریم کاظمی در جمع خبرنگاران گفت
            opens = not self.unit.around(quotation)[0].strip(MARKS)
            return opens or (self.unit.following(quotation) < 0 and not tokens(body[quotation.end : verb.start])[2:])
        between = body[quotation.end : verb.start]
        words = tokens(between)
        if tells.leads_on(self.scene, verb) or (words and in_midst(body[: quotation.start], rules.language)):
            return False
        ended = _ENDS.search(quotation.text) or _FOLLOWS.match(between) or not rules.spaced
        joined = len(words) <= 2 or words[0].folded in frames(rules.language).joins
        near = len(words) <= (_BESIDE if rules.spaced else _BESIDE_UNSPACED)
        return (verb.attributed and not words) or (rules.order == "before" and joined) or (bool(ended) and near)

    def _named(self, words: Sequence[Token]) -> Subject:
        """`Smith: "…"`, or a lead-in without a verb of speech."""
        return subject(self.scene, Clause(words=words, verb=(len(words), len(words))))

    def _lead_in(self, before: Unit) -> Subject:
        subjects = [each for each in subjects_of(self.scene, before) if not each.outlet]
        found = subjects[-1] if subjects else self._named(before.words)
        same = not (found.verb or found.name) and self._recent and tells.names_nobody(self.scene, before.words)
        return self._same() if same else found
