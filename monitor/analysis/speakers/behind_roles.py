"""The name at the end of a run that begins with what a role is of: its place, its body, its company."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import Run, Stretch, inflected, known_anywhere, runs
from monitor.analysis.speakers.bodies import is_body
from monitor.text.folded import Token

_ROLE, _PLACED = 5, 2  # words of a role, and of a name behind its place


def behind_place(stretch: Stretch, run: Run) -> Run:
    """`la procuratrice di Novara Francesca Bellini`: the name behind a role and its place."""
    words, rules = stretch.words, stretch.rules
    if whole := _behind_seat(stretch, run):
        return whole
    small = any(not word.upper for word in stretch.of(run)) or inflected(stretch, run)
    near = words[max(0, run.first - _ROLE) : run.first]
    if is_body(stretch, run):
        return _behind_body(stretch, run, near) if frames(rules.language).genitives else _behind_company(stretch, run)
    if not (run.governed and rules.cased and _PLACED < run.length <= _PLACED + 2) or small or len(near) <= 1:
        return run
    if any(last == len(near) for _, last, _ in rules.outlets.find(near)):  # a la cadena Tele Sur Andina
        return run
    before = run.first - 1
    while before > 0 and (words[before].folded in rules.fields | rules.definite or rules.titles.at(words, before)):
        before -= 1  # de l'Économie, del sindacato britannico
    if not rules.prepositions.at(words, before) or _is_at(stretch, before):
        return run
    role = any(word.folded in rules.definite for word in near) or rules.titles.find(near)
    country = words[run.first + 1].folded in rules.seats  # da Conexis Brasil Digital
    return evolve(run, first=run.first + 1, governed=False) if role and not country else run


def _is_at(stretch: Stretch, at: int) -> bool:
    """`explicó en el programa de Ana Rey Luz`: whether another preposition governs what has a name behind its own."""
    words, rules = stretch.words, stretch.rules
    begin = next((n for n in range(at - 1, max(-1, at - _ROLE), -1) if words[n].folded in rules.definite), 0)
    return begin > 0 and not rules.titles.find(words[begin:at]) and rules.prepositions.at(words, begin - 1) is not None


def _behind_seat(stretch: Stretch, run: Run) -> Run | None:
    """`il capo della Protezione Civile Fabrizio Neri`: the full name at the end of a run that a role's body begins."""
    words, rules = stretch.words, stretch.rules
    if not (run.governed and rules.cased and run.length > _PLACED and rules.definite):
        return None
    begin = next((n for n in range(run.first + 1, run.last - 1) if known_anywhere(words[n].folded)), run.first)
    role = begin > run.first and rules.titles.find(words[max(0, run.first - _ROLE) : run.first])
    if not role or known_anywhere(words[begin - 1].folded) or not all(words[n].upper for n in (begin, begin + 1)):
        return None
    return evolve(run, first=begin, governed=False)


def _behind_body(stretch: Stretch, run: Run, role: Sequence[Token]) -> Run:
    """`імунолог з Університету Арізони Петро Кравченко`: the name behind a role and the body to which it belongs."""
    rules = stretch.rules
    chain = frames(rules.language).genitives and run.length > _PLACED and bool(rules.titles.find(role))
    return evolve(run, first=run.last - _PLACED, governed=False) if chain else run


def _behind_company(stretch: Stretch, run: Run) -> Run:
    """`il presidente di Boeing Commercial Airplanes Scott Carson`: a full name behind the last word of a body's."""
    rules = stretch.rules
    if frames(rules.language).passives:
        return _behind_chain(stretch, run)
    found = rules.bodies.find(stretch.of(run)) if rules.cased and run.governed else ()
    first = run.first + found[-1][1] if found and found[0][0] else run.last
    full = _PLACED <= run.last - first <= _PLACED + 1 and all(word.upper for word in stretch.words[first : run.last])
    return evolve(run, first=first, governed=False) if full else run


def apart(stretch: Stretch) -> Run | None:
    """`kata juru bicara Kemhan China, Wu Qian`: the full name behind the comma of a role that its body ends.

    Where no preposition stands between a role and its body, so that the body's name looks like somebody's.
    """
    words, rules = stretch.words, stretch.rules
    at = next((n for n in range(1, len(words)) if "," in stretch.gap(n)), 0)
    if not at or not frames(rules.language).passives:
        return None
    role = words[:at]
    if not (rules.titles.at(words, 0) or rules.bodies.find(role)) or any(
        rules.prepositions.at(role, n) for n in range(at)
    ):
        return None
    behind = stretch.part(at)
    run = next(iter(runs(behind)), None)
    if run is None or run.governed:
        return None
    acronym = behind.body[behind.words[run.first].start : behind.words[run.first].end]
    if run.length > _PLACED and acronym.isupper():  # Brigjen TNI Frega Wenas
        run = evolve(run, first=run.first + 1)
    least = _PLACED - (rules.titles.at(words, 0) is not None and _ends(behind, run))
    if not least <= run.length <= _PLACED + 2 or is_body(behind, run):
        return None
    titled = rules.titled(behind.words)
    near = all(n in titled or behind.words[n].upper for n in range(run.first))
    return evolve(run, first=run.first + at, last=run.last + at, titled=True) if near else None


def _ends(stretch: Stretch, run: Run) -> bool:
    """`kata Kepala Desa Sukamaju, Yedi kepada`: whether a preposition or nothing stands behind one word."""
    return run.last == len(stretch) or stretch.rules.prepositions.at(stretch.words, run.last) is not None


def _behind_chain(stretch: Stretch, run: Run) -> Run:
    """`anggota Komisi III DPR RI Arteria Dahlan`: a full name behind the last acronym or country of its role's body.

    `politisi Partai Golkar Ahmad Doli Kurnia`: or from a first name on that stands apart from the word for a body.
    """
    words, rules = stretch.words, stretch.rules
    if not rules.titles.find(words[max(0, run.first - _ROLE) : run.first]):
        return run
    names = range(run.first + 1, run.last - 1)

    def ends(n: int) -> bool:
        acronym = stretch.body[words[n - 1].start : words[n - 1].end]
        return (len(acronym) > 1 and acronym.isupper()) or words[n - 1].folded in rules.seats

    if words[run.last - 1].folded in rules.seats | rules.fields:
        return run
    begin = next((n for n in reversed(names) if ends(n)), 0) or next(
        (n for n in names if n > run.first + 1 and known_anywhere(words[n].folded)), 0
    )
    return evolve(run, first=begin, governed=False, titled=True) if begin else run


def pointed_at(stretch: Stretch, run: Run) -> bool:
    """`Pernyataan tersebut`, `pemain Real Madrid itu`: a noun or what one is of, to which a word behind it points."""
    rules = stretch.rules
    points = not rules.definite and bool(rules.same) and stretch.follows(run) in rules.same
    return points and stretch.gap(run.last) == " "


def interviews(stretch: Stretch, run: Run) -> bool:
    """`Intervistata da Ugo Neri, la virologa parla`: whether somebody is named who only asks."""
    rules, at = stretch.rules, run.first - 1
    asked = at > 0 and rules.questioned.at(stretch.words, at - 1) is not None
    return asked and stretch.words[at].folded in frames(rules.language).agents
