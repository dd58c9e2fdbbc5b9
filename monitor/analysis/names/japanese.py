"""Names in Japanese: before a title, in katakana, or after a frequent family name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import regex
from attrs import frozen

from monitor.analysis.names.naming import NEAR, Naming, Topics
from monitor.analysis.names.stretch import Run, Stretch

_KANJI = regex.compile(r"[\p{Han}々]")
_HIRAGANA = regex.compile(r"\p{Hiragana}")
_KATAKANA_LONG = regex.compile(r"[\p{Katakana}ー]")
_READING = regex.compile(r"(?<=[\p{Han}々])\s?[（(]\s?[\p{Hiragana}\p{Katakana}ー・]{2,20}\s?[)）]\s?")
_DOTS = frozenset({"・", "･"})
_TOPICS = frozenset("はが")
_MARKERS = frozenset({"", "も"}) | _TOPICS
_COUNTRIES = frozenset("英独露伊")  # which end given names too
_DATES = frozenset("月日")
_OF = "の"
_OFFICE_FROM = 4  # characters of one in katakana at least
_SURE = 3  # characters of a full name at least
_EMPLOYEE = regex.compile(r"[\p{Han}\p{Katakana}ー]{1,12}の[\p{Han}\p{Katakana}ー・]{2,12}(?:氏|さん|容疑者|被告)")
_GIVEN_NAME = regex.compile(r"\p{Han}{3}$|\p{Han}{2}(?:\p{Han}{2}|\p{Hiragana}{2,3}|\p{Katakana}{2,4})$")
_PLACES = frozenset(
    "県市区町村駅港湾川山島城寺社院校店会館局署線道橋号杯戦賞式祭場園内外中上下前後間側党派部課軍隊家邸型風流系"
)
_CLOSES = regex.compile(r"\s?(?:[（(][0-9０-９]{1,3}[)）]|[、。)）]|[はがも](?=[「、\p{Han}\p{Katakana}]))")
_OFFICE = 12  # characters of an office behind a name


@frozen
class Japanese(Naming):
    """Characters that stand together are a name where a title follows, or where they are known to be one."""

    tells: ClassVar[bool] = True

    def plain(self, body: str) -> str:
        """尹錫悦（ユンソンニョル） 大統領 without its reading and the spaces that some papers set around it."""
        return _READING.sub(lambda found: " " * len(found[0]), body)

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Of words that end in two or more kanji, those before are no part of a name: 営む山口幸子.

        What stands between a name in kanji with ・ behind it and a title belongs to the title: 渡辺浩・東都大教授.
        """
        words = stretch.words
        _after_dots(stretch, labels)
        self._begun_like_titles(stretch, labels)
        self._offices(stretch, labels)
        for at in range(1, len(words)):  # 李秀英
            given = words[at].folded in _DATES and labels[at - 1 : at + 2] == ["n", "s", "t"]  # 谷村美月さん
            if given and _KANJI.match(words[at - 1].folded) and stretch.touch(at) and stretch.touch(at + 1):
                labels[at] = "n"
            if words[at].folded in _COUNTRIES and labels[at] == "t" and labels[at - 1] == "n":
                labels[at] = "n" if _KANJI.match(words[at - 1].folded) and stretch.touch(at) else "t"
        for at in reversed(range(len(words))):
            katakana = labels[at] == "t" and _KATAKANA_LONG.match(words[at].folded)
            beside = [n for n in (at - 1, at + 1) if 0 <= n < len(words) and _KATAKANA_LONG.match(words[n].folded)]
            if katakana and any(labels[n] == "n" and stretch.touch(max(n, at)) for n in beside):
                labels[at] = "n"  # マリア begins like マリ
        for at in range(1, len(words) - 1):  # 逃れてきたオレナ・コワレンコ
            if _KATAKANA_LONG.match(words[at].folded) and _KATAKANA_LONG.match(words[at + 1].folded):
                _begin(stretch, labels, at)
        for at in range(2, len(words) - 1):
            begins = _KANJI.match(words[at].folded) and not _KANJI.match(words[at - 1].folded)
            if begins and labels[at + 1] == "n" and _KANJI.match(words[at + 1].folded):
                _begin(stretch, labels, at)

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """東電HD・小早川社長: at a dot, where what stands on both sides is not in katakana."""
        words = stretch.words
        dots = (n for n in range(1, len(labels)) if stretch.gap(n) in _DOTS)
        return frozenset(n for n in dots if not all(_KATAKANA_LONG.match(words[at].folded) for at in (n - 1, n)))

    def _offices(self, stretch: Stretch, labels: list[str]) -> None:
        """Katakana between a name with a known family name and a topic's marker is an office: 田代信アドバイザーは."""
        words = stretch.words
        for end in range(_OFFICE_FROM, len(words)):
            first = end
            while first and _KATAKANA_LONG.match(words[first - 1].folded) and stretch.touch(first):
                first -= 1
            if words[end].folded not in _TOPICS or end - first < _OFFICE_FROM:
                continue
            begin = first
            while begin and labels[begin - 1] == "n" and _KANJI.match(words[begin - 1].folded) and stretch.touch(begin):
                begin -= 1
            if self.rules.japanese("".join(word.folded for word in words[begin:first]), first - begin):
                labels[first:end] = ["t"] * (end - first)

    def _begun_like_titles(self, stretch: Stretch, labels: list[str]) -> None:
        """Family names whose first character is a title's: 新家義彦."""
        words = stretch.words
        for at in range(len(words) - 1):
            begun = labels[at : at + 2] == ["t", "n"] and stretch.touch(at + 1)
            if begun and words[at].folded + words[at + 1].folded in self.rules.families:
                labels[at] = "n"

    def person(self, stretch: Stretch, run: Run) -> bool:
        """A name with a title that could be one in the place of a subject."""
        employs = _EMPLOYEE.match(stretch.body, stretch.words[run.last - 1].end)  # ミナト社長の山本氏
        return Naming.person(self, stretch, run) and self.marked(stretch, run) and not employs

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """A title stands right behind a name in kanji or katakana; or a full one by its family name, before a pause."""
        if run.length < _SURE:
            return False
        titled = self.rules.titles.at(stretch.words, run.last) is not None
        return (titled and self.person(stretch, run)) or self._whole(stretch, run)

    def _whole(self, stretch: Stretch, run: Run) -> bool:
        """大谷翔平（３０）, 渡辺えり、: a known family name and a given one, an age, a pause or a marker behind."""
        word = "".join(stretch.folded(run))
        given = _GIVEN_NAME.search(word)
        if given is None or word[-1] in _PLACES or not self.rules.japanese(word, run.length):
            return False
        return bool(_CLOSES.match(stretch.body, stretch.words[run.last - 1].end))

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Nothing right before a word that no name stands before: 民宿を営む男性."""
        own = Naming.usable(self, stretch, found, side)
        own = [run for run in own if not self._called(stretch, run)]
        return [run for run in own if self.marked(stretch, run)] if side == "right" else own

    def _called(self, stretch: Stretch, run: Run) -> bool:
        return run.last < len(stretch) and self.rules.callings.at(stretch.words, run.last) is not None

    def marked(self, stretch: Stretch, run: Run) -> bool:
        """A title stands right behind a name, or it is written in katakana; 県の担当者は names nobody."""
        behind = stretch.follows(run)
        foreign = all(_KATAKANA_LONG.match(word.folded) for word in stretch.of(run))
        word = "".join(stretch.folded(run))
        foreign = foreign and self._ordinary(stretch, run) is False
        family = len(word) > 1 and word in self.rules.families and word not in self.rules.seats
        known = behind in _MARKERS and (family or self.rules.japanese(word, len(word)))
        named = foreign or known or (behind and (self._called_so(stretch, run) or self.office(stretch, run)))
        whole = run.length > 1 or (word in self.rules.families and self.rules.titles.at(stretch.words, run.last))
        return bool(whole and named) and behind != "の" and not self._called(stretch, run)

    def _ordinary(self, stretch: Stretch, run: Run) -> bool:
        """リピーターが: whether a word in katakana is one of the language."""
        found = self.rules.callings.at(stretch.words, run.first)
        return found is not None and found[0] == run.last

    def _called_so(self, stretch: Stretch, run: Run) -> bool:
        """Whether a title stands beside a name, other than の behind what is none: 作家の辺見庸は, not 地震の規模は."""
        words, titles = stretch.words, self.rules.titles
        behind = run.last < len(words) and titles.at(words, run.last) is not None
        if run.first == 0 or words[run.first - 1].folded != _OF or behind or self.office(stretch, run):
            return run.titled
        near = words[max(0, run.first - 1 - _OFFICE) : run.first - 1]
        return any(last == len(near) and title not in self.rules.seats for _, last, title in titles.find(near))

    def initial(self, words: Sequence[str]) -> str:
        """A family name of one character: 松 of 松たか子."""
        return words[0] if len(words) == 1 and _KANJI.match(words[0]) else ""

    def office(self, stretch: Stretch, run: Run) -> bool:
        """渡辺浩・東都大教授, 田代信アドバイザー."""
        end = stretch.words[run.last - 1].end
        word = "".join(stretch.folded(run))
        katakana = _KATAKANA_LONG.match(stretch.body, end) and self.rules.japanese(word, len(word))
        return stretch.body[end : end + 1] in _DOTS or (bool(katakana) and _KANJI.match(word[-1]) is not None)

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """Those that have a title behind, the sentence's subject first."""
        people = [run for run in found if self.person(stretch, run)]
        people.sort(key=lambda run: not self._subject(stretch, run))
        near = [run for run in people if run.first <= 2 * NEAR or self._subject(stretch, run)]
        return Topics(near, [run for run in found if self.marked(stretch, run)])

    def _subject(self, stretch: Stretch, run: Run) -> bool:
        """Whether a subject's marker follows the title behind a name, or at most an age (家を失った吉村トメさん)."""
        match = self.rules.titles.at(stretch.words, run.last)
        behind = match[0] if match else run.last
        rest = [word.folded for word in stretch.words[behind:]]
        return not rest or rest[0] in _TOPICS or all(word.isdigit() for word in rest)


def _begin(stretch: Stretch, labels: list[str], at: int) -> None:
    """A name begins here: what stands before it in hiragana, and before that, is none of it."""
    before = at - 1
    while before >= 0 and labels[before] == "n" and _HIRAGANA.match(stretch.words[at - 1].folded):
        if not stretch.touch(before + 1):  # 渡辺えり、竹中直人
            break
        labels[before] = "o"
        before -= 1


def _after_dots(stretch: Stretch, labels: list[str]) -> None:
    words = stretch.words
    for at in range(2, len(words)):
        if stretch.gap(at) not in _DOTS or not _KANJI.match(words[at - 1].folded):
            continue
        end = at
        while end < len(words) and end - at < _OFFICE and labels[end] == "n" and (end == at or stretch.touch(end)):
            end += 1
        if labels[at - 1] == "n" and (end == len(words) or (labels[end] != "n" and stretch.touch(end))):
            labels[at:end] = ["t"] * (end - at)
