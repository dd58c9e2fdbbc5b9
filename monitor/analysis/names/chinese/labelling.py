"""Which characters of a Chinese sentence may be a name's: from its family name up to whatever ends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from monitor.analysis.names.chinese.characters import DOT, OF, roles, sounds
from monitor.analysis.names.chinese.dictionary import names_in
from monitor.analysis.names.chinese.families import anonymised, is_given
from monitor.analysis.names.chinese.written import is_translated
from monitor.analysis.names.stretch import Stretch

_HAN = regex.compile(r"[\p{Han}々]")
_TRANSLITERATED = 5  # characters of a foreign name after a title, hardly more
_FULL = 3  # characters of a full name
_GIVEN = frozenset("年月明")  # end names, and words for dates
_AHEAD = 8  # characters from a name's first in which the dictionary finds its end
_SOMEBODY = "某"  # for a given name, or its first character
_BY, _PLACES = "地", frozenset("当基土工场各本实境外内陆营产阵驻")  # -ly; but 当地, 基地


def mark(stretch: Stretch, labels: list[str]) -> None:
    """Mark names as such, and what stands before them as none."""
    _leave_out_small(stretch, labels)
    _begin_with_families(stretch, labels)
    _cut_out(stretch, labels)
    _original(stretch, labels)
    _foreign(stretch, labels)
    _shorten(stretch, labels)


def _leave_out_small(stretch: Stretch, labels: list[str]) -> None:
    """`对此张强`, `吴敏高兴地说`: small words of several characters, and how somebody does something, are no names."""
    words = stretch.words
    for first, last, _ in stretch.rules.stops.find(words):
        if last - first > 1 and "g" in labels[first:last]:
            labels[first:last] = ["o"] * (last - first)
    for at in range(2, len(words)):
        manner = words[at].folded == _BY and words[at - 1].folded not in _PLACES
        if manner and labels[at - 2 : at + 1] == ["n", "n", "n"]:
            labels[at - 2 : at + 1] = ["o"] * 3


def _begin_with_families(stretch: Stretch, labels: list[str]) -> None:
    """A family name where one may begin, and the characters up to the name's end; the next one is none of it."""
    words, surnames = stretch.words, stretch.rules.surnames
    for first in range(len(words)):
        to = labels[first] == "g" and first + 1 < len(words) and words[first + 1].folded in surnames  # 向王建华
        if _begins(stretch, labels, first) and not to:
            last = _end(stretch, labels, first)
            labels[first:last] = ["n"] * (last - first)
            if first < last < len(words) and labels[last] == "n" and stretch.touch(last):
                labels[last] = "o"


def _shorten(stretch: Stretch, labels: list[str]) -> None:
    """Of more characters than a name has, the last ones from a family name on."""
    words = stretch.words
    for first, last in _named(stretch, labels):
        dotted = DOT in stretch.body[words[first].start : words[last - 1].end]
        whole = dotted or _begins(stretch, labels, first)
        if last - first > (_TRANSLITERATED if whole else _FULL) and not dotted:
            ahead = (at for at in (last - 3, last - 2) if words[at].folded in stretch.rules.surnames)
            begin = next(ahead, first)
            labels[first:begin] = ["o"] * (begin - first)


def _end(stretch: Stretch, labels: Sequence[str], first: int) -> int:
    """Where a name that begins with a family name ends; `first` where none does."""
    words, surnames = stretch.words, stretch.rules.surnames
    double = "".join(word.folded for word in words[first : first + 2]) in surnames
    if not (double or words[first].folded in surnames) or (
        first + 1 < len(words) and stretch.rules.verbs.at(words, first + 1)
    ):
        return first
    if first + 1 < len(words) and words[first + 1].folded == _SOMEBODY and stretch.touch(first + 1):
        return anonymised(stretch, labels, first + 2)
    for last in (first + 2 + double, first + 3 + double):
        within = last <= len(words) and all(_HAN.match(word.folded) for word in words[first:last])
        together = within and all(stretch.touch(at) for at in range(first + 1, last))
        if not together or _titled(labels, first) or _titled(labels, first + 1):
            return first
        ends = last == len(words) or not stretch.touch(last) or labels[last] in "gst"
        ends = ends and not (last == first + 2 and is_given(stretch, labels, last))
        if ends or stretch.rules.verbs.at(words, last):
            return last
    begin, people = words[first].start, first > 0 and words[first - 1].folded in roles(stretch.rules.language)
    if not people and not (first and _titled(labels, first - 1)):
        return first
    spans = names_in(stretch.body[begin : words[min(first + _AHEAD, len(words)) - 1].end], stretch.rules)
    size = next((end for start, end, _ in spans if start == 0), _FULL + double)
    return first + size if set(labels[first + 1 : first + size]) == {"n"} else first


