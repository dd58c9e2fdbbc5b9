"""Some words of a text, and a run of them that may be a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex
from attrs import field, frozen

from monitor.text.folded import Token, Words

if TYPE_CHECKING:
    from monitor.analysis.names.naming import Naming
    from monitor.analysis.names.words import NameWords


JOINER = "\u200c"  # between the parts of one word: غریب‌آبادی
_INSIDE_NAME = regex.compile(r"^(?:[^\S\n\u200c]*\u200c?|[-‐‑־'’·・=.]|\.\s)$")
_APART = {"' ": "o", "’ ": "o", '"': "כ", "״": "כ"}  # signs behind a name's first letter: O' Leary, כ"ץ


def whole(body: str, first: Token, last: Token) -> bool:
    """Whether no joiner ties words, from one to another, to those beside them."""
    return body[last.end : last.end + 1] != JOINER and body[first.start - 1 : first.start] != JOINER


def occurrences(body: str, text: str) -> Iterator[int]:
    """Where a text stands in a body."""
    at = body.find(text)
    while at >= 0:
        yield at
        at = body.find(text, at + len(text))


@frozen(slots=True)
class Run:
    """Words that may be a name."""

    first: int
    last: int  # after the last
    titled: bool  # beside a title such as president
    governed: bool  # after a preposition, or a possessive: no subject
    owner: bool = False  # a possessive: Ahmed Saleh's reply

    @property
    def length(self) -> int:
        """In tokens."""
        return self.last - self.first


@frozen(slots=True)
class Stretch:
    """Words of a text in which names are looked for."""

    body: str  # what the words' places refer to
    words: Sequence[Token]
    naming: Naming
    rules: NameWords = field(init=False, eq=False, repr=False)  # the words around names in its language

    @rules.default
    def _rules(self) -> NameWords:
        return self.naming.rules

    def __len__(self) -> int:
        return len(self.words)

    def part(self, begin: int, end: int | None = None) -> Stretch:
        """The words from one to before another."""
        return Stretch(self.body, self.words[begin:end], self.naming)

    def of(self, run: Run) -> Sequence[Token]:
        """The words of a run."""
        return self.words[run.first : run.last]

    def written(self, run: Run) -> str:
        """A run as the text writes it."""
        return self.body[self.words[run.first].start : self.words[run.last - 1].end]

    def folded(self, run: Run) -> list[str]:
        """The words of a run, folded."""
        return [word.folded for word in self.of(run)]

    def gap(self, at: int) -> str:
        """What stands between the word at a place and the one before it."""
        return self.body[self.words[at - 1].end : self.words[at].start]

    def touch(self, at: int) -> bool:
        """Whether nothing does."""
        return self.words[at - 1].end == self.words[at].start

    def of_one_name(self, at: int) -> bool:
        """Whether what stands before the word at a place may stand inside a name: a space, a hyphen, O' of O' Leary."""
        gap = self.gap(at)
        return bool(_INSIDE_NAME.match(gap)) or self.words[at - 1].folded == _APART.get(gap)

    def places(self, among: frozenset[str]) -> list[int]:
        """Where words stand that are, folded, some of those given."""
        words = self.words
        if isinstance(words, Words) and among.isdisjoint(words.folded):
            return []
        return [at for at, word in enumerate(words) if word.folded in among]

    def whole(self, first: int, last: int) -> bool:
        """Whether words from one to before another are no part of a longer one: گفت of گفت‌وگو."""
        return whole(self.body, self.words[first], self.words[last - 1])

    def follows(self, run: Run) -> str:
        """The word behind a run, folded; "" at the end."""
        return self.words[run.last].folded if run.last < len(self.words) else ""
