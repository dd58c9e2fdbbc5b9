"""Names in Hindi, Punjabi and Bengali: whoever stands before the subject's marker or a title, and owns none."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

import regex
from attrs import evolve, frozen

from monitor.analysis.names.given import first_names
from monitor.analysis.names.naming import Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.analysis.names.unnamed import ordinary

_LATIN = regex.compile(r"(?<=[\p{Lo}\p{M}]) ?[(]\p{Latin}[\p{Latin} .'’-]{2,40}[)]")
_MOSTLY = 3  # words of a name
_OWNER = regex.compile(r"(?:ের|র)$")  # a genitive's ending
_VERBAL = ("তে", "ছেন", "ছে", "তেন", "ছিলেন", "ছিল", "থাকেন", "করেন", "িয়ে")  # endings of verbs, and hardly of names
_PLACE = regex.compile(r"..(?:ে|কে|য়)$")  # endings of places and objects: সমাবেশে


@frozen
class Indic(Naming, ABC):
    """What both have in common."""

    tells: ClassVar[bool] = True

    def plain(self, body: str) -> str:
        """सलमान खान (Salman Khan) ने, without how a name is written in Latin letters."""
        return _LATIN.sub(lambda found: " " * len(found[0]), body)

    several: ClassVar[tuple[str, ...]]  # endings of nouns that mean several people

    def likely(self, stretch: Stretch, run: Run) -> Run:
        """Two words, where more stand together than a name mostly has and no marker behind them ends it."""
        marked = stretch.follows(run) in self.rules.markers
        return evolve(run, last=run.first + 2) if run.length > _MOSTLY and not marked else run

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """Several words beside a title."""
        topics = Naming.topics(self, stretch, found)
        return evolve(topics, titled=[run for run in topics.titled if run.length > 1 and self.person(stretch, run)])

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Verbs of speech are no names, nor are several people: ग्रामीणों, দর্শকদের."""
        for first, last, _ in self.rules.verbs.find(stretch.words):
            labels[first:last] = ["s"] * (last - first)
        for at, word in enumerate(stretch.words):
            if labels[at] == "n" and (word.folded.endswith(self.several) or word.folded.isascii()):  # CAG
                labels[at] = "o"

    def person(self, stretch: Stretch, run: Run) -> bool:
        """No owner of an office."""
        return Naming.person(self, stretch, run) and not self._owns(stretch, run)

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """No owner of an office: एनडीआरएफ के एक अधिकारी ने, দপ্তরের মুখপাত্র."""
        return [run for run in Naming.usable(self, stretch, found, side) if not self._owns(stretch, run)]

    @abstractmethod
    def _owns(self, stretch: Stretch, run: Run) -> bool:
        """Whether the words own the title that follows."""


@frozen
class Hindi(Indic):
    """Words before ने, or between a title and it."""

    several: ClassVar[tuple[str, ...]] = ("ों",)
    of: ClassVar[frozenset[str]] = frozenset({"के", "की", "का"})

    def known(self, stretch: Stretch, run: Run) -> bool:
        """A word alone before the marker that is none for people, bodies or things: खन्ना ने, not पारा ने."""
        words, marker = stretch.words, stretch.follows(run)
        nobody = self.rules.groups.at(words, run.first) or self.rules.titles.at(words, run.first)
        alone = run.length == 1 and not nobody and words[run.first].folded not in self.rules.common
        last = run.last == len(stretch)
        marker = self.rules.markers[0] if last else marker
        if not alone or marker not in self.rules.markers:
            return False
        return words[run.first].folded not in ordinary(self.rules.language) or run.first in first_names(stretch)

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """Several words with a title before them, or the marker behind."""
        marked = stretch.follows(run) in self.rules.markers
        return run.length > 1 and (run.titled or marked) and not self._owns(stretch, run)

    def _owns(self, stretch: Stretch, run: Run) -> bool:
        """Whether a title follows that the words own, not one that a name has."""
        behind = range(run.last + 1, min(run.last + 3, len(stretch)))
        return stretch.follows(run) in self.of and any(self.rules.titles.at(stretch.words, at) for at in behind)


@frozen
class Punjabi(Hindi):
    """The same before ਨੇ."""

    several: ClassVar[tuple[str, ...]] = ("ਾਂ", "ਆਂ")
    of: ClassVar[frozenset[str]] = frozenset({"ਦੇ", "ਦੀ", "ਦਾ"})


@frozen
class Bengali(Indic):
    """Words behind a title, or before a verb of speech, up to an ending of another case."""

    several: ClassVar[tuple[str, ...]] = ("দের", "গুলো", "গুলি", *_VERBAL)

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """Several words behind a title."""
        return run.titled and run.length > 1 and not self._owns(stretch, run)

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """The same, and names without the place behind them."""
        own = [self._behind_place(stretch, run) for run in Indic.usable(self, stretch, found, side)]
        own = [run for run in own if run.length > 1 or not _PLACE.search(stretch.words[run.first].folded)]
        return [self._placed(stretch, run) for run in own]

    def _behind_place(self, stretch: Stretch, run: Run) -> Run:
        """মিরপুরে অনুশীলন: a place at the beginning is no part of a name."""
        first = run.first
        while run.last - first > 1 and _PLACE.search(stretch.words[first].folded):
            first += 1
        return evolve(run, first=first)

    def _placed(self, stretch: Stretch, run: Run) -> Run:
        long = run.length > 2 and _PLACE.search(stretch.words[run.last - 1].folded)
        return evolve(run, last=run.last - 1) if long else run

    def _owns(self, stretch: Stretch, run: Run) -> bool:
        """Whether a title follows words in the genitive."""
        if run.last == len(stretch) or not _OWNER.search(stretch.words[run.last - 1].folded):
            return False
        return stretch.gap(run.last).isspace() and self.rules.titles.at(stretch.words, run.last) is not None
