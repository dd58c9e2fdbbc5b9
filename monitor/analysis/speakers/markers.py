"""The clauses that end in a subject's marker: は, 은, ने."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Naming
from monitor.analysis.speakers.windows import breaks
from monitor.text.folded import Token

_AHEAD = 40  # characters behind a marker in which its clause may end
_HELD = "と"  # begins what ends a clause that is somebody's view
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
        if number == 0 and not rules.spaced:  # 小早川社長は言及したが、米山知事は、
            paused = [n for n in places if n + 1 < len(words) and breaks(body, words[n], words[n + 1])]
            places = [*reversed(paused), *(n for n in places if n not in paused)]
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
    """今作が遺作となったことを明かすと: whether a marker behind words is of a clause that is an object.

    A topic's only where somebody holds something of a thing: 関係は重要とした上で「…」と述べた.
    """
    embeds = frames(rules.language).embeds
    at = next((n for n, word in enumerate(words) if subject and word.start >= subject[-1].end), len(words))
    if not embeds or at == len(words):
        return False
    if words[at].folded == rules.markers[0]:
        people = any(last == len(subject) for each in (rules.titles, rules.groups) for _, last, _ in each.find(subject))
        embeds = () if rules.spaced or people else tuple(each for each in embeds if each.startswith(_HELD))
    ahead = words[at + 1 : at + _AHEAD]
    end = next((n for n in range(1, len(ahead)) if ahead[n].start > ahead[n - 1].end), len(ahead))
    text = "".join(word.folded for word in ahead[:end])
    return any(each in text for each in embeds)


def _quotes(words: Sequence[Token], language: str) -> bool:
    """Whether words are a particle that quotes and a marker is part of it: とも話した."""
    return "".join(word.folded for word in words) in frames(language).joins
