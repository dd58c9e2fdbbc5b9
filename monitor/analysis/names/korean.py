"""Names in Korean: a word of three syllables that begins with a family name, with the title behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import ClassVar

import regex
from attrs import frozen

from monitor.analysis.names import hangul
from monitor.analysis.names.hangul import FOREIGN, PARTICLES, SUBJECT, SYLLABLES, called_so, is_foreign, is_governed
from monitor.analysis.names.naming import NEAR, Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.folded import Token

_TOPIC = "은는"  # particles
_MARKED = frozenset("은는이가을를의에")  # ends of words inside no name
_NO_NAMES = frozenset("은는다에을를의")  # ends of three syllables that are no name
_COMMON = frozenset("자가들족사측회부당국팀실장군위처청단대에와과로도까의를을만씨다된될할던")  # 전문가, 주민들, 정부와
_ABROAD = frozenset(
    "트르스즈크프츠드브그흐쉬슨튼턴먼킨렌렉랜맨밴셀켈젤델멜펠릭톤폰본몬콥롭플블클글틀코토카타파쿠투푸뉴뇨"
)  # 노먼트
_FORM = regex.compile(
    r"(?:는|도록|하게|에서|으로|[라다자냐하]고|하며|[하했]던|[된될할것때등중]|[두하]지|해서?|하여|부터|까지|처럼|에게)$"
)
_OFFICES = frozenset("대부청처원회당국실팀과위단관권행교학법도시군구소서")  # 서울시립대, 하나증권: end where one works
_FOREIGN_ENDS = frozenset("도소시서단부")  # 이카르도, 피카소: of these, ends of foreign names
_OWNER = regex.compile(r"^.의$|..(?:에서|에게|[을를의])$|.된$")
_FAMILY = regex.compile(r".씨(?:[은는이가도]|의)?$")
_MISTERED = regex.compile(_FAMILY.pattern + "|.아무개")
_TOO, _GENITIVE = "도", "의"
_POLITE = regex.compile(r"씨[은는이가도의를]?$")
_LATIN = regex.compile(r"[a-z]{2,}$")
_LETTER = regex.compile(r"[a-z]씨[은는이가도]?$")
_BEHIND = regex.compile(r"\d+$|씨|가명")  # behind a name, an age or Mr
_OFFICE = 4  # words of an office, and syllables of a title
_MISTER, _GO = "씨", "고"  # the latter a family name and a particle
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
        ends = word[-1:] not in _COMMON | _ABROAD
        return len(word) == SYLLABLES and word[0] in self.rules.families and ends

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
        foreign = not any(word.folded[-1] in _OFFICES for word in stretch.of(run))
        return titled and foreign and run.length <= FOREIGN and not is_governed(stretch, run)

    def _introduced(self, stretch: Stretch, run: Run) -> bool:
        """A foreign name behind a title, with a subject's marker: 외국인 투수 카를로스 메넨데스가."""
        words = stretch.folded(run)
        marked = words[-1][-1] in SUBJECT and len(words[-1]) > SYLLABLES
        whole = all(len(word) > 1 and word[-1] not in _COMMON for word in words[:-1])
        return marked and self._led(stretch, run) and whole and 2 <= run.length <= FOREIGN

    def _stage(self, stretch: Stretch, run: Run) -> bool:
        """가수 윤슬이: a family name and one syllable behind a title, with a subject's marker."""
        word = stretch.words[run.last - 1].folded
        short = run.length == 1 and len(word) == SYLLABLES and word[-1] in SUBJECT and self._family(word)
        return short and self._led(stretch, run) and not self._called(stretch, run)

    def _led(self, stretch: Stretch, run: Run) -> bool:
        """Whether a title stands before a name."""
        return run.first > 0 and self.rules.titles.at(stretch.words, run.first - 1) is not None

    def _owned(self, stretch: Stretch, run: Run) -> bool:
        """소설가 박완규의, 배도윤씨가: a full name behind a title, which owns what follows, or with Mr behind it."""
        word = stretch.words[run.last - 1].folded
        polite = _POLITE.search(word)
        if polite and self.whole(word.removesuffix(polite[0])):
            return True
        return run.length == 1 and self._led(stretch, run) and word[-1] == _GENITIVE and self.whole(word[:-1])

    def bare(self, stretch: Stretch, run: Run) -> tuple[str, list[str]]:
        """Without the marker behind a foreign name, or one of two syllables: 가수 윤슬이."""
        name, words = Naming.bare(self, stretch, run)
        if polite := _POLITE.search(words[-1]):
            return name.removesuffix(polite[0]), [*words[:-1], words[-1].removesuffix(polite[0])]
        ends = self._stage(stretch, run) or self._owned(stretch, run)
        marker = words[-1][-1:] if ends or (run.length > 1 and self._introduced(stretch, run)) else ""
        return name.removesuffix(marker), [*words[:-1], words[-1].removesuffix(marker)]

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Behind a topic's marker: 선거관리위원회는 투표함이."""
        del labels
        words = [word.folded for word in stretch.words]
        return frozenset(
            at for at in range(1, len(words)) if len(words[at - 1]) > SYLLABLES and words[at - 1][-1] in _TOPIC
        )

    def title(self, word: str) -> bool:
        """Whether a word, be it with a particle behind, ends in a title: 국방차관은."""
        bare = word[:-1] if len(word) > 2 and word[-1] in SUBJECT else word
        ends = (Token(0, 0, bare[-size:], upper=False) for size in range(2, min(len(bare), _OFFICE) + 1))
        return any(self.rules.titles.at([end], 0) for end in ends)

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Words before a full name are none of it, nor is the office behind it: `감독 봉준호 이사장은`."""
        folded = [word.folded for word in stretch.words]
        self._titles(stretch, folded, labels)
        self._begun_like_titles(stretch, folded, labels)
        for at in range(len(folded) - 1):
            whole = self.whole(folded[at]) or (at and labels[at - 1] == "t" and self.whole(folded[at][:-1]))
            if labels[at] == "n" and _OWNER.search(folded[at]) and not whole:
                labels[at] = "o"  # 소마시의 어부, but 소설가 박완규의
        topic = folded[0] if folded else ""
        if topic[-1:] in set(_TOPIC) and self.whole(topic[:-1]) and labels[:2] == ["n", "n"]:
            labels[1] = "o"  # 송혜린은 소속사를
        for at in range(1, len(folded)):
            full = self._full(folded[at]) and not self.rules.bodies.at(stretch.words, at)
            own = folded[at][-1] in SUBJECT and self.whole(folded[at][:-1]) and not self.title(folded[at])
            apart = len(folded[at - 1]) > 1 or own or not self._family(folded[at - 1])  # 아들을 둔 조은별, 선 이영애는
            apart = apart and folded[at - 1][-1] not in _ABROAD  # 순다르 피카이
            apart = apart and not (self.whole(folded[at - 1]) and folded[at][-1] in _OFFICES)  # 전용호 인천대 교수는
            if labels[at] == "n" and labels[at - 1] == "n" and full and apart:
                for before in takewhile(lambda n: labels[n] == "n", range(at - 1, -1, -1)):
                    labels[before] = "o"
        hangul.clear(folded, labels, self.rules.surnames)
        self._offices(stretch, folded, labels)

    def _begun_like_titles(self, stretch: Stretch, folded: Sequence[str], labels: list[str]) -> None:
        """Names that begin like a title (`주민서 교수는`), titles behind a name by their end, a body before a name."""
        for first, last, _ in self.rules.bodies.find(stretch.words):
            for at in range(first, last):
                labels[at] = "t" if labels[at] == "n" else labels[at]
        for at in range(len(folded) - 1):
            title = self.rules.titles.at(stretch.words, at)
            rest = folded[at][len(title[1].rstrip("*")) :] if title else ""
            if labels[at : at + 2] == ["t", "t"] and rest and rest not in PARTICLES and self.whole(folded[at]):
                labels[at] = "n"
        for at in range(len(folded) - 1):
            if len(folded[at]) == SYLLABLES and self._family(folded[at]) and labels[at : at + 2] == ["n", "n"]:
                office = folded[at + 1]
                if len(office) > 1 and office[-1] in SUBJECT and self.title(office):
                    labels[at + 1] = "t"

    def _offices(self, stretch: Stretch, folded: Sequence[str], labels: list[str]) -> None:
        """Words from behind a full name to its title belong to the title: 임도형 서울시립대 도시행정학과 교수는."""
        for at, word in enumerate(folded):
            if labels[at] != "n" or not self.whole(word) or self.rules.bodies.at(stretch.words, at):
                continue
            end = at + 1
            while end < len(folded) and labels[end] == "n" and folded[end][-1] in _OFFICES:
                end += 1
            ends = end < len(folded) and (labels[end] == "t" or self.title(folded[end]))
            if at + 1 < end <= at + _OFFICE and ends:
                labels[at + 1 : end] = ["t"] * (end - at - 1)

    def _titles(self, stretch: Stretch, folded: Sequence[str], labels: list[str]) -> None:
        """Particles that stand as words, and titles by their end: (EU)의, 올레나 코발 우크라이나 국방차관은."""
        if labels[:2] == ["t", "t"] and folded[0] in self.rules.surnames and called_so(stretch.body, folded[0]):
            labels[0] = "n"  # 전 대변인은
        for at in range(1, len(folded)):
            if labels[at - 1 : at + 1] == ["s", "t"] and folded[at - 1] == _GO:
                labels[at - 1] = "n"  # 고 의원은
            if folded[at] in PARTICLES and " " not in stretch.gap(at):
                labels[at] = "s"
            if labels[at - 1] == "t" and len(folded[at - 1]) > 2 and folded[at - 1].endswith("의"):
                labels[at - 1] = "o"  # 북한의 미사일
            led = labels[at - 1] in "nt" or (at + 1 < len(folded) and self._full(folded[at + 1]))
            if labels[at] == "n" and led and len(folded[at]) > SYLLABLES and self.title(folded[at]):
                labels[at] = "t"  # 사진작가 배도윤씨가
        for at in range(len(folded) - 2, 0, -1):
            if self._works(folded[at]) and labels[at - 1] in "nt" and labels[at : at + 2] == ["n", "t"]:
                labels[at] = "t"  # 마리아 산토스 WHO 기술책임자, 마이클 오브라이언 유럽의회 의원

    def _family(self, word: str) -> bool:
        return word[0] in self.rules.surnames

    def _full(self, word: str) -> bool:
        """Three syllables that begin with a family name, be it with a particle behind; 하나증권 is none."""
        bare = _POLITE.sub("", word)
        ends = len(bare) == SYLLABLES or (len(word) == SYLLABLES + 1 and word[-1] in PARTICLES)
        return ends and self._family(word) and word[SYLLABLES - 1] not in _ABROAD

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Full names rather than titles; no words with an object's or a place's particle: `종로에서 분식집을 하는`."""
        own = Naming.usable(self, stretch, found, side)
        own = [run for run in own if not (self._nobody(stretch, run) or hangul.done_to(stretch, run))]
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
        if _LETTER.match(word) or (self._family(word) and _MISTERED.match(word)):  # A씨는, 배씨는, 유아무개(62)씨
            return True
        if word.endswith(_SOMEBODY) and len(word) == 2 and self._family(word):  # 이모(34) 씨
            return bool(_BEHIND.match(stretch.follows(run)))
        marked = len(word) > SYLLABLES and word[-1] in _TOPIC + _TOO and self.whole(word[:-1])
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
        return titled or self._called(stretch, run) or self._stage(stretch, run) or (self._family(first) and full)

    def office(self, stretch: Stretch, run: Run) -> bool:
        """허준호 한국금융연구원 선임연구위원은, 다나카 유키 일본 관방장관은."""
        named = self.whole(stretch.words[run.first].folded) if run.length == 1 else run.length <= FOREIGN
        ends = run.length == 1 or self.title(stretch.words[-1].folded)
        return named and ends and len(stretch) - run.last <= _OFFICE

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
        stage = self._led(stretch, run) and len(last) > 1 and self._family(last)  # 가수 윤슬이
        return run.length > 1 or len(last) > SYLLABLES or stage

    def _called(self, stretch: Stretch, run: Run) -> bool:
        """Whether a title stands behind a name, be it behind where one works: 총장, 세계식량기구(WFO) 총장."""
        at, words = run.last, stretch.words
        while at < len(words) and words[at].folded.isdigit():  # 복길자(72)씨는
            at += 1
        while run.titled and at < min(len(words), run.last + _OFFICE) and self._works(words[at].folded):
            at += 1
        return at < len(words) and self.rules.titles.at(words, at) is not None

    def _works(self, word: str) -> bool:
        """Whether a word may be where one works: WHO, 유럽의회."""
        return bool(_LATIN.match(word)) or (len(word) > SYLLABLES and word[-1] in _OFFICES - _FOREIGN_ENDS)

    def too(self, words: Sequence[Token], at: int) -> bool:
        """장규리도, 박수현 수석대변인도."""
        word, before = words[at].folded, [each.folded for each in words[max(0, at - 2) : at]]
        if word[-1] != _TOO or len(word) < SYLLABLES:
            return False
        named = any(map(self.whole, before)) or (bool(before) and before[-1] in self.rules.surnames)
        return self.whole(word[:-1]) or (named and self.title(word[:-1]))

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """A title stands behind; full names first."""
        titled = [run for run in found if run.first <= 2 * NEAR and self.person(stretch, run)]
        titled.sort(key=lambda run: not self.whole(stretch.words[run.first].folded))
        return Topics(titled, [run for run in found if is_foreign(stretch, run)])
