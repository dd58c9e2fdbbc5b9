"""The subject of one verb of speech, by the order of words in its language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords
from monitor.analysis.speakers.clause import Clause, Subject
from monitor.analysis.speakers.elided import keeps, so, stands_alone
from monitor.analysis.speakers.organisations import at_body, chained
from monitor.analysis.speakers.pauses import is_paused, is_turned
from monitor.analysis.speakers.picking import opener, pick
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.who import NOBODY, OUTLET, Who
from monitor.analysis.speakers.windows import ahead, right
from monitor.text.folded import Token, fold


def subject(scene: Scene, clause: Clause) -> Subject:
    """Find the subject of a verb, in the windows of words around it; without a name where nobody stands there."""
    words, (first, last), (start, end) = clause.words, clause.verb, clause.place
    before, after = ahead(scene, words, first), right(scene, words, last)
    windows = {"left": before, "right": after, "recent": clause.recent, "earlier": clause.earlier, "behind": before}
    if clause.anywhere:
        stop = next((n for n in range(1, len(words)) if scene.body[words[n - 1].end] in ",.;"), len(words))
        windows["left"] = words[:stop]
    rules = scene.rules
    sides = _sides(scene, clause)
    if clause.after_quote and not (after or first or rules.drops) and "earlier" not in sides:
        sides = (*sides, "earlier")  # die das Gesetz „…“ nannte
    several = first < last and bool(rules.several) and words[last - 1].folded.endswith(rules.several)
    who, nobody = _beside_verb(scene, clause, sides, windows, several=several)
    if several and frames(rules.language).genitives and not (who and who.name):
        who = Who(body, body=True) if (body := at_body(scene, after)) else who
    if who is None:
        kept = not several and _keeps(scene, clause, before, after, nobody=nobody)
        return Subject(name="", verb=scene.body[start:end], start=start, end=end, goes_on=kept)
    return Subject(
        name=who.name,
        verb=scene.body[start:end],
        start=start,
        end=end,
        outlet=who.outlet,
        goes_on=who.goes_on,
        attributed=clause.attributes,
        body=who.body,
        sex=who.sex,
    )


def _keeps(scene: Scene, clause: Clause, before: Sequence[Token], after: Sequence[Token], *, nobody: bool) -> bool:
    """Whether a verb beside which nobody stands has the subject of the one before; nobody: somebody without a name."""
    words, first, rules = clause.words, clause.verb[0], scene.rules
    if before and before[-1].folded in rules.ands:
        return True
    if nobody:
        return False
    paused = is_paused(scene, words, first)
    elided = rules.drops and stands_alone(before, after, clause.earlier, rules, paused=paused)
    return elided or so(rules, words, first) or (rules.drops and keeps(rules, words, first, before, after))


def _beside_verb(
    scene: Scene, clause: Clause, sides: Sequence[str], windows: Mapping[str, Sequence[Token]], *, several: bool
) -> tuple[Who | None, bool]:
    """Who stands on the first side where somebody does, and whether on one stands somebody who is not named.

    An outlet speaks where nobody does on the other sides: `"…," Holm told Reuters`.
    """
    nobody, outlet, rules = False, None, scene.rules
    for number, side in enumerate(sides, start=1):
        verbless = clause.verb[0] == clause.verb[1]
        picked = opener if frames(scene.rules.language).leads else pick
        body = "" if clause.attributes or verbless else chained(scene.stretch(windows[side]), side)
        who = picked(scene, windows[side], side, verbless=verbless, attributes=clause.attributes)
        who = Who(body, body=True) if body else who
        if side == "right" and not clause.after_quote and who is not None and who.sex:
            who = evolve(who, sex="")  # ha descritto la nuova gamma
        if number == 1 and who is not None and who.name and "right" in sides[1:]:
            who = _rather(scene, who, windows["right"]) or who
        if several and who is not None and not _of_two(rules, who, windows[side]):
            who = NOBODY  # Analistas atribuem, сказали они
        nobody = nobody or who is NOBODY
        if who is OUTLET and number < len(sides):
            outlet = who
        elif who is not None and (who is not NOBODY or number == len(sides)):
            return (who if who.name or who.goes_on else outlet or who), nobody
    return outlet, nobody


def _of_two(rules: NameWords, who: Who, words: Sequence[Token]) -> bool:
    """`сказали Анна Лебедева и Пётр Иванов`: whether a name may be one of two who speak, or `er würde sagen` is one."""
    if not who.name:
        return not who.goes_on or who.sex == "m"
    return any(word.folded in rules.ands for word in words) if frames(rules.language).genitives else " " in who.name


def _rather(scene: Scene, who: Who, after: Sequence[Token]) -> Who | None:
    """`Novico o Evropi je komentirala Ana Hribar`: a full name behind a verb rather than a new word before it."""
    if not frames(scene.rules.language).genitives or " " in who.name or not scene.is_new(fold(who.name)):
        return None
    behind = pick(scene, after, "right", verbless=False)
    return behind if behind is not None and " " in behind.name else None


def _sides(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """The windows in which a verb's subject is looked for, in their order: behind it first where it is turned."""
    rules = scene.rules
    if clause.behind:
        return ("behind",)
    if clause.attributes:
        return ("right",)
    turned = clause.after_quote and clause.verb[0] <= 1 and not (clause.verb[0] == 1 and _opens(rules, clause.words))
    turned = turned or is_turned(scene, clause)
    if rules.order == "before":
        turned = turned or (clause.after_quote and not rules.cased)
        inverted = ("right",) if turned and (rules.cased or rules.inverts) else ()
        return ("left", *(["recent"] if clause.recent else []), "earlier", *inverted)
    tied = ("earlier",) if clause.after_quote and frames(rules.language).joins else ()  # Ane Lasak «…» dela esan du
    return ("right", "left", *tied) if turned or rules.order == "after" else ("left", "right")


def _opens(rules: NameWords, words: Sequence[Token]) -> bool:
    """`"…," he told Anna Weiss`: whether a name or a pronoun stands between a quotation and its verb."""
    pronoun = rules.pronouns.at(words, 0)
    return rules.cased and (words[0].upper or (pronoun is not None and pronoun[0] == 1))
