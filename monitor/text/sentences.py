"""Sentences of every script, by the punctuation that ends them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import regex

# Ends that need no space after them, and ends that do, because they also stand inside numbers, names and addresses.
_FULL_ENDS = "。！？｡．؟۔।॥։።፧།༎။។៕"
_END = regex.compile(rf"[{_FULL_ENDS}]+[!?]*|[.!?…]+|;(?=\s)")
_CLOSERS = "\"'”’»›)]}」』）】〉》“"
_CLOSER = regex.compile(rf"(?:[ \u00a0\u202f]?»|[{regex.escape(_CLOSERS, special_only=True)}])*")
_QUOTED = regex.compile(
    r"“[^“”„\n]{1,600}”|„[^„“”\n]{1,600}[“”]|«[^«»\n]{1,600}»|»[^«»\n]{1,600}«|「[^「」\n]{1,600}」|『[^『』\n]{1,600}』"
    r"|(?<![\p{L}\p{Nd}])\"[^\"\n]{1,600}\"(?!\p{L})"
)
_LAST_WORD = regex.compile(r"[\p{L}\p{M}\p{Nd}.]+\Z")
_NEXT = regex.compile(r"[\s\u200b]*[\"'“‘«„(\[¿¡—–-]*\s*(.)", regex.DOTALL)
_TITLED = regex.compile(r"(?:\.|นาย|นาง|นางสาว)(?!ก)[^\s.]*$")  # the last word before a space: พล.อ.สมชาย
_NAME = 24  # characters of a title and a name
_LONG = 120  # characters after which an unpunctuated Thai or Lao text is cut at its next space

# Languages that write ordinal numbers with a full stop, so that "22. Mai" is no end.
ORDINALS = frozenset("de da nb nn no fi is fo et lv cs sk sl hr bs sr cnr hu pl tr lb hsb eu".split())  # noqa: SIM905
_SPACE_ENDED = frozenset({"th", "lo"})


def sentences(text: str, language: str) -> list[tuple[int, str]]:
    """Each sentence with where it starts in the text, in characters; without the white space around it.

    A line's end ends a sentence. A quotation of up to 600 characters is not cut, so that it stays with its speaker.
    """
    found: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        for first, last in _spans(line, language.partition("-")[0]):
            piece = line[first:last]
            bare = piece.strip()
            if bare:
                found.append((start + first + piece.index(bare), bare))
        start += len(line) + 1
    return found


def _spans(line: str, language: str) -> list[tuple[int, int]]:
    """Where the sentences of a line start and end."""
    quotes = iter([(quote.start(), quote.end()) for quote in _QUOTED.finditer(line)])
    opened, closed = next(quotes, (len(line), len(line)))
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(line):
        while closed <= end.start():
            opened, closed = next(quotes, (len(line) + 1, len(line) + 1))
        if opened < end.start() and line[end.end() : closed].strip(_CLOSERS + " \u00a0\u202f"):
            continue  # inside a quotation; its last mark may end the sentence around it
        after = _CLOSER.match(line, end.end())
        last = after.end() if after else end.end()
        if end.end() <= opened < last:
            # The mark opens what follows: 母亲。“孩子, rekel. »Danes
            last = end.end() if line[end.end() : opened].isspace() else opened
        if last > start and _ends(line, start, end, last, language):
            spans.append((start, last))
            start = last
    spans.append((start, len(line)))
    return [part for span in spans for part in _cut_long(line, *span)] if language in _SPACE_ENDED else spans


def _ends(line: str, start: int, end: regex.Match[str], last: int, language: str) -> bool:
    """True where the punctuation at `end` closes a sentence, with its closing quotes up to `last`."""
    mark = end[0]
    if mark[0] == ";" and language != "el":
        return False
    following = _NEXT.match(line, last)
    if following is None:
        return True
    if mark[0] in _FULL_ENDS:
        # 「…。」と述べた: a particle after a Japanese quotation goes on with its sentence.
        return last == end.end() or not "ぁ" <= following[1] <= "ゖ"
    if following[1].islower() or not line[last : last + 1].isspace():
        return False
    if mark != ".":
        return True
    word = _LAST_WORD.search(line, max(start, end.start() - 24), end.start())
    return word is None or not _is_short(word[0], language)


def _is_short(word: str, language: str) -> bool:
    """True where a full stop after this word is likely its own: an initial, an abbreviation, an ordinal number."""
    if word.isdecimal():
        return language in ORDINALS and len(word) <= 2
    inner = word.rstrip(".")
    if "." in inner or (len(inner) == 1 and inner.isalpha() and (inner.isupper() or inner.isascii())):
        return not any(one.isdecimal() for one in inner)
    return inner.lower() in _abbreviations(language)


@lru_cache(maxsize=256)
def _abbreviations(language: str) -> frozenset[str]:
    lines = files("monitor.text").joinpath("abbreviations.txt").read_text(encoding="utf-8").splitlines()
    listed = dict(line.split(":", 1) for line in lines if ":" in line and not line.startswith("#"))
    return frozenset(f"{listed.get('*', '')} {listed.get(language, '')}".lower().split())


def _cut_long(line: str, first: int, last: int) -> list[tuple[int, int]]:
    """Cut at spaces, because Thai and Lao part sentences by them and by nothing else; none in a name behind a title."""
    cuts = [first]
    for space in regex.finditer(r"\s+", line[first:last]):
        near = line[max(first, first + space.start() - _NAME) : first + space.start()]
        if first + space.start() - cuts[-1] >= _LONG and not _TITLED.search(near):
            cuts.append(first + space.end())
    return list(zip(cuts, [*cuts[1:], last], strict=True))
