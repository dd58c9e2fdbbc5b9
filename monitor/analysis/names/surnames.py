"""Names of people in Chinese and Korean, found by their family names: these come first, and few share most people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from monitor.analysis.frames import frames
from monitor.text.phrases import Phrases, Token
from monitor.text.segmenting import is_listed, listed_names, segment

_KANJI = regex.compile(r"[\p{Han}々]")
_HIRAGANA = regex.compile(r"\p{Hiragana}")
_TRANSLITERATED = 5  # characters of a foreign name after a title, hardly more
_TOPIC = "은는이가"  # particles of a Korean subject
_PLACES = frozenset("当基土工场各本实境外内陆营产阵驻")  # 当地, 基地
_COMMON = frozenset("자인원가들민족사관측회부당국팀실장군에와과로서도까의를을만씨")  # 전문가, 주민들, 정부와
_KATAKANA = regex.compile(r"[\p{Katakana}ー]")
_DOTS = ("・", "･")
_OFFICE = 12  # characters of an office behind a name
_KOREAN = 3  # syllables of a full Korean name


def chinese(
    text: str, words: Sequence[Token], labels: list[str], surnames: frozenset[str], verbs: Phrases[str]
) -> None:
    """Mark in labels (see `people`) names as such and what stands before them as none.

    A Chinese name is a family name and one or two characters after a title, a pause or other words, up to a title, a
    verb, or whatever else ends a name. A Korean one is a word of three syllables.
    """
    for at in range(2, len(words)):  # 吴敏高兴地说
        if (
            words[at].folded == "地"
            and labels[at - 2 : at + 1] == ["n", "n", "n"]
            and words[at - 1].folded not in _PLACES
        ):
            labels[at - 2 : at + 1] = ["o"] * 3
    for first in range(len(words)):
        if _begins(text, words, labels, first):
            last = _end(words, labels, first, surnames, verbs)
            labels[first:last] = ["n"] * (last - first)
    _cut_out(text, words, labels, surnames, verbs)
    for first, last in _named(text, words, labels):
        whole = "·" in text[words[first].start : words[last - 1].end] or _begins(text, words, labels, first)
        if (
            last - first > (_TRANSLITERATED if whole else _KOREAN)
            and "·" not in text[words[first].start : words[last - 1].end]
        ):
            begin = next((at for at in (last - 3, last - 2) if words[at].folded in surnames), first)
            labels[first:begin] = ["o"] * (begin - first)


def _cut_out(
    text: str, words: Sequence[Token], labels: list[str], surnames: frozenset[str], verbs: Phrases[str]
) -> None:
    """Names inside a sentence, by the dictionary's words: a family name alone and a word of one or two characters."""
    if not words:
        return
    begin = words[0].start
    at = {word.start - begin: n for n, word in enumerate(words)}
    for start, end in _by_dictionary(text[begin : words[-1].end], surnames):
        first, last = at.get(start), at.get(end - 1)
        if first is None or last is None or set(labels[first : first + 1]) & set("gs") or verbs.at(words, first + 1):
            continue
        while last > first + 1 and labels[last] in "gs":
            last -= 1
        before = first - 1
        while before >= 0 and labels[before] == "n" and _touch(words, before + 1):
            labels[before] = "o"
            before -= 1
        labels[first : last + 1] = ["n"] * (last + 1 - first)
        if last + 1 < len(words) and labels[last + 1] == "n" and _touch(words, last + 1):
            labels[last + 1] = "o"


