"""The words around a verb of speech in which its subject is looked for."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Stretch, runs
from monitor.analysis.speakers.behind_roles import apart
from monitor.analysis.speakers.bodies import is_body
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_STRONG = regex.compile(r"[\uff1b\uff1a\uff01\uff1f;:!?。؛]|\.\s|\n")
_ANY_BREAK = regex.compile(r"[\uff0c\uff1b\uff1a\uff01\uff1f,،,、;:!?。؛«“„\"(]|\.\s|\n|\s[—–-]\s")
_AGE = regex.compile(  # or a party, a field, a country
    r"\s*[(（](?:(?:\p{L}{1,3}[·,]\s?)?\d{1,3}\p{L}?|\p{L}[\p{L}\p{N}/+-]{1,11}\.?"
    r"|[\p{Han}\p{Katakana}\p{Hangul}ー・ ]{1,12})[)）]"
)
_SHORT = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "dott",
        "sen",
        "gov",
        "gen",
        "rev",
        "sr",
        "sra",
        "st",
        "on",
        "avv",
        "rep",
        "lt",
        "capt",
        "col",
        "maj",
        "sgt",
        "adm",
        "pres",
        "supt",
        "insp",
        "inc",
        "corp",
        "ltd",
        "bros",
        "cmdr",
        "det",
        "ofc",
        "hon",
        "msgr",
        "brig",
        "atty",
        "cpl",
        "drs",
        "dra",
        "ir",
        "hj",
        "kh",
        "tn",
        "ny",
        "pj",
        "plt",
    }
)
_ORDINAL = 2  # digits
_INITIAL = 3  # characters of a letter, a stop and a space
_COMMA = regex.compile(r"[,،]")
_BEFORE = 60  # words before a verb in which its subject is looked for
_THAI, _CHARACTERS = ("\u0e00", "\u0e7f"), 3  # of a word
_ASIDE = 6  # words in commas between a verb and its subject
_ASIDES = 3  # of these, one behind the other
_AFTER = 18  # words after a verb in which its subject is looked for


def left(body: str, words: Sequence[Token], first: int) -> Sequence[Token]:
    """Back to the end of a clause."""
    begin = first
    thai = bool(first) and _THAI[0] <= body[words[first - 1].start] <= _THAI[1]
    while begin > max(0, first - _BEFORE * (_CHARACTERS if thai else 1)) and (
        begin == first
        or not _STRONG.search(between := body[words[begin - 1].end : words[begin].start])
        or (between == ". " and _abbreviates(body, words[begin - 1], words[begin]))
    ):
        begin -= 1
    return words[begin:first]


def ahead(scene: Scene, words: Sequence[Token], first: int) -> Sequence[Token]:
    """The same, but nothing where a verb behind a comma has its subject behind: `Kemenangan itu, kata Budi,`."""
    comma = first > 0 and _COMMA.match(scene.body, words[first - 1].end)
    follows = (
        comma and bool(frames(scene.rules.language).passives) and first + 1 < len(words) and words[first + 1].upper
    )
    return [] if follows else left(scene.body, words, first)


def _abbreviates(body: str, before: Token, after: Token) -> bool:
    """Whether a stop ends no sentence: the U.S. attorney, on Nov. 3, am 6. Oktober, Eubank Jr. boxte."""
    size, ahead = before.end - before.start, body[after.start]
    ordinal = size <= _ORDINAL and before.folded.isdigit()
    return size == 1 or ordinal or ahead.islower() or ahead.isdigit() or before.folded in _SHORT


def right(scene: Scene, words: Sequence[Token], last: int) -> Sequence[Token]:
    """To the next comma; over it where a role stands before it and the name behind: `le ministre, Jean Roux,`.

    Nothing behind a verb that has only its object there: `an officer told the News Agency`.
    """
    rules, body = scene.rules, scene.body
    if last and words[last - 1].folded in frames(rules.language).addressed:
        return []
    begin = _over_aside(body, words, last) if rules.cased else last
    near = _to_break(body, words, begin) if begin == last else [words[begin], *_to_break(body, words, begin + 1)]
    if not near and rules.markers and not rules.spaced and last < len(words):  # 嘆くのは、関口さん
        near = [words[last], *_to_break(body, words, last + 1)]
    that = next((n for n, word in enumerate(near) if word.folded in rules.that), None)
    if that is not None:
        return near[:that]
    last = words.index(near[0]) if near else last
    end = last + len(near)
    if not near or end >= len(words) or not _COMMA.search(body[words[end - 1].end : words[end].start]):
        return near
    if rules.cased and _names_somebody(scene.stretch(near)):
        further = [*near, words[end], *_to_break(body, words, end + 1)]
        return further if apart(scene.stretch(further)) else near
    if rules.cased and rules.prepositions.at(near, 0) and (beyond := _behind_asides(scene, words, end)):
        return [*near, *beyond]
    beyond = [words[end], *_to_break(body, words, end + 1)]
    if rules.cased and beyond[0].folded.endswith(frames(rules.language).meanwhile):  # o Presidente, referindo-se a
        return near
    if rules.cased and beyond[0].folded in rules.relatives and rules.titles.find(near):
        beyond = _over_relative(scene, words, end, beyond)
    ahead = next(iter(runs(scene.stretch(beyond))), None)
    named = rules.cased and ahead is not None and ahead.first == 0 and ahead.length > 1
    named = named or (rules.cased and apart(scene.stretch([*near, *beyond])) is not None)
    return [*near, *beyond] if named or rules.titles.find(near) else near


def _over_relative(scene: Scene, words: Sequence[Token], begin: int, clause: Sequence[Token]) -> Sequence[Token]:
    """A clause behind a role, and the name behind it: `o presidente da rede, que reúne as lojas, Marcos Ferraz`."""
    end = begin + len(clause)
    if end >= len(words) or not _COMMA.search(scene.body[words[end - 1].end : words[end].start]):
        return clause
    behind = [words[end], *_to_break(scene.body, words, end + 1)]
    ahead = next(iter(runs(scene.stretch(behind))), None)
    return behind if ahead is not None and ahead.first == 0 and ahead.length > 1 else clause


def _names_somebody(stretch: Stretch) -> bool:
    """Whether words have a name that may be a subject and is no body's: `kata Ketua Forum Warga, Tigor Manurung`."""
    return any(not run.governed and run.length > 1 and not is_body(stretch, run) for run in runs(stretch))


