"""Names in South Asia's languages that write cases, and some the subject's marker, at words' ends: ओलीले, મોદીએ."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar

from attrs import frozen

from monitor.analysis.frames import frames
from monitor.analysis.names.given import first_names, is_first_name
from monitor.analysis.names.indic import Indic
from monitor.analysis.names.naming import Naming
from monitor.analysis.names.stretch import Run, Stretch
from monitor.analysis.names.unnamed import ordinary

_STEM = 2  # letters of a word before a case's ending


@lru_cache(maxsize=16)
def _markers(language: str) -> tuple[str, ...]:
    """What is written at a subject's end."""
    return tuple(pair.partition("=")[0] for pair in frames(language).ergative)


@lru_cache(maxsize=16)
def _possessives(language: str) -> tuple[tuple[str, str], ...]:
    """The genitives' endings that stand before `according to` and the like, and that: का, अनुसार."""
    data = frames(language)
    pairs = (phrase.partition(" ") for phrase in data.behind)
    return tuple((ending, rest) for ending, _, rest in pairs if rest and ending in data.bent)


@frozen
class Postfixed(Indic):
    """Words up to the one with the subject's marker, or before a verb of speech; none of them in another case."""

    several: ClassVar[tuple[str, ...]] = ()

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Nor are words in other cases names, nor several people: नेपालमा, અધિકારીઓ."""
        Indic.mark(self, stretch, labels)
        language, plurals = self.rules.language, self.rules.plurals
        bent = frames(language).bent
        for at, word in enumerate(stretch.words):
            if labels[at] != "n":
                continue
            cased = word.folded.endswith(bent) and len(word.folded) > _STEM and not is_first_name(word, language)
            if (cased and not self._possessive(stretch, at)) or plurals.at(stretch.words, at) is not None:
                labels[at] = "o"

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Behind the subject's marker: ओलीले पत्रकारलाई."""
        marked = (at for at, label in enumerate(labels) if label == "n" and self._is_marked(stretch, at))
        return frozenset(at + 1 for at in marked)

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Rather those who are marked."""
        own = Indic.usable(self, stretch, found, side)
        return [run for run in own if self._is_marked(stretch, run.last - 1)] or own

    def known(self, stretch: Stretch, run: Run) -> bool:
        """A word alone with the marker that is none for people, bodies or things."""
        word = stretch.words[run.first]
        if run.first in first_names(stretch):
            return True
        nobody = self.rules.groups.at(stretch.words, run.first) or self.rules.titles.at(stretch.words, run.first)
        if nobody or run.length > 1 or not self._is_marked(stretch, run.first):
            return False
        return word.folded not in ordinary(self.rules.language)

    def bare(self, stretch: Stretch, run: Run) -> tuple[str, list[str]]:
        """Without the marker."""
        name, words = Naming.bare(self, stretch, run)
        return self.standing(stretch, run, name), [*words[:-1], self.standing(stretch, run, words[-1])]

    def standing(self, stretch: Stretch, run: Run, name: str) -> str:
        """The same, and whose the words are behind which `according to` stands: थापाका अनुसार."""
        owned = self._possessive(stretch, run.last - 1)
        return name.removesuffix(owned) if owned else Naming.standing(self, stretch, run, name)

    def _possessive(self, stretch: Stretch, at: int) -> str:
        """The genitive's ending of a word behind which `according to` stands."""
        word = stretch.words[at]
        for ending, rest in _possessives(self.rules.language):
            owned = word.folded.endswith(ending) and len(word.folded) > len(ending) + 1
            if owned and stretch.body.startswith(rest, word.end + 1):
                return ending
        return ""

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """Several words with a title before them, or the marker at their end."""
        return run.length > 1 and (run.titled or self._is_marked(stretch, run.last - 1))

    def _is_marked(self, stretch: Stretch, at: int) -> bool:
        """Whether a word ends in the subject's marker."""
        markers = _markers(self.rules.language)
        return bool(markers) and len(stretch.words[at].folded) > _STEM and stretch.words[at].folded.endswith(markers)

    def _owns(self, stretch: Stretch, run: Run) -> bool:
        """No name of such words is in the genitive."""
        del stretch, run
        return False
