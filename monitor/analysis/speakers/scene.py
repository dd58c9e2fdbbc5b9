"""What is known while an article is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import regex
from attrs import field, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names import Cast, NameWords, Run, Stretch, begins_name
from monitor.analysis.quoted import Unit
from monitor.model import Mention
from monitor.text.folded import Token, fold

_SHORT = 4  # letters of a word without its ending
_MADE = 6  # letters of a noun made of another word: Wirkung
_FULL_NAME = regex.compile(r"(?<!\p{L})(\p{Lu}[\p{L}’'-]+)((?: \p{Lu}\.| [a-z]{2,3}){0,2}) (\p{Lu}[\p{L}\p{M}\p{N}]*)")
_ENDINGS = ("en", "er", "es", "n", "e", "s")


def _behind_articles(body: str, words: Sequence[Token], rules: NameWords) -> Iterator[str]:
    """Nouns behind an article, an adjective between them or none; not behind a relative pronoun: ein Ort, den Anna."""
    articles, adjectives = rules.determiners, (*frames(rules.language).adjectives, "e")
    for place in [n for n, word in enumerate(words[:-1], start=1) if word.folded in articles]:
        described = not words[place].upper and words[place].folded.endswith(adjectives)
        at = min(place + described, len(words) - 1)
        end, follows = words[at].end, words[at + 1 : at + 2]
        named = body[end : end + 1] == "-" or (follows and follows[0].upper and follows[0].start == end + 1)
        near = all(words[n].start == words[n - 1].end + 1 for n in range(place, at + 1))  # not: zu sein“, sagte Anna
        relative = "," in body[max(0, words[place - 1].start - 2) : words[place - 1].start]
        if words[at].upper and near and not named and not relative:
            yield _without_ending(words[at].folded)


def _without_ending(word: str) -> str:
    """A noun, folded, as it is in each case and number."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORT), "")
    return word.removesuffix(ending)


@frozen
class Scene:
    """An article's text, the people it has named so far, and the outlets it names, which speak for others."""

    body: str  # without names in quotation marks
    cast: Cast
    mentions: Sequence[Mention]
    units: Sequence[Unit] = ()  # all its sentences
    rules: NameWords = field(init=False)  # the words around names in its language

    _called: dict[int, frozenset[str]] = field(factory=dict, init=False, repr=False)  # by the sentence's place

    @rules.default
    def _rules(self) -> NameWords:
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

    def is_noun(self, folded: str) -> bool:
        """Whether a word is a noun by its ending or by an article before it somewhere; where nouns have capitals."""
        return self.ends_as_noun(folded) or _without_ending(folded) in self._nouns

    def ends_as_noun(self, folded: str) -> bool:
        """Whether a word ends as nouns do that are made of others, and is none that only looks so: Jung."""
        return len(folded) >= _MADE and folded.endswith(frames(self.rules.language).nominal)

    @cached_property
    def _nouns(self) -> frozenset[str]:
        found = (_behind_articles(self.body, unit.words, self.rules) for unit in self.units)
        return frozenset(word for words in found for word in words)

    @cached_property
    def full_names(self) -> dict[str, str]:
        """Last names -> the first name of the text that begins with a first name and ends with that."""
        found: dict[str, str] = {}
        for match in _FULL_NAME.finditer(self.body, overlapped=True):
            given, small, last = match.groups()
            tied = all(word in self.rules.particles for word in small.split() if word.islower())
            if tied and last not in found and begins_name(fold(given), self.rules.language):
                found[last] = match[0]
        return found

    def is_called(self, folded: str) -> bool:
        """Whether a word with a capital ends a name somewhere, beside one person's verb of speech or behind a title."""
        return any(folded in self._called_in(place) for place in self._capitals.get(folded, ()))

    @cached_property
    def _capitals(self) -> dict[str, dict[int, None]]:
        """Words with a capital, folded -> the places of their sentences."""
        found: dict[str, dict[int, None]] = {}
        for place, unit in enumerate(self.units):
            for word in unit.words:
                if word.upper:
                    found.setdefault(word.folded, {})[place] = None
        return found

    def _called_in(self, place: int) -> frozenset[str]:
        """All such words of a sentence; few sentences are asked."""
        if (known := self._called.get(place)) is None:
            parts = ((part, at > 0) for at, part in enumerate(self.units[place].outside()))
            words = (word for part, behind in parts for word in self._beside(part, behind=behind))
            known = self._called[place] = frozenset(words)
        return known

    def _beside(self, words: Sequence[Token], *, behind: bool) -> Iterator[str]:
        """Those of some words; behind: a quotation stands before them, so that a subject may follow the first verb."""
        rules = self.rules
        verbs = [span for span in rules.verbs.find(words) if not self._of_several(words[span[0]])]
        for n in (first - 1 for first, last, _ in verbs if first and not rules.pronouns.find(words[last : last + 1])):
            noun = n > 0 and words[n - 1].folded in rules.determiners  # eine Nutzerin sagte
            if words[n].upper and not noun and self._touch(words, n):
                yield words[n].folded
        turned = rules.inverts and bool(words) and rules.prepositions.at(words, 0) is not None  # am Montag sagte Holm
        ahead = {last for first, last, _ in verbs if turned or (behind and not first)}
        for n in ahead | {last for _, last, _ in rules.titles.find(words)}:
            end = n
            while 0 < end < len(words) and words[end].upper and self._touch(words, end - 1):
                end += 1
            if end > n:
                yield words[end - 1].folded

    def _of_several(self, verb: Token) -> bool:
        return bool(self.rules.several) and verb.folded.endswith(self.rules.several)

    def _touch(self, words: Sequence[Token], at: int) -> bool:
        """Whether nothing but a space or a hyphen stands between a word and the next."""
        return self.body[words[at].end : words[at + 1].start] in {" ", "-"}

    def is_new(self, folded: str) -> bool:
        """Whether a word alone was never part of a name."""
        return self.cast.full("", [folded]) == ""
