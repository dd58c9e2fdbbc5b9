"""Names in Thai, which has neither capitals nor spaces between words: behind titles, and a space before a surname."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from attrs import evolve, frozen

from monitor.analysis.frames import listed
from monitor.analysis.names.naming import Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.phrases import Phrases

_AFTER = frozenset({"", " ", ".", ". "})  # between a title such as นาย, พล.อ. and the name
_AFTER_WHAT, _PHRASE = ("หลัง", "ภายหลัง", "ก่อน", "ล่าสุด", "ขณะที่", "ด้าน"), 24  # phrases, and their characters
_FAR = 12  # characters before a name among which a word that governs it stands


@frozen
class Thai(Naming):
    """`นายสมชาย ใจดี โฆษกรัฐบาล กล่าวว่า`: a title, a given name, and a surname behind a space."""

    tells: ClassVar[bool] = True
    given: ClassVar[tuple[int, int]] = (2, 12)  # characters, with their vowel signs
    family: ClassVar[tuple[int, int]] = (2, 14)

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Names alone are names; all other words are none."""
        polite = self._polite(stretch)
        for first, last in polite:
            labels[first:last] = ["t"] * (last - first)
        known = list(labels)
        labels[:] = ["o" if label == "n" else label for label in labels]
        for first, last in self._names(stretch, known, polite):
            labels[first:last] = ["n"] * (last - first)

    def _polite(self, stretch: Stretch) -> list[tuple[int, int]]:
        """Titles of people alone; one that is cut short only with its points: น.อ., not นอก."""
        body, words = stretch.body, stretch.words
        found = listed(self.rules.language, "honorifics").find(words)

        def whole(first: int, last: int, title: str) -> bool:
            longer = self.rules.titles.at(words, first)  # นายกฯ
            if longer is not None and longer[0] > last and all(map(stretch.touch, range(last, longer[0]))):
                return False
            return (
                not title.endswith(".") or body[words[first].start : words[last - 1].end + 1].replace(" ", "") == title
            )

        return [(first, last) for first, last, title in found if whole(first, last, title)]

    def _names(
        self, stretch: Stretch, labels: Sequence[str], polite: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[int, int]]:
        """Where names stand: behind a title, before one at the beginning, and alone where the text has a full one."""
        begins, offices = 0, [(first, last) for first, last, _ in self.rules.titles.find(stretch.words)]
        for first, last in sorted({*offices, *polite}):
            if last >= len(stretch) or first < begins:
                continue
            own = (first, last) in polite
            if stretch.gap(last) in (_AFTER if own else {" "}):
                end = self._end(stretch, labels, last, titled=own)
                if end > last:
                    yield last, end
                    begins = end
        for begin in {0, self._behind_time(stretch)}:
            if (end := self._opens(stretch, labels, begin)) > begin:
                yield begin, end

    def _end(self, stretch: Stretch, labels: Sequence[str], first: int, *, titled: bool) -> int:
        """Where a name ends that begins behind a title; `first` where none does. titled: by a title of people alone."""
        given = self._part(stretch, labels, first, self.given, free=titled)
        family = self._family(stretch, labels, given) if given > first else first
        if family > given or not titled:
            return family if family > given else first
        return self._known(stretch, first) or given

    def _family(self, stretch: Stretch, labels: Sequence[str], at: int) -> int:
        """Where a surname ends that stands behind a space; `at` where none does."""
        spaced = at < len(stretch) and stretch.gap(at) == " "
        return self._part(stretch, labels, at, self.family, free=False) if spaced else at

    def _part(self, stretch: Stretch, labels: Sequence[str], first: int, size: tuple[int, int], *, free: bool) -> int:
        """Where characters end that touch, up to a space, a title or a verb of speech; `first` where they are no name.

        free: any word may stand at their beginning.
        """
        words, rules = stretch.words, self.rules
        if self._is_thing(stretch, first) if free else (labels[first] != "n" or self._is_word(stretch, first)):
            return first
        end = first + 1
        while end < len(words) and stretch.touch(end):
            if labels[end] in "ts" and (end - first >= size[0] or not free):
                break
            if (labels[end] == "g" and not free) or rules.verbs.at(words, end) is not None:
                break
            end += 1
        closed = end == len(words) or not stretch.touch(end) or labels[end] in "ts" or rules.verbs.at(words, end)
        return end if closed and size[0] <= end - first <= size[1] else first

    def _is_word(self, stretch: Stretch, at: int) -> bool:
        """Whether a word that is no name begins at a place: จะ, เป็น, กระทรวง."""
        lists = (listed(self.rules.language, "ordinary"), self.rules.verbs)
        return self._is_thing(stretch, at) or any(each.at(stretch.words, at) is not None for each in lists)

    def _is_thing(self, stretch: Stretch, at: int) -> bool:
        """Whether a body's word or a country begins at a place."""
        return any(each.at(stretch.words, at) is not None for each in (self.rules.bodies, self.rules.places))

    def _known(self, stretch: Stretch, first: int) -> int:
        """`พล.อ.ประยุทธ์ย้อนตอบ`: where a given name ends before other words, by a space behind it elsewhere; else 0."""
        words, body = stretch.words, stretch.body
        last = min(len(words), first + self.given[1])
        touching = next((n for n in range(first + 1, last) if not stretch.touch(n)), last)
        ends = range(touching, first + self.given[0] - 1, -1)
        return next((end for end in ends if f"{body[words[first].start : words[end - 1].end]} " in body), 0)

    def _behind_time(self, stretch: Stretch) -> int:
        """`หลังจบเกม ฮิโรชิ ยามาดะ`: where the words behind a first phrase that tells when begin; 0 where none does."""
        words = stretch.words
        if not words or not stretch.body.startswith(_AFTER_WHAT, words[0].start):
            return 0
        return next((at for at in range(1, min(len(words), _PHRASE)) if stretch.gap(at) == " "), 0)

    def _opens(self, stretch: Stretch, labels: Sequence[str], at: int) -> int:
        """`โรนัลด์ คูมัน กุนซือ`: where a name without a title ends that begins at a place; 0 where none does.

        Two words before an office, or one before a verb of speech that the text has elsewhere too.
        """
        if not len(stretch):
            return 0
        given = self._part(stretch, labels, at, self.given, free=False)
        if not at < given < len(stretch):
            return 0
        family = self._family(stretch, labels, given)
        if given < family < len(stretch) and labels[family] == "t":
            return family
        said = family == given and stretch.gap(given) == " " and self.rules.verbs.at(stretch.words, given) is not None
        written = stretch.body[stretch.words[at].start : stretch.words[given - 1].end]
        return given if said and stretch.body.count(written) > 1 else 0

    def placed(self, stretch: Stretch, run: Run) -> Run:
        """`กรณีนายสมชาย`: governed by what stands before its title, be it a space away."""
        return evolve(run, governed=self._behind(stretch, run, self.rules.prepositions))

    def _behind(self, stretch: Stretch, run: Run, among: Phrases[str]) -> bool:
        """Whether one of some phrases stands right before a name's title."""
        words, first, offset = stretch.words, run.first, max(0, run.first - _FAR)
        near = words[offset:first]
        titled = self.rules.titled(near) | {
            n for a, b in self._polite(stretch.part(offset, first)) for n in range(a, b)
        }
        while first > offset and first - 1 - offset in titled:
            first -= 1
        near = words[max(0, first - _FAR) : first]
        return any(last == len(near) for _, last, _ in among.find(near))

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """The nearest that nothing governs, and no brackets hold: (นายแพทย์ทรงคุณวุฒิ)."""
        body, words = stretch.body, stretch.words
        closes = (body[words[run.last - 1].end : words[run.last - 1].end + 1] == ")" for run in found)
        free = [run for run, closed in zip(found, closes, strict=True) if not (run.governed or closed)]
        return free[:1] if side == "right" else free[-1:]

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """A given name and a surname."""
        return " " in stretch.written(run)

    def person(self, stretch: Stretch, run: Run) -> bool:
        """All names that are found."""
        return run.titled or self.sure(stretch, run)

    def known(self, stretch: Stretch, run: Run) -> bool:
        """The same."""
        return self.person(stretch, run)

    def called(self, name: str, among: Iterable[str]) -> str | None:
        """The last full name of which one is a part: สมชาย of สมชาย ใจดี; the name itself where none is."""
        return next((full for full in reversed(list(among)) if full != name and f" {name} " in f" {full} "), name)

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """The last that nothing governs and nothing is done by: โดยนายดอน."""
        apart = [run for run in found if not self._behind(stretch, run, listed(self.rules.language, "agents"))]
        return Topics(self.usable(stretch, apart, "left"), [])


@frozen
class Khmer(Thai):
    """The same with a family name first, which may be one character and its signs: លោក ម៉ៅ ស្រីមុំ."""

    given: ClassVar[tuple[int, int]] = (1, 12)
    family: ClassVar[tuple[int, int]] = (1, 16)

    def _end(self, stretch: Stretch, labels: Sequence[str], first: int, *, titled: bool) -> int:
        """None begins where an office touches the title: លោករដ្ឋមន្ត្រី."""
        office = titled and stretch.touch(first) and self.rules.titles.at(stretch.words, first) is not None
        return first if office else super()._end(stretch, labels, first, titled=titled)
