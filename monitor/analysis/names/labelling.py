"""What each word of a stretch may be to a name: part of one, a title, a preposition, or what ends one.

The labels: n may belong to a name, t title, g preposition, s ends a name, p particle inside a name, o anything else.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names.beginnings import begins_sentence
from monitor.analysis.names.particles import mark_capital_particles, mark_particles
from monitor.analysis.names.stretch import Stretch
from monitor.text.letters import APOSTROPHES

_PLATFORMS = frozenset(
    {"x", "twitter", "facebook", "instagram", "telegram", "tiktok", "linkedin", "bluesky", "youtube"}
)


def labelled(stretch: Stretch) -> list[str]:
    """A label for each word, by the kind of naming, the words of the language's frames, and what stands beside."""
    rules, naming = stretch.rules, stretch.naming
    labels = naming.labels(stretch)
    if rules.cased and "n" not in labels:
        return labels
    _mark_phrases(stretch, labels)
    _mark_verbs(stretch, labels)
    _mark_platforms(stretch, labels)
    if rules.cased:
        _mark_fields(stretch, labels)
        _compound_titles(stretch, labels)
        mark_capital_particles(stretch, labels)
    naming.mark(stretch, labels)
    mark_particles(stretch, labels)
    return labels


def _mark_phrases(stretch: Stretch, labels: list[str]) -> None:
    """Words at which names end, prepositions and titles, the latter over the former."""
    rules = stretch.rules
    for label, phrases in (("s", rules.stops), ("g", rules.prepositions), ("t", rules.titles)):
        for first, last, _ in phrases.find(stretch.words):
            if not rules.cased or not _keeps_name(stretch, labels, label, (first, last)):
                labels[first:last] = [label] * (last - first)


def _mark_platforms(stretch: Stretch, labels: list[str]) -> None:
    """`escribió en X Inés Ruiz`: a network behind a preposition is no part of a name."""
    for at in stretch.places(_PLATFORMS):
        if at and (labels[at - 1] == "g" or stretch.words[at - 1].folded == "ex"):
            labels[at] = "o"


def _mark_fields(stretch: Stretch, labels: list[str]) -> None:
    """What a ministry is of is no name, nor are bodies (see `is_body`): Defensa, Salud."""
    rules = stretch.rules
    for at in stretch.places(rules.fields):
        free = labels[at] == "n" and not (at and labels[at - 1] == "n")
        labels[at] = "t" if free and rules.bodies.at(stretch.words, at) is None else labels[at]
    for at in stretch.places(rules.ands) if rules.fields else ():  # Obras e Urbanismo
        joined = 0 < at < len(labels) - 1 and labels[at - 1] == "t" and stretch.words[at - 1].folded in rules.fields
        if joined and labels[at + 1] == "n" and stretch.words[at - 1].upper and labels[at + 2 : at + 3] != ["n"]:
            labels[at + 1] = "t"


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
            labels[at] = "o" if begins_sentence(stretch.body, start) else "n"


def _is_owner(stretch: Stretch, at: int) -> bool:
    """`Ajaxov trener`, `Trumpova svetovalka`: an adjective made of a name, right before a title."""
    endings = frames(stretch.rules.language).owners
    small = not stretch.words[at + 1].upper and stretch.gap(at + 1) == " "
    return bool(endings) and small and stretch.words[at].folded.endswith(endings)


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
