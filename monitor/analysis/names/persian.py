"""Names in Persian, which has no capitals: first names by a list, and where a name ends by its number of words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar

from attrs import evolve, frozen

from monitor.analysis.frames import listed, territories
from monitor.analysis.names.given import begins, first_names
from monitor.analysis.names.naming import Naming, Topics
from monitor.analysis.names.stretch import JOINER, Run, Stretch
from monitor.text.folded import fold

_INSIDE = frozenset({"بن", "بنت", "ابو", "ال", "دو", "دی", "د", "لا", "وان", "ون", "فون", "دا", "دن"})
_PLURALS = ("های", "هایی", "هایش", "هایشان")
_PLURAL = 5  # letters of a word that ends like one
_NAME, _LONG = 2, 3  # words of a name, and of one that a comma or the end of its clause closes
_ADJECTIVE = "ی"
_SUFFIX = fold("ای")  # of surnames, and of nouns that mean one of several; some part it by a space
_OF, _OFFICE = "د", 6  # Pashto's, and the words before a name among which its office and that stand


@lru_cache(maxsize=4)
def _nationalities(language: str) -> frozenset[str]:
    """What people of a country are called: آمریکایی, اسرائیلی."""
    names = [fold(name) for name in territories(language)]
    return frozenset(f"{name}{end}" for name in names for end in ("ی", "یی", "یی‌ها"))


def honoured(stretch: Stretch, run: Run) -> bool:
    """Whether `Mr` or the like stands right before a run."""
    begin = max(0, run.first - _LONG)
    before = listed(stretch.rules.language, "honorifics").find(stretch.words[begin : run.first])
    return bool(before) and before[-1][1] == run.first - begin


@frozen
class Persian(Naming):
    """A name is a first name that is known and a word or two, or a surname behind `Mr` and the like."""

    tells: ClassVar[bool] = True

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Verbs of speech, function words and plurals are no names; nationalities belong to titles."""
        words, first = stretch.words, first_names(stretch)
        for begin, end, _ in self.rules.verbs.find(words):
            if stretch.whole(begin, end):
                labels[begin:end] = ["s"] * (end - begin)
        for at, word in enumerate(words):
            if labels[at] != "n" or at in first:
                continue
            suffix = at + 1 < len(words) and stretch.gap(at + 1) == JOINER
            if word.folded in _nationalities(self.rules.language):
                labels[at] = "t"
            elif (
                word.folded in self.rules.common
                or (suffix and words[at + 1].folded in self.rules.common)
                or (word.folded.endswith(_PLURALS) and len(word.folded) > _PLURAL)
                or self.rules.plurals.at(words, at) is not None
            ):
                labels[at] = "o"

        self._keep_endings(stretch, labels, first)
        for at in first:
            follows = at + 1 < len(words) and stretch.gap(at + 1).isspace()
            surname = follows and labels[at + 1] == "t" and words[at + 1].folded.endswith(_ADJECTIVE)
            if surname and (at + 2 == len(words) or labels[at + 2] != "n"):
                labels[at + 1] = "n"  # حسن روحانی، عباس عراقی
            if labels[at] == "t" and follows and labels[at + 1] == "n":
                labels[at] = "n"  # امیر تهرانی

    def _keep_endings(self, stretch: Stretch, labels: list[str], first: frozenset[int]) -> None:
        """`علی خامنه‌ای`, `آیت‌الله خامنه ای`: a word behind a first name or an honorific keeps its ending."""
        for at in range(1, len(labels) - 1):
            if stretch.words[at + 1].folded != _SUFFIX or labels[at] not in "no" or at in first:
                continue
            if at - 1 in first or honoured(stretch, Run(at, at + 1, titled=False, governed=False)):
                labels[at : at + 2] = ["n", "n"]

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Before each first name that begins a name, and where such a name is full."""
        first, found = first_names(stretch), set[int]()
        for units in self._chains(stretch, labels):
            at = 0
            while at < len(units):
                size = self._size(stretch, units[at:], first)
                found.add(units[at])
                at += size
        return frozenset(found)

    def _chains(self, stretch: Stretch, labels: Sequence[str]) -> list[list[int]]:
        """Where the words begin, as spaces part them, that follow each other and may belong to names."""
        chains: list[list[int]] = []
        for at, label in enumerate(labels):
            if label not in "np":
                continue
            goes_on = at > 0 and labels[at - 1] in "np"
            if goes_on and not stretch.gap(at).isspace() and stretch.gap(at) in {JOINER, "-"}:
                continue
            if goes_on and stretch.gap(at).isspace():
                chains[-1].append(at)
            else:
                chains.append([at])
        return chains

    def _size(self, stretch: Stretch, units: Sequence[int], first: frozenset[int]) -> int:
        """How many of some words are of one name."""
        begins = units[0] in first
        following = self._next_name(stretch, units, first, 1)
        if not begins:
            return following
        size = _NAME
        if following == 1:  # محمد جواد ظریف
            size += 1
            following = self._next_name(stretch, units, first, 2)
        while size < len(units) and stretch.words[units[size - 1]].folded in _INSIDE:
            size += 1
        if len(units) == size + 1:
            size += 1  # ژان نوئل بارو
        return min(size, following if following >= _NAME else len(units), len(units))

    def _next_name(self, stretch: Stretch, units: Sequence[int], first: frozenset[int], begin: int) -> int:
        """Where the next first name stands that begins a name, as none does behind بن; else behind the last word."""
        words = stretch.words
        may_begin = (n for n in range(begin, len(units)) if words[units[n - 1]].folded not in _INSIDE)
        return next((n for n in may_begin if units[n] in first), len(units))

    def placed(self, stretch: Stretch, run: Run) -> Run:
        """Governed is whatever hangs on a preposition by nouns between: در واکنش به سخنان مسعود کریمی."""
        if run.governed or not run.first:
            return run
        words, rules = stretch.words, self.rules
        at = run.first
        while at and not self._apart(stretch, at):
            at -= 1
            if rules.prepositions.at(words, at) is not None:
                return evolve(run, governed=True)
            if rules.stops.at(words, at) is not None:
                break
        return run

    def _apart(self, stretch: Stretch, at: int) -> bool:
        """Whether a comma or another mark stands before a word."""
        return bool(stretch.gap(at).strip(f" {JOINER}-"))

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """A first name and another word."""
        return begins(stretch, run) and self.units(stretch, run) > 1

    def person(self, stretch: Stretch, run: Run) -> bool:
        """The same, or a word behind `Mr`."""
        return self.sure(stretch, run) or honoured(stretch, run)

    def known(self, stretch: Stretch, run: Run) -> bool:
        """A first name, a name behind `Mr`, or a word right behind `according to` or before its verb."""
        return begins(stretch, run) or honoured(stretch, run) or run.first == 0

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Behind `according to`, the name that stands there, or behind an office and its comma."""
        if side != "right":
            return list(found)
        people = [run for run in found if self.person(stretch, run) and not run.governed]
        opens = [run for run in found if run.first == 0 and self.units(stretch, run) <= _LONG]
        return people[:1] or opens

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """Only who is known by a first name, or stands before a comma and a title."""
        sure = [run for run in found if self.sure(stretch, run)]
        return Topics([], sure, sure=True) if sure else Topics([], list(found), reach=-1)

    def units(self, stretch: Stretch, run: Run) -> int:
        """Words as spaces part them: غریب‌آبادی is one."""
        return 1 + sum(stretch.gap(at).isspace() for at in range(run.first + 1, run.last))


