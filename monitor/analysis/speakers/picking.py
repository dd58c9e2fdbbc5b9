"""Who stands in one window of words beside a verb of speech."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import Run, Stretch, runs
from monitor.analysis.speakers.antecedents import antecedent
from monitor.analysis.speakers.behind_roles import behind_place
from monitor.analysis.speakers.candidates import eligible
from monitor.analysis.speakers.cases import oblique
from monitor.analysis.speakers.epithets import before_verb, epithet, is_anonymous, pointed
from monitor.analysis.speakers.heads import parted, whom
from monitor.analysis.speakers.last_names import last_name
from monitor.analysis.speakers.likeliest import far, first_alone, known_alone, likeliest, of_clause
from monitor.analysis.speakers.markers import clauses, embedded
from monitor.analysis.speakers.named_bodies import named_body
from monitor.analysis.speakers.offices import bearer
from monitor.analysis.speakers.opening import last_clause as verb_clause
from monitor.analysis.speakers.opening import opening
from monitor.analysis.speakers.pronouns import beside, pronouns
from monitor.analysis.speakers.remembering import remembered
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.singles import is_alone, is_common, leads_alone
from monitor.analysis.speakers.stand_ins import stand_in
from monitor.analysis.speakers.who import LAST, NOBODY, OUTLET, Who, meaning, of_office, of_pronoun
from monitor.analysis.speakers.windows import last_clause
from monitor.text.folded import Token


def pick(scene: Scene, words: Sequence[Token], side: str, *, verbless: bool, attributes: bool = False) -> Who | None:
    """Who stands in a window of words; None means that nobody is there."""
    if not words:
        return None
    rules = scene.rules
    leads = side != "right"
    if not rules.cased and is_anonymous(words, side, rules):
        return NOBODY
    words, marked = _clause(scene, words, side)
    stretch = scene.stretch(words)
    found, of_roles = parted(stretch, _standing(stretch, runs(stretch), side, attributes=attributes), side)
    if rules.cased and (name := _of_before(scene, stretch, found, side)):
        return Who(name)
    meant = pronouns(stretch, [behind_place(stretch, run) for run in found] if rules.placed else found)
    unmarked = leads and bool(rules.markers) and not marked
    if at := next((at for at in meant if beside(words, at, side)), None):
        return of_pronoun(scene, words, at)
    if body := _body(scene, words, side, attributes=attributes, unmarked=unmarked):
        return body
    if side == "right" and not attributes and scene.cast.last and pointed(words, rules):
        return LAST
    own = [] if meant and unmarked else eligible(scene, stretch, found, side)  # उन्होंने निशाना साधते हुए कहा
    stands_in = epithet(before_verb(scene.body, words, rules) if side == "left" else words, side, rules)
    own = of_clause(scene, stretch, own, meant, stands_in=stands_in) if rules.cased and side == "left" else own
    own = [run for run in own if leads_alone(scene, stretch, run)] if rules.cased and verbless else own
    if rules.markers and leads and not own:
        return LAST if meant else of_office(scene, words) if marked else None
    own = first_alone(scene, stretch, own) if attributes and rules.cased else own
    known = None if rules.cased or leads else known_alone(scene, stretch, found)
    chosen = known or likeliest(scene, stretch, own, side, verbless=verbless)
    if chosen is None or (side == "right" and rules.cased and far(words, chosen, rules)):
        bodies, held = not (attributes or verbless), whom(scene, stretch, of_roles, side)
        other = None if held is None else meaning(held)
        return other or stand_in(scene, stretch, found, side, bodies=bodies, meant=bool(meant), stands_in=stands_in)
    if not rules.cased and is_common(scene, stretch, chosen) and not is_alone(words, chosen, rules, side):
        return NOBODY
    return Who(remembered(scene, stretch, chosen))


def _of_before(scene: Scene, stretch: Stretch, found: Sequence[Run], side: str) -> str:
    """Whom a relative clause is about, or whose last name stands alone; "" where neither tells."""
    if side == "left" and (before := antecedent(scene, stretch, found)):
        return remembered(scene, stretch, before)
    name = last_name(scene, stretch.words, side)
    scene.cast.recall(name)
    return name


def opener(scene: Scene, words: Sequence[Token], side: str, *, verbless: bool, attributes: bool = False) -> Who | None:
    """Who opens the clause of a verb, where verbs end clauses; behind `according to`, who stands there."""
    if not words or is_anonymous(words, side, scene.rules):
        return NOBODY if words else None
    if side == "right":
        office = bearer(scene, words, 0) if attributes else None
        named = pick(scene, words, side, verbless=verbless, attributes=attributes)
        return meaning(office) if isinstance(office, str) and not (named and named.name) else named
    stretch = scene.stretch(words)
    if body := _body(scene, verb_clause(stretch), side):
        return body
    found = runs(stretch)
    opens = opening(scene, stretch, eligible(scene, stretch, found, side))
    if isinstance(opens, Run):
        return Who(remembered(scene, stretch, opens))
    if opens is None:
        return OUTLET if any(scene.is_outlet(stretch, run) for run in found[:1]) else None
    return meaning(opens)


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


def _standing(stretch: Stretch, found: list[Run], side: str, *, attributes: bool) -> list[Run]:
    """Runs, and whether they are governed by what stands beside them."""
    if side == "behind":  # 在林美玲看来: the words around it govern the name
        return [evolve(run, governed=False) for run in found]
    if attributes or not frames(stretch.rules.language).genitives:
        return found
    return [evolve(run, governed=True) if oblique(stretch, run) else run for run in found]


def _body(
    scene: Scene, words: Sequence[Token], side: str, *, attributes: bool = False, unmarked: bool = False
) -> Who | None:
    """A body that speaks itself, in scripts without capitals, or nobody where it has no name; else None."""
    if unmarked and frames(scene.rules.language).heads_last:
        return None
    body = named_body(scene, words, side, attributes=attributes)
    return None if body is None else Who(body, body=True) if body else NOBODY
