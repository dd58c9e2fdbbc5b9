"""Phrases sorted by the words that they begin with, as a language's inflection files them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, TypeVar

from monitor.text.folded import TOKEN, fold
from monitor.text.inflection import file_as, has_cyrillic

T = TypeVar("T")

FILED = 2  # words by which a phrase is filed
_UNSPACED = "\u0e00"  # scripts before this one part words by spaces


@lru_cache(maxsize=65_536)
def _spelt(phrase: str) -> tuple[tuple[str, bool], ...]:
    """A phrase's words, folded, and whether `*` follows: the same names are looked for in every language."""
    return tuple((fold(m[0]), phrase[m.end() : m.end() + 1] == "*") for m in TOKEN.finditer(phrase))


def _pattern(phrase: str, inflection: str) -> tuple[str, ...]:
    """A phrase's words as they are filed, `*` behind one with any ending; `inflection` "" files them as they are."""
    return tuple(
        f"{word}*" if open_ended else file_as(word, inflection) if inflection else word
        for word, open_ended in _spelt(phrase)
    )


@lru_cache(maxsize=65_536)
def _beginning(phrase: str, inflection: str) -> str:
    """The first word of a phrase's pattern; "" where it has none."""
    word, _, _ = phrase.partition(" ")
    starred = False
    if not (word.isalpha() and max(word) < _UNSPACED):  # else cut as tokens are: an apostrophe, a star, Thai
        first = TOKEN.search(phrase)
        if first is None:
            return ""
        word, starred = first[0], phrase[first.end() : first.end() + 1] == "*"
    word = fold(word)
    return f"{word}*" if starred else file_as(word, inflection) if inflection else word


class Filed(Generic[T]):
    """Phrases that begin with one word, the longest first, filed by their second: `the` begins hundreds."""

    def __init__(self, entries: list[tuple[tuple[str, ...], T]]) -> None:
        self._entries = entries
        self._open = [n for n, (words, _) in enumerate(entries) if len(words) > 1 and words[1].endswith("*")]
        self._second: dict[str, list[int]] = {}
        for n, (words, _) in enumerate(entries):
            if len(words) > 1 and not words[1].endswith("*"):
                self._second.setdefault(words[1], []).append(n)
        self.goes_on = bool(self._second or self._open)  # some have several words
        self.alone = [entry for entry in entries if len(entry[0]) == 1][:1]  # the word itself, if it is one

    def likely(self, following: str, forms_of_it: tuple[str, ...]) -> list[tuple[tuple[str, ...], T]]:
        """Those of several words whose second fits the word that follows, in their order; then the word alone."""
        found = [n for form in forms_of_it for n in self._second.get(form, ())]
        if self._open and following:
            found += [n for n in self._open if following.startswith(self._entries[n][0][1][:-1])]
        if not found:
            return self.alone
        listed = [self._entries[n] for n in (sorted(set(found)) if len(found) > 1 else found)]
        return [*listed, *self.alone]


class PhraseList(Generic[T]):
    """Phrases by their first word; languages that file words alike may share one.

    It is sorted when it is first looked into, since an article needs few lists; two threads may do so at once.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], inflection: str) -> None:
        self._inflection = inflection  # of `inflection.filing`; "" files words as they are
        self._given: list[tuple[str, T]] | None = list(phrases)
        self._filed: dict[str, Filed[T]] = {}  # made when a word is met: most of a language's never are
        self.first: dict[str, list[tuple[str, T]]] = {}
        self.endings: dict[str, T] = {}  # of phrases such as `*sprecher`
        self.lengths: frozenset[int] = frozenset()  # of first words that any ending may follow
        self.cyrillic = False  # whether some are in Cyrillic, and bend in every language

    def sort(self) -> None:
        """Sort the phrases by how they begin, if that was not done before."""
        if (given := self._given) is None:  # another thread may set it to None meanwhile
            return
        first: dict[str, list[tuple[str, T]]] = {}
        for entry in given:
            phrase, value = entry
            if phrase.startswith("*"):
                self.endings[fold(phrase[1:])] = value
            elif begins := _beginning(phrase, self._inflection):
                if known := first.get(begins):
                    known.append(entry)
                else:
                    first[begins] = [entry]
        self.first = first
        self.lengths = frozenset(len(word) - 1 for word in first if word.endswith("*"))
        if self._inflection:
            self.cyrillic = has_cyrillic("".join(phrase for phrase, _ in given))
        self._given = None

    def under(self, word: str) -> Filed[T]:
        """The phrases that begin with a word that some do."""
        found = self._filed.get(word)
        if found is None:
            entries = [(_pattern(phrase, self._inflection), value) for phrase, value in self.first[word]]
            found = self._filed[word] = Filed(sorted(entries, key=lambda entry: -len(entry[0])))
        return found
