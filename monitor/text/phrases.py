"""Finds phrases in the words of a text, in each of their written forms and, where asked, cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from monitor.text.folded import FOLDED, TOKEN, Token, Words, fold
from monitor.text.inflection import attaches, file_as, filing, forms, has_cyrillic, may_bend

T = TypeVar("T")

_REMEMBERED = 20_000  # words of a list
_FILED = 2  # words by which a phrase is filed


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
    first = TOKEN.search(phrase)
    if first is None:
        return ""
    word = fold(first[0])
    starred = phrase[first.end() : first.end() + 1] == "*"
    return f"{word}*" if starred else file_as(word, inflection) if inflection else word


class _Filed(Generic[T]):
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


class Phrases(Generic[T]):
    """Finds phrases in tokens; `*` at the end of a word stands for any ending, a whole phrase `*x` for any beginning.

    With `inflected`, a word of the text also matches without its clitics and case endings.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]], language: str, *, inflected: bool = False) -> None:
        self._language, self._inflected = language, inflected
        self._given: list[tuple[str, T]] | None = list(phrases)  # until first looked for: an article needs few lists
        self._inflection = filing(language) if inflected else ""
        self._first: dict[str, _Filed[T]] = {}  # made of `_unfiled` when a word is met: most of a language's never are
        self._unfiled: dict[str, list[tuple[str, T]]] = {}
        self._endings: dict[str, T] = {}
        self._never: set[str] = set()  # words met that begin no phrase
        self._met: dict[str, tuple[_Filed[T], ...]] = {}  # and those that may begin some, or end as one does
        self._lengths: set[int] = set()
        self._suffixes: tuple[str, ...] = ()
        self._attaches = inflected and attaches(language)
        self._cyrillic = False  # some phrase is to be found though its words in Cyrillic bend
        self._closed = True  # no beginning and no ending is open

    def _read(self, phrases: Sequence[tuple[str, T]]) -> None:
        """Sort them by how they begin; two threads may do so at once."""
        unfiled: dict[str, list[tuple[str, T]]] = {}
        for entry in phrases:
            phrase, value = entry
            if phrase.startswith("*"):
                self._endings[fold(phrase[1:])] = value
            elif begins := _beginning(phrase, self._inflection):
                if known := unfiled.get(begins):
                    known.append(entry)
                else:
                    unfiled[begins] = [entry]
        self._unfiled = unfiled
        self._lengths = {len(word) - 1 for word in unfiled if word.endswith("*")}
        self._suffixes = tuple(self._endings)
        self._closed = not (self._lengths or self._endings)
        if self._inflected and not self._attaches:
            listed = (phrase for entries in self._unfiled.values() for phrase, _ in entries)
            self._cyrillic = has_cyrillic("".join(listed))
        self._given = None

    def _filed(self, word: str) -> _Filed[T]:
        """The phrases that begin with a word that some do."""
        found = self._first.get(word)
        if found is None:
            entries = [(_pattern(phrase, self._inflection), value) for phrase, value in self._unfiled[word]]
            found = self._first[word] = _Filed(sorted(entries, key=lambda entry: -len(entry[0])))
        return found

    def find(self, words: Sequence[Token]) -> list[tuple[int, int, T]]:
        """All longest matches as (first token, token after the last, value); none overlaps the one before it."""
        if (given := self._given) is not None:  # another thread may set it to None meanwhile
            self._read(given)
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

    def _starts(self, words: Sequence[Token]) -> list[tuple[int, tuple[_Filed[T], ...]]]:
        """The tokens that may begin a phrase, and the phrases that they may begin."""
        if isinstance(words, Words):
            folded, bend = words.folded, words.bend
        else:
            folded = frozenset(map(FOLDED, words))
            bend = self._cyrillic and may_bend(max(folded, default=""))
        as_written = self._closed and not (self._attaches or (self._cyrillic and bend))
        begun: dict[str, tuple[_Filed[T], ...]] = {}
        for word in self._unfiled.keys() & folded if as_written else folded - self._never:
            known = self._met.get(word)
            found = self._begun_by(word) if known is None else known
            if found or self._endings:
                begun[word] = found
        return [(n, begun[word[2]]) for n, word in enumerate(words) if word[2] in begun] if begun else []

    def _bends(self, folded: str) -> bool:
        """Whether a word may match without clitics and endings."""
        return self._attaches or (self._cyrillic and may_bend(folded))

    def at(self, words: Sequence[Token], position: int) -> tuple[int, T] | None:
        """The longest match that begins at a token: the token after its last, and its value."""
        if (given := self._given) is not None:  # another thread may set it to None meanwhile
            self._read(given)
        if position >= len(words) or (folded := words[position].folded) in self._never:
            return None
        return self._longest(self._met.get(folded) or self._begun_by(folded), words, position)

    def _begun_by(self, folded: str) -> tuple[_Filed[T], ...]:
        """The phrases that a word may begin, remembered, because few words make most of every text."""
        if self._closed and not self._bends(folded):
            return (self._filed(folded),) if folded in self._unfiled else ()
        keys = self._keys(folded)
        known = not self._unfiled.keys().isdisjoint(keys)
        found = tuple(self._filed(form) for form in keys if form in self._unfiled) if known else ()
        if len(self._never) + len(self._met) < _REMEMBERED:
            if found or folded.endswith(self._suffixes):
                self._met[folded] = found
            else:
                self._never.add(folded)
        return found

    def _longest(self, begun: tuple[_Filed[T], ...], words: Sequence[Token], position: int) -> tuple[int, T] | None:
        best: tuple[int, T] | None = None
        for filed in begun:
            for pattern, value in self._likely(filed, words, position) if filed.goes_on else filed.alone:
                end = position + len(pattern)
                if best and end <= best[0]:
                    break
                if end <= len(words) and (len(pattern) <= _FILED or self._goes_on(pattern, words, position)):
                    best = end, value
                    break
        return best if best or not self._suffixes else self._by_ending(words[position].folded, position)

    def _goes_on(self, pattern: tuple[str, ...], words: Sequence[Token], position: int) -> bool:
        """Whether the words by which a phrase is not filed follow too."""
        return all(self._fits(words[position + n].folded, pattern[n]) for n in range(_FILED, len(pattern)))

    def _likely(self, filed: _Filed[T], words: Sequence[Token], position: int) -> Sequence[tuple[tuple[str, ...], T]]:
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
