"""Whether a verb of speech stands without its subject, so that it has the one of the verb before."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, is_unnamed
from monitor.analysis.speakers.markers import embedded, stands
from monitor.text.folded import Token

NEXT_TO = 2  # words between a pronoun and its verb, or beside a verb alone
_FRONTED = 8  # words before a verb without its subject that begin with a preposition
_CHARACTERS = 4  # of a word, where each is a token: さらに, その上で
_NEAR = 5  # words behind a verb among which its subject stands
_SO = "ف"
_AND, _TO = "ו", "בלמכ"  # joined to a verb; and to what stands beside it


def stands_alone(
    left: Sequence[Token], right: Sequence[Token], earlier: Sequence[Token], rules: NameWords, *, paused: bool
) -> bool:
    """Whether nothing beside a verb could be its subject: `declaró a la prensa`; paused: a comma stands before it."""
    if rules.order == "before":
        return _opens_alone([*earlier, *left], rules)
    led = not right or bool(rules.prepositions.at(right, 0) or rules.stops.at(right, 0))
    if right and frames(rules.language).genitives:  # на суде потребовал отмены приговора
        led = led or not (right[0].upper or rules.titles.at(right, 0) or rules.groups.find(right[:NEXT_TO]))
    meanwhile = bool(right) and right[0].folded.endswith(frames(rules.language).meanwhile)  # aggiunge rimarcando
    led = led or meanwhile
    small = bool(right) and right[0].folded in rules.common - rules.articles  # cuenta mientras señala la marca
    if rules.cased and rules.groups.find(_near(_behind_addressee(right, rules), rules)):  # dijo entre sollozos su viuda
        return False
    if _is_body(left, rules):  # Hungría calificó
        return False
    led = led or (small and not rules.groups.find(right[:NEXT_TO]))
    if led and len(right) > 1 and right[0].folded in rules.articles:  # dijo el lunes, but dijeron los vecinos
        led = bool(rules.stops.at(right, 1)) or right[1].folded.isdigit()
    if len(left) > 1 and left[0].folded in rules.determiners:  # el jurado destacó su
        return False
    if any(word.folded in rules.determiners - rules.definite for word in left[-NEXT_TO - 1 : -1]):
        return False  # Tras la pausa, un vecino añadió
    most = _FRONTED + 2 * frames(rules.language).genitives
    fronted = rules.cased and len(left) <= most and rules.prepositions.at(left, 0) is not None if left else False
    fronted = fronted or bool(left and rules.questioned.at(left, 0))  # Zapytana, czy odejdzie, odpowiedziała
    last = paused and (not right or rules.prepositions.at(right, 0) is not None)  # povedal očividec is another
    fronted = fronted or (last and frames(rules.language).genitives and _tells_of_nobody(left, rules))
    return (len(left) <= NEXT_TO or fronted) and led  # a chi teme tagli risponde


def _opens_alone(before: Sequence[Token], rules: NameWords) -> bool:
    """The same where verbs end clauses: `手を合わせ、「…」と語った`, `Kararın sorulması üzerine "…" dedi`."""
    if rules.markers and not rules.spaced and not marked(before, rules):
        return True
    if not rules.pauses:  # พร้อมข้อความสั้นๆ ว่า
        near = before[-_FRONTED:]
        told = [*rules.titles.find(near), *rules.groups.find(near)]
        return not any(last >= len(near) - NEXT_TO and title not in rules.seats for _, last, title in told)
    people = (
        bool(rules.titles.find(before) or rules.groups.find(before)) if rules.suffixed or not rules.cased else False
    )
    if rules.suffixed and len(before) <= _FRONTED and not marked(before, rules):
        return not people
    if not rules.cased and people:
        return False
    if rules.cased and rules.questioned.find(before):
        return not any(word.upper for word in before[1:])
    return len(before) <= NEXT_TO * (1 if rules.spaced else _CHARACTERS)


def _tells_of_nobody(left: Sequence[Token], rules: NameWords) -> bool:
    """`To je bilo zasluženo, je poudaril`: whether the clause before a verb's pause has no role and no relative one."""
    other = any(word.folded in rules.relatives or word.folded in rules.that for word in left)
    return not (other or rules.titles.find(left) or rules.groups.find(left))


def _near(right: Sequence[Token], rules: NameWords) -> Sequence[Token]:
    """The words behind a verb that may be its subject; where nouns have cases, none behind a preposition.

    Elsewhere none that one right behind the verb governs: `dijo en el Congreso`.
    """
    near = right[:_NEAR]
    if not frames(rules.language).genitives:
        found = rules.prepositions.at(near, 0) if near else None
        if found is None:
            return near
        noun = found[0] + any(word.folded in rules.determiners for word in near[found[0] : found[0] + 1])
        return near[noun + 1 :]
    return near[: next((n for n in range(len(near)) if rules.prepositions.at(near, n)), len(near))]


def _is_body(left: Sequence[Token], rules: NameWords) -> bool:
    """`Hungría calificó`, `Европейската комисия заяви`: a government or a body stands before a verb."""
    body = frames(rules.language).genitives and len(left) <= NEXT_TO + 1 and bool(rules.groups.find(left))
    return body or any(word.folded in rules.seats for word in left)


def _behind_addressee(right: Sequence[Token], rules: NameWords) -> Sequence[Token]:
    """The words behind whom a verb is said to: `dijo a la cadena Unitel`."""
    to = frames(rules.language).to
    if not right or right[0].folded not in to:
        return right
    begin = 1 + (len(right) > 1 and right[1].folded in rules.determiners)
    outlet = rules.outlets.at(right, begin) if begin < len(right) else None
    return right[outlet[0] :] if outlet else right


def so(rules: NameWords, words: Sequence[Token], at: int) -> bool:
    """`سئل عن الأزمة فرد`: a verb behind a joined `so` keeps its subject."""
    joined = bool(rules.article) and at < len(words) and words[at].folded.startswith(_SO)
    return joined and rules.verbs.at(words, at) is None


def keeps(rules: NameWords, words: Sequence[Token], at: int, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """`פנה לחיילים ואמר`, `על המצב אמר`: in Hebrew, behind `and`, or behind a preposition and nobody.

    In Arabic with nobody behind, nor a body or a source right before: `سخر من ذلك، وقال: `.
    """
    language = rules.language
    if rules.article and rules.order == "after":
        free = not right or rules.prepositions.at(right, 0) or rules.stops.at(right, 0)
        return bool(free) and not rules.groups.find(left[-_NEAR:])
    if not (rules.article and frames(language).ordinary) or at >= len(words):
        return False
    first = right[0].folded if right else ""
    free = not right or rules.prepositions.at(right, 0) or rules.stops.at(right, 0)
    if not free and not (first[0] in _TO and is_unnamed(first, language)):
        return False
    if not left or (words[at].folded.startswith(_AND) and rules.verbs.at(words, at) is None):
        return True
    ahead = left[0].folded
    fronted = any(each.at(left, 0) for each in (rules.prepositions, rules.stops))
    fronted = fronted or (ahead[0] in _TO and is_unnamed(ahead, language))
    return fronted and len(left) <= _FRONTED and not rules.groups.find(left[1:])


def marked(words: Sequence[Token], rules: NameWords) -> bool:
    """Whether a subject's marker stands among words."""
    places = ((at, marker) for at in range(len(words)) for marker in rules.markers)
    return any(
        (stands(words, at, marker, rules) and not (at and embedded(words, words[at - 1 : at], rules)))
        or rules.joins(words[at], marker)
        for at, marker in places
    )
