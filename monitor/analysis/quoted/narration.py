"""Where the writer speaks inside a quotation: `«…, — отметила она. — …»`, `– Jag blev rädd, säger hon. – Men …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from attrs import evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, name_words
from monitor.analysis.quoted.quotations import Quotation, quotations
from monitor.text.phrases import Phrases, Token, tokens

MOST = 500  # quotations of a text
MOST_WORDS = 10  # of narration between commas; between dashes it may be longer
_DASHED = regex.compile(
    r"(?P<pause>[,.!?…]?)(?:\s*[—–-]\s|\s[—–](?=\p{Ll}))(?P<said>[^—–«»“”]{3,120}?[,.]?)(?:\s+[—–-]|(?<=\p{L})[—–])[.,;:]?\s*(?=\p{L})"
)
_IN_COMMAS = regex.compile(r"(?P<pause>),\s(?P<said>[^,.«»“”]{3,80})[,.]\s(?=[\p{L}\p{N}])")
_ASIDES = regex.compile(r"(?P<said>[^,.!?«»“”]{3,80})[,.]\s(?=[\p{L}\p{N}])")
_AT_THE_END = regex.compile(r"(?P<pause>),\s(?P<said>[^,«»“”]{3,80})[.!?]?\s*$")
_TURN = regex.compile(r"(?P<pause>[,.!?…»”\"]*)\s*(?P<dash>[—–―]|(?<=\s)-(?=\s))[.,;]?\s*(?=[\p{L}¡¿«“\"(…])")
_TAIL = regex.compile(r"[,!?…][»”\"]?\s+(?=\p{Ll})")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_CLITICS, _SMALL = 4, 4  # words before a verb, and their letters
_NAME = 2  # words of a name that ends narration with a verb unknown: `, grince Marie Dupont,`
_ASIDE = 8  # words that tell who a person is: `, fromagère à Lens,`


@frozen
class Narrates:
    """A judge of words inside a quotation."""

    _verbs: Phrases[str]
    _rules: NameWords

    def __call__(self, text: str, dashed: bool) -> bool:
        """Whether they are narration; dashed: a pause and a dash stand before them.

        They are where they begin with a verb of speech, or with a small letter and have a name: after a dash
        (`, — вздыхает Валентина Сорокина`), or at their end (`, grince Marie Dupont,`).
        """
        words, cased = tokens(text), self._rules.cased
        if not words or (not dashed and len(words) > MOST_WORDS):
            return False
        if any(_tells(self._verbs, words, place) for place in range(min(_CLITICS, len(words)))):
            return True
        if dashed:
            return cased and not words[0].upper and any(word.upper for word in words[1:6])
        named = len(words) > _NAME and all(word.upper for word in words[-_NAME:]) and not words[-_NAME - 1].upper
        verb = not words[0].upper and words[0].folded not in self._rules.common
        return cased and named and verb and len(words) <= 2 * _NAME

    def speaks(self, words: Sequence[Token]) -> bool:
        """Whether speech goes on with these words: with a function word, but not with an article and a title."""
        role = len(words) > 1 and self._rules.titles.at(words, 1) is not None
        return words[0].folded in self._rules.common and not role


@lru_cache(maxsize=64)
def _spoken(language: str) -> Phrases[str]:
    return Phrases(((verb, verb) for verb in frames(language).says), language)


def narrates(language: str) -> Narrates:
    """The judge of a language."""
    return Narrates(_spoken(language), name_words(language))


def _tells(verbs: Phrases[str], words: Sequence[Token], place: int) -> bool:
    """A verb first, or after small words: `se désole`, `gli fa eco`, `a-t-elle lâché`."""
    return verbs.at(words, place) is not None and all(word.end - word.start <= _SMALL for word in words[:place])


def without_narration(found: Sequence[Quotation], judge: Narrates) -> list[Quotation]:
    """Quotations cut where the writer speaks between."""
    result: list[Quotation] = []
    for quotation in found:
        parts = _dialogue(quotation, judge) if quotation.style == "—" else _cut(quotation, judge)
        told = len(parts) > 1 or any(part.end < quotation.end for part in parts)
        result += parts if told or not quotation.inside else []
    return result


def _cut(quotation: Quotation, judge: Narrates) -> list[Quotation]:
    for pattern in (_DASHED, _IN_COMMAS):
        for match in pattern.finditer(quotation.text):
            dashed = pattern is _DASHED and bool(match["pause"])
            if judge(match["said"], dashed):
                stop = match.end("pause") if pattern is _DASHED else match.start() + 1
                first = evolve(quotation, text=quotation.text[:stop].strip(), end=quotation.start + stop)
                second = evolve(
                    quotation, text=quotation.text[match.end() :], start=quotation.start + match.end(), later=True
                )
                return [first, *_cut(_past_aside(second, match["said"], judge), judge)]
    last = _AT_THE_END.search(quotation.text)
    if last and judge(last["said"], False):
        return [evolve(quotation, text=quotation.text[: last.start()], end=quotation.start + last.start())]
    return [quotation]


def _past_aside(second: Quotation, said: str, judge: Narrates) -> Quotation:
    """Without what tells who spoke: `…, explique Laura Petit, fromagère à Lens, mais …`."""
    aside = _ASIDES.match(second.text)
    words = tokens(aside["said"]) if aside else []
    named = any(word.upper for word in tokens(said))
    if not aside or not named or len(words) > _ASIDE or words[0].upper or judge.speaks(words):
        return second
    rest = evolve(second, text=second.text[aside.end() :], start=second.start + aside.end())
    return _past_aside(rest, said, judge)


def _dialogue(quotation: Quotation, judge: Narrates) -> list[Quotation]:
    """The speech of a paragraph that begins with a dash.

    The writer begins after a dash, or after a comma with a verb of speech, and speech goes on after the next dash.
    """
    pieces = list(_pieces(quotation.text))
    speech: list[tuple[int, int, bool]] = []  # first, after the last, whether it goes on with the one before
    told = False  # the writer spoke last
    for place, (start, end, paused) in enumerate(pieces):
        words = quotation.text[start:end]
        if place and not told and judge(words, paused):
            told = True
            continue
        spoken, narrated = _before_the_writer(words, judge)
        turn = words[:1].isupper() and quotation.text[pieces[place - 1][1] - 1] in "?!….»"
        if place and not told and not turn:
            speech[-1] = (speech[-1][0], start + spoken, speech[-1][2])
        else:
            speech.append((start, start + spoken, told))
        told = narrated
    return [_part(quotation, *each) for each in speech if _WORD.search(quotation.text[each[0] : each[1]])]


def _pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    """(first, after the last, whether a pause stands before the dash that opens it) of what dashes part."""
    begin, paused = 0, True
    for turn in _TURN.finditer(text):
        if turn.start() > begin:
            yield begin, turn.end("pause"), paused
            dash = turn.start(
                "dash"
            )  # one that touches what follows and not what precedes opens narration: no —dijo él
            tight = text[dash - 1 : dash].isspace() and text[dash + 1 : dash + 2].islower()
            begin, paused = turn.end(), bool(turn["pause"]) or tight
    yield begin, len(text), paused


def _before_the_writer(words: str, judge: Narrates) -> tuple[int, bool]:
    """Where speech ends for narration without a dash: `Det är fel, säger Maria Lindqvist, ordförande`."""
    for tail in _TAIL.finditer(words):
        narration = " ".join(words[tail.end() : tail.end() + 200].split()[:MOST_WORDS])
        if judge(narration, False):
            return tail.start() + (words[tail.start()] != ","), True
    return len(words), False


def _part(quotation: Quotation, start: int, end: int, later: bool) -> Quotation:
    text = quotation.text[start:end].strip(" ,")
    return evolve(quotation, text=text, start=quotation.start + start, end=quotation.start + end, later=later)


def spoken(text: str, language: str) -> list[Quotation]:
    """Every outermost quotation of a text in order, without what its writer says between."""
    return without_narration(quotations(text, language)[:MOST], narrates(language))
