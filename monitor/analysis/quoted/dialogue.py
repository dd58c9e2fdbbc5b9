"""Speech behind dashes, told from what the writer says between: `– Nie wiem – powiedział Jan Nowak. – Zobaczymy`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import define, evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords
from monitor.analysis.quoted.quotations import Quotation
from monitor.text.folded import Token, tokens
from monitor.text.phrases import Phrases

MOST_WORDS = 10  # of narration between commas; between dashes it may be longer
_TURN = regex.compile(
    r"(?P<pause>[,.!?…»”\"]*)\s*(?P<dash>[—–―]|(?<=\s)-(?=\s)|(?<=\p{Ll}\p{Ll})-(?=\s\p{Ll}))[.,;]?\s*(?=[\p{L}¡¿«“„\"(…])"
)
_TAIL = regex.compile(r"[,!?…][»”\"]?\s+(?=\p{L})")
_BRACKETS = regex.compile(r"\([^()]{1,20}\)")
_PAUSES = regex.compile(r"[.,:;!?]|$")
_STOP = regex.compile(r"[.!?…][»”\"]?\s+(?=[\p{Lu}«“„\"])")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_OPENS = "?!….»:"  # before a dash behind which somebody begins to speak
_CLITICS, _SMALL = 4, 4  # words before a verb, and their letters
_NAME = 2  # words of a name that ends narration with a verb unknown: `, grince Marie Dupont,`
_ROLE = 3  # words before a name whose verb stands behind it: `, pääministeri Orpo sanoo`
_TOLD = 200  # characters of narration behind a comma that are looked at


@frozen
class Narrates:
    """A judge of words inside a quotation."""

    _verbs: Phrases[str]
    _rules: NameWords

    def __call__(self, text: str, dashed: bool, most: int = MOST_WORDS) -> bool:
        """Whether they are narration; dashed: a pause and a dash stand before them; most: words where none does.

        They are where they begin with a verb of speech, or with a small letter and have a name: after a dash
        (`, — вздыхает Валентина Сорокина`), or at their end (`, grince Marie Dupont,`).
        """
        words, cased = tokens(text), self._rules.cased
        if not words or (not dashed and len(words) > most):
            return False
        if self.tells(words):
            return True
        if dashed:
            return cased and not words[0].upper and any(word.upper for word in words[1:6])
        named = len(words) > _NAME and all(word.upper for word in words[-_NAME:]) and not words[-_NAME - 1].upper
        verb = not words[0].upper and words[0].folded not in self._rules.common
        return cased and named and verb and len(words) <= 2 * _NAME

    def tells(self, words: Sequence[Token]) -> bool:
        """A verb first, or after small words: `se désole`, `gli fa eco`, `a-t-elle lâché`; none behind `who`."""
        data = frames(self._rules.language)
        return words[0].folded not in (*data.that, *data.likens, *data.relatives) and any(
            self._is_told(words, place) and all(self._small(word) for word in words[:place])
            for place in range(min(_CLITICS, len(words)))
        )

    def _is_told(self, words: Sequence[Token], at: int) -> bool:
        """Whether a verb of speech begins at a place whose subject is not the speaker: `, det tycker jag inte`."""
        verb = self._verbs.at(words, at)
        return verb is not None and not any(word.folded in self._rules.selves for word in words[verb[0] : verb[0] + 1])

    def is_joined(self, behind: str) -> bool:
        """Whether a dash right behind a word stands for a part of it: `på trygghets- och larmcentralen`."""
        words = tokens(behind)
        return bool(words) and words[0].folded in self._rules.ands

    def ends(self, text: str) -> bool:
        """Whether words behind a comma in speech after a dash are narration.

        Besides a verb of speech at their beginning: one right behind a name (`, Hämälä totesi`), and whatever verb has
        nothing but a pronoun or a name behind it (`! skanderade de`) where verbs stand before their subjects.
        """
        words = tokens(_BRACKETS.sub(lambda match: " " * len(match[0]), text))[:MOST_WORDS]
        if not words or not self._rules.cased:
            return False
        return (not words[0].upper and self.tells(words)) or self._is_told_by(words) or self._is_of(text, words)

    def _is_told_by(self, words: Sequence[Token]) -> bool:
        """A role, a name and its verb."""
        first = next((n for n, word in enumerate(words) if word.upper), len(words))
        last = next((n for n in range(first, len(words)) if not words[n].upper), len(words))
        role = first <= _ROLE and not any(word.folded in self._rules.common for word in words[:first])
        return role and first < last < len(words) and self._verbs.at(words, last) is not None

    def _is_of(self, text: str, words: Sequence[Token]) -> bool:
        """A verb that no list has, and a pronoun or a name alone."""
        if not self._rules.inverts or self._rules.drops or words[0].upper or words[0].folded in self._rules.common:
            return False
        pronoun = self._rules.pronouns.at(words, 1)
        named = next((n for n in range(1, len(words)) if not words[n].upper), len(words))
        last = pronoun[0] if pronoun else named
        return 1 < last <= 1 + _NAME and _PAUSES.match(text, words[last - 1].end) is not None

    def is_he(self, text: str) -> bool:
        """Whether a sentence behind narration speaks of whoever spoke: `Hon har arbetat …`."""
        words = tokens(text)
        return not words or self._rules.pronouns.at(words, 0) is not None

    def _small(self, word: Token) -> bool:
        return word.end - word.start <= _SMALL and word.folded not in self._rules.selves

    @property
    def encloses(self) -> bool:
        """Whether the language closes its marks before the writer speaks: `"…," katanya` inside them is speech."""
        return frames(self._rules.language).enclosed

    def speaks(self, words: Sequence[Token]) -> bool:
        """Whether speech goes on with these words: with a function word, but not with an article and a title."""
        role = len(words) > 1 and self._rules.titles.at(words, 1) is not None
        return words[0].folded in self._rules.common and not role


@frozen
class _Piece:
    """What stands between two dashes of a paragraph."""

    start: int
    end: int  # with the pause behind it
    paused: bool  # a pause stands before the dash that opens it
    opens: bool  # it begins a sentence


@define
class _Speech:
    """What somebody says in one go."""

    start: int
    end: int
    later: bool  # it goes on with the one before
    told: bool = False  # the writer tells of it behind it
    sure: bool = True  # it is speech though the writer does not


def dialogue(quotation: Quotation, judge: Narrates, marked: Sequence[Quotation]) -> list[Quotation]:
    """The speech of a paragraph, or of the rest of one, that begins with a dash.

    The writer begins after a dash, or after a comma with a verb of speech. Speech goes on after the next dash; where
    the writer went on for more than a sentence, only behind one that begins a sentence and is told of itself. What is
    inside a paragraph is speech only where the writer tells of it. marked: the quotations between marks, inside which
    no dash is looked at.
    """
    text = quotation.text
    if text[:1].islower() and judge.tells(tokens(text[:200])[:MOST_WORDS]):  # — dodał Nowak: of what stands before
        return []
    spans = [(each.start - quotation.start, each.end - quotation.start) for each in marked]
    found: list[_Speech] = []
    current: _Speech | None = None
    went_on = False  # the writer, for more than a sentence
    pieces = list(_pieces(text, spans, judge))
    reopened = max(place for place, piece in enumerate(pieces) if piece.opens)  # by a dash of its own
    for place, piece in enumerate(pieces):
        words = text[piece.start : piece.end]
        if current is not None and piece.start > 0 and judge(_first(words), piece.paused):
            current.told, current = True, None
            went_on = _STOP.search(words) is not None
            continue
        if current is None and found and went_on and not piece.opens:
            continue
        spoken, behind = _before_the_writer(words, judge)
        if current is not None and not piece.opens:
            current.end = piece.start + spoken
        else:
            later = current is None and bool(found) and not went_on
            sure = not (quotation.inside if not found else went_on)
            current = _Speech(piece.start, piece.start + spoken, later, sure=sure)
            found.append(current)
        if spoken < behind:
            current.told, current, went_on = True, None, False
        if behind < len(words) and not quotation.inside and place >= reopened:
            current = _Speech(piece.start + behind, piece.end, later=True)
            found.append(current)
    kept = _kept(found, sure=not (quotation.inside or spans))
    return [_part(quotation, each) for each in kept if _WORD.search(text[each.start : each.end])]


def _kept(found: Sequence[_Speech], *, sure: bool) -> list[_Speech]:
    """What is speech; none where the writer tells of none of it, unless the paragraph is sure to hold some."""
    told = any(each.told for each in found)
    return [each for each in found if (each.sure or each.told) and (told or sure)]


def _first(words: str) -> str:
    """The first words of a sentence, by which it is judged."""
    return " ".join(_STOP.split(words[:200])[0].split()[:MOST_WORDS])


def _pieces(text: str, spans: Sequence[tuple[int, int]], judge: Narrates) -> Iterator[_Piece]:
    """What dashes part, but for those inside the spans and inside words."""
    begin, paused, opens = 0, True, True
    for turn in _TURN.finditer(text):
        dash = turn.start("dash")
        if turn.start() <= begin or any(first <= dash < last for first, last in spans):
            continue
        if text[dash - 1 : dash].isalpha() and judge.is_joined(text[turn.end() : turn.end() + _SMALL * 3]):
            continue
        yield _Piece(begin, turn.end("pause"), paused, opens)
        # One that touches what follows and not what precedes opens narration: no —dijo él
        tight = text[dash - 1 : dash].isspace() and text[dash + 1 : dash + 2].islower()
        begin, paused = turn.end(), bool(turn["pause"]) or tight
        opens = text[begin : begin + 1].isupper() and text[: turn.end("pause")].rstrip()[-1:] in _OPENS
    yield _Piece(begin, len(text), paused, opens)


def _before_the_writer(words: str, judge: Narrates) -> tuple[int, int]:
    """Where speech ends for narration without a dash, and where it goes on: `Fel, säger Maria Lind. Helt fel`."""
    for tail in _TAIL.finditer(words):
        if judge.ends(words[tail.end() : tail.end() + _TOLD]):
            stop = _STOP.search(words, tail.end())
            goes_on = stop is not None and not judge.is_he(words[stop.end() : stop.end() + _TOLD])
            return tail.start() + (words[tail.start()] != ","), stop.end() if stop and goes_on else len(words)
    return len(words), len(words)


def _part(quotation: Quotation, speech: _Speech) -> Quotation:
    text = quotation.text[speech.start : speech.end].strip(" ,")
    start, end = quotation.start + speech.start, quotation.start + speech.end
    return evolve(quotation, text=text, start=start, end=end, later=speech.later and not speech.told)
