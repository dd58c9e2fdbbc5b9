"""Bodies whose names begin with a word for them, in scripts without capitals: وزارة الصحة, המשרד להגנת הסביבה."""

from __future__ import annotations

from attrs import frozen

from monitor.analysis.frames import frames
from monitor.analysis.names import Stretch
from monitor.analysis.speakers.again import named_by
from monitor.analysis.speakers.bodies import goes_on_name
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token, fold
from monitor.text.inflection import forms

_LED = 2  # small words before a body that begins its clause
_LONGEST = 6  # words of a body's name, or characters of one of them
_CHARACTERS = 16  # of a name where words are not parted
_AND = "و"
_FEMININE = "ه"  # ends adjectives: منظمة حقوقية, folded


@frozen
class _Begun:
    """The first word of what may be a body's name."""

    start: int  # in characters of the body, behind what is joined to it
    after: int  # the first word behind
    head: str  # folded; "" where it is a whole name
    definite: bool
    governed: bool


def beginning(scene: Scene, stretch: Stretch, *, attributes: bool) -> tuple[int, int] | str | None:
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
    if described and (meant := named_by(scene, begun.head)):  # المنظمة المعنية
        return meant
    if end > begun.after or not begun.head:
        return begun.start, words[end - 1].end
    if begun.definite or not rules.article:
        return named_by(scene, begun.head) or ""
    return "" if goes_on_name(stretch, begun.after) else None


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


def _chain(stretch: Stretch, at: int) -> int:
    """Where a name ends that goes on up to a small word, a verb or a pause."""
    longest = _CHARACTERS if not stretch.rules.spaced else _LONGEST - 1
    end = at
    while goes_on_name(stretch, end) and end - at < longest:
        end += 1
    return end


def _adjectives(stretch: Stretch, begun: _Begun) -> int:
    """Where a name ends of which one word and adjectives with the article stand behind the head."""
    words, rules, end = stretch.words, stretch.rules, begun.after

    def has_article(at: int) -> bool:
        return words[at].folded.removeprefix(_AND).startswith(rules.article)

    if not begun.definite and begun.head and goes_on_name(stretch, end):
        described = end + 1 < len(words) and goes_on_name(stretch, end + 1) and has_article(end + 1)
        feminine = words[end].folded.endswith(_FEMININE) and words[end].folded not in rules.seats
        if feminine and rules.article != _FEMININE and not (described or has_article(end)):
            return begun.after  # منظمة حقوقية
        end += 1 + (described and not has_article(end) and rules.titles.at(words, end) is not None)
    endings = tuple(fold(each) for each in frames(rules.language).adjectives)
    while goes_on_name(stretch, end) and has_article(end) and end - begun.after < _LONGEST:
        if not words[end].folded.endswith(endings) and words[end].folded[0] != _AND:
            break  # دعت وزارة الداخلية السائقين
        end += 1
    return end
