"""Who speaks in a sentence: the subject of each of its verbs of speech."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from monitor.analysis.frames import frames, kinds, listed
from monitor.analysis.names import whole
from monitor.analysis.quoted import Quotation, Unit
from monitor.analysis.speakers.according import according_to
from monitor.analysis.speakers.clause import Clause, Subject
from monitor.analysis.speakers.earlier import opener
from monitor.analysis.speakers.idle import is_idle
from monitor.analysis.speakers.objects import quoted
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.subjects import subject
from monitor.model import Mention
from monitor.text.folded import Token, fold, tokens
from monitor.text.phrases import Phrases

_KINDS = (
    "quoting",
    "impersonal",
    "gerunds",
    "cites",
    "says",
    "attributes",
    "opinion",
    "idle",
    "his",
    "behind",
    "agents",
)
_SAYS = frozenset({"says", "gerunds", "cites", "quoting"})  # of these, verbs of speech
_STOP = regex.compile(r"[.!?…]\s")
_ADDRESSED = 8  # words beside a verb among which an outlet that is told stands
_TO, _TO_TOO, _LONGEST = "と", "も", 12  # 「…」とも語った; characters of a verb behind its first
_CLAUSE = regex.compile(r"([\p{Hiragana}\p{Katakana}\p{Han}ー]{0,9})[、。]")
_KANA = regex.compile(r"\P{Hiragana}.*", regex.DOTALL)
_DOCUMENT = 3  # words behind `according to` among which a document stands
MOST_VERBS = 60  # verbs of speech of a sentence


def _verbs(language: str) -> Phrases[str]:
    """Verbs of speech and whatever attributes words, by their kinds; of one that is of several, the first counts."""
    return kinds(language, *_KINDS, inflected=frames(language).clitics)


def subjects_of(scene: Scene, unit: Unit) -> list[Subject]:
    """One for each verb of speech outside quotations; a verb alone has the subject of the one before it."""
    found: list[Subject] = []
    earlier: list[Token] = []
    latest, since = "", 0
    for part, words in enumerate(unit.outside()):
        before = len(found)
        for first, last, kind in _verbs(scene.rules.language).find(words):
            if len(found) >= MOST_VERBS or not whole(scene.body, words[first], words[last - 1]):
                continue
            if told := _told(scene, words, (first, last), kind, found, opens=first <= 1 and part == 0):
                found.append(told if told.name else evolve(told, name=latest if told.goes_on else ""))
                latest = told.name or latest
                continue
            attributes = kind not in _SAYS
            if is_idle(scene, words, (first, last), kind if attributes else "says", part):
                continue
            clause = Clause(
                words=words,
                verb=(first, last),
                earlier=earlier,
                recent=earlier[since:] if since else (),
                after_quote=part > 0,
                attributes=attributes,
                behind=kind == "behind",
            )
            chosen = _subject(scene, clause, kind)
            if attributes and _is_nobody(scene, chosen, words[last:], kind):
                continue
            chosen = evolve(chosen, goes_on=chosen.goes_on and not attributes)
            found.append(_kept(scene, chosen, words if len(found) == before else [], first, latest))
            latest = found[-1].name or latest
            since = len(earlier) + last
        earlier = [*earlier, *words]
    return found


def _kept(scene: Scene, chosen: Subject, words: Sequence[Token], first: int, latest: str) -> Subject:
    """A verb that goes on with the one who opens its clause, or who spoke before; words: where no other verb stands."""
    if not chosen.goes_on:
        return chosen
    return evolve(chosen, name=chosen.name or opener(scene, words, first) or latest)


def _is_nobody(scene: Scene, chosen: Subject, behind: Sequence[Token], kind: str) -> bool:
    """Whether nobody stands behind `according to`, nor a text: `Според документа има "…"`, `zgodnie z raportem`."""
    language = scene.rules.language
    if not (chosen.outlet or chosen.name) and scene.rules.anonymous.find(behind[:_DOCUMENT]):
        return False  # selon une source judiciaire
    if chosen.outlet or not (chosen.name or listed(language, "documents").find(behind[:_DOCUMENT])):
        return True
    alone = " " not in chosen.name and scene.is_new(fold(chosen.name))  # „sehr weit entfernt“ von Zielwerten
    return alone and kind == "agents" and frames(language).capitals


def _subject(scene: Scene, clause: Clause, kind: str) -> Subject:
    """Whose words they are: the verb's subject, or whomever it quotes, for whom no body that quotes is taken."""
    quotes = kind == "quoting"
    whose = quoted(scene, clause) if quotes else None
    chosen = whose or _unless_told(scene, clause, subject(scene, clause))
    if kind == "attributes" and not (chosen.name or chosen.outlet):
        return evolve(chosen, name=according_to(scene, clause.words[clause.verb[1] :]))
    return evolve(chosen, name="") if quotes and chosen.body else chosen


