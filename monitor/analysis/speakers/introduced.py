"""Who is named right before a quotation, where particles tell: `田村が「…」`, `조 대표가 "…"`, 吉行さんから「…」."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Run, Stretch, runs
from monitor.analysis.quoted import Quotation, Unit, asked, tied
from monitor.analysis.speakers.clause import Clause, Subject
from monitor.analysis.speakers.markers import stands
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.singles import unmarked
from monitor.analysis.speakers.subjects import subject
from monitor.text.folded import Token, tokens

_MARKS = ' "“„«「『‹‘‚、,\uff0c'  # between a subject's marker and what is quoted
_INNER = 3  # syllables of a word that a subject's marker may end inside a name's stretch: 레이 is a name
_GENITIVE = regex.compile(r"[’']n?[ıiuü]n\s[\"“‘«„]?$")
_ENDING, _STATEMENT = 8, 4  # characters of a genitive and a mark; words of what is no term
_REST = {True: 12, False: 40}  # words, or characters, of a sentence without its subject
_VERB_END = regex.compile(r"\p{Hiragana}{0,6}?[たるうくぐすつぬむ](?=[\p{Han}\p{Katakana}])")  # of と語|った
_NAMED = 14  # characters of a name and its title
_NOBODY = Subject(name="", verb="")


def introduced(scene: Scene, unit: Unit, quotation: Quotation, found: Subject) -> Subject:
    """Whose words a quotation is: of whoever is named right before it, rather than of the verb's subject (`found`)."""
    rules, data = scene.rules, frames(scene.rules.language)
    if data.apostrophes and (owner := _owner(scene, unit, quotation)):
        return evolve(found, name=owner, goes_on=False)
    if not (rules.markers and data.joins and rules.order == "before"):
        return found
    if not rules.spaced and not found.name and found.verb and (name := _behind(scene, unit, found)):
        return evolve(found, name=name, goes_on=False)
    if scene.cast.last and not (found.name or found.goes_on) and _stands_alone(scene, unit, quotation):
        return evolve(found, goes_on=True)
    words = _right_before(scene, unit, quotation)
    if words and not (found.name or found.goes_on) and words[-1].folded in data.behind:  # 권모씨에 따르면 "…"고 말했다
        at = (len(words) - 1, len(words))
        return subject(scene, Clause(words=words, verb=at, attributes=True, behind=True))
    from_whom = next((word for word in data.givers if _ends(words, word)), "")
    if from_whom:
        words = words[: len(words) - len(from_whom)]
    elif not words or not _is_marked(words, len(words) - 1, rules):
        return found
    own = words[_begin(words, rules, len(words) - 2) :]
    person = _is_person(scene, own)  # before the words are remembered as a name
    chosen = subject(scene, Clause(words=own, verb=(len(own), len(own)))) if own else _NOBODY
    if not chosen.name:
        return evolve(found, name="", goes_on=False) if from_whom or _is_source(own, rules) else found
    if chosen.name == found.name or not (chosen.body or person):
        return found
    verb = found if found.start >= quotation.end else _NOBODY
    return evolve(chosen, verb=verb.verb, start=verb.start, end=verb.end, outlet=False, goes_on=False)


def _owner(scene: Scene, unit: Unit, quotation: Quotation) -> str:
    """`Kaya, Bakan Demir'in "…" dediğini aktardı`: whose a statement is by the genitive right before it."""
    at = quotation.start
    if len(tokens(quotation.text)) < _STATEMENT or not _GENITIVE.search(scene.body, max(unit.start, at - _ENDING), at):
        return ""
    words = unit.before(quotation)[:-1]
    stretch = scene.stretch(words)
    run = next(reversed(runs(stretch)), None)
    if run is None or run.last < len(words) or not (run.titled or stretch.naming.person(stretch, run)):
        return ""
    return scene.full(stretch, run)


def _right_before(scene: Scene, unit: Unit, quotation: Quotation) -> Sequence[Token]:
    """The words before a quotation, behind the one before it; none where they do not reach up to it."""
    since = max((each.end for each in unit.quoted if each.end < quotation.start), default=0)
    words = [word for word in unit.before(quotation) if word.start >= since]
    return words if words and not scene.body[words[-1].end : quotation.start].strip(_MARKS) else []


def _behind(scene: Scene, unit: Unit, verb: Subject) -> str:
    """「…」と語った大谷。: the name right behind a verb that tells of whom it is, at the sentence's end or a marker."""
    match = _VERB_END.match(scene.body, verb.end)
    words = [word for word in unit.words if match and match.end() <= word.start < match.end() + _NAMED]
    stretch = scene.stretch(words)
    run = next(iter(runs(stretch)), None)
    if run is None or run.first or not _is_known(scene, stretch, run):
        return ""
    return scene.full(stretch, run)


def _stands_alone(scene: Scene, unit: Unit, quotation: Quotation) -> bool:
    """`"…"고 격분하기도 했다`, 「…」と手応えを感じている: a sentence that a quotation opens, without a subject."""
    rules, lead = scene.rules, unit.around(quotation)[0]
    if lead.strip(_MARKS) or len(unit.quoted) > 1 or asked(scene.body, quotation, rules.language):
        return False
    words = [word for word in unit.words if word.start >= quotation.end]
    if not tied(scene.body, quotation, rules.language) or len(words) > _REST[rules.spaced]:
        return False
    subjects = any(_is_marked(words, at, rules) for at in range(len(words)))
    return not (subjects or rules.groups.find(words) or rules.anonymous.find(words) or rules.callings.find(words))


def _ends(words: Sequence[Token], particle: str) -> bool:
    return "".join(word.folded for word in words[-len(particle) :]) == particle


def _is_marked(words: Sequence[Token], at: int, rules: NameWords) -> bool:
    """Whether a subject's marker ends at a word."""
    return any(stands(words, at, marker, rules) or rules.joins_name(words, at, marker) for marker in rules.markers)


def _begin(words: Sequence[Token], rules: NameWords, last: int) -> int:
    """Where the words begin of which the marker is: behind another one before it."""
    begin = max((end for _, end, _ in rules.verbs.find(words[: last + 1])), default=0)  # …고 묻자 조 전 사령관은
    places = (n for n in range(last, begin - 1, -1) if not rules.spaced or len(words[n].folded) >= _INNER)
    return next((n + 1 for n in places if _is_marked(words, n, rules)), begin)


def _is_person(scene: Scene, words: Sequence[Token]) -> bool:
    """Whether the last name of some words is surely somebody's, and no `방위비 증액이`."""
    stretch = scene.stretch(words)
    run = next(reversed(runs(stretch)), None)
    return run is not None and _is_known(scene, stretch, run)


def _is_known(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether a run is somebody's name, be it by what the text told before."""
    known = scene.cast.knows(unmarked(stretch, run)) or stretch.naming.known(stretch, run)
    return known or stretch.naming.person(stretch, run) or stretch.naming.sure(stretch, run)


def _is_source(words: Sequence[Token], rules: NameWords) -> bool:
    """`한 관계자가 "…"`: whether somebody without a name stands before the marker."""
    ends = {len(words), len(words) - 1}
    return any(last in ends for each in (rules.anonymous, rules.callings) for _, last, _ in each.find(words))
