"""Names beside an article that is joined to nouns: a noun with it ends a phrase, and a name begins behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from attrs import evolve, frozen

from monitor.analysis.names.given import begins, first_names
from monitor.analysis.names.naming import Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.folded import Token

_OF_NAMES = frozenset({"الدین", "الله", "الرحمن", "الحق", "الاسلام", "الرحیم", "الکریم", "العزیز"})  # نور الدين زنكي
_BEFORE = frozenset({"عبد", "ابو", "ابی", "ابن", "بن", "ام", "ال", "نور", "صلاح", "سیف", "عز"})  # عبد الفتاح السيسي
_ANDS = "وف"
_IMAM, _TO = "إ", "ل"
_VERBAL = ("ی", "ست", "سی", "سن")
_ON, _DOTTED = "علی", ("ي", "ی")
_PRONOUNS = ("هما", "ها", "هم", "نا", "ه")
_PLURALS, _PLURAL = "ات", 5  # ends of nouns, and letters of a shorter name: بركات
_OBJECTS = ("ها", "هم", "هما")
_JOINED = "بلک"  # prepositions of one letter, folded
_OWN_NAMES = frozenset({"امیره", "شیخه", "ملکه", "سیده", "عمه", "خاله"})
_PLACED = 3  # words of a name behind its place
_NAME, _SURNAME = 2, 3  # words of a name, and letters of one alone
_TANWIN = ("ًا", "اً")  # at an adverb's end
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
        """Words behind a title, or behind a first name."""
        return self.person(stretch, run) and not self._named_after(stretch, run)

    def person(self, stretch: Stretch, run: Run) -> bool:
        """The same."""
        return run.length > 1 and (run.titled or begins(stretch, run))

    def likely(self, stretch: Stretch, run: Run) -> Run:
        """Two words, and more where small ones stand among them: a verb may follow a name."""
        last = run.first + 1
        while last < run.last - 1 and stretch.words[last - 1].folded in _BEFORE:
            last += 1
        return evolve(run, last=min(run.last, last + 1))

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """The same; verbs of speech, and nouns of somebody named before (زميلها), are no names."""
        for at, word in enumerate(stretch.words):
            written = stretch.body[word.start : word.end]
            adverb = written.endswith(_TANWIN)  # موجهًا
            if labels[at] == "n" and (adverb or (word.folded.startswith("لل") and len(word.folded) > _VERB)):  # للفضاء
                labels[at] = "o"
        self._small(stretch, labels)
        self._people(stretch, labels)
        self._surnames(stretch, labels)
        for first, last, _ in self.rules.verbs.find(stretch.words):
            apart = first == 0 or labels[first - 1] != "n" or not stretch.gap(first).isspace()
            if last - first > 1 or apart or len(stretch.words[first].folded) >= _VERB:
                labels[first:last] = ["s"] * (last - first)
        for at, word in enumerate(stretch.words):  # واعتذر الوزير
            bare = Token(word.start, word.end, word.folded[1:], upper=False)
            apart = at == 0 or labels[at - 1] != "n" or not stretch.gap(at).isspace()
            joined = labels[at] == "n" and word.folded[0] in _ANDS and (apart or len(bare.folded) >= _VERB)
            if joined and self.rules.verbs.at([bare], 0) is not None:
                labels[at] = "s"
        Joined.mark(self, stretch, labels)

    def _small(self, stretch: Stretch, labels: list[str]) -> None:
        """`وفيما لفت`, `تبثها`, `بادعاء الحرص`: small words behind `and`, verbs with objects, and behind a preposition.

        A letter of a preposition begins no name without a first name where a noun with the article stands behind.
        """
        words, first = stretch.words, first_names(stretch)
        for at, word in enumerate(words):
            if labels[at] != "n" or at in first or len(word.folded) < _VERB:
                continue
            bare = word._replace(folded=word.folded[1:])
            behind = at - 1 in first
            definite = at + 1 < len(words) and self._has_article(words[at + 1]) and stretch.gap(at + 1).isspace()
            if word.folded[0] in _ANDS and self.rules.stops.at([bare], 0) is not None:
                labels[at] = "s"
            elif not behind and (word.folded.endswith(_OBJECTS) or (definite and word.folded[0] in _JOINED)):
                labels[at] = "o"

    def _people(self, stretch: Stretch, labels: list[str]) -> None:
        """Ali is no preposition where it is written with its dots; whose coach one is, is a title: مدربه, أعمالها."""
        first = first_names(stretch)
        for at, word in enumerate(stretch.words):
            written = stretch.body[word.start : word.end]
            if labels[at] == "g" and word.folded == _ON and written.endswith(_DOTTED):
                labels[at] = "n"
            elif (
                labels[at] == "n"
                and at not in first
                and self._owned(word.folded, after_title=at > 0 and labels[at - 1] == "t")
            ):
                labels[at] = "t"

    def _surnames(self, stretch: Stretch, labels: list[str]) -> None:
        """What is like a title behind a first name alone is a surname: يوسف الشاهد, عادل إمام."""
        words = stretch.words
        for at in first_names(stretch):
            labels[at] = "n" if labels[at] == "t" else labels[at]
            imam = (
                labels[at + 1 : at + 2] == ["g"] and stretch.body[words[at + 1].start] == _IMAM and at + 2 < len(words)
            )
            if labels[at] == "n" and imam:  # عادل إمام على, which is no أمام
                labels[at + 1] = "n"
            elif labels[at] == "n" and labels[at + 1 : at + 2] == ["t"] and (not at or labels[at - 1] != "n"):
                behind = words[at + 2] if at + 2 < len(words) else None
                role = behind is not None and (labels[at + 2] == "t" or self._has_article(behind))
                if self._has_article(words[at + 1]) or not role:
                    labels[at + 1] = "n"

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
        """Behind `الأعمال` in `تصريف الأعمال سامر حداد`, before `الأوضاع`, and where a name is full."""
        words, first = stretch.words, first_names(stretch)
        found = self._full(stretch, labels)
        for at in range(1, len(words)):
            closes = self._has_article(words[at - 1]) and words[at - 1].folded not in _OF_NAMES
            closes = closes and at - 1 not in first
            if labels[at - 1 : at + 1] == ["n", "n"] and closes and not (at > 1 and words[at - 2].folded in _BEFORE):
                found.add(at)
        return frozenset(found)

    def _full(self, stretch: Stretch, labels: Sequence[str]) -> set[int]:
        """Before first names that begin names, and behind them and a word or two: يحيى سريع | شركات.

        Not behind one word that may be a first name itself: الوزير كنعان خالد.
        """
        words, first, found = stretch.words, first_names(stretch), set[int]()
        size = before = 0  # words of a name with a first name, and of others before it
        for at in range(len(labels)):
            if labels[at] not in "np" or (at and not stretch.gap(at).isspace()):
                size = before = 0
            if labels[at] not in "np":
                continue
            small = at > 0 and words[at - 1].folded in _BEFORE
            surname = words[at].folded.startswith(self.rules.article) or words[at].folded in _BEFORE or at in first
            if at in first and not size:
                titled = before == 1 and at > 1 and labels[at - 2] == "t" and not self._has_article(words[at - 1])
                found |= set() if titled or small else {at}
                size = 1 + (titled or small)
            elif size and not small and (size > _NAME or (size == _NAME and not surname) or self._led(words, at, size)):
                found.add(at)
                size, before = int(at in first), int(at not in first)
            elif size:
                size += words[at].folded not in _BEFORE
            else:
                before += 1
        return found

    def _led(self, words: Sequence[Token], at: int, size: int) -> bool:
        """`إيمرسون منانغاغوا بفارق`: whether a preposition's letter may begin a word behind two of a name."""
        return size == _NAME and words[at].folded[0] in _JOINED and len(words[at].folded) >= _VERB

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Several words rather than one noun with the article: الخبيرة الاقتصادية هدى السالم."""
        article = self.rules.article
        if side == "right" and found and self._stands_alone(stretch, found[0]):
            return [found[0]]
        full = (run for run in found if run.length > 1 and begins(stretch, run))
        names = {run.first for run in full if not self._named_after(stretch, run)}
        found = [run for run in found if run.last not in names or run.first in names]  # باسم جماعة الحوثي يحيى سريع
        found = [run for run in found if run.first <= min(names, default=run.first)]
        found = [run for run in found if not self._of_office(stretch, run, names)]
        found = [run for run in found if not self._named_after(stretch, run)] or [
            evolve(run, first=run.first + (run.length >= _PLACED)) for run in found
        ]
        found = [run for run in found if not self._several(stretch, run)]
        longer = [run for run in found if run.length > 1 or not stretch.words[run.first].folded.startswith(article)]
        return Naming.usable(self, stretch, longer or found, side)

    def _of_office(self, stretch: Stretch, run: Run, names: set[int]) -> bool:
        """`قائد عمليات نينوى الفريق سالم قاسم`: words behind a title, and titles alone between them and a full name."""
        following = next((first for first in sorted(names) if first >= run.last), None)
        if following is None or run.first in names or not run.titled:
            return False
        titled = self.rules.titled(stretch.words)
        return following > run.last and all(n in titled for n in range(run.last, following))

    def _stands_alone(self, stretch: Stretch, run: Run) -> bool:
        """`وقال لوح خلال`: a word right behind its verb, without an article, with a preposition or an end behind."""
        word = stretch.words[run.first].folded
        plain = run.first == 0 and run.length == 1 and not self._has_article(stretch.words[0])
        plural = self.rules.plurals.at(stretch.words, 0) is not None
        given_name = begins(stretch, run)
        if not given_name and (word.endswith("ا") or (word.startswith(_TO) and word.endswith(_PRONOUNS))):
            return False  # قال لزواره, كان رده واضحا
        if not plain or run.titled or plural or len(word) < _SURNAME or word in self.rules.seats:
            return False
        behind = run.last < len(stretch)
        return not behind or any(
            phrases.at(stretch.words, run.last) for phrases in (self.rules.prepositions, self.rules.stops)
        )

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """Who is known by a first name before others, and nothing that begins like a verb: سيهاجم المصالح."""
        sure = [run for run in found if run.length > 1 and begins(stretch, run)]
        rest = [run for run in found if not stretch.words[run.first].folded.startswith(_VERBAL)]
        topics = Naming.topics(self, stretch, sure or rest)
        return topics if topics.titled or not sure else Topics(sure, list(found))

    def _several(self, stretch: Stretch, run: Run) -> bool:
        """Families of captives (عائلات الأسرى), or what a title is of: مدير أعمالها الجمهور."""
        words = stretch.words
        word = words[run.first].folded
        if (
            run.length == 1
            and word.endswith(_PLURALS)
            and len(word) > _PLURAL
            and run.first not in first_names(stretch)
        ):
            return True  # قائد عمليات
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
        before = at - 1
        while begins(stretch, run) and before > 0 and self._has_article(words[before]) and before not in titled:
            before -= 1
        role = run.governed and at > 0 and before in titled
        if role and run.length > 1 and begins(stretch, run):
            return evolve(run, governed=False)
        if not role or run.length < _PLACED - (at < run.first - 1):
            return run
        return evolve(run, first=run.first + (at == run.first - 1), governed=False)


def _leads_to_a_name(words: Sequence[Token], labels: Sequence[str], at: int) -> bool:
    following = list(labels[at + 1 : at + 4])
    role = words[at].folded.startswith("و") or following[:1] == ["t"]
    return following[:2] == ["n", "n"] or following == ["n", "n", "n"] or role
