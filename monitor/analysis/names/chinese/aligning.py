"""Chinese names by the words around them: none begins or ends inside a word of the dictionary, or is one."""

from __future__ import annotations

from functools import lru_cache

import regex
from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.segmenting import is_listed, is_listed_person, is_small, segment
from monitor.text.simplifying import simplified

_HAN = regex.compile(r"\p{Han}+")
_BESIDE = 4  # characters beside a name that may make a word with it
_FULL = 3  # characters of a full name
_SUFFIXES = frozenset(
    "人业界员者方军队们区市县省州镇村组站部局处院校厂所室馆店家户会社团党派族国地城乡长式化性学型类品版"
)
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
    last = stretch.body[max(0, start - 1) : start]
    people = last != "人" and last in frames(stretch.rules.language).roles  # 店主张善政
    before = "" if people else stretch.body[max(0, start - _BESIDE) : start]
    said = run.last < len(stretch) and stretch.rules.verbs.at(stretch.words, run.last)  # 王世坚强调
    behind = None if said else _HAN.match(stretch.body, end, end + _BESIDE)
    led = _HAN.search(before[::-1])
    before = before[len(before) - led.end() :] if led and led.start() == 0 else ""
    titled = {run.first - 1, run.first - 2} <= stretch.rules.titled(
        stretch.words[: run.first]
    )  # 中 of 中方 is no title
    written = stretch.body[start:end]
    if not before and len(written) == _FULL and stretch.rules.surnamed(stretch.of(run)) and _begins_as_place(written):
        return run
    size = _fits(before, written, behind[0] if behind else "", sounds, titled=titled)
    return evolve(run, last=run.first + size) if size else None


@lru_cache(maxsize=4_096)
def _begins_as_place(name: str) -> bool:
    """韩国瑜: whether a name begins with a noun of the dictionary and goes on with a character that makes no other."""
    noun, last = simplified(name[:_WORD]), simplified(name[_WORD:])
    return is_listed(noun) and not (is_small(noun) or is_small(last) or last in _SUFFIXES)


@lru_cache(maxsize=4_096)
def _fits(before: str, name: str, behind: str, sounds: frozenset[str], *, titled: bool) -> int:
    """How many characters of what looks like a name are one; 0 where none are."""
    first, last = len(before), len(before) + len(name)
    place = 0
    if not before and is_listed_person(simplified(name)):  # 拜登 of 拜登上周, where the dictionary sees 登上
        return len(name)
    begun = simplified(name[:_WORD])
    if _WORD <= len(name) <= _FULL and not titled and is_listed(begun) and is_small(begun):
        return 0  # 马上笑
    for word in segment(simplified(before + name + behind), "zh"):
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
