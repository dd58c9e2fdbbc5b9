"""Korean words by their particles and endings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

import regex

from monitor.analysis.names.stretch import Run, Stretch

SYLLABLES = 3  # of a full name
SUBJECT = "은는이가"  # particles
TOPIC = "은는"  # of these
PARTICLES = frozenset("은는이가을를의에도와과로")  # as words: behind brackets and other scripts
FOREIGN = 3  # words of a foreign name
OBJECT = regex.compile(r"..(?:에서|에게|[을를])$")
_GOVERNED = regex.compile(r"..(?:에서|을|를|의|에|로)$")  # particles of objects and places
_CLAUSE = regex.compile(r".(?:[은는이가을를의에로자고]|면서|[된던한])$")  # ends of words that tell of one: 아들을 잃은
_DONE_TO = ("을", "를", "에게", "에게서", "의")
_CLOSING = frozenset("”’\"'」")  # marks behind a quotation
_OWN = "자신"  # behind a subject's marker: their own


def called_so(body: str, family: str) -> bool:
    """전희경 대변인: whether a text has a family name with a given one, by the space behind."""
    return regex.search(rf"(?<!\p{{L}}){family}[\p{{Hangul}}]{{2}} (?=\p{{Hangul}})", body) is not None


def clear(folded: Sequence[str], labels: list[str], families: Collection[str]) -> None:
    """No clause before a family name alone is any of it: 논란이 이어지자 송 원내대표는, 아들을 잃은 류씨는."""
    for at in range(1, len(folded)):
        alone = folded[at] in families and labels[at : at + 2] == ["n", "t"]
        alone = alone or (folded[at][0] in families and folded[at][1:2] == "씨")
        if alone and labels[at - 1] == "n" and _CLAUSE.search(folded[at - 1]):
            for before in takewhile(lambda n: labels[n] == "n", range(at - 1, -1, -1)):
                labels[before] = "o"


def is_foreign(stretch: Stretch, run: Run) -> bool:
    """Whether words without a title may be a foreign name: few, and a particle at their end alone."""
    words = stretch.folded(run)
    if run.length == 1 and len(words[0]) <= SYLLABLES and stretch.follows(run)[:2] != _OWN:  # 제이는 자신의
        return False
    inside = any(len(word) > 2 and word[-1] in PARTICLES for word in words[:-1])
    return run.length <= FOREIGN and not inside and words[-1][-1] in SUBJECT


def is_governed(stretch: Stretch, run: Run) -> bool:
    """Whether a particle of an object or a place stands inside a run, or of an object behind it."""
    words = [word.folded for word in stretch.of(run)]
    return any(_GOVERNED.search(word) for word in words[:-1]) or bool(OBJECT.search(words[-1]))


def done_to(stretch: Stretch, run: Run) -> bool:
    """황교안 대표를 향해: whether an object's particle ends the title behind a name."""
    behind = stretch.words[run.last].folded if run.last < len(stretch) and run.length == 1 else ""
    return behind.endswith(_DONE_TO) and stretch.rules.titles.at(stretch.words, run.last) is not None


def is_particle(stretch: Stretch, run: Run) -> bool:
    """`“…”고 독려한 뒤`: a syllable right behind the marks is the particle that ties a quotation to its verb."""
    word = stretch.words[run.first]
    return run.length == 1 and word.end - word.start == 1 and stretch.body[word.start - 1 : word.start] in _CLOSING
