"""Names of people in Chinese and Korean, found by their family names: these come first, and few share most people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from monitor.text.phrases import Phrases, Token

_HANGUL = regex.compile(r"\p{Hangul}+")
_KANJI = regex.compile(r"[\p{Han}々]")
_HIRAGANA = regex.compile(r"\p{Hiragana}")
_TRANSLITERATED = 5  # characters of a foreign name after a title, hardly more
_TOPIC = "은는이가"  # particles of a Korean subject
_DOTS = ("・", "･")
_OFFICE = 12  # characters of an office behind a name
_KOREAN = 3  # syllables of a full Korean name


def surnamed(
    text: str, words: Sequence[Token], labels: list[str], surnames: frozenset[str], verbs: Phrases[str]
) -> None:
    """Mark in labels (see `people`) names as such and what stands before them as none.

    A Chinese name is a family name and one or two characters after a title, a pause or other words, up to a title, a
    verb, or whatever else ends a name. A Korean one is a word of three syllables.
    """
    if words and _HANGUL.match(words[0].folded):
        _korean(words, labels, surnames)
        return
    for first in range(len(words)):
        if _begins(text, words, labels, first):
            last = _end(words, labels, first, surnames, verbs)
            labels[first:last] = ["n"] * (last - first)
    for first, last in _named(text, words, labels):
        whole = "·" in text[words[first].start : words[last - 1].end] or _begins(text, words, labels, first)
        if (
            last - first > (_TRANSLITERATED if whole else _KOREAN)
            and "·" not in text[words[first].start : words[last - 1].end]
        ):
            begin = next((at for at in (last - 3, last - 2) if words[at].folded in surnames), first)
            labels[first:begin] = ["o"] * (begin - first)


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
        if not together or labels[first] == "t" or labels[first + 1] == "t":
            return first
        if last == len(words) or not _touch(words, last) or labels[last] in "gst" or verbs.at(words, last):
            return last
    return first


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


def _korean(words: Sequence[Token], labels: list[str], surnames: frozenset[str]) -> None:
    """Of several words, those before a full name are none of it, nor the office behind it: `감독 봉준호 이사장은`."""
    for at in range(len(words) - 1):
        name = words[at].folded
        if len(name) == _KOREAN and name[0] in surnames and labels[at : at + 2] == ["n", "n"]:
            office = words[at + 1].folded
            labels[at + 1] = "t" if len(office) > 1 and office[-1] in _TOPIC else labels[at + 1]
    for at in range(1, len(words)):
        full = len(words[at].folded) in (_KOREAN, _KOREAN + 1) and words[at].folded[0] in surnames
        if labels[at] == "n" and labels[at - 1] == "n" and full and len(words[at - 1].folded) > 1:
            before = at - 1
            while before >= 0 and labels[before] == "n":
                labels[before] = "o"
                before -= 1
