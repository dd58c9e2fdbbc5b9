"""Names in Chinese, found by their family names: these come first, and few share most people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

import regex
from attrs import evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names.aligning import aligned
from monitor.analysis.names.dictionary import by_dictionary
from monitor.analysis.names.families import anonymised, family, is_counted, is_given, polite
from monitor.analysis.names.naming import NEAR, Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.analysis.names.written import is_family, is_latin, is_place, is_translated
from monitor.text.segmenting import is_listed, is_small
from monitor.text.simplifying import in_both, simplified

_HAN = regex.compile(r"[\p{Han}々]")
_TRANSLITERATED = 5  # characters of a foreign name after a title, hardly more
_FULL = 3  # characters of a full name
_STAGE = (2, 3)  # characters of one that no dictionary knows
_DOT, _OF = "·", "的"
_GIVEN = frozenset("年月明")  # end names, and words for dates
_AHEAD = 8  # characters from a name's first in which the dictionary finds its end
_REPORTER = regex.compile(r"([（(][^（()）]{0,30}[记記]者)([^（()）]{0,40})(?=[)）])")
_ORIGINAL = regex.compile(r"(?<=\p{Han}) ?[（(]\p{Lu}[\p{Latin} .’'·-]{2,40}[)）] ?")  # behind a name in characters
_SOMEBODY = "某"  # for a given name, or its first character
_BY, _PLACES = "地", frozenset("当基土工场各本实境外内陆营产阵驻")  # -ly; but 当地, 基地


@frozen
class Chinese(Naming):
    """A family name and one or two characters after a title, a pause or other words, up to whatever ends a name."""

    tells: ClassVar[bool] = True

    def plain(self, body: str) -> str:
        """（中央社記者楊啟芳台北31日電） without who reports, and 尚皮耶（Jean-Pierre） by one name alone."""
        body = _REPORTER.sub(lambda found: found[1] + " " * len(found[2]), body)
        return _ORIGINAL.sub(lambda found: " " * len(found[0]), body)

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Between letters and characters, and at a space between these: Toro雖然, 住戶 蘇先生."""
        latin = [word.folded.isascii() for word in stretch.words]
        places = range(1, len(labels))
        return frozenset(n for n in places if latin[n] != latin[n - 1] or (not latin[n] and stretch.gap(n) == " "))

    @property
    def _sounds(self) -> frozenset[str]:
        return _characters(self.rules.language)[0]

    @property
    def _roles(self) -> frozenset[str]:
        return _characters(self.rules.language)[1]

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Mark names as such, and what stands before them as none."""
        words, surnames = stretch.words, self.rules.surnames
        for first, last, _ in self.rules.stops.find(words):
            if last - first > 1 and "g" in labels[first:last]:  # 对此张强
                labels[first:last] = ["o"] * (last - first)
        for at in range(2, len(words)):  # 吴敏高兴地说
            manner = words[at].folded == _BY and words[at - 1].folded not in _PLACES
            if manner and labels[at - 2 : at + 1] == ["n", "n", "n"]:
                labels[at - 2 : at + 1] = ["o"] * 3
        for first in range(len(words)):
            to = labels[first] == "g" and first + 1 < len(words) and words[first + 1].folded in surnames  # 向王建华
            if _begins(stretch, labels, first) and not to:
                last = self._end(stretch, labels, first)
                labels[first:last] = ["n"] * (last - first)
                if first < last < len(words) and labels[last] == "n" and stretch.touch(last):
                    labels[last] = "o"
        self._cut_out(stretch, labels)
        self._original(stretch, labels)
        self._foreign(stretch, labels)
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
        if not (double or words[first].folded in surnames) or (
            first + 1 < len(words) and self.rules.verbs.at(words, first + 1)
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
            if ends or self.rules.verbs.at(words, last):
                return last
        begin, people = words[first].start, first > 0 and words[first - 1].folded in self._roles
        if not people and not (first and _titled(labels, first - 1)):
            return first
        spans = self._listed(stretch.body[begin : words[min(first + _AHEAD, len(words)) - 1].end])
        size = next((end for start, end, _ in spans if start == 0), _FULL + double)
        return first + size if set(labels[first + 1 : first + size]) == {"n"} else first

    def _cut_out(self, stretch: Stretch, labels: list[str]) -> None:
        """Names in a sentence, by the dictionary's words: a family name alone and a word of one or two characters."""
        words = stretch.words
        if not words:
            return
        begin = words[0].start
        at = {word.start - begin: n for n, word in enumerate(words)}
        text = stretch.body[begin : words[-1].end]
        for start, end, sure in self._listed(text):
            first, last = at.get(start), at.get(end - 1)
            if first is None or last is None or self.rules.verbs.at(words, first + 1):
                continue
            if labels[first] in "gs" and not (first == 0 and sure):  # 曾美玲
                continue
            if not (sure or self._opens(stretch, labels, first)):
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

    def _original(self, stretch: Stretch, labels: list[str]) -> None:
        """撰文人凱大熊（Kevin Carrico）: a name before its original begins behind another word for people."""
        for at in (n for n in range(len(labels)) if labels[n] == "n" and is_translated(stretch, n + 1)):
            first = at
            while first and labels[first - 1] == "n" and stretch.touch(first):
                first -= 1
                if stretch.words[first].folded in self._roles:
                    labels[first] = "o"
                    break

    def _unknown(self, stretch: Stretch, run: Run) -> bool:
        """荳荳表示: characters alone before a verb of speech that are no words, and stand in the text again."""
        words, name = stretch.of(run), stretch.written(run)
        alone = run.first == 0 or bool(stretch.gap(run.first))
        said = run.last == len(stretch) or any(
            each.at(stretch.words, run.last) for each in (self.rules.verbs, self.rules.stops)
        )
        if not (
            alone and said and run.length in _STAGE and _HAN.fullmatch(name, 0, 1) and stretch.body.count(name) > 1
        ):
            return False
        parts = {simplified(name), simplified(name[:2]), simplified(name[-2:])}
        small = any(is_small(simplified(word.folded)) or word.folded in self._roles for word in words)
        return not small and not any(map(is_listed, parts))

    def _opens(self, stretch: Stretch, labels: Sequence[str], at: int) -> bool:
        """Whether a name may begin here: after a pause, a title, another word for people, or 的."""
        before = stretch.words[at - 1].folded if at else ""
        return _begins(stretch, labels, at) or before in self._roles or before == _OF

    def _foreign(self, stretch: Stretch, labels: list[str]) -> None:
        """Names with a dot, of characters that write sounds, whatever else each of them may be: 伊万·德米特里."""
        words, sounds = stretch.words, self._sounds
        dots = [at for at in range(1, len(words)) if stretch.gap(at) == _DOT]
        spans = self.rules.titles.find(words) if dots else []
        titled = {
            n for a, b, _ in spans for n in range(a, b) if b - a > 1 and any(w.folded not in sounds for w in words[a:b])
        }

        def sounds_on(at: int, beside: int) -> bool:
            return at not in titled and words[at].folded in sounds and stretch.gap(max(at, beside)) in {"", _DOT}

        for dot in dots:
            first, last = dot - 1, dot + 1
            while first and sounds_on(first - 1, first):
                first -= 1
            while last < len(words) and sounds_on(last, last - 1) and not self._stops(stretch, labels, last):
                last += 1
            labels[first:last] = ["n"] * (last - first)
            if first and labels[first - 1] == "n" and stretch.touch(first):
                labels[first - 1] = "o"

    def _stops(self, stretch: Stretch, labels: Sequence[str], at: int) -> bool:
        """Whether a character that also writes sounds is a word here: 当 in 萨利赫当天."""
        words = stretch.words
        goes_on = at + 1 < len(words) and words[at + 1].folded in self._sounds and labels[at + 1] not in "gs"
        return self.rules.verbs.at(words, at) is not None or (labels[at] in "gs" and not goes_on)

    def _may_be(self, stretch: Stretch, run: Run) -> bool:
        """Whether characters are a name: with a family name, a dot, or of sounds alone."""
        words, written = stretch.of(run), stretch.written(run)
        sounds = self._sounds
        if run.length > 1 and self.rules.polite.at(words, 1) is not None:
            return True
        if is_translated(stretch, run.last) or self._unknown(stretch, run):
            return True
        if is_place(stretch, run) or is_counted(stretch, run):
            return False
        foreign = run.length > 1 and all(word.folded in sounds for word in words)
        known = self.rules.surnamed(words) or written[:2] in self.rules.surnames
        return foreign or known or _DOT in written or is_latin(stretch, run) or self.rules.japanese(written, run.length)

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """No character alone, no name of a body, and nothing that is no name by its characters: 今, 该, 时期."""
        own = [polite(stretch, run) for run in Naming.usable(self, stretch, found, side)]
        own = [run for run in own if run.length > 1 or is_latin(stretch, run) or is_family(stretch, run)]
        alone = [run for run in own if is_family(stretch, run)]
        own = [cut for run in own if (cut := aligned(stretch, run, self._sounds)) is not None and run not in alone]
        own = [run for run in own if self._may_be(stretch, run) and not self._names_body(stretch, run)]
        return own + alone  # which stand last

    def _names_body(self, stretch: Stretch, run: Run) -> bool:
        """江北公司工程师阎敏: a body's word right behind, and no title that begins like one, as 部长 does."""
        if run.last == len(stretch):
            return False
        body = self.rules.bodies.at(stretch.words, run.last)
        title = self.rules.titles.at(stretch.words, run.last)
        return body is not None and (title is None or title[0] <= body[0])

    def person(self, stretch: Stretch, run: Run) -> bool:
        """A name with a dot, or with a family name where one may begin or where the dictionary tells it."""
        written = stretch.written(run)
        if _DOT in written:
            return True
        if (
            is_place(stretch, run)
            or not self.rules.surnamed(stretch.of(run))
            or aligned(stretch, run, self._sounds) != run
        ):
            return False
        before = stretch.words[run.first - 1].folded if run.first else ""
        told = {sure for first, last, sure in self._listed(written) if (first, last) == (0, len(written))}
        return run.titled or True in told or (bool(told) and (before in self._roles or before == _OF))

    def _listed(self, text: str) -> tuple[tuple[int, int, bool], ...]:
        return by_dictionary(text, self.rules.surnames, self.rules.families, self._roles)

    sure = person  # the same

    def known(self, stretch: Stretch, run: Run) -> bool:
        """A name in Latin letters alone: Toro說."""
        return is_latin(stretch, run)

    def initial(self, words: Sequence[str]) -> str:
        """王部长, 蔣: whoever was named with the family name last."""
        return family(self.rules, words)

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """Those with a family name, whether a title stands beside them or not."""
        found = [cut for run in found if (cut := aligned(stretch, run, self._sounds)) is not None]
        topics = Naming.topics(self, stretch, found)
        near = [run for run in found if run.first <= 2 * NEAR and self.person(stretch, run)]
        own = [run for run in found if self.rules.surnamed(stretch.of(run))]
        others = own or [run for run in found if run.length > 1]
        return evolve(topics, titled=near, others=others, reach=2 * NEAR if own else topics.reach)


@lru_cache(maxsize=8)
def _characters(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Those that write foreign names, and those that end the words for people."""
    data = frames(language)
    return in_both(data.sounds), in_both(data.roles)


def _begins(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """After a title, or after a pause; what `plain` leaves out is none."""
    return at == 0 or _titled(labels, at - 1) or (stretch.gap(at) not in {"", _DOT} and not is_translated(stretch, at))


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
