"""Who is named in Arabic: by a first name or a title, never by one noun with the article alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from attrs import evolve, frozen

from monitor.analysis.names.arabic.labelling import BEFORE, PRONOUNS, mark, name_ends
from monitor.analysis.names.given import begins, first_names
from monitor.analysis.names.joined import Joined
from monitor.analysis.names.naming import Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch

_TO = "ل"
_VERBAL = ("ی", "ست", "سی", "سن")
_PLURALS, _PLURAL = "ات", 5  # ends of nouns, and letters of a shorter name: بركات
_PLACED = 3  # words of a name behind its place
_SURNAME = 3  # letters of a surname alone


@frozen
class Arabic(Joined):
    """A noun with the article ends a phrase and a name, and another name begins behind it."""

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
        while last < run.last - 1 and stretch.words[last - 1].folded in BEFORE:
            last += 1
        return evolve(run, last=min(run.last, last + 1))

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """By small words, people's nouns and verbs (see `arabic.labelling`), then as in Hebrew."""
        mark(stretch, labels)
        Joined.mark(self, stretch, labels)

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Where a name is full, and behind a noun with the article."""
        return name_ends(stretch, labels)

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
        plain = run.first == 0 and run.length == 1 and not self.has_article(stretch.words[0])
        plural = self.rules.plurals.at(stretch.words, 0) is not None
        given_name = begins(stretch, run)
        if not given_name and (word.endswith("ا") or (word.startswith(_TO) and word.endswith(PRONOUNS))):
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
            return plural and not run.titled and self.has_article(words[run.first + 1])
        before = words[run.first - 1] if run.first else None
        construct = before is not None and run.titled and not self.has_article(before)
        return construct and self.has_article(words[run.first])

    def _named_after(self, stretch: Stretch, run: Run) -> bool:
        """Whether a run is a body's name: مركز محمد بن راشد للفضاء."""
        if not run.first or self.rules.bodies.at(stretch.words, run.first - 1) is None:
            return False
        body = stretch.words[run.first - 1]
        return not (self.has_article(body) or body.folded.startswith("لل"))

    def placed(self, stretch: Stretch, run: Run) -> Run:
        """The name behind a role and its place or party: مدير الصحة في حلب زياد الحاج, النائبة عن الحزب سوزان منصور."""
        words, titled = stretch.words, self.rules.titled(stretch.words)
        at = run.first - 1
        while at >= 0 and (at in titled or self.has_article(words[at])) and not self.rules.prepositions.at(words, at):
            at -= 1
        before = at - 1
        while begins(stretch, run) and before > 0 and self.has_article(words[before]) and before not in titled:
            before -= 1
        role = run.governed and at > 0 and before in titled
        if role and run.length > 1 and begins(stretch, run):
            return evolve(run, governed=False)
        if not role or run.length < _PLACED - (at < run.first - 1):
            return run
        return evolve(run, first=run.first + (at == run.first - 1), governed=False)
