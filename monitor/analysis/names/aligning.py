"""Chinese names by the words around them: none begins or ends inside a word of the dictionary, or is one."""

from __future__ import annotations

from functools import lru_cache

import regex
from attrs import evolve

from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.segmenting import is_listed, is_listed_person, segment

_HAN = regex.compile(r"\p{Han}+")
_BESIDE = 4  # characters beside a name that may make a word with it
_WORD = 2  # characters of a word, and of a name at least


def aligned(stretch: Stretch, run: Run, sounds: frozenset[str]) -> Run | None:
    """A run without what is another word's at its end (毛一鸣 of 毛一鸣报道); None where it is no name at all.

    `情况引起`, `武汉早在`: what begins inside a word, or with one that no person is called. A title right before tells
    that a name is one even so: 发言人高山. sounds: characters of foreign names, which the dictionary cuts anyhow.
    """
    start, end = stretch.words[run.first].start, stretch.words[run.last - 1].end
    polite = run.length > 1 and stretch.rules.polite.at(stretch.words, run.first + 1) is not None
    if polite or not _HAN.fullmatch(stretch.body, start, end):
        return run
    before = stretch.body[max(0, start - _BESIDE) : start]
    behind = _HAN.match(stretch.body, end, end + _BESIDE)
    led = _HAN.search(before[::-1])
    before = before[len(before) - led.end() :] if led and led.start() == 0 else ""
    titled = run.first > 0 and run.first - 1 in stretch.rules.titled(stretch.words[: run.first])
    size = _fits(before, stretch.body[start:end], behind[0] if behind else "", sounds, titled=titled)
    return evolve(run, last=run.first + size) if size else None


@lru_cache(maxsize=4_096)
def _fits(before: str, name: str, behind: str, sounds: frozenset[str], *, titled: bool) -> int:
    """How many characters of what looks like a name are one; 0 where none are."""
    first, last = len(before), len(before) + len(name)
    place = 0
    for word in segment(before + name + behind, "zh"):
        begin, place = place, place + len(word)
        if len(word) < _WORD or not is_listed(word) or place <= first or begin >= last:
            continue
        person = is_listed_person(word) or (place > last and sounds.issuperset(word))
        if begin < first < place:
            return len(name) if titled or person else 0
        if begin == first and place <= last and not (titled or person):
            return 0
        if begin < last < place and not person:
            return 0 if begin == first and not titled else _upto(begin - first, len(name))
    return len(name)


def _upto(size: int, whole: int) -> int:
    """The length of what stands before another word; all where too little does."""
    return size if size >= _WORD else whole if size == 0 else 0
