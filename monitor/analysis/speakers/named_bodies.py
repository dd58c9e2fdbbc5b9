"""Bodies that speak themselves in scripts without capitals: وزارة الصحة, 外交部, 기상청은."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import frozen

from monitor.analysis.frames import frames
from monitor.analysis.names import JOINER, NameWords, Stretch, runs
from monitor.analysis.speakers.again import body_again
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.windows import breaks
from monitor.text.folded import Token, fold
from monitor.text.inflection import forms
from monitor.text.segmenting import segment
from monitor.text.simplifying import simplified

_LED = 2  # small words before a body that begins its clause
_LONGEST = 6  # words of a body's name, or characters of one of them
_CHARACTERS = 16  # of a name where words are not parted
_PART = regex.compile(r"[\p{Han}\p{Katakana}ー\p{Latin}々・＆&]+")
_POINTED = 4  # characters of a noun that points back
_PAUSED = regex.compile(r"[，,、；;。]")
_DIGIT = regex.compile(r"\p{N}")
_OPENS, _CLOSES = "(（", ")）"
_AND = "و"
_DICTIONARY = "zh"  # whose words are those of traditional characters too
_FEMININE = "ه"  # ends adjectives: منظمة حقوقية, folded


@frozen
class _Begun:
    """The first word of what may be a body's name."""

    start: int  # in characters of the body, behind what is joined to it
    after: int  # the first word behind
    head: str  # folded; "" where it is a whole name
    definite: bool
    governed: bool


def named_body(scene: Scene, words: Sequence[Token], side: str, *, attributes: bool = False) -> str | None:
    """The body that speaks beside a verb, "" for one without a name (منظمة حقوقية); None where none does.

    It is told by a word with which names of bodies begin (`وزارة الصحة`) or end (外務省), or by its whole name (حماس).
    Such a word alone means the body that was named by it before (`الوزارة`, 同省), else nobody whom the text names.
    With capitals, one that goes on: `it said`.
    """
    rules, data = scene.rules, frames(scene.rules.language)
    if rules.cased or not words or not (data.heads or data.organisations):
        return body_again(scene, words, side) or None
    stretch = scene.stretch(words)
    span = _ending(scene, stretch, side) if data.heads_last else _beginning(scene, stretch, attributes=attributes)
    if isinstance(span, str) or span is None:
        return span
    if any(span[0] < m.start + len(m.name) and m.start < span[1] for m in scene.mentions):
        return None
    if _holds_person(stretch, *span):
        return None
    name = scene.body[span[0] : span[1]]
    scene.cast.bodies.append(name)
    return name


def _holds_person(stretch: Stretch, start: int, end: int) -> bool:
    """上海医院主任李青到医院, 统计局发言人李青: whether a titled name stands in a body's or behind, up to a pause."""
    if stretch.rules.spaced or stretch.rules.markers:
        return False
    people = [run for run in runs(stretch) if run.titled and stretch.naming.person(stretch, run)]
    spans = ((stretch.words[run.first].start, stretch.words[run.last - 1].end) for run in people)
    own = ((begin, last) for begin, last in spans if begin >= start and last != end)  # 司法部 is none
    return any(not _PAUSED.search(stretch.body, end, begin) for begin, _ in own)


def _beginning(scene: Scene, stretch: Stretch, *, attributes: bool) -> tuple[int, int] | str | None:
    """A body's place where it begins the words, or the name of the one that a noun alone means."""
    words, rules = stretch.words, scene.rules
    at = 0
    while at < min(_LED, len(words) - 1) and _leads(stretch, at):
        at += 1
    begun = _begun(stretch, at)
    if begun is None or (begun.governed and not attributes):
        return None
    chain = _adjectives(stretch, begun) if rules.article else _chain(stretch, begun.after)
    end = chain if rules.article or begun.head else begun.after
    described = begun.definite and end > begun.after and rules.titles.at(words, begun.after) is None
    if described and (meant := _meant(scene, begun.head)):  # المنظمة المعنية
        return meant
    if end > begun.after or not begun.head:
        return begun.start, words[end - 1].end
    if begun.definite or not rules.article:
        return _meant(scene, begun.head) or ""
    return "" if _goes_on(stretch, begun.after) else None


def _leads(stretch: Stretch, at: int) -> bool:
    """Whether a small word stands at a place, or a verb before its subject: `ونفت وزارة الصحة ذلك، وقالت`."""
    words, rules = stretch.words, stretch.rules
    if words[at].folded in rules.ands or rules.stops.at(words, at) is not None:
        return True
    joined = ([Token(0, 0, form, upper=False)] for form in forms(words[at].folded, rules.language))
    return rules.order == "after" and not at and any(rules.verbs.at(form, 0) for form in joined)


