"""Finds phrases in the words of a text, in each of their written forms and, where asked, cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from monitor.text.filed import FILED, Filed, PhraseList
from monitor.text.folded import FOLDED, Token, Words
from monitor.text.inflection import attaches, filing, forms, may_bend

T = TypeVar("T")

_REMEMBERED = 20_000  # words of a list


class Phrases(Generic[T]):
    """Finds phrases in tokens; `*` at the end of a word stands for any ending, a whole phrase `*x` for any beginning.

    With `inflected`, a word of the text also matches without its clitics and case endings. `further` are lists that
    languages share: their phrases, of which none begins or ends in `*`, are found too, where no own one is as long.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        language: str,
        *,
        inflected: bool = False,
        further: Sequence[PhraseList[T]] = (),
    ) -> None:
        self._language, self._inflected = language, inflected
        own = PhraseList(phrases, filing(language) if inflected else "")
        self._lists = (own, *further)
        self._sorted = False
        self._endings: dict[str, T] = {}
        self._never: set[str] = set()  # words met that begin no phrase
        self._met: dict[str, tuple[Filed[T], ...]] = {}  # and those that may begin some, or end as one does
        self._lengths: frozenset[int] = frozenset()
        self._suffixes: tuple[str, ...] = ()
        self._attaches = inflected and attaches(language)
        self._cyrillic = False  # some phrase is to be found though its words in Cyrillic bend
        self._closed = True  # no beginning and no ending is open

    def _sort(self) -> None:
        """Sort the lists; two threads may do so at once."""
        for each in self._lists:
            each.sort()
        own = self._lists[0]
        self._endings, self._lengths, self._suffixes = own.endings, own.lengths, tuple(own.endings)
        self._closed = not (own.lengths or own.endings)
        self._cyrillic = not self._attaches and any(each.cyrillic for each in self._lists)
        self._sorted = True

    def find(self, words: Sequence[Token]) -> list[tuple[int, int, T]]:
        """All longest matches as (first token, token after the last, value); none overlaps the one before it."""
        if not self._sorted:
            self._sort()
        found: list[tuple[int, int, T]] = []
        after = 0
        for position, begun in self._starts(words):
            if position < after:
                continue
            match = self._longest(begun, words, position)
            if match:
                found.append((position, *match))
                after = match[0]
        return found

    def _starts(self, words: Sequence[Token]) -> list[tuple[int, tuple[Filed[T], ...]]]:
        """The tokens that may begin a phrase, and the phrases that they may begin."""
        if isinstance(words, Words):
            folded, bend = words.folded, words.bend
        else:
            folded = frozenset(map(FOLDED, words))
            bend = self._cyrillic and may_bend(max(folded, default=""))
        as_written = self._closed and not (self._attaches or (self._cyrillic and bend))
        begun: dict[str, tuple[Filed[T], ...]] = {}
        for word in self._beginning(folded) if as_written else folded - self._never:
            known = self._met.get(word)
            found = self._begun_by(word) if known is None else known
            if found or self._endings:
                begun[word] = found
        return [(n, begun[word[2]]) for n, word in enumerate(words) if word[2] in begun] if begun else []

    def _beginning(self, folded: frozenset[str]) -> set[str]:
        """Those of the words that begin a phrase as they are."""
        own, *further = self._lists
        found = own.first.keys() & folded
        for each in further:
            found |= each.first.keys() & folded
        return found

    def _under(self, *keys: str) -> tuple[Filed[T], ...]:
        """The phrases that begin with one of these words, those of the list of its own first."""
        return tuple(each.under(key) for each in self._lists for key in keys if key in each.first)

    def _bends(self, folded: str) -> bool:
        """Whether a word may match without clitics and endings."""
        return self._attaches or (self._cyrillic and may_bend(folded))

    def at(self, words: Sequence[Token], position: int) -> tuple[int, T] | None:
        """The longest match that begins at a token: the token after its last, and its value."""
        if not self._sorted:
            self._sort()
        if position >= len(words) or (folded := words[position].folded) in self._never:
            return None
        return self._longest(self._met.get(folded) or self._begun_by(folded), words, position)

    def _begun_by(self, folded: str) -> tuple[Filed[T], ...]:
        """The phrases that a word may begin, remembered, because few words make most of every text."""
        if self._closed and not self._bends(folded):
            return self._under(folded)
        found = self._under(*self._keys(folded))
        if len(self._never) + len(self._met) < _REMEMBERED:
            if found or folded.endswith(self._suffixes):
                self._met[folded] = found
            else:
                self._never.add(folded)
        return found

    def _longest(self, begun: tuple[Filed[T], ...], words: Sequence[Token], position: int) -> tuple[int, T] | None:
        best: tuple[int, T] | None = None
        for filed in begun:
            for pattern, value in self._likely(filed, words, position) if filed.goes_on else filed.alone:
                end = position + len(pattern)
                if best and end <= best[0]:
                    break
                if end <= len(words) and (len(pattern) <= FILED or self._goes_on(pattern, words, position)):
                    best = end, value
                    break
        return best if best or not self._suffixes else self._by_ending(words[position].folded, position)

    def _goes_on(self, pattern: tuple[str, ...], words: Sequence[Token], position: int) -> bool:
        """Whether the words by which a phrase is not filed follow too."""
        return all(self._fits(words[position + n].folded, pattern[n]) for n in range(FILED, len(pattern)))

    def _likely(self, filed: Filed[T], words: Sequence[Token], position: int) -> Sequence[tuple[tuple[str, ...], T]]:
        """The phrases that begin at a token, as far as its word and the next tell; the longest first."""
        if position + 1 == len(words):
            return filed.alone
        following = words[position + 1].folded
        return filed.likely(following, self._forms(following))

    def _by_ending(self, folded: str, position: int) -> tuple[int, T] | None:
        if not folded.endswith(self._suffixes):
            return None
        begins = range(len(folded))  # the longest ending first
        return position + 1, next(self._endings[folded[n:]] for n in begins if folded[n:] in self._endings)

    def _forms(self, folded: str) -> tuple[str, ...]:
        return forms(folded, self._language) if self._bends(folded) else (folded,)

    def _keys(self, folded: str) -> list[str]:
        return [*self._forms(folded), *(folded[:length] + "*" for length in self._lengths if len(folded) >= length)]

    def _fits(self, folded: str, pattern: str) -> bool:
        if pattern.endswith("*"):
            return folded.startswith(pattern[:-1])
        return pattern == folded or (self._inflected and pattern in forms(folded, self._language))
