"""Which words of a Korean sentence may be a name's: neither its title nor its office, nor a clause before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

from monitor.analysis.names.korean.hangul import PARTICLES, SUBJECT, SYLLABLES, TOPIC, called_so, clear
from monitor.analysis.names.korean.words import (
    ABROAD,
    LONGEST_OFFICE,
    OFFICES,
    has_family,
    is_full_name,
    is_title,
    is_workplace,
    may_be_full_name,
)
from monitor.analysis.names.stretch import Stretch

_OWNER = regex.compile(r"^.의$|..(?:에서|에게|[을를의])$|.된$")
_GO = "고"  # a family name and a particle


def mark(stretch: Stretch, labels: list[str]) -> None:
    """Words before a full name are none of it, nor is the office behind it: `감독 봉준호 이사장은`."""
    folded = [word.folded for word in stretch.words]
    _titles(stretch, folded, labels)
    _begun_like_titles(stretch, folded, labels)
    _owners(stretch, folded, labels)
    _before_full_names(stretch, folded, labels)
    clear(folded, labels, stretch.rules.surnames)
    _offices(stretch, folded, labels)


def _owners(stretch: Stretch, folded: Sequence[str], labels: list[str]) -> None:
    """`소마시의 어부`: a word with a particle of owners or objects is no name's, nor what follows a topic's marker."""
    rules = stretch.rules
    for at in range(len(folded) - 1):
        whole = is_full_name(folded[at], rules)
        whole = whole or (at > 0 and labels[at - 1] == "t" and is_full_name(folded[at][:-1], rules))  # 소설가 박완규의
        if labels[at] == "n" and _OWNER.search(folded[at]) and not whole:
            labels[at] = "o"
    topic = folded[0] if folded else ""
    if topic[-1:] in set(TOPIC) and is_full_name(topic[:-1], rules) and labels[:2] == ["n", "n"]:
        labels[1] = "o"  # 송혜린은 소속사를


def _before_full_names(stretch: Stretch, folded: Sequence[str], labels: list[str]) -> None:
    """`아들을 둔 조은별`: no word before a full name is any of it."""
    rules = stretch.rules
    for at in range(1, len(folded)):
        if labels[at] != "n" or labels[at - 1] != "n":
            continue
        full = may_be_full_name(folded[at], rules) and not rules.bodies.at(stretch.words, at)
        if full and _begins_anew(stretch, folded, at):
            for before in takewhile(lambda n: labels[n] == "n", range(at - 1, -1, -1)):
                labels[before] = "o"


def _begins_anew(stretch: Stretch, folded: Sequence[str], at: int) -> bool:
    """Whether a full name at a place does not go on the word before it."""
    rules, before, word = stretch.rules, folded[at - 1], folded[at]
    own = word[-1] in SUBJECT and is_full_name(word[:-1], rules) and not is_title(word, rules)
    if len(before) == 1 and not own and has_family(before, rules):  # 선 이영애는
        return False
    foreign = before[-1] in ABROAD  # 순다르 피카이
    return not foreign and not (is_full_name(before, rules) and word[-1] in OFFICES)  # 전용호 인천대 교수는


def _begun_like_titles(stretch: Stretch, folded: Sequence[str], labels: list[str]) -> None:
    """Names that begin like a title (`주민서 교수는`), titles behind a name by their end, a body before a name."""
    rules = stretch.rules
    for first, last, _ in rules.bodies.find(stretch.words):
        for at in range(first, last):
            labels[at] = "t" if labels[at] == "n" else labels[at]
    for at in range(len(folded) - 1):
        title = rules.titles.at(stretch.words, at)
        rest = folded[at][len(title[1].rstrip("*")) :] if title else ""
        if labels[at : at + 2] == ["t", "t"] and rest and rest not in PARTICLES and is_full_name(folded[at], rules):
            labels[at] = "n"
    for at in range(len(folded) - 1):
        if len(folded[at]) == SYLLABLES and has_family(folded[at], rules) and labels[at : at + 2] == ["n", "n"]:
            office = folded[at + 1]
            if len(office) > 1 and office[-1] in SUBJECT and is_title(office, rules):
                labels[at + 1] = "t"


def _offices(stretch: Stretch, folded: Sequence[str], labels: list[str]) -> None:
    """Words from behind a full name to its title belong to the title: 임도형 서울시립대 도시행정학과 교수는."""
    rules = stretch.rules
    for at, word in enumerate(folded):
        if labels[at] != "n" or not is_full_name(word, rules) or rules.bodies.at(stretch.words, at):
            continue
        end = at + 1
        while end < len(folded) and labels[end] == "n" and folded[end][-1] in OFFICES:
            end += 1
        ends = end < len(folded) and (labels[end] == "t" or is_title(folded[end], rules))
        if at + 1 < end <= at + LONGEST_OFFICE and ends:
            labels[at + 1 : end] = ["t"] * (end - at - 1)


def _titles(stretch: Stretch, folded: Sequence[str], labels: list[str]) -> None:
    """Particles that stand as words, and titles by their end: (EU)의, 올레나 코발 우크라이나 국방차관은."""
    rules = stretch.rules
    if labels[:2] == ["t", "t"] and folded[0] in rules.surnames and called_so(stretch.body, folded[0]):
        labels[0] = "n"  # 전 대변인은
    for at in range(1, len(folded)):
        if labels[at - 1 : at + 1] == ["s", "t"] and folded[at - 1] == _GO:
            labels[at - 1] = "n"  # 고 의원은
        if folded[at] in PARTICLES and " " not in stretch.gap(at):
            labels[at] = "s"
        if labels[at - 1] == "t" and len(folded[at - 1]) > 2 and folded[at - 1].endswith("의"):
            labels[at - 1] = "o"  # 북한의 미사일
        led = labels[at - 1] in "nt" or (at + 1 < len(folded) and may_be_full_name(folded[at + 1], rules))
        if labels[at] == "n" and led and len(folded[at]) > SYLLABLES and is_title(folded[at], rules):
            labels[at] = "t"  # 사진작가 배도윤씨가
    for at in range(len(folded) - 2, 0, -1):
        if is_workplace(folded[at]) and labels[at - 1] in "nt" and labels[at : at + 2] == ["n", "t"]:
            labels[at] = "t"  # 마리아 산토스 WHO 기술책임자, 마이클 오브라이언 유럽의회 의원
