"""Names in Hebrew, which has no capitals: first names by a list, and where a name ends by its number of words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar

import regex
from attrs import frozen

from monitor.analysis.frames import territories
from monitor.analysis.names.given import begins, first_names
from monitor.analysis.names.joined import Joined
from monitor.analysis.names.naming import Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.analysis.names.unnamed import is_unnamed
from monitor.text.folded import Token, fold

_INSIDE = frozenset(
    {"בן", "בת", "בר", "אבו", "אל", "דה", "ון", "ואן", "אבן", "דל", "די", "דוס", "לה", "פון", "דר", "דו", "סן", "סאן"}
    | {"עבד", "אום"}
)
_AGED = frozenset({"בן", "בת"})  # before a number
_OF = "של"  # behind a noun
_HIS = regex.compile(r"[בלמ]\p{L}{2,}ו")  # בנאומו: a preposition and a possessive
_JOINED = "בהוכלמש"  # prepositions, the article, and, that: letters that may be joined to a word
_OBJECT = "את"  # stands behind a verb
_NAME = 2  # words
_FINAL = str.maketrans("ךםןףץ", "כמנפצ")
_ENDING = 3  # letters of a country's name, or of its people's, behind that: רוסיה, פלסטינים
_THAT = "ש"
_PLURALS = ("ים", "ות")
_STEM = 3  # letters of a country's name that its adjective keeps: רוסי, רוסיה


@lru_cache(maxsize=4)
def _countries(language: str) -> frozenset[str]:
    words = (word for name in territories(language) for word in fold(name).translate(_FINAL).split())
    return frozenset(form for word in words for form in (word, word.removeprefix("ה")))


@frozen
class Hebrew(Joined):
    """A name is a first name that is known, or the words behind a title; two words, or more with בן."""

    tells: ClassVar[bool] = True

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Verbs of speech are no names, nor what tells which office it is: `אוניברסיטת חיפה`, `הוועד הפועל`."""
        words, first = stretch.words, first_names(stretch)
        for at, word in enumerate(words):
            if at and stretch.gap(at) in {"'", "׳", "’"}:
                continue  # שמח'אני
            bare = word.folded.lstrip("וש") if word.folded[:1] in {"ו", "ש"} else word.folded
            said = any(self.rules.verbs.at([word._replace(folded=form)], 0) for form in {word.folded, bare} if form)
            small = word.folded in self.rules.common and word.folded not in _INSIDE
            if labels[at] == "n" and (said or small) and at not in first:
                labels[at] = "s"
        for _, last, body in self.rules.bodies.find(words):
            if last < len(words) and labels[last] == "n" and last not in first and body[-1] != "ה":
                labels[last] = "t"
        for at in range(1, len(words)):
            office = labels[at] == "n" and labels[at - 1] == "t" and at not in first
            if office and (self._of_a_country(words[at]) or self._goes_on(words, labels, at)):
                labels[at] = "t"
        self._ages(words, labels)
        named = [at for at in first if labels[at] == "n"]
        Joined.mark(self, stretch, labels)
        for at in named:
            labels[at] = "n"  # הורסיו begins with no article
        self._ordinary(stretch, labels, first)

    def _ages(self, words: Sequence[Token], labels: list[str]) -> None:
        """`רועי יעקב בן 22`: how old somebody is, is no part of the name."""
        for at, word in enumerate(words[1:]):
            if word.folded.isdigit() and words[at].folded in _AGED:
                labels[at] = "o"

    def _ordinary(self, stretch: Stretch, labels: list[str], first: frozenset[int]) -> None:
        """What is no name whatever stands beside it, but behind a first name: בנושא, שהגיע."""
        words = stretch.words
        for at, word in enumerate(words):
            surname = at > 0 and labels[at - 1] == "n" and (at - 1 in first or words[at - 1].folded in _INSIDE)
            if labels[at] == "n" and not (surname or at in first) and is_unnamed(word.folded, self.rules.language):
                labels[at] = "o"

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Before each first name, and behind two words, or three where a comma follows or two are first names."""
        known, found = first_names(stretch), set[int]()
        size, named, twice = 0, False, False  # words; whether a first name begins it; whether another follows
        for at in range(len(labels)):
            if labels[at] != "n":
                size = 0
                continue
            apart = at == 0 or any(sign.isspace() for sign in stretch.gap(at))
            if size and not apart:
                continue
            first = at in known
            inside = size > 0 and stretch.words[at - 1].folded in _INSIDE
            joined = stretch.words[at].folded[:1] in _JOINED  # עינת עובדיה בוועדה
            full = size > _NAME or (size == _NAME and not ((twice and not joined) or self._closes(stretch, at)))
            new = size > 0 and ((first and not named) or full or self._ends_before(stretch, labels, at, named))
            if new and not inside:
                found.add(at)
                size = 0
            twice = named and first and size == 1
            named = first or (size == 0 and at > 0 and labels[at - 1] == "t") or (named and size > 0 and first)
            size += stretch.words[at].folded not in _INSIDE or size == 0
        return frozenset(found)

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """Two words or more that begin with a first name."""
        return begins(stretch, run) and self._size(stretch, run) > 1

    def person(self, stretch: Stretch, run: Run) -> bool:
        """The same, or such behind a title."""
        return self.sure(stretch, run) or Naming.person(self, stretch, run)

    def known(self, stretch: Stretch, run: Run) -> bool:
        """A first name, or a word without the article that stands so again in the text."""
        written = stretch.written(run)
        again = not written.startswith(self.rules.article) and len(written) > _NAME
        return begins(stretch, run) or (again and stretch.body.count(f" {written}") > 1)

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Names that are known to be some, and words alone, before others."""
        found = [run for run in found if begins(stretch, run) or stretch.follows(run) != _OF]  # סנגורו של
        found = [run for run in found if not self._is_phrase(stretch, run)]
        sure = [run for run in found if run.titled or self._size(stretch, run) == 1 or begins(stretch, run)]
        if side == "right" and found and self._stands_alone(stretch, found):
            return [found[0]]  # אמר נתניהו והזכיר
        full = [run for run in sure if self._size(stretch, run) > 1]
        given_name = [run for run in full if begins(stretch, run)]
        if side == "left" and given_name:  # מאמן מכבי תל אביב, עודד קטש, סיכם
            return Naming.usable(self, stretch, given_name, side)
        return Naming.usable(self, stretch, sure if full else found, side)

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """Only who is known by a first name or a title."""
        places = self.rules.titled(stretch.words)
        titled = [run for run in found if run.first - 1 in places and self._size(stretch, run) > 1]
        sure = [run for run in found if self.sure(stretch, run)]
        return Topics(titled, sure, sure=True) if sure else Topics(titled, list(found), reach=-1)

    def _stands_alone(self, stretch: Stretch, found: Sequence[Run]) -> bool:
        """Whether the first words are a name with a first name, or one word without a joined letter."""
        run = found[0]
        if run.first or begins(stretch, run):
            return not run.first
        role = len(found) > 1 and found[1].first == run.last and begins(stretch, found[1])  # עדה רונית כהן
        return not role and self._size(stretch, run) == 1 and stretch.words[run.first].folded[:1] not in _JOINED

    def _is_phrase(self, stretch: Stretch, run: Run) -> bool:
        """`כוכבת הסדרה`, `תושבים רבים`, `הנשיא שאחת מהם`: no known first name, and an article, a plural or a clause.

        Behind a title the clause alone tells.
        """
        if begins(stretch, run):
            return False
        if self._size(stretch, run) == 1:  # הנשיא שאחת
            word = stretch.words[run.first].folded
            return len(word) > _STEM and word[0] == _THAT and word[1:] in self.rules.common
        first, last = (stretch.words[at].folded for at in (run.first, run.last - 1))
        if (len(first) > _STEM and first[0] == _THAT) or (last[0] == _THAT and last[1:] in self.rules.common):
            return True
        return not run.titled and len(last) > _STEM and (last[0] == self.rules.article or last.endswith(_PLURALS))

    def _size(self, stretch: Stretch, run: Run) -> int:
        """Words as spaces part them: ג'ימי is one."""
        return 1 + sum(stretch.gap(at).isspace() for at in range(run.first + 1, run.last))

    def _ends_before(self, stretch: Stretch, labels: Sequence[str], at: int, named: bool) -> bool:
        """Whether a name of one word ends: `פומפאו בנאומו`, `קרטס חנך את`."""
        words = stretch.words
        joined = _HIS.fullmatch(words[at].folded) is not None
        verb = at + 1 < len(labels) and words[at + 1].folded == _OBJECT
        return not named and (joined or verb)

    def _closes(self, stretch: Stretch, at: int) -> bool:
        """Whether a comma follows a third word that may be of the name: `רונית כהן ארד, יושבת הראש`."""
        words = stretch.words
        joined = words[at].folded[:1] in _JOINED
        return not joined and at + 1 < len(words) and stretch.gap(at + 1).startswith(",")

    def _of_a_country(self, word: Token) -> bool:
        """Whether a word is an adjective with the article, of a country: הפלסטיני."""
        folded = word.folded
        if not folded.startswith(self.rules.article) or not folded.endswith(("י", "ית")):
            return False
        stem = folded[1:].removesuffix("ת").removesuffix("י")
        countries = _countries(self.rules.language)
        return len(stem) >= _STEM and any(
            name.startswith(stem) and len(name) <= len(stem) + _ENDING for name in countries
        )

    def _goes_on(self, words: Sequence[Token], labels: Sequence[str], at: int) -> bool:
        """Whether a noun and its adjective, both with the article, follow a title: חברת הוועד הפועל."""
        pair = words[at : at + 2]
        return len(pair) > 1 and labels[at + 1] == "n" and all(self.has_article(word) for word in pair)