def _begun(stretch: Stretch, at: int) -> _Begun | None:
    """The head or the name that stands at a place, without what is joined to it."""
    words, rules = stretch.words, stretch.rules
    word, by = words[at], frames(rules.language).by
    for form in forms(word.folded, rules.language) if rules.article else (word.folded,):
        cut = len(word.folded) - len(form)
        rest = [Token(word.start + cut, word.end, form, upper=False), *words[at + 1 : at + _LONGEST]]
        prefix = word.folded[:cut].removeprefix(_AND)
        prefix = "" if prefix in by else prefix
        if (match := rules.organisations.at(rest, 0)) and stretch.whole(at, at + match[0]):
            return _Begun(word.start + cut, at + match[0], "", definite=False, governed=bool(prefix))
        match, outlet = rules.heads.at(rest, 0), rules.outlets.at(rest, 0)
        if outlet is not None and " " in outlet[1]:  # هيئة البث
            return None
        if match is None or not stretch.whole(at, at + match[0]):
            continue
        definite = bool(rules.article) and (prefix.endswith((rules.article, "لل")))
        start = word.start + cut - (len(rules.article) if definite and not prefix.endswith("لل") else 0)
        governed = bool(prefix.removesuffix(rules.article) if definite else prefix)
        return _Begun(start, at + match[0], form, definite=definite, governed=governed)
    return None


def _goes_on(stretch: Stretch, at: int, *, anywhere: bool = False) -> bool:
    """Whether a word may belong to the name before it; anywhere: it may begin the words."""
    words, rules = stretch.words, stretch.rules
    if at >= len(words) or _DIGIT.match(words[at].folded):
        return False
    gap = stretch.gap(at) if at or not anywhere else " "
    if gap == JOINER:
        return True
    joined = stretch.body[words[at].end : words[at].end + 1] == JOINER
    if not (gap.isspace() or (not rules.spaced and not gap)) or "\n" in gap:
        return False
    phrases = (rules.prepositions, rules.stops, rules.verbs)
    return joined or not (words[at].folded in rules.that | rules.ands or any(each.at(words, at) for each in phrases))


def _chain(stretch: Stretch, at: int) -> int:
    """Where a name ends that goes on up to a small word, a verb or a pause."""
    longest = _CHARACTERS if not stretch.rules.spaced else _LONGEST - 1
    end = at
    while _goes_on(stretch, end) and end - at < longest:
        end += 1
    return end


def _adjectives(stretch: Stretch, begun: _Begun) -> int:
    """Where a name ends of which one word and adjectives with the article stand behind the head."""
    words, rules, end = stretch.words, stretch.rules, begun.after

    def has_article(at: int) -> bool:
        return words[at].folded.removeprefix(_AND).startswith(rules.article)

    if not begun.definite and begun.head and _goes_on(stretch, end):
        described = end + 1 < len(words) and _goes_on(stretch, end + 1) and has_article(end + 1)
        feminine = words[end].folded.endswith(_FEMININE) and words[end].folded not in rules.seats
        if feminine and rules.article != _FEMININE and not (described or has_article(end)):
            return begun.after  # منظمة حقوقية
        end += 1 + (described and not has_article(end) and rules.titles.at(words, end) is not None)
    endings = tuple(fold(each) for each in frames(rules.language).adjectives)
    while _goes_on(stretch, end) and has_article(end) and end - begun.after < _LONGEST:
        if not words[end].folded.endswith(endings) and words[end].folded[0] != _AND:
            break  # دعت وزارة الداخلية السائقين
        end += 1
    return end


def _ending(scene: Scene, stretch: Stretch, side: str) -> tuple[int, int] | str | None:
    """A body's place where it ends the words or a small word follows, or the name of the one that a noun means."""
    if len(stretch) <= _POINTED and stretch.words[0].folded in scene.rules.same:  # 同委は
        return _meant(scene, "".join(word.folded for word in stretch.words[1:]) or " ")
    for part in _parts(stretch, side):
        for first, last, least in _ends(part):
            begin = _begins(part, first)
            if part.rules.spaced and any(_is_title(part.rules, part.words, n) for n in range(begin + 1, first)):
                continue  # सचिव एनएस निगम
            start, end = part.words[begin].start, _unmarked(part)[last - 1].end
            same = part.words[begin].folded in scene.rules.same
            if same or first - begin < least:
                if meant := _meant(scene, scene.body[start:end][same:]):
                    return meant
            else:
                return start, end
    return None


