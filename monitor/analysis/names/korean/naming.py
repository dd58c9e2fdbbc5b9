"""Who is named in Korean: by three syllables that begin with a family name, a title behind, a marker at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import regex
from attrs import frozen

from monitor.analysis.names.korean.hangul import (
    FOREIGN,
    SUBJECT,
    SYLLABLES,
    TOPIC,
    done_to,
    is_foreign,
    is_governed,
    is_particle,
)
from monitor.analysis.names.korean.labelling import mark
from monitor.analysis.names.korean.words import (
    COMMON,
    LONGEST_OFFICE,
    OFFICES,
    POLITE,
    has_family,
    is_full_name,
    is_title,
    is_workplace,
)
from monitor.analysis.names.naming import NEAR, Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.folded import Token

_MARKED = frozenset("은는이가을를의에")  # ends of words inside no name
_NO_NAMES = frozenset("은는다에을를의")  # ends of three syllables that are no name
_FORM = regex.compile(
    r"(?:는|도록|하게|에서|으로|[라다자냐하]고|하며|[하했]던|[된될할것때등중]|[두하]지|해서?|하여|부터|까지|처럼|에게)$"
)
_FAMILY = regex.compile(r".씨(?:[은는이가도]|의)?$")
_MISTERED = regex.compile(_FAMILY.pattern + "|.아무개")
_TOO, _GENITIVE = "도", "의"
_LETTER = regex.compile(r"[a-z]씨[은는이가도]?$")
_BEHIND = regex.compile(r"\d+$|씨|가명")  # behind a name, an age or Mr
_MISTER = "씨"
_SOMEBODY = "모"  # behind a family name: whose given name is left out
_APART = ("(", " 역시")  # behind a full name


@frozen
class Korean(Naming):
    """Words of three syllables, the first a family name, are names where nothing speaks against it."""

    tells: ClassVar[bool] = True

    def impolite(self, name: str) -> str:
        """Without 씨, but where a letter stands for a name (A씨), and without a particle: 장하리도."""
        if name[-1:] == _TOO and self.whole(name[:-1]):
            return name[:-1]
        return name.removesuffix(_MISTER) if len(name.rpartition(" ")[2]) > len("A" + _MISTER) else name

    def whole(self, word: str) -> bool:
        """A frequent family name and two syllables without an ending of common nouns."""
        return is_full_name(word, self.rules)

    def initial(self, words: Sequence[str]) -> str:
        """A family name alone: 류 교수, 이씨."""
        alone = len(words) == 1 and (len(words[0]) == 1 or _FAMILY.match(words[0]))
        return words[0][0] if alone else ""

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """A full name beside a title, or some words before one: 도널드 트럼프 미국 대통령이."""
        if run.length == 1 and (self._owned(stretch, run) or self._stage(stretch, run)):
            return True
        if run.length == 1:
            return self.whole(stretch.words[run.first].folded) and self.person(stretch, run)
        if self._introduced(stretch, run):
            return True
        titled = self._called(stretch, run)
        foreign = not any(word.folded[-1] in OFFICES for word in stretch.of(run))
        return titled and foreign and run.length <= FOREIGN and not is_governed(stretch, run)

    def _introduced(self, stretch: Stretch, run: Run) -> bool:
        """A foreign name behind a title, with a subject's marker: 외국인 투수 카를로스 메넨데스가."""
        words = stretch.folded(run)
        marked = words[-1][-1] in SUBJECT and len(words[-1]) > SYLLABLES
        whole = all(len(word) > 1 and word[-1] not in COMMON for word in words[:-1])
        return marked and self._led(stretch, run) and whole and 2 <= run.length <= FOREIGN

    def _stage(self, stretch: Stretch, run: Run) -> bool:
        """가수 윤슬이: a family name and one syllable behind a title, with a subject's marker."""
        word = stretch.words[run.last - 1].folded
        short = run.length == 1 and len(word) == SYLLABLES and word[-1] in SUBJECT and has_family(word, self.rules)
        return short and self._led(stretch, run) and not self._called(stretch, run)

    def _led(self, stretch: Stretch, run: Run) -> bool:
        """Whether a title stands before a name."""
        return run.first > 0 and self.rules.titles.at(stretch.words, run.first - 1) is not None

    def _owned(self, stretch: Stretch, run: Run) -> bool:
        """소설가 박완규의, 배도윤씨가: a full name behind a title, which owns what follows, or with Mr behind it."""
        word = stretch.words[run.last - 1].folded
        polite = POLITE.search(word)
        if polite and self.whole(word.removesuffix(polite[0])):
            return True
        return run.length == 1 and self._led(stretch, run) and word[-1] == _GENITIVE and self.whole(word[:-1])

    def bare(self, stretch: Stretch, run: Run) -> tuple[str, list[str]]:
        """Without the marker behind a foreign name, or one of two syllables: 가수 윤슬이."""
        name, words = Naming.bare(self, stretch, run)
        if polite := POLITE.search(words[-1]):
            return name.removesuffix(polite[0]), [*words[:-1], words[-1].removesuffix(polite[0])]
        ends = self._stage(stretch, run) or self._owned(stretch, run)
        marker = words[-1][-1:] if ends or (run.length > 1 and self._introduced(stretch, run)) else ""
        return name.removesuffix(marker), [*words[:-1], words[-1].removesuffix(marker)]

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """By titles, offices and particles (see `korean.labelling`)."""
        mark(stretch, labels)

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Behind a topic's marker: 선거관리위원회는 투표함이."""
        del labels
        words = [word.folded for word in stretch.words]
        return frozenset(
            at for at in range(1, len(words)) if len(words[at - 1]) > SYLLABLES and words[at - 1][-1] in TOPIC
        )

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Full names rather than titles; no words with an object's or a place's particle: `종로에서 분식집을 하는`."""
        own = Naming.usable(self, stretch, [run for run in found if not is_particle(stretch, run)], side)
        own = [run for run in own if not (self._nobody(stretch, run) or done_to(stretch, run))]
        full = [run for run in own if run.length == 1 and self._person(stretch, run)]
        return full or [run for run in own if not is_governed(stretch, run)]

    def _nobody(self, stretch: Stretch, run: Run) -> bool:
        """한도영 화랑 관계자는: what stands before a source without a name is where that one works."""
        behind = range(run.last, min(run.last + 2, len(stretch)))
        return any(self.rules.anonymous.at(stretch.words, at) for at in behind)

    def _person(self, stretch: Stretch, run: Run) -> bool:
        """A full name, or what could be a common noun but for its title: 고춘자 할머니."""
        word = stretch.words[run.first].folded
        called = run.last < len(stretch) and self.rules.titles.at(stretch.words, run.last) is not None
        family = len(word) in {1, SYLLABLES} and word[0] in self.rules.families  # 최 감독은
        return self.whole(word) or (called and family)

    def known(self, stretch: Stretch, run: Run) -> bool:
        """송혜린은, 나경숙(61)씨."""
        word = stretch.words[run.first].folded
        mistered = has_family(word, self.rules) and _MISTERED.match(word)
        if mistered or _LETTER.match(word):  # 배씨는, 유아무개(62)씨, A씨는
            return True
        if word.endswith(_SOMEBODY) and len(word) == 2 and has_family(word, self.rules):  # 이모(34) 씨
            return bool(_BEHIND.match(stretch.follows(run)))
        marked = len(word) > SYLLABLES and word[-1] in TOPIC + _TOO and self.whole(word[:-1])
        family = len(word) == SYLLABLES and word[0] in self.rules.families
        if self.whole(word) and stretch.body.startswith(_APART, stretch.words[run.last - 1].end):  # 손도현(전북)은
            return True
        return marked or (family and bool(_BEHIND.match(stretch.follows(run))))

    def person(self, stretch: Stretch, run: Run) -> bool:
        """A title behind a name, be it after an age, or a family name and two syllables: 이미라(52) 씨."""
        first = stretch.words[run.first].folded
        behind = stretch.words[run.last :]
        aged = len(behind) > 1 and behind[0].folded.isdigit()
        titled = bool(behind) and self.rules.titles.at(behind, int(aged)) is not None
        full = run.length == 1 and len(first) == SYLLABLES and first[-1] not in _NO_NAMES  # 반응은, 어렵다, 공개에
        full = full and has_family(first, self.rules)
        return titled or full or self._called(stretch, run) or self._stage(stretch, run)

    def office(self, stretch: Stretch, run: Run) -> bool:
        """허준호 한국금융연구원 선임연구위원은, 다나카 유키 일본 관방장관은."""
        named = self.whole(stretch.words[run.first].folded) if run.length == 1 else run.length <= FOREIGN
        ends = run.length == 1 or is_title(stretch.words[-1].folded, self.rules)
        return named and ends and len(stretch) - run.last <= LONGEST_OFFICE

    def marked(self, stretch: Stretch, run: Run) -> bool:
        """No particle of a place or a time stands at its end, nor is it a noun alone: 사이에서는, 지명이."""
        at = run.last - 1
        if self._called(stretch, run) or not self._named(stretch, run):
            return self._called(stretch, run)
        named = any(self.rules.joins_name(stretch.words, at, marker) for marker in self.rules.markers)
        return named or not (self.rules.oblique and stretch.words[at].folded.endswith(self.rules.oblique))

    def _named(self, stretch: Stretch, run: Run) -> bool:
        """Whether a title stands behind words, or each could be a name's, a short one alone a full name's."""
        words = stretch.folded(run)
        if self.known(stretch, run):
            return True
        last = words[-1].removesuffix(self.rules.marker(stretch.words[run.last - 1]) or _TOO)
        if self.whole(last):
            return True
        if any(_FORM.search(word) for word in (*words[:-1], last)):
            return False
        if any(len(word) >= SYLLABLES and word[-1] in _MARKED for word in words[:-1]):  # 비난은 자신이
            return False
        stage = self._led(stretch, run) and len(last) > 1 and has_family(last, self.rules)  # 가수 윤슬이
        return run.length > 1 or len(last) > SYLLABLES or stage

    def _called(self, stretch: Stretch, run: Run) -> bool:
        """Whether a title stands behind a name, be it behind where one works: 총장, 세계식량기구(WFO) 총장."""
        at, words = run.last, stretch.words
        while at < len(words) and words[at].folded.isdigit():  # 복길자(72)씨는
            at += 1
        while run.titled and at < min(len(words), run.last + LONGEST_OFFICE) and is_workplace(words[at].folded):
            at += 1
        return at < len(words) and self.rules.titles.at(words, at) is not None

    def too(self, words: Sequence[Token], at: int) -> bool:
        """장규리도, 박수현 수석대변인도."""
        word, before = words[at].folded, [each.folded for each in words[max(0, at - 2) : at]]
        if word[-1] != _TOO or len(word) < SYLLABLES:
            return False
        named = any(map(self.whole, before)) or (bool(before) and before[-1] in self.rules.surnames)
        return self.whole(word[:-1]) or (named and is_title(word[:-1], self.rules))

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """A title stands behind; full names first."""
        titled = [run for run in found if run.first <= 2 * NEAR and self.person(stretch, run)]
        titled.sort(key=lambda run: not self.whole(stretch.words[run.first].folded))
        return Topics(titled, [run for run in found if is_foreign(stretch, run)])