@frozen
class Pashto(Naming):
    """Titles tell names, as first names do where a title does not: Kurdish so too."""

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Verbs of speech are no names; a first name that is a place's is one before another: سۆران عەلی."""
        for first, last, _ in self.rules.verbs.find(stretch.words):
            if stretch.whole(first, last):
                labels[first:last] = ["s"] * (last - first)
        for at in first_names(stretch):
            if labels[at] == "t" and labels[at + 1 : at + 2] == ["n"] and stretch.gap(at + 1).isspace():
                labels[at] = "n"

    def placed(self, stretch: Stretch, run: Run) -> Run:
        """From its first name on, where one stands in it: پسپۆڕی ئابووری کاروان حەسەن.

        `Of` before an office governs what that is of, and no name behind it: د امریکا ولسمشر ډونالډ ټرمپ.
        """
        if run.governed and run.titled:
            before = stretch.words[max(0, run.first - _OFFICE) : run.first]
            small = [word.folded for word in before if self.rules.prepositions.at([word], 0) is not None]
            run = evolve(run, governed=small[-1:] != [_OF] or run.last < len(stretch))
        inside = first_names(stretch).intersection(range(run.first, run.last - 1))
        begin = min(inside, default=run.first)
        return run if begin == run.first else evolve(run, first=begin, governed=False)

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """A first name and another word."""
        return run.length > 1 and begins(stretch, run)

    def person(self, stretch: Stretch, run: Run) -> bool:
        """The same, or several words beside a title."""
        return Naming.person(self, stretch, run) or self.sure(stretch, run)

    def known(self, stretch: Stretch, run: Run) -> bool:
        """A first name, or a name behind `Mr`."""
        return begins(stretch, run) or honoured(stretch, run)
