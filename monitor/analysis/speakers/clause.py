"""A verb of speech with the words around it, and whom it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from monitor.text.folded import Token


@frozen(kw_only=True)
class Subject:
    """Who a verb of speech belongs to; `name` is empty where nobody is named."""

    name: str
    verb: str
    start: int = 0  # of the verb, in characters of the body
    end: int = 0
    outlet: bool = False  # an outlet reports, nobody speaks
    goes_on: bool = False  # a pronoun, or a verb alone: whoever spoke last
    attributed: bool = False  # by `according to`, not by a verb
    body: bool = False  # no person but a ministry, a company
    sex: str = ""  # m or f, where a pronoun or an article tells it of whoever spoke last


@frozen(kw_only=True)
class Clause:
    """A verb of speech and the words around it."""

    words: Sequence[Token]
    verb: tuple[int, int]  # first word and the one after the last; equal where there is none
    earlier: Sequence[Token] = ()  # before the quotation, where languages that end with the verb have the subject
    recent: Sequence[Token] = ()  # of these, those behind the verb of speech before
    after_quote: bool = False  # a quotation ends before these words
    attributes: bool = False  # no verb but `according to`, whose name follows
    behind: bool = False  # no verb but `zufolge`, whose name stands before
    anywhere: bool = False  # the verb is only guessed, its subject may be any of the words

    @property
    def place(self) -> tuple[int, int]:
        """Where the verb stands in the text; at the words' end where there is none."""
        first, last = self.verb
        if last > first:
            return self.words[first].start, self.words[last - 1].end
        return (self.words[-1].end, self.words[-1].end) if self.words else (0, 0)


@frozen
class Latest:
    """The last quotation, or a sentence about somebody: who it belongs to and where it ends."""

    subject: Subject | None = None
    end: int = -1
