"""Small words inside names: `van` of Jan van Dijk, `y` of Ortega y Gasset; and those that only stand between two."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names.stretch import Stretch
from monitor.text.folded import Token


def mark_capital_particles(stretch: Stretch, labels: list[str]) -> None:
    """A small word with a capital between words of a name is one of them: Luigi Di Mauro, Jean de La Tour."""
    words, rules = stretch.words, stretch.rules
    first = words[0].folded in frames(rules.language).afar and labels[1:2] == ["n"]
    if first and _only_behind(stretch.body, words[0], words[1]):
        labels[0] = "n"
    for at in range(1, len(words) - 1):
        small = labels[at] in "gs" and words[at].upper and words[at + 1].upper and labels[at + 1] == "n"
        behind = labels[at - 1] == "n" or (words[at - 1].folded in rules.particles and at > 1 and labels[at - 2] == "n")
        if (
            small
            and behind
            and words[at].folded in rules.common
            and stretch.of_one_name(at)
            and stretch.of_one_name(at + 1)
        ):
            labels[at] = "p"


def _only_behind(body: str, small: Token, name: Token) -> bool:
    """`Van Zanen zweeg`: whether a text has a word behind a particle alone, so that no other name is meant."""
    last = body[name.start : name.end]
    touch = small.upper and body[small.end : name.start] == " "
    return touch and body.count(last) == body.count(f"an {last}")


def mark_particles(stretch: Stretch, labels: list[str]) -> None:
    """A small word inside a name is one of its words: Jan van Dijk; without capitals wherever it stands inside some."""
    rules = stretch.rules
    for at in stretch.places(rules.particles):
        inside = 0 < at < len(labels) - 1 and not stretch.words[at].upper
        if inside and (not rules.cased or _ties_names(stretch, labels, at)):
            labels[at] = "p"


def _ties_names(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """Whether a particle ties the word before it to the one behind, in scripts with capitals."""
    data, following = frames(stretch.rules.language), stretch.words[at + 1]
    if labels[at - 1] not in {"n", "p"} or not stretch.of_one_name(at):
        return False
    if data.capitals and _ends_full_name(stretch, labels, at):
        return False
    free = labels[at - 1] == "p" or stretch.words[at].folded not in data.bound
    goes_on = free and (following.upper or following.folded in stretch.rules.particles)
    return goes_on and not _joins_others(stretch, labels, at)


def _ends_full_name(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """`Anna Weiss von Greenpeace`: two words of a name before a particle, which then is a preposition."""
    return at > 1 and labels[at - 2] == labels[at - 1] == "n" and stretch.gap(at - 1) == " "


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
    goes_on = (
        at + 2 < len(words) and labels[at + 2] in {"n", "p"} and words[at + 2].upper and stretch.of_one_name(at + 2)
    )
    return goes_on or at < 2 or labels[at - 2] not in {"n", "p"}