def _behind_asides(scene: Scene, words: Sequence[Token], begin: int) -> Sequence[Token]:
    """Up to the name behind what tells when and where: `dopo la partita, tra gli applausi, l'attaccante Ivan Sordi`."""
    rules, body = scene.rules, scene.body
    end = begin
    for _ in range(_ASIDES):
        part = [words[end], *_to_break(body, words, end + 1)]
        ahead = next((run for run in runs(scene.stretch(part)) if not run.governed and run.length > 1), None)
        begins = part[0].folded in rules.definite or part[0].upper or rules.titles.at(part, 0)
        if ahead is not None and begins and ahead.first <= _ASIDE:
            return words[begin : end + len(part)]
        end += len(part)
        if (
            not rules.prepositions.at(part, 0)
            or _is_governed_role(rules, part)
            or end >= len(words)
            or not _COMMA.search(body[words[end - 1].end : words[end].start])
        ):
            return []
    return []


def _is_governed_role(rules: NameWords, part: Sequence[Token]) -> bool:
    """`en la Cámara junto a la secretaria, Rosa Luz`: a role behind another preposition than the first word."""
    roles = (
        first - (first > 1 and part[first - 1].folded in rules.determiners) for first, _, _ in rules.titles.find(part)
    )
    return any(at > 1 and rules.prepositions.at(part, at - 1) is not None for at in roles)


def behind_comma(body: str, words: Sequence[Token]) -> Sequence[Token]:
    """The words behind the last comma."""
    for at in range(len(words) - 1, 0, -1):
        if "," in body[words[at - 1].end : words[at].start]:
            return words[at:]
    return words


def last_clause(scene: Scene, words: Sequence[Token]) -> Sequence[Token]:
    """From the last pause before a name: `据新华社消息，普京表示` has its subject in the second clause."""
    for at in range(len(words) - 1, 0, -1):
        if breaks(scene.body, words[at - 1], words[at]):
            stretch = scene.stretch(words[at:])
            named = any(
                not run.governed and run.length > 1 for run in stretch.naming.usable(stretch, runs(stretch), "left")
            )
            return words[at:] if named else words
    return words


def breaks(body: str, left: Token, right: Token) -> bool:
    """Whether a pause stands between two words; an age in brackets is none: `박순자(71) 씨`."""
    between = body[left.end : right.start]
    if between == ". " and (right.start - left.start == _INITIAL or _abbreviates(body, left, right)):
        return False  # M. Marchand
    return bool(_ANY_BREAK.search(between)) and between != '"' and not _AGE.match(body, left.end)


def _over_aside(body: str, words: Sequence[Token], last: int) -> int:
    """Behind words in commas after a verb: `tranche, amère, la fromagère Laura Petit`."""
    if not 0 < last < len(words) or not _COMMA.match(body, words[last - 1].end):
        return last
    ends = range(last + 1, min(len(words), last + _ASIDE))
    return next((n for n in ends if _COMMA.match(body, words[n - 1].end)), last)


def _to_break(body: str, words: Sequence[Token], last: int) -> Sequence[Token]:
    end = last
    while end < len(words) and end - last < _AFTER and not breaks(body, words[end - 1], words[end]):
        end += 1
    return words[last:end]