def _is_title(rules: NameWords, words: Sequence[Token], at: int) -> bool:
    """Whether a title of a person stands at a place, and no country or office that speaks without a name."""
    match = rules.titles.at(words, at)
    return match is not None and words[at].folded not in rules.seats and rules.officials.at(words, at) is None


def _parts(stretch: Stretch, side: str) -> Iterator[Stretch]:
    """The words, or their clauses from the last to the first where no marker tells the subject."""
    words = stretch.words
    end = len(words)
    for at in range(len(words) - 1, 0, -1) if not stretch.rules.markers and side != "right" else ():
        if breaks(stretch.body, words[at - 1], words[at]):
            yield stretch.part(at, end)
            end = at
    yield stretch.part(0, end)


def _ends(part: Stretch) -> Iterator[tuple[int, int, int]]:
    """Words that end a body's name where a subject may stand, and how many words must stand before them."""
    words, rules = _unmarked(part), part.rules
    begin = max(0, len(words) - _CHARACTERS) if rules.markers else 0
    for phrases, whole in ((rules.organisations, True), (rules.heads, False)):
        matches = ((first, phrases.at(words, first)) for first in range(begin, len(words)))
        for first, (last, head) in ((first, match) for first, match in matches if match):
            longer = head.startswith("*") and len(words[last - 1].folded) >= len(head)
            short = not (whole or rules.spaced) and last - first == 1  # 与党
            if (last == len(words) or (not rules.markers and _small(part, last))) and not (
                rules.suffixed and not whole and _is_title(rules, words, first)  # 수석연구원은
            ):
                yield first, last, 0 if whole or longer else 1 + short


def _unmarked(part: Stretch) -> Sequence[Token]:
    """The words without a subject's marker at the end, and without what stands in brackets there."""
    words = part.words
    while len(words) > 1 and part.gap(len(words) - 1).strip()[-1:] in set(_OPENS):
        words = words[:-1]
        part = Stretch(part.body, words, part.naming)
    if not part.rules.suffixed:
        return words
    last = words[-1]
    marker = part.rules.marker(last)
    return [*words[:-1], Token(last.start, last.end - len(marker), last.folded.removesuffix(marker), upper=False)]


def _begins(part: Stretch, at: int) -> int:
    """Where a name begins whose last words begin at a place."""
    words, rules = part.words, part.rules
    if rules.suffixed:
        while at > 0 and part.gap(at) == " " and (words[at - 1].folded in rules.seats or words[at - 1].upper):
            at -= 1
    elif rules.spaced:
        longest = at - _LONGEST + 1
        while at > max(0, longest) and _goes_on(part, at) and _goes_on(part, at - 1, anywhere=True):
            at -= 1
    elif rules.markers:
        while (
            at > 0 and part.touch(at) and _PART.match(words[at - 1].folded) and not _DIGIT.match(words[at - 1].folded)
        ):
            at -= 1
    else:
        at = _by_dictionary(part, at)
    return at


def _by_dictionary(part: Stretch, at: int) -> int:
    """The same by a dictionary's words, back to a small word, a verb or a number."""
    words, rules = part.words, part.rules
    cut = segment(simplified(part.body[words[0].start : words[at - 1].end]), _DICTIONARY) if at else []
    for word in reversed(cut):
        begin = at - len(word)
        if begin < 0 or not part.touch(at) or not _PART.fullmatch(word) or _is_small(rules, words[begin:at]):
            break
        at = begin
    return at


def _small(part: Stretch, at: int) -> bool:
    """Whether a small word of the dictionary, a verb or a number stands at a place; 日 of 日本 is none."""
    words = part.words[at : at + _LONGEST]
    if part.rules.spaced:
        return not _goes_on(part, at)
    cut = segment(simplified(part.body[words[0].start : words[-1].end]), _DICTIONARY)
    return bool(_DIGIT.match(words[0].folded)) or _is_small(part.rules, words[: len(cut[0]) if cut else 0])


def _is_small(rules: NameWords, piece: Sequence[Token]) -> bool:
    """Whether characters are a preposition, a conjunction, a verb or another word that ends names."""
    every = (rules.prepositions, rules.stops, rules.verbs)
    matches = (each.at(piece, 0) for each in every if piece)
    return any(match is not None and match[0] == len(piece) for match in matches) or (
        "".join(word.folded for word in piece) in rules.ands
    )


def _meant(scene: Scene, noun: str) -> str | None:
    """The body that was named by a noun last, at either end of its name."""
    last = frames(scene.rules.language).heads_last

    def called(name: str) -> bool:
        word = fold(name.split(maxsplit=1)[0]).removeprefix(scene.rules.article)
        return noun in name if last else word == noun

    return next((name for name in reversed(scene.cast.bodies) if called(name)), None)
