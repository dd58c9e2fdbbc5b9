"""Statements between quotation marks, each with its speaker, the verb, and the outlet it came through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex
from attrs import define, evolve, field, frozen

from monitor.analysis.frames import frames
from monitor.analysis.people import Cast, people_words, runs
from monitor.analysis.quotations import Quotation, quotations
from monitor.analysis.subjects import Subject, subject
from monitor.language import language as look_up
from monitor.model import Article, Mention, Quote
from monitor.text.phrases import Phrases, Token, tokens

SHORT = 4  # words; fewer are a scare quote or a title unless a verb of speech stands beside them
LONG = 8  # words; as many are a statement even where nobody is named
_ENDS = regex.compile(r"[,.!?…،؟。,、!?؛;][\s\"”»“’'」』]*$")
_FOLLOWS = regex.compile(r"^[\"”»“’'」』›‹)\s]*[,،,、.—–-]")
_COLON = regex.compile(r"[::,،]\s*[—–-]?\s*[\"“„«»”「『‹›‘‚'״]?\s*$")


@frozen(kw_only=True)
class Unit:
    """A sentence that is not cut inside a quotation."""

    start: int
    text: str
    words: tuple[Token, ...]  # of the whole unit, places in the body
    quoted: tuple[Quotation, ...]

    def outside(self) -> list[list[Token]]:
        """The words before, between and after the quotations."""
        edges = [self.start, *(edge for q in self.quoted for edge in (q.start, q.end)), self.start + len(self.text)]
        return [
            [word for word in self.words if begin <= word.start < end]
            for begin, end in zip(edges[::2], edges[1::2], strict=True)
        ]


@lru_cache(maxsize=64)
def _verbs(language: str) -> Phrases[str]:
    return Phrases(((verb, verb) for verb in frames(language).says), language)


@define
class _Reader:
    """Reads an article from its beginning, so that it knows who spoke before."""

    body: str
    language: str
    mentions: Sequence[Mention]
    cast: Cast = field(init=False)
    found: list[Quote] = field(factory=list)
    previous: Subject | None = None
    previous_end: int = -1

    def __attrs_post_init__(self) -> None:
        self.cast = Cast(self.language)

    def read(self, units: Sequence[Unit]) -> list[Quote]:
        for place, unit in enumerate(units):
            subjects = self._subjects(unit)
            if unit.quoted:
                self._quotes(unit, subjects, units[place - 1] if place else None)
            self._remember(unit, subjects)
        return self.found

    def _subjects(self, unit: Unit) -> list[Subject]:
        """One for each verb of speech outside quotations."""
        found = []
        for part, words in enumerate(unit.outside()):
            for first, last, _ in _verbs(self.language).find(words):
                found.append(
                    subject(self.body, words, (first, last), self.cast, after_quote=part > 0, mentions=self.mentions)
                )
        return found

    def _remember(self, unit: Unit, subjects: Sequence[Subject]) -> None:
        speaking = [each for each in subjects if each.name and not each.outlet]
        if speaking:
            self.cast.last = speaking[0].name
        rules = people_words(self.language)
        if rules.cased:
            for run in runs(self.body, unit.words, self.language):
                if 2 <= run.length <= 5:
                    words = unit.words[run.first : run.last]
                    self.cast.introduce(self.body[words[0].start : words[-1].end], [word.folded for word in words])

    def _quotes(self, unit: Unit, subjects: Sequence[Subject], before: Unit | None) -> None:
        speaking = [each for each in subjects if not each.outlet]
        through = next(
            (
                m.publisher
                for m in self.mentions
                if unit.start <= m.start < unit.start + len(unit.text) and not _inside(m, unit)
            ),
            "",
        )
        parts: list[Quote] = []
        for quotation in unit.quoted:
            chosen = self._speaker(unit, quotation, speaking, before)
            if chosen is None:
                continue
            name = chosen.name or self.cast.last
            quote = Quote(
                text=quotation.text,
                speaker=name,
                verb=chosen.verb,
                sentence=unit.text,
                start=quotation.start,
                source=through,
            )
            if parts and quotation.style == "—":
                parts[-1] = evolve(parts[-1], text=f"{parts[-1].text} {quote.text}")
            else:
                parts.append(quote)
            self.previous, self.previous_end = evolve(chosen, name=name), quotation.end
        self.found += parts

    def _speaker(
        self, unit: Unit, quotation: Quotation, speaking: Sequence[Subject], before: Unit | None
    ) -> Subject | None:
        """Whose words these are; None for a scare quote or a title."""
        size = len(tokens(quotation.text)) / (1 if look_up(self.language).spaces else 2)
        nearest = min(speaking, key=lambda each: _distance(each, quotation), default=None)
        lead, rest = self.body[unit.start : quotation.start], self.body[quotation.end : unit.start + len(unit.text)]
        beside = nearest is not None and self._beside(nearest, quotation)
        if size < SHORT and not beside:
            return None
        if nearest is not None:
            return nearest
        if _COLON.search(lead) and lead.strip(' "“„«”—'):
            return self._named(unit, quotation)
        alone = not lead.strip(" \"“„«»”—「『'‘") and not rest.strip(" \"”»«“—」』.'’,")
        if alone and before is not None and before.text.rstrip().endswith((":", ":")):
            return self._lead_in(before)
        if self.previous is not None and (alone or size >= LONG) and self._recent(quotation):
            return evolve(self.previous, verb="")
        return Subject(name="", verb="") if size >= LONG else None

    def _beside(self, verb: Subject, quotation: Quotation) -> bool:
        """A verb next to the quotation, with a comma, a colon or two words between them at most."""
        if verb.start < quotation.start:
            between = self.body[verb.end : quotation.start]
            return len(tokens(between)) <= 2 and not regex.search(r"[.;]\s", between)
        between = self.body[quotation.end : verb.start]
        ended = _ENDS.search(quotation.text) or _FOLLOWS.match(between) or not look_up(self.language).spaces
        return bool(ended) and len(tokens(between)) <= 8

    def _named(self, unit: Unit, quotation: Quotation) -> Subject:
        """`Smith: "…"`, or a lead-in without a verb of speech."""
        words = [word for word in unit.words if word.end <= quotation.start]
        return subject(self.body, words, (len(words), len(words)), self.cast, after_quote=False, mentions=self.mentions)

    def _lead_in(self, before: Unit) -> Subject:
        subjects = [each for each in self._subjects(before) if not each.outlet]
        if subjects:
            return subjects[-1]
        words = list(before.words)
        return subject(self.body, words, (len(words), len(words)), self.cast, after_quote=False, mentions=self.mentions)

    def _recent(self, quotation: Quotation) -> bool:
        between = self.body[self.previous_end : quotation.start]
        return self.previous_end >= 0 and len(between) < 600


def _inside(mention: Mention, unit: Unit) -> bool:
    return any(q.start <= mention.start < q.end for q in unit.quoted)


def _distance(verb: Subject, quotation: Quotation) -> int:
    if verb.start >= quotation.end:
        return verb.start - quotation.end
    return (quotation.start - verb.end) + 2 * (quotation.start > verb.end)


def units(body: str, sentences: Sequence[tuple[int, str]], found: Sequence[Quotation]) -> list[Unit]:
    """Sentences, joined where a quotation runs over their border or the next goes on in small letters."""
    spans: list[tuple[int, int]] = []
    for start, sentence in sentences:
        end = start + len(sentence)
        inside = any(q.start <= start < q.end or q.start == start for q in found)
        goes_on = spans and "\n" not in body[spans[-1][1] : start] and _goes_on(body, spans[-1], start, found)
        if spans and ((inside and start <= _end_of(found, spans[-1][1])) or goes_on):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [_unit(body, start, end, found) for start, end in spans]


def _end_of(found: Sequence[Quotation], place: int) -> int:
    return max((q.end for q in found if q.start <= place + 1), default=-1)


def _goes_on(body: str, before: tuple[int, int], start: int, found: Sequence[Quotation]) -> bool:
    closes = any(before[1] - 3 <= q.end <= start for q in found)
    first = body[start : start + 1]
    return closes and (first.islower() or first in "—–-,،,、と」")


def _unit(body: str, start: int, end: int, found: Sequence[Quotation]) -> Unit:
    return Unit(
        start=start,
        text=body[start:end],
        words=tuple(tokens(body[start:end], start)),
        quoted=tuple(q for q in found if start <= q.start and q.end <= end + 1 and q.start < end),
    )


def quotes(article: Article, sentences: Sequence[tuple[int, str]], mentions: Sequence[Mention]) -> list[Quote]:
    """The article's quoted statements in order; scare quotes and titles are left out."""
    found = quotations(article.body, article.language)
    text_mentions = [mention for mention in mentions if mention.kind == "text"]
    reader = _Reader(article.body, article.language, text_mentions)
    return reader.read(units(article.body, sentences, found))
