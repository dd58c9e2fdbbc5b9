"""Names in Chinese, found by their family names: these come first, and few share most people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from attrs import evolve, frozen

from monitor.analysis.names.naming import NEAR, Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.segmenting import is_listed, listed_names, segment

_HAN = regex.compile(r"[\p{Han}々]")
_TRANSLITERATED = 5  # characters of a foreign name after a title, hardly more
_FULL = 3  # characters of a full name
_BY, _PLACES = "地", frozenset("当基土工场各本实境外内陆营产阵驻")  # -ly; but 当地, 基地


@frozen
class Chinese(Naming):
    """A family name and one or two characters after a title, a pause or other words, up to whatever ends a name."""

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Mark names as such, and what stands before them as none."""
        words, surnames = stretch.words, self.rules.surnames
        for at in range(2, len(words)):  # 吴敏高兴地说
            manner = words[at].folded == _BY and words[at - 1].folded not in _PLACES
            if manner and labels[at - 2 : at + 1] == ["n", "n", "n"]:
                labels[at - 2 : at + 1] = ["o"] * 3
        for first in range(len(words)):
            if _begins(stretch, labels, first):
                last = self._end(stretch, labels, first)
                labels[first:last] = ["n"] * (last - first)
        self._cut_out(stretch, labels)
        for first, last in _named(stretch, labels):
            dotted = "·" in stretch.body[words[first].start : words[last - 1].end]
            whole = dotted or _begins(stretch, labels, first)
            if last - first > (_TRANSLITERATED if whole else _FULL) and not dotted:
                begin = next((at for at in (last - 3, last - 2) if words[at].folded in surnames), first)
                labels[first:begin] = ["o"] * (begin - first)

    def _end(self, stretch: Stretch, labels: Sequence[str], first: int) -> int:
        """Where a name that begins with a family name ends; `first` where none does."""
        words, surnames = stretch.words, self.rules.surnames
        double = "".join(word.folded for word in words[first : first + 2]) in surnames
        if not double and words[first].folded not in surnames:
            return first
        for last in (first + 2 + double, first + 3 + double):
            together = last <= len(words) and all(stretch.touch(at) for at in range(first + 1, last))
            if not together or _titled(labels, first) or _titled(labels, first + 1):
                return first
            ends = last == len(words) or not stretch.touch(last) or labels[last] in "gst"
            if ends or self.rules.verbs.at(words, last):
                return last
        return first

    def _cut_out(self, stretch: Stretch, labels: list[str]) -> None:
        """Names in a sentence, by the dictionary's words: a family name alone and a word of one or two characters."""
        words = stretch.words
        if not words:
            return
        begin = words[0].start
        at = {word.start - begin: n for n, word in enumerate(words)}
        for start, end in _by_dictionary(stretch.body[begin : words[-1].end], self.rules.surnames):
            first, last = at.get(start), at.get(end - 1)
            if first is None or last is None or labels[first] in "gs" or self.rules.verbs.at(words, first + 1):
                continue
            while last > first + 1 and labels[last] in "gs":
                last -= 1
            before = first - 1
            while before >= 0 and labels[before] == "n" and stretch.touch(before + 1):
                labels[before] = "o"
                before -= 1
            labels[first : last + 1] = ["n"] * (last + 1 - first)
            if last + 1 < len(words) and labels[last + 1] == "n" and stretch.touch(last + 1):
                labels[last + 1] = "o"

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """No character alone: 今, 该."""
        return [run for run in Naming.usable(self, stretch, found, side) if run.length > 1]

    def person(self, stretch: Stretch, run: Run) -> bool:
        """A name that begins with a family name, beside a title."""
        return Naming.person(self, stretch, run) and stretch.words[run.first].folded in self.rules.surnames

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """Those with a family name, whether a title stands beside them or not."""
        surnames, words = self.rules.surnames, stretch.words
        topics = Naming.topics(self, stretch, found)
        titled = [run for run in topics.titled if words[run.first].folded in surnames]
        own = [run for run in found if self.rules.surnamed(stretch.of(run))]
        others = own or [run for run in found if run.length > 1]
        return evolve(topics, titled=titled, others=others, reach=2 * NEAR if own else topics.reach)


@lru_cache(maxsize=4_096)
def _by_dictionary(text: str, surnames: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """(first, after the last) character of names."""
    found, place = [], 0
    cut = segment(text, "zh")
    for before, word, following in zip(["", *cut], cut, [*cut[1:], ""], strict=False):
        place = text.index(word, place)
        end = place + len(word)
        given = 1 <= len(following) <= 2 and _HAN.match(following) and text[end : end + 1] == following[:1]
        if word in surnames and given and _may_be_called(following):
            found.append((place, end + len(following)))
        elif len(word) == _FULL and word[0] in surnames and not _alone(before) and _may_be_called(word):
            found.append((place, end))
        place = end
    return tuple(found)


def _may_be_called(word: str) -> bool:
    """Whether the dictionary knows a word as a name, or not at all."""
    return word in listed_names() or not is_listed(word)


def _alone(word: str) -> bool:
    """A character that is no word of its own: part of 泽连斯基."""
    return len(word) == 1 and bool(_HAN.match(word))


def _begins(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """After a title, or after a pause."""
    return at == 0 or labels[at - 1] == "t" or stretch.gap(at) not in {"", "·"}


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
