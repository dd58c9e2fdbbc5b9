"""Bodies whose names end with a word for them, in scripts without capitals: 外務省, 기상청, सर्वोच्च न्यायालय."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from monitor.analysis.names import NameWords, Stretch
from monitor.analysis.speakers.again import named_by
from monitor.analysis.speakers.bodies import goes_on_name
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.windows import breaks
from monitor.text.folded import Token
from monitor.text.segmenting import segment
from monitor.text.simplifying import simplified

_LONGEST = 6  # words of a body's name, or characters of one of them
_CHARACTERS = 16  # of a name where words are not parted
_PART = regex.compile(r"[\p{Han}\p{Katakana}ー\p{Latin}々・＆&]+")
_POINTED = 4  # characters of a noun that points back
_DIGIT = regex.compile(r"\p{N}")
_OPENS = "(（"
_DICTIONARY = "zh"  # whose words are those of traditional characters too


def ending(scene: Scene, stretch: Stretch, side: str) -> tuple[int, int] | str | None:
    """A body's place where it ends the words or a small word follows, or the name of the one that a noun means."""
    if len(stretch) <= _POINTED and stretch.words[0].folded in scene.rules.same:  # 同委は
        return named_by(scene, "".join(word.folded for word in stretch.words[1:]) or " ")
    for part in _parts(stretch, side):
        for first, last, least in _ends(part):
            begin = _begins(part, first)
            if part.rules.spaced and any(_is_title(part.rules, part.words, n) for n in range(begin + 1, first)):
                continue  # सचिव एनएस निगम
            start, end = part.words[begin].start, _unmarked(part)[last - 1].end
            same = part.words[begin].folded in scene.rules.same
            if same or first - begin < least:
                if meant := named_by(scene, scene.body[start:end][same:]):
                    return meant
            else:
                return start, end
    return None


def _is_title(rules: NameWords, words: Sequence[Token], at: int) -> bool:
    """Whether a title of a person stands at a place, and no country or office that speaks without a name."""
    match = rules.titles.at(words, at)
    return match is not None and words[at].folded not in rules.seats and rules.officials.at(words, at) is None


def _parts(stretch: Stretch, side: str) -> Iterator[Stretch]:
    """The words, or their clauses from the last to the first where no marker tells the subject."""
    words = stretch.words
    end = len(words)
    for at in range(len(words) - 1, 0, -1) if not stretch.rules.markers and side != "right" else ():
        if breaks(stretch.body, words[at - 1], words[at]):
            yield stretch.part(at, end)
            end = at
    yield stretch.part(0, end)


def _ends(part: Stretch) -> Iterator[tuple[int, int, int]]:
    """Words that end a body's name where a subject may stand, and how many words must stand before them."""
    words, rules = _unmarked(part), part.rules
    begin = max(0, len(words) - _CHARACTERS) if rules.markers else 0
    for phrases, whole in ((rules.organisations, True), (rules.heads, False)):
        matches = ((first, phrases.at(words, first)) for first in range(begin, len(words)))
        for first, (last, head) in ((first, match) for first, match in matches if match):
            longer = head.startswith("*") and len(words[last - 1].folded) >= len(head)
            short = not (whole or rules.spaced) and last - first == 1  # 与党
            if (last == len(words) or (not rules.markers and _small(part, last))) and not (
                rules.suffixed and not whole and _is_title(rules, words, first)  # 수석연구원은
            ):
                yield first, last, 0 if whole or longer else 1 + short


def _unmarked(part: Stretch) -> Sequence[Token]:
    """The words without a subject's marker at the end, and without what stands in brackets there."""
    words = part.words
    while len(words) > 1 and part.gap(len(words) - 1).strip()[-1:] in set(_OPENS):
        words = words[:-1]
        part = Stretch(part.body, words, part.naming)
    if not part.rules.suffixed:
        return words
    last = words[-1]
    marker = part.rules.marker(last)
    return [*words[:-1], Token(last.start, last.end - len(marker), last.folded.removesuffix(marker), upper=False)]


def _begins(part: Stretch, at: int) -> int:
    """Where a name begins whose last words begin at a place."""
    words, rules = part.words, part.rules
    if rules.suffixed:
        while at > 0 and part.gap(at) == " " and (words[at - 1].folded in rules.seats or words[at - 1].upper):
            at -= 1
    elif rules.spaced:
        longest = at - _LONGEST + 1
        while at > max(0, longest) and goes_on_name(part, at) and goes_on_name(part, at - 1, anywhere=True):
            at -= 1
    elif rules.markers:
        while (
            at > 0 and part.touch(at) and _PART.match(words[at - 1].folded) and not _DIGIT.match(words[at - 1].folded)
        ):
            at -= 1
    else:
        at = _by_dictionary(part, at)
    return at


def _by_dictionary(part: Stretch, at: int) -> int:
    """The same by a dictionary's words, back to a small word, a verb or a number."""
    words, rules = part.words, part.rules
    cut = segment(simplified(part.body[words[0].start : words[at - 1].end]), _DICTIONARY) if at else []
    for word in reversed(cut):
        begin = at - len(word)
        if begin < 0 or not part.touch(at) or not _PART.fullmatch(word) or _is_small(rules, words[begin:at]):
            break
        at = begin
    return at


def _small(part: Stretch, at: int) -> bool:
    """Whether a small word of the dictionary, a verb or a number stands at a place; 日 of 日本 is none."""
    words = part.words[at : at + _LONGEST]
    if part.rules.spaced:
        return not goes_on_name(part, at)
    cut = segment(simplified(part.body[words[0].start : words[-1].end]), _DICTIONARY)
    return bool(_DIGIT.match(words[0].folded)) or _is_small(part.rules, words[: len(cut[0]) if cut else 0])


def _is_small(rules: NameWords, piece: Sequence[Token]) -> bool:
    """Whether characters are a preposition, a conjunction, a verb or another word that ends names."""
    every = (rules.prepositions, rules.stops, rules.verbs)
    matches = (each.at(piece, 0) for each in every if piece)
    return any(match is not None and match[0] == len(piece) for match in matches) or (
        "".join(word.folded for word in piece) in rules.ands
    )
