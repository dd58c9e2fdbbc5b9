"""The clauses that end in a subject's marker: は, 은, ने."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Naming
from monitor.analysis.speakers.windows import breaks
from monitor.text.folded import Token

_AHEAD = 40  # characters behind a marker in which its clause may end
_MARKED = 3  # markers of a clause that are looked at


def clauses(body: str, words: Sequence[Token], naming: Naming) -> Iterator[Sequence[Token]]:
    """The words before a subject's marker, back to the comma: topics (は) from the first, subjects (が) backwards.

    Last a name or its title with a particle that others have too: 박수현 대변인도.
    """
    rules = naming.rules
    for number, marker in enumerate(rules.markers):
        places = [
            n for n, word in enumerate(words) if rules.joins_name(words, n, marker) or stands(words, n, marker, rules)
        ]
        for at in places[:_MARKED] if number == 0 else places[: -_MARKED - 1 : -1]:
            end = at if words[at].folded == marker else at + 1
            clause = words[_begin(body, words, end) : end]
            if not _quotes(clause, rules.language):
                yield clause
    for at in (n for n in range(len(words)) if naming.too(words, n)):
        yield words[_begin(body, words, at + 1) : at + 1]


def _begin(body: str, words: Sequence[Token], end: int) -> int:
    """Where the words begin that go up to a place, behind the pause before it."""
    begin = end
    while begin > 0 and (begin == end or not breaks(body, words[begin - 1], words[begin])):
        begin -= 1
    return begin


def stands(words: Sequence[Token], at: int, marker: str, rules: NameWords) -> bool:
    """Whether a word is a subject's marker, and none of a place or a time: では."""
    if words[at].folded != marker:
        return False
    behind = "".join(word.folded for word in words[max(0, at - 2) : at + 1])
    return not (rules.oblique and behind.endswith(rules.oblique))


def embedded(words: Sequence[Token], subject: Sequence[Token], rules: NameWords) -> bool:
    """今作が遺作となったことを明かすと: whether a marker behind words, no topic's, is of a clause that is an object."""
    embeds = frames(rules.language).embeds
    at = next((n for n, word in enumerate(words) if subject and word.start >= subject[-1].end), len(words))
    if not embeds or at == len(words) or words[at].folded == rules.markers[0]:
        return False
    ahead = words[at + 1 : at + _AHEAD]
    end = next((n for n in range(1, len(ahead)) if ahead[n].start > ahead[n - 1].end), len(ahead))
    text = "".join(word.folded for word in ahead[:end])
    return any(each in text for each in embeds)


def _quotes(words: Sequence[Token], language: str) -> bool:
    """Whether words are a particle that quotes and a marker is part of it: とも話した."""
    return "".join(word.folded for word in words) in frames(language).joins
