"""Statements between quotation marks, each with its speaker, the verb, and the outlet it came through."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import define, evolve, field

from monitor.analysis.frames import frames
from monitor.analysis.names.people import Cast, Run, people_words, runs
from monitor.analysis.quoted.called import without_names
from monitor.analysis.quoted.framing import announced, breaks_off, ends_clause, tied, worded
from monitor.analysis.quoted.narration import spoken
from monitor.analysis.quoted.quotations import Quotation
from monitor.analysis.quoted.units import Unit
from monitor.analysis.speakers.leads import COLON, FURTHER_ON, MARKS, TOLD, led
from monitor.analysis.speakers.subjects import Clause, Subject, subject
from monitor.analysis.speakers.topics import only_person, topic
from monitor.analysis.speakers.verbs import any_verb, distance, leads_to, subjects_of, through_outlet
from monitor.language import language as look_up
from monitor.model import Article, Mention, Quote
from monitor.text.phrases import Token, tokens

FEW = 2  # words; one alone is hardly a statement
SHORT = 4  # words; fewer are a scare quote or a title unless a verb of speech stands beside them
NEXT = 600  # characters from a quote to the next of the same person, or to the sentence that names its speaker
FURTHER = 3  # words before a colon that name nobody: more of the same person
LONG = 8  # words; as many are a statement even where nobody is named
_ENDS = regex.compile(r"[\uff0c\uff01\uff1f,.!?…،؟。,、!?؛;][\s\"”»“’'」』]*$")
_FOLLOWS = regex.compile(r"^[\"”»“’'」』›‹)\s]*[\uff0c,،,、.—–-]")
_NEW_SENTENCE = regex.compile(r"[\uff01\uff1f.!?…。؟]\W*$")
_WHOLE = regex.compile(r"[\uff01\uff1f.!?…。؟।]$")
_OPENERS = ' "“„«「『‹‘‚״'
_CLOSERS = "\"”»“」』’ ״'"
_TAKEN_UP = regex.compile(r"[\uff0c,،、,:：]\s*[\"“„«»”「『‹›‘‚'״]?\s*$")
_PAUSE = regex.compile(r"[\uff0c,،,、–—]")


Beside = tuple[Unit | None, Unit | None]  # the sentences before and after


@define
class _Reader:
    """Reads an article from its beginning, so that it knows who spoke before."""

    article: Article
    body: str  # its text, without names in quotation marks
    language: str
    mentions: Sequence[Mention]
    cast: Cast = field(init=False)
    found: list[Quote] = field(factory=list)
    previous: Subject | None = None
    previous_end: int = -1
    unnamed: list[int] = field(factory=list)  # places in found of quotes by `he` where nobody was named yet

    def __attrs_post_init__(self) -> None:
        self.cast = Cast(self.language)

    def read(self, units: Sequence[Unit]) -> list[Quote]:
        last = max((place for place, unit in enumerate(units) if unit.quoted), default=-1)
        for place, unit in enumerate(units[: last + 2]):
            subjects = self._subjects(unit)
            if unit.quoted:
                following = units[place + 1] if place + 1 < len(units) else None
                self._quotes(unit, subjects, (units[place - 1] if place else None, following))
            self._remember(unit, subjects)
            self._name_the_unnamed(unit)
        return self.found

    def _subjects(self, unit: Unit) -> list[Subject]:
        return subjects_of(unit, self.body, self.cast, self.mentions)

    def _remember(self, unit: Unit, subjects: Sequence[Subject]) -> None:
        speaking = [each for each in subjects if each.name and not each.outlet]
        if speaking:
            self.cast.last = speaking[0].name
            if not unit.quoted:
                self.previous, self.previous_end = evolve(speaking[-1], verb=""), unit.start + len(unit.text)
        quiet = not speaking and not unit.quoted
        cased = people_words(self.language).cased
        found = runs(self.body, unit.words, self.language) if cased or quiet else []
        for run in found if cased else ():
            if 2 <= run.length <= 5:
                words = unit.words[run.first : run.last]
                self.cast.introduce(self.body[words[0].start : words[-1].end], [word.folded for word in words])
        if quiet:
            self._topic(unit, found)

    def _topic(self, unit: Unit, found: Sequence[Run]) -> None:
        """A sentence about a person that quotes nobody: `he` is that person in the next, as are words alone."""
        about = topic(self.body, unit, found, self.cast)
        if about is None or not (about.opens or not self.cast.last):
            return
        if not about.opens:
            self.unnamed = []
        self.cast.last = about.name
        if about.opens and (self.previous is None or self.previous.name != about.name):
            self.previous, self.previous_end = Subject(name=about.name, verb=""), unit.start + len(unit.text)

    def _quotes(self, unit: Unit, subjects: Sequence[Subject], beside: Beside) -> None:
        named = [each for each in subjects if not each.outlet]
        speaking = named or [evolve(each, outlet=False) for each in subjects]
        through = through_outlet(unit, self.mentions)
        parts: list[Quote] = []
        for quotation in unit.quoted:
            chosen = self._speaker(unit, quotation, speaking, beside)
            if chosen is None:
                continue
            chosen = led(unit, quotation, chosen, self.body, self.cast, self.mentions)
            name = chosen.name or (self.cast.last if chosen.goes_on else "")
            quote = Quote(
                text=quotation.text,
                speaker=name,
                verb=chosen.verb,
                sentence=self.article.body[unit.start : unit.start + len(unit.text)],
                start=quotation.start,
                source=through,
            )
            if parts and name == parts[-1].speaker and self._goes_on(quotation):
                parts[-1] = evolve(parts[-1], text=f"{parts[-1].text} {quote.text}")
            else:
                parts.append(quote)
            self.previous, self.previous_end = evolve(chosen, name=name), quotation.end
            self.cast.last = name or self.cast.last
            if chosen.goes_on and not name:
                self.unnamed.append(len(self.found) + len(parts) - 1)
        self.found += parts

    def _goes_on(self, quotation: Quotation) -> bool:
        """Whether a quotation goes on with the sentence of the one before, after `he warned,`."""
        between = self.body[self.previous_end : quotation.start]
        tail = self.body[max(0, self.previous_end - 1) : self.previous_end] + between[:3]
        ended = _NEW_SENTENCE.search(between) or regex.search(r"[.!?…]$", self.body[: self.previous_end][-1:])
        led = between.rstrip(_OPENERS).endswith((":", "："))
        return 0 < len(between) < 160 and not ended and not led and bool(_PAUSE.search(tail))

    def _speaker(self, unit: Unit, quotation: Quotation, speaking: Sequence[Subject], beside: Beside) -> Subject | None:
        """Whose words these are; None for a scare quote or a title."""
        size = len(tokens(quotation.text)) / (1 if look_up(self.language).spaces else 2)
        nearest = self._nearest(unit, quotation, speaking)
        taken_up = quotation.later or (self._carries_on(unit, quotation) and not self._introduces(nearest, quotation))
        if self.previous is not None and taken_up:
            return evolve(self.previous, verb="")
        if nearest is not None and (size >= SHORT or self._beside(nearest, quotation)):
            return nearest
        if self.previous is not None and self._continues(quotation, alone=self._alone(unit, quotation)):
            return evolve(self.previous, verb="")
        guessed = any_verb(unit, quotation, self.body, self.cast, self.mentions)
        if guessed and (guessed.name or nearest is None or not nearest.name):
            return guessed
        if tied(self.body, quotation, self.language):
            words = unit.before(quotation)
            after = [word for word in unit.words if word.start > quotation.end][1:]  # 「…」と山田さん。
            return self._named(words or after[:FURTHER_ON])
        if nearest is not None and self._states(unit, nearest, quotation):
            return nearest
        return self._without_verb(unit, quotation, beside, size)

    def _nearest(self, unit: Unit, quotation: Quotation, speaking: Sequence[Subject]) -> Subject | None:
        """The verb of a quotation: one beside it rather than one that leads to the next, else the nearest."""
        if len(speaking) < 2:
            return next(iter(speaking), None)
        following = next((each.start for each in unit.quoted if each.start >= quotation.end), None)

        def rank(verb: Subject) -> tuple[bool, bool, int]:
            leads_on = following is not None and quotation.end <= verb.start and leads_to(self.body, verb, following)
            return leads_on, not self._beside(verb, quotation), distance(verb, quotation)

        return min(speaking, key=rank)

    def _introduces(self, verb: Subject | None, quotation: Quotation) -> bool:
        """`and Smith said, "…"`: somebody else than whoever spoke before."""
        named = verb is not None and verb.name and self.previous is not None and verb.name != self.previous.name
        return bool(named and verb and verb.start >= self.previous_end and leads_to(self.body, verb, quotation.start))

    def _alone(self, unit: Unit, quotation: Quotation) -> bool:
        """Nothing else in its sentence, or speech after a dash."""
        lead, rest = unit.around(quotation)
        return quotation.style == "—" or not (lead.strip(MARKS) or rest.strip(MARKS))

    def _without_verb(self, unit: Unit, quotation: Quotation, beside: Beside, size: float) -> Subject | None:
        """`Smith: "…"`, a lead-in in the sentence before, more words of whoever spoke last, words of nobody named."""
        lead, rest = unit.around(quotation)
        leads = COLON.search(lead) and lead.strip(MARKS) and size >= SHORT
        told = not lead.strip(MARKS) and TOLD.match(rest) and size >= FEW
        if told:
            return Subject(name="", verb="")
        if leads or announced(lead, rest, quotation, size):
            return self._announced(unit.before(quotation), quotation)
        alone = not (lead.strip(MARKS) or rest.strip(MARKS))
        before, after = beside
        ended = alone and after is not None and bool(_WHOLE.search(unit.text.rstrip(_CLOSERS)))
        if ended and after is not None and (then := self._then(unit, after)):
            return then
        if size >= FEW and self.body[quotation.start].islower() and (acts := self._acts(unit, quotation)):
            return acts
        if size < SHORT:
            return None
        if alone and before is not None and before.text.rstrip().endswith((":", ":")):
            return self._lead_in(before)
        if self.previous is not None and (alone or size >= LONG) and 0 <= self.previous_end > quotation.start - NEXT:
            return evolve(self.previous, verb="")
        whole = _WHOLE.search(quotation.text) and not self.body[quotation.start].islower()
        return Subject(name="", verb="") if size >= LONG or whole else None

    def _acts(self, unit: Unit, quotation: Quotation) -> Subject | None:
        """`Laura Petit « regrette vivement » le retard`: a name right before words that begin with its verb."""
        words = unit.before(quotation)
        named = [run for run in runs(self.body, words, self.language) if run.last == len(words) and not run.governed]
        if not named or named[0].length < FEW or _PAUSE.search(self.body[words[-1].end : quotation.start]):
            return None
        return self._named(words)

    def _announced(self, words: Sequence[Token], quotation: Quotation) -> Subject:
        """`Smith: "…"`, or `And further: "…"` of whoever spoke before in the paragraph."""
        found = self._named(words)
        adds = bool(words) and words[0].folded in people_words(self.language).ands  # Y va más allá: «…»
        further = len(words) <= FURTHER * (1 + adds) and self._continues(quotation, alone=True)
        return evolve(self.previous, verb="") if self.previous and further and not found.name else found

    def _then(self, unit: Unit, after: Unit) -> Subject | None:
        """`「…」。山口さんはそう話す。`: a statement alone whose speaker the next sentence names."""
        if "\n" in self.body[unit.start + len(unit.text) : after.start]:
            return None
        named = [each for each in self._subjects(after) if each.name and not each.outlet]
        if not named and not self.cast.last and not after.quoted:
            name = only_person(self.body, after.words, self.cast, self.mentions)
            named = [Subject(name=name, verb="")] if name else []
        if named or look_up(self.language).spaces or not people_words(self.language).markers:
            return next(iter(named), None)
        spoken = self._named(after.outside()[0])
        return spoken if spoken.name else None

    def _name_the_unnamed(self, unit: Unit) -> None:
        """`"…," he said. The minister, John Holm, was speaking`: whoever is named next in the paragraph."""
        name = self.cast.last
        for at in self.unnamed if name and not unit.quoted else ():
            between = self.body[self.found[at].start : unit.start]
            if len(between) < NEXT and "\n" not in between:
                self.found[at] = evolve(self.found[at], speaker=name)
        if name or not unit.quoted:
            self.unnamed = []

    def _carries_on(self, unit: Unit, quotation: Quotation) -> bool:
        """`"…", she said, "…"`: the sentence of the quotation before, taken up after the frame."""
        if self.previous_end < unit.start:
            return False
        lead = self.body[self.previous_end : quotation.start]
        return bool(_TAKEN_UP.search(lead)) and self._goes_on(quotation)

    def _states(self, unit: Unit, verb: Subject, quotation: Quotation) -> bool:
        """A few words inside a sentence that says whose they are, and no mere name or nickname."""
        low, high = sorted((verb.end if verb.start < quotation.start else verb.start, quotation.start))
        if breaks_off(self.body[low:high]):
            return False
        few = len(tokens(quotation.text)) < 2 * (1 if look_up(self.language).spaces else 2)
        that = verb.start < quotation.start and ends_clause(unit.around(quotation)[1])
        if few:
            return verb.attributed and ends_clause(unit.around(quotation)[1]) and bool(verb.name)
        return that or verb.attributed or worded(quotation, self.language)

    def _continues(self, quotation: Quotation, *, alone: bool) -> bool:
        """More words of the same person in the same paragraph."""
        between = self.body[self.previous_end : quotation.start]
        return alone and self.previous_end >= 0 and len(between) < 200 and "\n" not in between

    def _beside(self, verb: Subject, quotation: Quotation) -> bool:
        """A verb next to the quotation, with a comma, a colon or two words between them at most."""
        if verb.start < quotation.start:
            between = self.body[verb.end : quotation.start]
            led = COLON.search(between) or len(tokens(between)) <= 2
            return bool(led) and not regex.search(r"[.;]\s", between)
        between = self.body[quotation.end : verb.start]
        words = tokens(between)
        ended = _ENDS.search(quotation.text) or _FOLLOWS.match(between) or not look_up(self.language).spaces
        data = frames(self.language)
        behind = verb.attributed and not words  # "…" by Ann Holt
        tied = behind or (data.order == "before" and (len(words) <= 2 or words[0].folded in data.joins))
        return tied or (bool(ended) and len(words) <= (8 if look_up(self.language).spaces else 20))

    def _named(self, words: Sequence[Token]) -> Subject:
        """`Smith: "…"`, or a lead-in without a verb of speech."""
        return subject(self.body, Clause(words=words, verb=(len(words), len(words))), self.cast, self.mentions)

    def _lead_in(self, before: Unit) -> Subject:
        subjects = [each for each in self._subjects(before) if not each.outlet]
        return subjects[-1] if subjects else self._named(before.words)


def quotes(article: Article, sentences: Sequence[tuple[int, str]], mentions: Sequence[Mention]) -> list[Quote]:
    """The article's quoted statements in order; scare quotes and titles are left out."""
    found = spoken(article.body, article.language)
    if not found:
        return []
    text_mentions = [mention for mention in mentions if mention.kind == "text"]
    body, cut = without_names(article.body, sentences, found, text_mentions, article.language)
    return _Reader(article, body, article.language, text_mentions).read(cut)