@lru_cache(maxsize=4_096)
def _by_dictionary(text: str, surnames: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """(first, after the last) character of names."""
    found, place = [], 0
    cut = segment(text, "zh")
    for before, word, following in zip(["", *cut], cut, [*cut[1:], ""], strict=False):
        place = text.index(word, place)
        end = place + len(word)
        given = 1 <= len(following) <= 2 and _KANJI.match(following) and text[end : end + 1] == following[:1]
        if word in surnames and given and (following in listed_names() or not is_listed(following)):
            found.append((place, end + len(following)))
        elif (
            len(word) == _KOREAN
            and word[0] in surnames
            and not _alone(before)
            and (word in listed_names() or not is_listed(word))
        ):
            found.append((place, end))
        place = end
    return tuple(found)


def _alone(word: str) -> bool:
    """A character that is no word of its own: part of 泽连斯基."""
    return len(word) == 1 and bool(_KANJI.match(word))


def _begins(text: str, words: Sequence[Token], labels: Sequence[str], at: int) -> bool:
    """After a title, or after a pause."""
    return at == 0 or labels[at - 1] == "t" or text[words[at - 1].end : words[at].start] not in {"", "·"}


def _touch(words: Sequence[Token], at: int) -> bool:
    return words[at - 1].end == words[at].start


def _end(
    words: Sequence[Token], labels: Sequence[str], first: int, surnames: frozenset[str], verbs: Phrases[str]
) -> int:
    """Where a name that begins with a family name ends; `first` where none does."""
    double = "".join(word.folded for word in words[first : first + 2]) in surnames
    if not double and words[first].folded not in surnames:
        return first
    for last in (first + 2 + double, first + 3 + double):
        together = last <= len(words) and all(_touch(words, at) for at in range(first + 1, last))
        if not together or _titled(labels, first) or _titled(labels, first + 1):
            return first
        if last == len(words) or not _touch(words, last) or labels[last] in "gst" or verbs.at(words, last):
            return last
    return first


def _titled(labels: Sequence[str], at: int) -> bool:
    """Whether a character is one of a title's; 美 alone is one of a name."""
    return labels[at] == "t" and "t" in (labels[at - 1] if at else "", labels[at + 1] if at + 1 < len(labels) else "")


def _named(text: str, words: Sequence[Token], labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of words that may be names and stand together."""
    first = 0
    for at in range(1, len(words) + 1):
        if (
            at == len(words)
            or labels[at] != "n"
            or labels[first] != "n"
            or text[words[at - 1].end : words[at].start].strip(" ·")
        ):
            if labels[first] == "n":
                yield first, at
            first = at


def japanese(text: str, words: Sequence[Token], labels: list[str]) -> None:
    """Of words that end in two or more kanji, those before are no part of a name: 営む山口幸子.

    What stands between a name in kanji with ・ behind it and a title belongs to the title: 渡辺浩・東都大教授.
    """
    _after_dots(text, words, labels)
    for at in reversed(range(len(words))):
        katakana = _KATAKANA.match(words[at].folded) and labels[at] == "t"
        beside = [n for n in (at - 1, at + 1) if 0 <= n < len(words) and _KATAKANA.match(words[n].folded)]
        if katakana and any(labels[n] == "n" and _touch(words, max(n, at)) for n in beside):
            labels[at] = "n"  # マリア begins like マリ
    for at in range(1, len(words) - 1):
        foreign = _KATAKANA.match(words[at].folded) and _KATAKANA.match(words[at + 1].folded)
        before = at - 1
        while foreign and before >= 0 and labels[before] == "n" and _HIRAGANA.match(words[at - 1].folded):
            labels[before] = "o"  # 逃れてきたオレナ・コワレンコ
            before -= 1
    for at in range(2, len(words)):
        begins = _KANJI.match(words[at].folded) and not _KANJI.match(words[at - 1].folded)
        follows = at + 1 < len(words) and labels[at + 1] == "n" and _KANJI.match(words[at + 1].folded)
        before = at - 1
        while begins and follows and before >= 0 and labels[before] == "n" and _HIRAGANA.match(words[at - 1].folded):
            labels[before] = "o"
            before -= 1


def _after_dots(text: str, words: Sequence[Token], labels: list[str]) -> None:
    for at in range(2, len(words)):
        if text[words[at - 1].end : words[at].start] not in _DOTS or not _KANJI.match(words[at - 1].folded):
            continue
        end = at
        while end < len(words) and end - at < _OFFICE and labels[end] == "n" and (end == at or _touch(words, end)):
            end += 1
        if labels[at - 1] == "n" and (end == len(words) or (labels[end] != "n" and _touch(words, end))):
            labels[at:end] = ["t"] * (end - at)


@lru_cache(maxsize=2)
def _families(language: str) -> frozenset[str]:
    """The most frequent family names."""
    data = frames(language)
    return frozenset((*data.surnames, *data.families))


def japanese_name(word: str) -> bool:
    """Whether characters are a full name: a frequent family name and one to three characters, 大谷翔平."""
    families = _families("ja")
    return any(word[:size] in families and size < len(word) <= size + 3 for size in (2, 3))


def is_korean(word: str) -> bool:
    """Whether a word of three syllables can be a full name: a frequent family name, and no ending of common nouns."""
    return len(word) == _KOREAN and word[0] in _families("ko") and word[-1] not in _COMMON


def korean(words: Sequence[Token], labels: list[str], surnames: frozenset[str]) -> None:
    """Of several words, those before a full name are none of it, nor the office behind it: `감독 봉준호 이사장은`."""
    for at in range(len(words) - 1):
        name = words[at].folded
        if len(name) == _KOREAN and name[0] in surnames and labels[at : at + 2] == ["n", "n"]:
            office = words[at + 1].folded
            labels[at + 1] = "t" if len(office) > 1 and office[-1] in _TOPIC else labels[at + 1]
    for at in range(len(words) - 1):
        topic = words[at].folded
        if at == 0 and topic[-1:] in "은는" and is_korean(topic[:-1]) and labels[:2] == ["n", "n"]:
            labels[1] = "o"  # 송혜린은 소속사를
    for at in range(1, len(words)):
        full = len(words[at].folded) in (_KOREAN, _KOREAN + 1) and words[at].folded[0] in surnames
        apart = len(words[at - 1].folded) > 1 or words[at - 1].folded not in surnames  # 아들을 둔 조은별
        if labels[at] == "n" and labels[at - 1] == "n" and full and apart:
            before = at - 1
            while before >= 0 and labels[before] == "n":
                labels[before] = "o"
                before -= 1
