"""Who is named in Chinese: family names come first, and few of them share most people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import regex
from attrs import evolve, frozen

from monitor.analysis.names.chinese.aligning import aligned
from monitor.analysis.names.chinese.characters import DOT, OF, roles, sounds
from monitor.analysis.names.chinese.dictionary import names_in
from monitor.analysis.names.chinese.families import family, is_counted, polite
from monitor.analysis.names.chinese.labelling import mark
from monitor.analysis.names.chinese.written import is_family, is_latin, is_place, is_translated
from monitor.analysis.names.naming import NEAR, Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.segmenting import is_listed, is_small
from monitor.text.simplifying import simplified

_HAN = regex.compile(r"[\p{Han}々]")
_STAGE = (2, 3)  # characters of one that no dictionary knows
_REPORTER = regex.compile(r"([（(][^（()）]{0,30}[记記]者)([^（()）]{0,40})(?=[)）])")
_ORIGINAL = regex.compile(r"(?<=\p{Han}) ?[（(]\p{Lu}[\p{Latin} .’'·-]{2,40}[)）] ?")  # behind a name in characters


@frozen
class Chinese(Naming):
    """A family name and one or two characters after a title, a pause or other words, up to whatever ends a name."""

    tells: ClassVar[bool] = True

    def plain(self, body: str) -> str:
        """（中央社記者楊啟芳台北31日電） without who reports, and 尚皮耶（Jean-Pierre） by one name alone."""
        body = _REPORTER.sub(lambda found: found[1] + " " * len(found[2]), body)
        return _ORIGINAL.sub(lambda found: " " * len(found[0]), body)

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """By family names, by the dictionary and by characters of foreign names (see `chinese.labelling`)."""
        mark(stretch, labels)

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Between letters and characters, and at a space between these: Toro雖然, 住戶 蘇先生."""
        latin = [word.folded.isascii() for word in stretch.words]
        places = range(1, len(labels))
        return frozenset(n for n in places if latin[n] != latin[n - 1] or (not latin[n] and stretch.gap(n) == " "))

    def _unknown(self, stretch: Stretch, run: Run) -> bool:
        """荳荳表示: characters alone before a verb of speech that are no words, and stand in the text again."""
        words, name = stretch.of(run), stretch.written(run)
        alone = run.first == 0 or bool(stretch.gap(run.first))
        said = run.last == len(stretch) or any(
            each.at(stretch.words, run.last) for each in (self.rules.verbs, self.rules.stops)
        )
        if not (
            alone and said and run.length in _STAGE and _HAN.fullmatch(name, 0, 1) and stretch.body.count(name) > 1
        ):
            return False
        parts = {simplified(name), simplified(name[:2]), simplified(name[-2:])}
        small = any(is_small(simplified(word.folded)) or word.folded in roles(self.rules.language) for word in words)
        return not small and not any(map(is_listed, parts))

    def _may_be(self, stretch: Stretch, run: Run) -> bool:
        """Whether characters are a name: with a family name, a dot, or of sounds alone."""
        words, written = stretch.of(run), stretch.written(run)
        if run.length > 1 and self.rules.polite.at(words, 1) is not None:
            return True
        if is_translated(stretch, run.last) or self._unknown(stretch, run):
            return True
        if is_place(stretch, run) or is_counted(stretch, run):
            return False
        foreign = run.length > 1 and sounds(self.rules.language).issuperset(word.folded for word in words)
        known = self.rules.surnamed(words) or written[:2] in self.rules.surnames
        return foreign or known or DOT in written or is_latin(stretch, run) or self.rules.japanese(written, run.length)

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """No character alone, no name of a body, and nothing that is no name by its characters: 今, 该, 时期."""
        own = [polite(stretch, run) for run in Naming.usable(self, stretch, found, side)]
        own = [run for run in own if run.length > 1 or is_latin(stretch, run) or is_family(stretch, run)]
        alone = [run for run in own if is_family(stretch, run)]
        own = [
            cut
            for run in own
            if (cut := aligned(stretch, run, sounds(self.rules.language))) is not None and run not in alone
        ]
        own = [run for run in own if self._may_be(stretch, run) and not self._names_body(stretch, run)]
        return own + alone  # which stand last

    def _names_body(self, stretch: Stretch, run: Run) -> bool:
        """江北公司工程师阎敏: a body's word right behind, and no title that begins like one, as 部长 does."""
        if run.last == len(stretch):
            return False
        body = self.rules.bodies.at(stretch.words, run.last)
        title = self.rules.titles.at(stretch.words, run.last)
        return body is not None and (title is None or title[0] <= body[0])

    def person(self, stretch: Stretch, run: Run) -> bool:
        """A name with a dot, or with a family name where one may begin or where the dictionary tells it."""
        written = stretch.written(run)
        if DOT in written:
            return True
        if (
            is_place(stretch, run)
            or not self.rules.surnamed(stretch.of(run))
            or aligned(stretch, run, sounds(self.rules.language)) != run
        ):
            return False
        before = stretch.words[run.first - 1].folded if run.first else ""
        told = {sure for first, last, sure in names_in(written, self.rules) if (first, last) == (0, len(written))}
        return run.titled or True in told or (bool(told) and (before in roles(self.rules.language) or before == OF))

    sure = person  # the same

    def known(self, stretch: Stretch, run: Run) -> bool:
        """A name in Latin letters alone: Toro說."""
        return is_latin(stretch, run)

    def initial(self, words: Sequence[str]) -> str:
        """王部长, 蔣: whoever was named with the family name last."""
        return family(self.rules, words)

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """Those with a family name, whether a title stands beside them or not."""
        found = [cut for run in found if (cut := aligned(stretch, run, sounds(self.rules.language))) is not None]
        topics = Naming.topics(self, stretch, found)
        near = [run for run in found if run.first <= 2 * NEAR and self.person(stretch, run)]
        own = [run for run in found if self.rules.surnamed(stretch.of(run))]
        others = own or [run for run in found if run.length > 1]
        return evolve(topics, titled=near, others=others, reach=2 * NEAR if own else topics.reach)
