"""What stands beside a run of words that may be a name: a title, what governs it, an apostrophe's ending."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names.first_names import begins_name
from monitor.analysis.names.stretch import Run, Stretch
from monitor.text.letters import APOSTROPHES

_NOUN = 3  # words from a name's ending to `according to`
_LONGEST = 12  # letters of a word by which one is cited
_POLITE = 3  # letters of Mme, Dr, Sra


def run_at(stretch: Stretch, labels: Sequence[str], first: int, last: int) -> Run:
    """The run of some words, and what stands beside it."""
    words = stretch.words
    possessive = stretch.body[words[last - 1].end : words[last - 1].end + 2] in {"'s", "’s"}
    bent = bool(frames(stretch.rules.language).apostrophes) and _is_bent(stretch, last)
    led = _is_led(stretch, labels, first, last)
    title_before = first > 0 and labels[first - 1] == "t"
    title_behind = last < len(labels) and labels[last] == "t" and stretch.of_one_name(last)
    title_behind = title_behind and not _is_of_next(stretch, labels, last)
    return Run(
        first,
        last,
        titled=title_before or title_behind,
        governed=possessive or led or bent,
        owner=possessive and not led,
    )


def _is_led(stretch: Stretch, labels: Sequence[str], first: int, last: int) -> bool:
    """Whether a preposition stands before a name and its role, without a comma between.

    Where particles stand behind nouns, one before a name says nothing about it.
    """
    ahead = _before_role(stretch, labels, first, last)
    if ahead < 0 or labels[ahead] != "g" or stretch.rules.markers:
        return False
    return "," not in stretch.body[stretch.words[ahead].end : stretch.words[first].start]


def _before_role(stretch: Stretch, labels: Sequence[str], first: int, last: int) -> int:
    """The place of the word before a name and its role, `con` in `con la ministra de Defensa Ana Rey`; -1 of none."""
    words, rules = stretch.words, stretch.rules
    ahead = first - 1
    polite = first > 0 and labels[first - 1] == "t" and words[ahead].end - words[ahead].start <= _POLITE
    while ahead >= 0 and _is_of_role(stretch, labels[:first], ahead):
        if polite and labels[ahead] != "t" and words[ahead].folded in rules.fields:
            break  # devant la presse M. Marchand
        ahead -= 1
    place = 0 <= ahead < first - 1 and labels[ahead] == "g" and "t" not in labels[ahead:first]
    if place and last - first > 1 and begins_name(words[first].folded, rules.language):
        ahead += int(words[ahead].folded not in rules.particles)  # devant la presse Anne Roux
    if last - first == 1 and ahead == first - 1 and rules.fields:
        ahead = _behind_and(stretch, labels, ahead)
    return ahead


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
