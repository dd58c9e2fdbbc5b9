"""Finds in some words whatever may be a name."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names.declined import OPENS
from monitor.analysis.names.first_names import begins_name
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.folded import Token, Words
from monitor.text.letters import APOSTROPHES

_INSIDE_NAME = regex.compile(r"^(?:[^\S\n\u200c]*\u200c?|[-‐‑־'’·・=.]|\.\s)$")
_APART = {"' ": "o", "’ ": "o", '"': "כ", "״": "כ"}  # signs behind a name's first letter: O' Leary, כ"ץ
_NOUN = 3  # words from a name's ending to `according to`
_LONGEST = 12  # letters of a word by which one is cited
_POLITE = 3  # letters of Mme, Dr, Sra
_PLATFORMS = frozenset(
    {"x", "twitter", "facebook", "instagram", "telegram", "tiktok", "linkedin", "bluesky", "youtube"}
)


def runs(stretch: Stretch) -> list[Run]:
    """Word sequences that may be names, cut at titles, prepositions and words at which names end."""
    labels = _labels(stretch)
    ends = stretch.naming.ends(stretch, labels)
    found: list[Run] = []
    position, size = 0, len(stretch)
    while position < size:
        if labels[position] != "n":
            position += 1
            continue
        end = position + 1
        while end < size and end not in ends and labels[end] in {"n", "p"} and _joined(stretch, end):
            end += 1
        while labels[end - 1] == "p":
            end -= 1
        if not _is_site(stretch, end - 1):
            found.append(stretch.naming.placed(stretch, _run(stretch, labels, position, end)))
        position = end
    return found


def _run(stretch: Stretch, labels: Sequence[str], first: int, last: int) -> Run:
    """The run of some words, and what stands beside it."""
    words = stretch.words
    ahead = first - 1
    polite = first > 0 and labels[first - 1] == "t" and words[ahead].end - words[ahead].start <= _POLITE
    while ahead >= 0 and _is_of_role(stretch, labels[:first], ahead):
        if polite and labels[ahead] != "t" and words[ahead].folded in stretch.rules.fields:
            break  # devant la presse M. Marchand
        ahead -= 1
    place = 0 <= ahead < first - 1 and labels[ahead] == "g" and "t" not in labels[ahead:first]
    if place and last - first > 1 and begins_name(words[first].folded, stretch.rules.language):
        ahead += int(words[ahead].folded not in stretch.rules.particles)  # devant la presse Anne Roux
    if last - first == 1 and ahead == first - 1 and stretch.rules.fields:
        ahead = _behind_and(stretch, labels, ahead)
    possessive = stretch.body[words[last - 1].end : words[last - 1].end + 2] in {"'s", "’s"}
    bent = bool(frames(stretch.rules.language).apostrophes) and _is_bent(stretch, last)
    title_before = first > 0 and labels[first - 1] == "t"
    title_behind = last < len(labels) and labels[last] == "t" and _joined(stretch, last)
    title_behind = title_behind and not _is_of_next(stretch, labels, last)
    close = ahead < 0 or "," not in stretch.body[words[ahead].end : words[first].start]
    # Where particles stand behind nouns, one before a name says nothing about it.
    after_preposition = ahead >= 0 and labels[ahead] == "g" and close and not stretch.rules.markers
    return Run(
        first,
        last,
        titled=title_before or title_behind,
        governed=possessive or after_preposition or bent,
        owner=possessive and not after_preposition,
    )


def _is_of_next(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """`po meczu z Pogonią Nowy Dwór trener Jan Nowak`: whether a title stands before another name, as most do there."""
    if not frames(stretch.rules.language).genitives:
        return False
    behind = next((n for n in range(at, len(labels)) if labels[n] != "t"), len(labels))
    return behind < len(labels) and labels[behind] == "n" and stretch.gap(behind) == " "


def _is_bent(stretch: Stretch, last: int) -> bool:
    """`Ayşe Demir'den haber`: whether an apostrophe ties a case's ending to the word before a place.

    `Demir'e göre` and `Demir'in sözleri` may tell who speaks, `Demir'in haberine göre` does not.
    """
    words, data = stretch.words, frames(stretch.rules.language)
    if last >= len(words) or stretch.gap(last) not in APOSTROPHES or words[last].upper:
        return False
    if last + 1 == len(words):
        behind = stretch.body[words[last].end + 1 : words[last].end + _LONGEST].casefold()
        return words[last].folded in data.to and not behind.startswith(data.behind)
    according = next(
        (n for n in range(1, _NOUN + 1) if last + n < len(words) and words[last + n].folded in data.behind), 0
    )
    return according > 1 or (not according and not words[last].folded.endswith(data.apostrophes))


def _behind_and(stretch: Stretch, labels: Sequence[str], at: int) -> int:
    """`los gobiernos de Canadá y Ontario`: before the word that stands before an `and`, if it is one alone."""
    words = stretch.words
    joined = at > 0 and words[at].folded in stretch.rules.ands and labels[at - 1] == "n"
    return at - 2 if joined and at > 1 and labels[at - 2] in "gs" else at


def _is_of_role(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """Whether a word before a name belongs to its role: `la ministra de Defensa`, `il portavoce del governo tedesco`.

    labels: of the words before the name.
    """
    words, fields = stretch.words, stretch.rules.fields
    belongs = labels[at] == "t" or (labels[at] != "n" and words[at].folded in fields)
    article = labels[at] == "s" and words[at].folded in stretch.rules.common
    article = article and words[at].folded not in stretch.rules.that  # de que Ana diga
    if belongs or (article and at > 0 and labels[at - 1] == "g"):
        return True
    if labels[at] != "g" or not at or not (labels[at - 1] == "t" or words[at - 1].folded in fields):
        return False
    behind = at + 1 + (labels[at + 1 : at + 2] == ["s"])
    return behind < len(labels) and words[behind].folded in fields


def _labels(stretch: Stretch) -> list[str]:
    """N may belong to a name, t title, g preposition, s ends a name, p particle inside a name, o anything else."""
    words, rules, naming = stretch.words, stretch.rules, stretch.naming
    labels = naming.labels(stretch)
    if rules.cased and "n" not in labels:
        return labels
    for label, phrases in (("s", rules.stops), ("g", rules.prepositions), ("t", rules.titles)):
        for first, last, _ in phrases.find(words):
            if not rules.cased or not _keeps_name(stretch, labels, label, (first, last)):
                labels[first:last] = [label] * (last - first)
    _mark_verbs(stretch, labels)
    for at in _places(words, _PLATFORMS):  # `escribió en X Inés Ruiz`: a network behind a preposition is no name's part
        if at and (labels[at - 1] == "g" or words[at - 1].folded == "ex"):
            labels[at] = "o"
    if rules.cased:
        _mark_fields(stretch, labels)
        _compound_titles(stretch, labels)
        _capital_particles(stretch, labels)
    naming.mark(stretch, labels)
    alone = frames(rules.language).capitals
    for at in _places(words, rules.particles):
        if 0 < at < len(words) - 1 and not words[at].upper:
            near = labels[at - 1] in {"n", "p"} and (not rules.cased or _joined(stretch, at))
            near = near and not (alone and _ends_full_name(stretch, labels, at))
            free = labels[at - 1] == "p" or words[at].folded not in frames(rules.language).bound
            between = near and free and (words[at + 1].upper or words[at + 1].folded in rules.particles)
            between = between and not (rules.cased and _joins_others(stretch, labels, at))
            labels[at] = "p" if between or not rules.cased else labels[at]
    return labels


def _mark_fields(stretch: Stretch, labels: list[str]) -> None:
    """What a ministry is of is no name, nor are bodies (see `is_body`): Defensa, Salud."""
    rules = stretch.rules
    for at in _places(stretch.words, rules.fields):
        free = labels[at] == "n" and not (at and labels[at - 1] == "n")
        labels[at] = "t" if free and rules.bodies.at(stretch.words, at) is None else labels[at]
    for at in _places(stretch.words, rules.ands) if rules.fields else ():  # Obras e Urbanismo
        joined = 0 < at < len(labels) - 1 and labels[at - 1] == "t" and stretch.words[at - 1].folded in rules.fields
        if joined and labels[at + 1] == "n" and stretch.words[at - 1].upper and labels[at + 2 : at + 3] != ["n"]:
            labels[at + 1] = "t"


def _joins_others(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """`Vicente y José Cotino`, `Ana Silva do PT`: whether a particle stands between two people, or before an acronym.

    One that means *and* joins two last names: José Ortega y Gasset.
    """
    words, following = stretch.words, stretch.words[at + 1]
    if (
        following.upper
        and following.end - following.start > 1
        and stretch.body[following.start : following.end].isupper()
    ):
        before = stretch.body[words[at - 1].start : words[at - 1].end]
        return not before.isupper()
    if words[at].folded not in stretch.rules.ands:
        return False
    goes_on = at + 2 < len(words) and labels[at + 2] in {"n", "p"} and words[at + 2].upper and _joined(stretch, at + 2)
    return goes_on or at < 2 or labels[at - 2] not in {"n", "p"}


def _compound_titles(stretch: Stretch, labels: list[str]) -> None:
    """What a hyphen joins to a title is one with it: Handball-Geschäftsführer, Sozial- und Integrationsdirektor."""
    for at in range(len(labels) - 1, -1, -1):
        if labels[at] != "n":
            continue
        end = stretch.words[at].end
        before_title = labels[at + 1 : at + 2] == ["t"]
        joined = before_title and (stretch.gap(at + 1) == "-" or _is_of_a_place(stretch, at) or _is_owner(stretch, at))
        if joined or stretch.body[end : end + 2] in {"-,", "- "}:
            labels[at] = "t"


def _is_of_a_place(stretch: Stretch, at: int) -> bool:
    """`der Berner Regierungsrat`: where each noun has a capital, a word in -er between an article and a title."""
    words, rules = stretch.words, stretch.rules
    article = at > 0 and words[at - 1].folded in rules.determiners
    return article and words[at].folded.endswith("er") and frames(rules.language).capitals


def _is_site(stretch: Stretch, at: int) -> bool:
    """Interia.pl: a small letter behind a stop."""
    end = stretch.words[at].end
    return stretch.body[end : end + 1] == "." and stretch.body[end + 1 : end + 2].islower()


def _keeps_name(stretch: Stretch, labels: Sequence[str], label: str, span: tuple[int, int]) -> bool:
    """O'Leary, О'Лири: a letter with a capital and an apostrophe begins a last name; so may a title end one."""
    if label == "t":
        return _ends_name(stretch, labels, span)
    words, (first, last) = stretch.words, span
    short = (
        last - first == 1 and last < len(words) and words[first].upper and words[first].end - words[first].start == 1
    )
    return short and labels[first] == labels[last] == "n" and stretch.gap(last) in APOSTROPHES


def _mark_verbs(stretch: Stretch, labels: list[str]) -> None:
    """`Řekl Novák`, `Subrayó que`: a verb of speech has its capital from its place, where names have cases.

    And where a verb needs no subject before it.
    """
    rules, words = stretch.rules, stretch.words
    pairs = range(len(words) - 1) if frames(rules.language).genitives or rules.drops else ()
    for at in pairs:
        follows = labels[at + 1] == "n" or rules.drops
        if labels[at] == "n" and follows and rules.verbs.at(words, at) is not None:
            start = words[at].start
            labels[at] = "o" if OPENS.search(stretch.body, max(0, start - 3), start) else "n"


def _is_owner(stretch: Stretch, at: int) -> bool:
    """`Ajaxov trener`, `Trumpova svetovalka`: an adjective made of a name, right before a title."""
    endings = frames(stretch.rules.language).owners
    small = not stretch.words[at + 1].upper and stretch.gap(at + 1) == " "
    return bool(endings) and small and stretch.words[at].folded.endswith(endings)


def _places(words: Sequence[Token], among: frozenset[str]) -> list[int]:
    """Where some words stand."""
    if isinstance(words, Words) and among.isdisjoint(words.folded):
        return []
    return [at for at, word in enumerate(words) if word.folded in among]


def _capital_particles(stretch: Stretch, labels: list[str]) -> None:
    """A small word with a capital between words of a name is one of them: Luigi Di Mauro, Jean de La Tour."""
    words, rules = stretch.words, stretch.rules
    first = words[0].folded in frames(rules.language).afar and labels[1:2] == ["n"]
    if first and _only_behind(stretch.body, words[0], words[1]):
        labels[0] = "n"
    for at in range(1, len(words) - 1):
        small = labels[at] in "gs" and words[at].upper and words[at + 1].upper and labels[at + 1] == "n"
        behind = labels[at - 1] == "n" or (words[at - 1].folded in rules.particles and at > 1 and labels[at - 2] == "n")
        if small and behind and words[at].folded in rules.common and _joined(stretch, at) and _joined(stretch, at + 1):
            labels[at] = "p"


def _only_behind(body: str, small: Token, name: Token) -> bool:
    """`Van Zanen zweeg`: whether a text has a word behind a particle alone, so that no other name is meant."""
    last = body[name.start : name.end]
    touch = small.upper and body[small.end : name.start] == " "
    return touch and body.count(last) == body.count(f"an {last}")


def _ends_name(stretch: Stretch, labels: Sequence[str], span: tuple[int, int]) -> bool:
    """True for a title's word that is somebody's last name: Eva Richter, not Minister Richter."""
    words, (first, last) = stretch.words, span
    small = first > 1 and labels[first - 1] in "sg" and (words[first - 1].upper or _ties(stretch, first - 1))
    ahead = labels[first - 1 - small] if first else ""
    before = ahead == "n" and words[first].start - words[first - 1].end <= 1
    if before and stretch.gap(first) == "-" and (first == 1 or labels[first - 2] != "n"):  # ein VW-Sprecher
        return False
    near = 2 if words[last - 1].end - words[last - 1].start == 1 else 1  # M. Marchand
    follows = last < len(words) and labels[last] == "n" and words[last].start - words[last - 1].end <= near
    return words[first].upper and before and not follows


def _ties(stretch: Stretch, at: int) -> bool:
    """Whether a small word may tie a last name that is a title's word too: Pieter de Boer."""
    return stretch.words[at].folded in stretch.rules.particles and not frames(stretch.rules.language).capitals


def _ends_full_name(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """`Anna Weiss von Greenpeace`: two words of a name before a particle, which then is a preposition."""
    return at > 1 and labels[at - 2] == labels[at - 1] == "n" and stretch.gap(at - 1) == " "


def _joined(stretch: Stretch, at: int) -> bool:
    """Whether a word and the one before it may be of one name, by what stands between."""
    gap = stretch.gap(at)
    return bool(_INSIDE_NAME.match(gap)) or stretch.words[at - 1].folded == _APART.get(gap)
