"""What is known while an article is read."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import frozen

from monitor.analysis.names import Cast, NameWords, Run, Stretch
from monitor.model import Mention
from monitor.text.phrases import Token


@frozen
class Scene:
    """An article's text, the people it has named so far, and the outlets it names, which speak for others."""

    body: str  # without names in quotation marks
    cast: Cast
    mentions: Sequence[Mention]

    @property
    def rules(self) -> NameWords:
        """The words around names in its language."""
        return self.cast.naming.rules

    def stretch(self, words: Sequence[Token]) -> Stretch:
        """Words of the text, to find names in."""
        return Stretch(self.body, words, self.cast.naming)

    def is_outlet(self, stretch: Stretch, run: Run) -> bool:
        """Whether an outlet is named in a run."""
        begin, end = stretch.words[run.first].start, stretch.words[run.last - 1].end
        return any(begin < m.start + len(m.name) and m.start < end for m in self.mentions)

    def full(self, stretch: Stretch, run: Run) -> str:
        """The full name that a run stands for, as far as the text has told it."""
        return self.cast.full(stretch.written(run), stretch.folded(run))

    def is_written(self, word: Token) -> bool:
        """Whether a word with which a sentence begins is a name by its capital elsewhere, or by whom the text knows."""
        name = self.body[word.start : word.end]
        return (
            not self.is_new(word.folded) or regex.search(rf"\p{{Ll}},? {regex.escape(name)}\b", self.body) is not None
        )

    def is_new(self, folded: str) -> bool:
        """Whether a word alone was never part of a name."""
        return self.cast.full("", [folded]) == ""