def _unless_told(scene: Scene, clause: Clause, chosen: Subject) -> Subject:
    """The subject of a verb, and whoever was named last where an outlet is only told: `řekl AFP`."""
    told = chosen.outlet and not clause.attributes and _is_told(scene, clause.words, clause.verb)
    return evolve(chosen, outlet=False, goes_on=True) if told else chosen


def _is_told(scene: Scene, words: Sequence[Token], verb: tuple[int, int]) -> bool:
    """`řekl AFP`: whether an outlet behind a verb that none does is told, and no source without a name."""
    rules, (first, last) = scene.rules, verb
    if not frames(rules.language).tells or listed(rules.language, "tells").at(words, last - 1) is None:
        return False
    behind = words[last : last + _ADDRESSED]
    alone = first <= 1 or not any(word.upper for word in words[max(0, first - _ADDRESSED) : first])
    return alone and bool(behind) and not rules.anonymous.find(behind)


def _told(
    scene: Scene, words: Sequence[Token], verb: tuple[int, int], kind: str, found: Sequence[Subject], *, opens: bool
) -> Subject | None:
    """A verb whose subject no window of words is searched for; None for others.

    `Per lei «…»` means whoever the sentence, or else the text, named last; `رد قائلا: "…"` has the subject of the verb
    before, `نقل عن سالم قوله: "…"` the name that the preposition governs.
    """
    first, last = verb
    start, end = words[first].start, words[last - 1].end
    if kind == "impersonal":  # говорится в сообщении, denildi
        return Subject(name="", verb=scene.body[start:end], start=start, end=end)
    if kind == "his" and (opens or listed(scene.rules.language, "opinion").at(words, first) is None):
        return Subject(name="", verb=scene.body[start:end], start=start, end=end, goes_on=True, attributed=True)
    joined = frames(scene.rules.language).joined_he
    if kind == "says" and joined and scene.cast.last and words[last - 1].folded.endswith(joined):  # ujarnya
        return Subject(name="", verb=scene.body[start:end], start=start, end=end, goes_on=True)
    touch = first > 0 and scene.body[words[first - 1].end : start] == " "
    own = touch and scene.rules.cased and words[first - 1].upper  # with the analyst Anna Holm saying
    if kind == "gerunds" and found and not own:
        return evolve(found[-1], verb=scene.body[start:end], start=start, end=end)
    places = range(first - 1, -1, -1) if kind == "cites" else ()
    begin = next((match[0] for n in places if (match := scene.rules.prepositions.at(words, n))), None)
    if begin is None:
        return None
    told = subject(scene, Clause(words=words[begin:last], verb=(first - begin, last - begin), behind=True))
    sure = " " in told.name or not scene.rules.spaced or not scene.is_new(fold(told.name))
    return told if sure else evolve(told, name="")  # عن مسؤول حكومي


def through_outlet(unit: Unit, mentions: Sequence[Mention]) -> str:
    """The outlet through which a sentence's quotes came; not one that is named inside a quotation."""
    here = (m for m in mentions if unit.start <= m.start < unit.start + len(unit.text))
    return next((m.publisher for m in here if not any(q.start <= m.start < q.end for q in unit.quoted)), "")


def distance(verb: Subject, quotation: Quotation) -> int:
    """Characters between a verb and a quotation; what stands before one counts a little more."""
    if verb.start >= quotation.end:
        return verb.start - quotation.end
    return (quotation.start - verb.end) + 2 * (quotation.start > verb.end)


def further(body: str, nearest: Subject, speaking: Sequence[Subject]) -> Subject:
    """`"the little deal" announced in May, said Anna Holm`: of verbs in a row, one behind a comma that has a name."""
    if nearest.name or nearest.goes_on or nearest.outlet:
        return nearest
    behind = (each for each in speaking if each.name and each.start > nearest.end)
    return next((each for each in behind if body[each.start - 2 : each.start] == ", "), nearest)


def leads_to(body: str, verb: Subject, start: int) -> bool:
    """`and added: "…"`: a verb right before the quotation that begins at `start`."""
    between = body[verb.end : start]
    if start < verb.end or _STOP.search(between):
        return False
    words = tokens(between)
    return len(words) <= 1 and not any(word.upper for word in words)


def spelled(scene: Scene, told: Subject) -> str:
    """The verb as the text writes it; all of it where the frames have a part, in scripts without spaces: 話していた."""
    rules = scene.rules
    if rules.spaced or not rules.markers or not told.verb:
        return told.verb
    rest = scene.body[told.end : told.end + _LONGEST]
    pause = _CLAUSE.match(rest)
    return told.verb.removeprefix(_TO).removeprefix(_TO_TOO) + (pause[1] if pause else _KANA.sub("", rest))
