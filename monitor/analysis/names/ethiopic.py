"""Names in Amharic: a given one and the father's, mostly behind a title; prepositions are joined to other words."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from monitor.analysis.names.naming import Naming
from monitor.analysis.names.stretch import Run, Stretch

_PARTS = 2  # words of a name; three where nothing else follows
_JOINED = tuple("የበለከ")  # prepositions, which hardly begin a father's name
_LONG = 3  # letters of a word that such a one may begin


@frozen
class Ethiopic(Naming):
    """`አቶ አበበ ታደሰ የቡና አምራች`: two words behind a title, up to a verb of speech or a joined preposition."""

    tells: ClassVar[bool] = True

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Verbs of speech are no names, nor is what stands behind one."""
        for first, last, _ in self.rules.verbs.find(stretch.words):
            labels[first:last] = ["s"] * (last - first)
        for at in range(1, len(labels)):
            if labels[at - 1] == "t" and labels[at] == "n":
                self._end(stretch, labels, at)

    def _end(self, stretch: Stretch, labels: list[str], first: int) -> None:
        """Leave the words behind a name that begins behind a title out of it."""
        end = first + 1
        while end < len(labels) and labels[end] == "n" and stretch.gap(end) == " ":
            if stretch.words[end].folded.startswith(_JOINED) and len(stretch.words[end].folded) > _LONG:
                break
            end += 1
        closed = end == len(labels) or labels[end] in "ts" or stretch.gap(end) != " "
        last = end if end - first <= _PARTS + closed else first + _PARTS
        rest = last
        while rest < len(labels) and labels[rest] == "n" and stretch.gap(rest) == " ":
            labels[rest] = "o"
            rest += 1

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """Two words behind a title or before one."""
        return self.person(stretch, run)