def _cut_out(stretch: Stretch, labels: list[str]) -> None:
    """Names in a sentence, by the dictionary's words: a family name alone and a word of one or two characters."""
    words = stretch.words
    if not words:
        return
    begin = words[0].start
    at = {word.start - begin: n for n, word in enumerate(words)}
    text = stretch.body[begin : words[-1].end]
    for start, end, sure in names_in(text, stretch.rules):
        first, last = at.get(start), at.get(end - 1)
        if first is None or last is None or stretch.rules.verbs.at(words, first + 1):
            continue
        if labels[first] in "gs" and not (first == 0 and sure):  # 曾美玲
            continue
        if not (sure or _opens(stretch, labels, first)):
            continue
        while last > first + 1 and labels[last] in "gs" and words[last].folded not in _GIVEN:
            if is_given(stretch, labels, last):
                break
            last -= 1
        before = first - 1
        while before >= 0 and labels[before] == "n" and stretch.touch(before + 1):
            labels[before] = "o"
            before -= 1
        labels[first : last + 1] = ["n"] * (last + 1 - first)
        if last + 1 < len(words) and labels[last + 1] == "n" and stretch.touch(last + 1):
            labels[last + 1] = "o"


def _original(stretch: Stretch, labels: list[str]) -> None:
    """撰文人凱大熊（Kevin Carrico）: a name before its original begins behind another word for people."""
    for at in (n for n in range(len(labels)) if labels[n] == "n" and is_translated(stretch, n + 1)):
        first = at
        while first and labels[first - 1] == "n" and stretch.touch(first):
            first -= 1
            if stretch.words[first].folded in roles(stretch.rules.language):
                labels[first] = "o"
                break


def _opens(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """Whether a name may begin here: after a pause, a title, another word for people, or 的."""
    before = stretch.words[at - 1].folded if at else ""
    return _begins(stretch, labels, at) or before in roles(stretch.rules.language) or before == OF


def _foreign(stretch: Stretch, labels: list[str]) -> None:
    """Names with a dot, of characters that write sounds, whatever else each of them may be: 伊万·德米特里."""
    words, known = stretch.words, sounds(stretch.rules.language)
    dots = [at for at in range(1, len(words)) if stretch.gap(at) == DOT]
    spans = stretch.rules.titles.find(words) if dots else []
    titled = {
        n for a, b, _ in spans for n in range(a, b) if b - a > 1 and any(w.folded not in known for w in words[a:b])
    }

    def sounds_on(at: int, beside: int) -> bool:
        return at not in titled and words[at].folded in known and stretch.gap(max(at, beside)) in {"", DOT}

    for dot in dots:
        first, last = dot - 1, dot + 1
        while first and sounds_on(first - 1, first):
            first -= 1
        while last < len(words) and sounds_on(last, last - 1) and not _stops(stretch, labels, last):
            last += 1
        labels[first:last] = ["n"] * (last - first)
        if first and labels[first - 1] == "n" and stretch.touch(first):
            labels[first - 1] = "o"


def _stops(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """Whether a character that also writes sounds is a word here: 当 in 萨利赫当天."""
    words = stretch.words
    sounded = at + 1 < len(words) and words[at + 1].folded in sounds(stretch.rules.language)
    goes_on = sounded and labels[at + 1] not in "gs"
    return stretch.rules.verbs.at(words, at) is not None or (labels[at] in "gs" and not goes_on)


def _begins(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """After a title, or after a pause; what `plain` leaves out is none."""
    return at == 0 or _titled(labels, at - 1) or (stretch.gap(at) not in {"", DOT} and not is_translated(stretch, at))


def _titled(labels: Sequence[str], at: int) -> bool:
    """Whether a character is one of a title's; 美 alone is one of a name."""
    return labels[at] == "t" and "t" in (labels[at - 1] if at else "", labels[at + 1] if at + 1 < len(labels) else "")


def _named(stretch: Stretch, labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of words that may be names and stand together."""
    first = 0
    for at in range(1, len(stretch) + 1):
        ends = at == len(stretch) or labels[at] != "n" or labels[first] != "n"
        if ends or stretch.gap(at).strip(" ·"):
            if labels[first] == "n":
                yield first, at
            first = at
