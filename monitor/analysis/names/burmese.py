"""Names in Burmese: behind a title, with no space inside, up to the particle that follows them: ဦးအောင်ကျော်က."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import frozen

from monitor.analysis.names.stretch import Run, Stretch
from monitor.analysis.names.thai import Thai

_LONGEST = 14  # characters of a name, with their vowel signs
_MARKED = regex.compile(r"က(?!\p{M})")
_KO = "ကို"  # a title behind a space, else the object's particle


@frozen
class Burmese(Thai):
    """Characters behind a title such as ဦး or ဒေါ်, and behind an office where a particle follows."""

    def _polite(self, stretch: Stretch) -> list[tuple[int, int]]:
        """The same; ကို only where nothing touches it."""
        words = stretch.words
        found = super()._polite(stretch)
        return [
            (first, last)
            for first, last in found
            if words[last - 1].folded != _KO or not first or not stretch.touch(first)
        ]

    def _end(self, stretch: Stretch, labels: Sequence[str], first: int, *, titled: bool) -> int:
        """Where a name ends: at a particle, a title, a verb of speech or a space; `first` where it does nowhere."""
        words, rules = stretch.words, self.rules
        end = first
        while end < len(words) and (end == first or stretch.touch(end)) and end - first <= _LONGEST:
            if labels[end] in "stg" or rules.verbs.at(words, end) is not None:
                break
            end += 1
        marked = end > first and _MARKED.match(stretch.body, words[end - 1].end) is not None
        whole = 1 < end - first <= _LONGEST and (marked or titled) and not self._is_thing(stretch, first)
        return end if whole and (titled or not self._is_word(stretch, first)) else first

    def _opens(self, stretch: Stretch, labels: Sequence[str], at: int) -> int:
        """No name without a title."""
        del stretch, labels, at
        return 0

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """All names that are found."""
        del stretch
        return run.titled
