"""The subject of one verb of speech, by the order of words in its language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Run, Stretch, runs
from monitor.analysis.speakers.antecedents import antecedent
from monitor.analysis.speakers.behind_roles import behind_place
from monitor.analysis.speakers.candidates import eligible
from monitor.analysis.speakers.cases import oblique
from monitor.analysis.speakers.clause import Clause, Subject
from monitor.analysis.speakers.elided import NEXT_TO, keeps, so, stands_alone
from monitor.analysis.speakers.epithets import before_verb, epithet, is_anonymous, pointed
from monitor.analysis.speakers.heads import parted, whom
from monitor.analysis.speakers.likeliest import behind_pronoun, far, first_alone, known_alone, likeliest, no_opening
from monitor.analysis.speakers.markers import clauses, embedded
from monitor.analysis.speakers.named_bodies import named_body
from monitor.analysis.speakers.offices import Meant, alone, bearer, holder
from monitor.analysis.speakers.openers import opens_with_noun
from monitor.analysis.speakers.opening import last_clause as verb_clause
from monitor.analysis.speakers.opening import opening
from monitor.analysis.speakers.organisations import at_body, chained, organisation
from monitor.analysis.speakers.pauses import is_paused, is_turned
from monitor.analysis.speakers.pronouns import beside, pronouns
from monitor.analysis.speakers.remembering import remembered
from monitor.analysis.speakers.roles import called, described, role
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.singles import is_alone, is_common, leads_alone
from monitor.analysis.speakers.windows import ahead, last_clause, right
from monitor.text.folded import Token, fold

_EPITHET = 4  # words behind a verb of which one is an epithet's article


@frozen
class _Who:
    name: str = ""
    outlet: bool = False
    goes_on: bool = False
    body: bool = False
    sex: str = ""


_LAST, _NOBODY, _OUTLET = _Who(goes_on=True), _Who(), _Who(outlet=True)


def subject(scene: Scene, clause: Clause) -> Subject:
    """Find the subject of a verb."""
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
        who = _Who(body, body=True) if (body := at_body(scene, after)) else who
    if who is not None:
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
    paused = is_paused(scene, words, first)
    elided = rules.drops and not nobody and stands_alone(before, after, clause.earlier, rules, paused=paused)
    elided = elided or (len(before) > 0 and before[-1].folded in rules.ands) or (not nobody and so(rules, words, first))
    elided = elided or (rules.drops and not nobody and keeps(rules, words, first, before, after))
    return Subject(name="", verb=scene.body[start:end], start=start, end=end, goes_on=elided and not several)


def _beside_verb(
    scene: Scene, clause: Clause, sides: Sequence[str], windows: Mapping[str, Sequence[Token]], *, several: bool
) -> tuple[_Who | None, bool]:
    """Who stands on the first side where somebody does, and whether on one stands somebody who is not named.

    An outlet speaks where nobody does on the other sides: `"…," Holm told Reuters`.
    """
    nobody, outlet, rules = False, None, scene.rules
    for number, side in enumerate(sides, start=1):
        verbless = clause.verb[0] == clause.verb[1]
        pick = _opener if frames(scene.rules.language).leads else _pick
        body = "" if clause.attributes or verbless else chained(scene.stretch(windows[side]), side)
        who = pick(scene, windows[side], side, verbless=verbless, attributes=clause.attributes)
        who = _Who(body, body=True) if body else who
        if side == "right" and not clause.after_quote and who is not None and who.sex:
            who = evolve(who, sex="")  # ha descritto la nuova gamma
        if number == 1 and who is not None and who.name and "right" in sides[1:]:
            who = _rather(scene, who, windows["right"]) or who
        if several and who is not None and not _of_two(rules, who, windows[side]):
            who = _NOBODY  # Analistas atribuem, сказали они
        nobody = nobody or who is _NOBODY
        if who is _OUTLET and number < len(sides):
            outlet = who
        elif who is not None and (who is not _NOBODY or number == len(sides)):
            return (who if who.name or who.goes_on else outlet or who), nobody
    return outlet, nobody


def _of_two(rules: NameWords, who: _Who, words: Sequence[Token]) -> bool:
    """`сказали Анна Лебедева и Пётр Иванов`: whether a name may be one of two who speak, or `er würde sagen` is one."""
    if not who.name:
        return not who.goes_on or who.sex == "m"
    return any(word.folded in rules.ands for word in words) if frames(rules.language).genitives else " " in who.name


def _rather(scene: Scene, who: _Who, after: Sequence[Token]) -> _Who | None:
    """`Novico o Evropi je komentirala Ana Hribar`: a full name behind a verb rather than a new word before it."""
    if not frames(scene.rules.language).genitives or " " in who.name or not scene.is_new(fold(who.name)):
        return None
    behind = _pick(scene, after, "right", verbless=False)
    return behind if behind is not None and " " in behind.name else None


def _sides(scene: Scene, clause: Clause) -> tuple[str, ...]:
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


def _pick(scene: Scene, words: Sequence[Token], side: str, *, verbless: bool, attributes: bool = False) -> _Who | None:
    """Who stands in a window of words; None means that nobody is there."""
    if not words:
        return None
    rules = scene.rules
    leads = side != "right"
    if not rules.cased and is_anonymous(words, side, rules):
        return _NOBODY
    words, marked = _clause(scene, words, side)
    stretch = scene.stretch(words)
    found, of_roles = parted(stretch, _standing(stretch, runs(stretch), side, attributes=attributes), side)
    if side == "left" and rules.cased and (before := antecedent(scene, stretch, found)):
        return _Who(remembered(scene, stretch, before))
    meant = pronouns(stretch, [behind_place(stretch, run) for run in found] if rules.placed else found)
    unmarked = leads and bool(rules.markers) and not marked
    if at := next((at for at in meant if beside(words, at, side)), None):
        return _meant(scene, words, at)
    if (body := _body(scene, words, side, attributes=attributes, unmarked=unmarked)) or (
        side == "right" and not attributes and scene.cast.last and pointed(words, rules)
    ):
        return body or _LAST
    own = [] if meant and unmarked else eligible(scene, stretch, found, side)  # उन्होंने निशाना साधते हुए कहा
    stands_in = epithet(before_verb(scene.body, words, rules) if side == "left" else words, side, rules)
    if rules.cased:
        own = behind_pronoun(stretch, own, meant) if side == "left" else own
        own = no_opening(scene, own, words) if stands_in and side == "left" else own
        own = [run for run in own if leads_alone(scene, stretch, run)] if verbless else own
    if rules.markers and leads and not own:
        return _LAST if meant else _unnamed(scene, words) if marked else None
    own = first_alone(scene, stretch, own) if attributes and rules.cased else own
    known = None if rules.cased or leads else known_alone(scene, stretch, found)
    chosen = known or likeliest(scene, stretch, own, side, verbless=verbless)
    if chosen is None or (side == "right" and rules.cased and far(words, chosen, rules)):
        bodies, held = not (attributes or verbless), whom(scene, stretch, of_roles, side)
        other = None if held is None else _meaning(held)
        return other or _instead(scene, stretch, found, side, bodies=bodies, meant=bool(meant), stands_in=stands_in)
    if not rules.cased and is_common(scene, stretch, chosen) and not is_alone(words, chosen, rules, side):
        return _NOBODY
    return _Who(remembered(scene, stretch, chosen))


def _body(
    scene: Scene, words: Sequence[Token], side: str, *, attributes: bool = False, unmarked: bool = False
) -> _Who | None:
    """A body that speaks itself, in scripts without capitals, or nobody where it has no name; else None."""
    if unmarked and frames(scene.rules.language).heads_last:
        return None
    body = named_body(scene, words, side, attributes=attributes)
    return None if body is None else _Who(body, body=True) if body else _NOBODY


def _opener(
    scene: Scene, words: Sequence[Token], side: str, *, verbless: bool, attributes: bool = False
) -> _Who | None:
    """Who opens the clause of a verb, where verbs end clauses; behind `according to`, who stands there."""
    if not words or is_anonymous(words, side, scene.rules):
        return _NOBODY if words else None
    if side == "right":
        office = bearer(scene, words, 0) if attributes else None
        named = _pick(scene, words, side, verbless=verbless, attributes=attributes)
        return _meaning(office) if isinstance(office, str) and not (named and named.name) else named
    stretch = scene.stretch(words)
    if body := _body(scene, verb_clause(stretch), side):
        return body
    found = runs(stretch)
    opens = opening(scene, stretch, eligible(scene, stretch, found, side))
    if isinstance(opens, Run):
        return _Who(remembered(scene, stretch, opens))
    if opens is None:
        return _OUTLET if any(scene.is_outlet(stretch, run) for run in found[:1]) else None
    return _meaning(opens)


def _meaning(found: str | Meant) -> _Who:
    """Whom an office means, or nobody, or whoever spoke last."""
    return {Meant.LAST: _LAST, Meant.NOBODY: _NOBODY}[found] if isinstance(found, Meant) else _Who(found)


def _instead(
    scene: Scene, stretch: Stretch, found: Sequence[Run], side: str, *, bodies: bool, meant: bool, stands_in: bool
) -> _Who | None:
    """An outlet, a body, or whoever was named last, where a window names nobody who may speak."""
    rules, leads = scene.rules, side != "right"
    instead = [run for run in found[: None if leads else 2] if not ((leads or rules.drops) and run.governed)]
    if any(scene.is_outlet(stretch, run) for run in instead if leads or not stands_in or run.first < NEXT_TO):
        return _OUTLET  # o chefe do governo, numa entrevista à Lusa, is none
    if rules.cased and bodies and (body := organisation(scene, stretch, found, side)):
        return _Who(body, body=True)
    if not leads and rules.article and isinstance(office := bearer(scene, stretch.words, 0), str):
        return _Who(office)  # وأضاف مدرب المنتخب
    if not (meant or stands_in) and side == "left" and opens_with_noun(scene, stretch, found):
        return _NOBODY
    words = before_verb(scene.body, stretch.words, rules) if side == "left" else stretch.words[:_EPITHET]
    if not meant and (name := called(scene, role(scene, words))):
        return _Who(name)
    if side == "left" and not (meant or stands_in) and described(scene, words):
        return _LAST
    if meant or not stands_in:
        return _LAST if meant else None
    whose = _meant(scene, stretch.words, (0, 1, ""))
    sexes = (rules.sexes[word.folded] for word in words if word.folded in rules.sexes)
    return evolve(whose, sex=next(sexes, "")) if whose.goes_on else whose


def _standing(stretch: Stretch, found: list[Run], side: str, *, attributes: bool) -> list[Run]:
    """Runs, and whether they are governed by what stands beside them."""
    if side == "behind":  # 在林美玲看来: the words around it govern the name
        return [evolve(run, governed=False) for run in found]
    if attributes or not frames(stretch.rules.language).genitives:
        return found
    return [evolve(run, governed=True) if oblique(stretch, run) else run for run in found]


def _meant(scene: Scene, words: Sequence[Token], at: tuple[int, int, str]) -> _Who:
    """Whom a pronoun means, or an office alone."""
    if words[at[0]].folded in scene.rules.they:
        return _NOBODY
    whose = _meaning(holder(scene, words, at[0], at[1]))
    return evolve(whose, sex=scene.rules.sexes.get(words[at[0]].folded, "")) if whose.goes_on else whose


def _unnamed(scene: Scene, words: Sequence[Token]) -> _Who:
    """議長は: who holds the office that stands alone before a subject's marker; else nobody whom the text names."""
    bare = words[:-1] if words and words[-1].folded in scene.rules.markers else words
    same = bool(bare) and bare[0].folded in scene.rules.same  # 同社長は
    bare = bare[same:]
    found = holder(scene, bare, 0, len(bare)) if alone(scene.rules, bare) else Meant.NOBODY
    if isinstance(found, str):
        return _Who(found)
    return _LAST if same and found is Meant.LAST else _NOBODY


def _clause(scene: Scene, words: Sequence[Token], side: str) -> tuple[Sequence[Token], bool]:
    """The words of a window that hold its subject, and whether a marker tells them."""
    rules = scene.rules
    if rules.markers and side != "right":
        marking = list(clauses(scene.body, words, scene.cast.naming))
        if named := next((part for part in marking if _names(scene, part, side)), None):
            return named, True
        marking = [part for part in marking if not embedded(words, part, rules)]
        return [*marking, words][0], bool(marking)
    if side == "left" and not rules.spaced and not rules.markers:
        return last_clause(scene, words), False
    return words, False


def _names(scene: Scene, words: Sequence[Token], side: str) -> bool:
    stretch = scene.stretch(words)
    own = eligible(scene, stretch, runs(stretch), side)
    return bool(named_body(scene, words, side)) or any(not is_common(scene, stretch, run) for run in own)
