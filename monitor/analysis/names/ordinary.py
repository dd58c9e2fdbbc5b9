"""One word with a capital that is no name: it begins a sentence (Říká), or a name as its adjective (Evropská)."""

from __future__ import annotations

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names.beginnings import begins_sentence
from monitor.analysis.names.declined import endings_alone, is_latin, occurs
from monitor.analysis.names.stretch import Run, Stretch, occurrences

_NUMBER = regex.compile(r"[ \u00a0]?[-–—]?[ \u00a0]?[1-9]\b(?![.,:]|\s\d)")


def is_ordinary(stretch: Stretch, run: Run) -> bool:
    """Whether a word that was never part of a name is one of the language, in languages with genitives.

    A verb of speech, a word for outlets, one that the text has with a small letter too, an adjective before its noun,
    and in Cyrillic whatever has Latin letters.
    """
    data, rules, word = frames(stretch.rules.language), stretch.rules, stretch.words[run.first]
    if run.length > 1 or not (data.genitives or data.adjectival):
        return False
    if not data.genitives:  # Karadağlı savunmacı
        return _is_adjective(stretch, run, stretch.written(run))
    if is_latin(stretch, [word]) or rules.verbs.at(stretch.words, run.first) is not None:
        return True
    if run.last in {rules.place(stretch.words, run.first), rules.outlet(stretch.words, run.first)}:
        return True
    written = stretch.body[word.start : word.end]
    if opens_sentence(stretch, run) and occurs(stretch.body, written.lower()):
        return True
    return _is_adjective(stretch, run, written) or _is_attribute(stretch, run, written)


def _is_attribute(stretch: Stretch, run: Run, written: str) -> bool:
    """`ob izločitvah Reala in Juventusa`: right behind a noun, with an ending that no subject has besides."""
    rules, words = stretch.rules, stretch.words
    if run.first == 0 or not written.endswith(endings_alone(rules.language)) or stretch.gap(run.first) != " ":
        return False
    noun, at = words[run.first - 1], run.first - 1
    if noun.upper or noun.folded in rules.common or noun.folded.isdigit():
        return False
    lists = (rules.titles, rules.verbs, rules.stops, rules.prepositions, rules.pronouns)
    begin = max(0, at - 1)
    return not any(end == run.first - begin for each in lists for _, end, _ in each.find(words[begin : run.first]))


def opens_sentence(stretch: Stretch, run: Run) -> bool:
    """Whether a run's first word has its capital from its place."""
    return begins_sentence(stretch.body, stretch.words[run.first].start)


def is_numbered(stretch: Stretch, run: Run) -> bool:
    """`Nord Stream 2`: whether a text has a number behind a name, as hardly behind anybody's."""
    if not frames(stretch.rules.language).genitives:
        return False
    body, written = stretch.body, stretch.written(run)
    return any(_NUMBER.match(body, at + len(written)) for at in occurrences(body, written))


def _is_adjective(stretch: Stretch, run: Run, written: str) -> bool:
    """`Evropská komise`: right before a noun, and without one nowhere in the text."""
    rules, words = stretch.rules, stretch.words
    if not written.endswith(frames(rules.language).adjectival):
        return False
    behind = run.last
    if behind < len(words):
        noun = words[behind]
        if noun.upper or stretch.gap(behind) != " " or noun.folded in rules.common:
            return False
        if rules.verbs.at(words, behind) or rules.prepositions.at(words, behind) or rules.stops.at(words, behind):
            return False
    elif not regex.match(r" \p{Ll}", stretch.body, pos=words[run.first].end):
        return False
    return regex.search(rf"\b{regex.escape(written)}\b(?! \p{{Ll}})", stretch.body) is None
