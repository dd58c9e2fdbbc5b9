"""Names beside an article that is joined to nouns: a noun with it ends a phrase, and a name begins behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from attrs import evolve, frozen

from monitor.analysis.names.naming import Naming
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.phrases import Token

_OF_NAMES = frozenset({"الدین", "الله", "الرحمن", "الحق", "الاسلام", "الرحیم", "الکریم", "العزیز"})  # نور الدين زنكي
_BEFORE = frozenset({"عبد", "ابو", "ابی", "ابن", "بن", "ام", "ال", "نور", "صلاح", "سیف", "عز"})  # عبد الفتاح السيسي
_SAID = "قال"
_ANDS = "وف"
_ON, _DOTTED = "علی", ("ي", "ی")
_PRONOUNS = ("هما", "ها", "هم", "نا", "ه")
_OWN_NAMES = frozenset({"امیره", "شیخه", "ملکه", "سیده", "عمه", "خاله"})
_PLACED = 3  # words of a name behind its place
_VERB = 4  # letters; shorter ones are names too: علق, بین


@frozen
class Joined(Naming):
    """Where the article is joined to nouns and hardly ever to first names: Hebrew."""

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """After a title, words with the article belong to it where a name or title follows.

        `وزير التربية خالد الحربي`, `وزير الطاقة والمياه سامر حداد`; and what is like a title but ends a name is one of
        its words: `مديرة مستشفى الشفاء نادية المصري`.
        """
        words, article = stretch.words, self.rules.article
        for at in range(1, len(words)):
            own = words[at].folded.removeprefix("و").startswith(article)
            if labels[at] == "n" and labels[at - 1] == "t" and own and _leads_to_a_name(words, labels, at):
                labels[at] = "t"
        for at in range(2, len(words)):
            nisba = labels[at] == "t" and words[at].folded.startswith(article) and words[at].folded.endswith("ی")
            first = labels[at - 1] == "n" and not self._has_article(words[at - 1])
            behind = labels[at - 2] == "t" or self._has_article(words[at - 2])
            last = at + 1 == len(words) or labels[at + 1] != "n" or self._has_article(words[at + 1])
            if nisba and first and behind and last:
                labels[at] = "n"

    def _has_article(self, word: Token) -> bool:
        """Whether a word has the article, be it behind a clitic: والمياه, بالمأساوية."""
        article, folded = self.rules.article, word.folded
        return len(folded) > len(article) + 2 and (folded.startswith(article) or folded[1:].startswith(article))


@frozen
class Arabic(Joined):
    """Arabic, where such a noun also ends a name."""

    tells: ClassVar[bool] = True

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """Words behind a title."""
        return run.titled and run.length > 1 and not self._named_after(stretch, run)

    def likely(self, stretch: Stretch, run: Run) -> Run:
        """Two words, and more where small ones stand among them: a verb may follow a name."""
        last = run.first + 1
        while last < run.last - 1 and stretch.words[last - 1].folded in _BEFORE:
            last += 1
        return evolve(run, last=min(run.last, last + 1))

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """The same; verbs of speech, and nouns of somebody named before (زميلها), are no names."""
        for at, word in enumerate(stretch.words):
            if labels[at] == "n" and word.folded.startswith("لل") and len(word.folded) > _VERB:  # للفضاء
                labels[at] = "o"
        self._people(stretch, labels)
        for first, last, _ in self.rules.verbs.find(stretch.words):
            if last - first > 1 or stretch.words[first].folded == _SAID or len(stretch.words[first].folded) >= _VERB:
                labels[first:last] = ["s"] * (last - first)
        for at, word in enumerate(stretch.words):  # واعتذر الوزير
            bare = Token(word.start, word.end, word.folded[1:], upper=False)
            joined = labels[at] == "n" and word.folded[0] in _ANDS and len(bare.folded) >= _VERB
            if joined and self.rules.verbs.at([bare], 0) is not None:
                labels[at] = "s"
        Joined.mark(self, stretch, labels)

    def _people(self, stretch: Stretch, labels: list[str]) -> None:
        """Ali is no preposition where it is written with its dots; whose coach one is, is a title: مدربه, أعمالها."""
        for at, word in enumerate(stretch.words):
            written = stretch.body[word.start : word.end]
            if labels[at] == "g" and word.folded == _ON and written.endswith(_DOTTED):
                labels[at] = "n"
            elif labels[at] == "n" and self._owned(word.folded, after_title=at > 0 and labels[at - 1] == "t"):
                labels[at] = "t"

    def _owned(self, word: str, *, after_title: bool) -> bool:
        """Whether a word is a title, or stands behind one, and ends in a pronoun."""
        ending = next((ending for ending in _PRONOUNS if word.endswith(ending)), "")
        if not ending or word in _OWN_NAMES:
            return False
        stem = word.removesuffix(ending)
        stems = (stem, stem.removesuffix("ت") + "ه") if stem.endswith("ت") else (stem,)
        titled = any(self.rules.titles.at([Token(0, 0, each, upper=False)], 0) for each in stems if len(each) > 2)
        return titled or (after_title and len(ending) > 1 and len(stem) > 2)

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Behind `الأعمال` in `تصريف الأعمال سامر حداد`, and before `الأوضاع`."""
        words = stretch.words
        found = set()
        for at in range(1, len(words)):
            closes = self._has_article(words[at - 1]) and words[at - 1].folded not in _OF_NAMES
            if labels[at - 1 : at + 1] == ["n", "n"] and closes and not (at > 1 and words[at - 2].folded in _BEFORE):
                found.add(at)
        return frozenset(found)

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Several words rather than one noun with the article: الخبيرة الاقتصادية هدى السالم."""
        article = self.rules.article
        found = [run for run in found if not self._named_after(stretch, run)] or [
            evolve(run, first=run.first + (run.length >= _PLACED)) for run in found
        ]
        found = [run for run in found if not self._several(stretch, run)]
        longer = [run for run in found if run.length > 1 or not stretch.words[run.first].folded.startswith(article)]
        return Naming.usable(self, stretch, longer or found, side)

    def _several(self, stretch: Stretch, run: Run) -> bool:
        """Families of captives (عائلات الأسرى), or what a title is of: مدير أعمالها الجمهور."""
        words = stretch.words
        if run.length > 1:
            plural = self.rules.plurals.at(words, run.first) is not None
            return plural and not run.titled and self._has_article(words[run.first + 1])
        before = words[run.first - 1] if run.first else None
        construct = before is not None and run.titled and not self._has_article(before)
        return construct and self._has_article(words[run.first])

    def _named_after(self, stretch: Stretch, run: Run) -> bool:
        """Whether a run is a body's name: مركز محمد بن راشد للفضاء."""
        if not run.first or self.rules.bodies.at(stretch.words, run.first - 1) is None:
            return False
        body = stretch.words[run.first - 1]
        return not (self._has_article(body) or body.folded.startswith("لل"))

    def placed(self, stretch: Stretch, run: Run) -> Run:
        """The name behind a role and its place or party: مدير الصحة في حلب زياد الحاج, النائبة عن الحزب سوزان منصور."""
        words, titled = stretch.words, self.rules.titled(stretch.words)
        at = run.first - 1
        while at >= 0 and (at in titled or self._has_article(words[at])) and not self.rules.prepositions.at(words, at):
            at -= 1
        role = run.governed and at > 0 and at - 1 in titled
        if not role or run.length < _PLACED - (at < run.first - 1):
            return run
        return evolve(run, first=run.first + (at == run.first - 1), governed=False)


def _leads_to_a_name(words: Sequence[Token], labels: Sequence[str], at: int) -> bool:
    following = list(labels[at + 1 : at + 4])
    role = words[at].folded.startswith("و") or following[:1] == ["t"]
    return following[:2] == ["n", "n"] or following == ["n", "n", "n"] or role
