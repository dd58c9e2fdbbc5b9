"""Whom one word alone means that was never part of a name: a last name told in full only later, or a first name."""

from __future__ import annotations

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import (
    LONGEST,
    Run,
    Stretch,
    begins_name,
    bent,
    is_ordinary,
    known_anywhere,
    opens_sentence,
    written_small,
)
from monitor.analysis.speakers.bodies import is_body
from monitor.analysis.speakers.heads import tells_heads
from monitor.analysis.speakers.scene import Scene

_ACRONYM = 5  # letters
_AGE = 2  # words of an age before a name: 45-åriga
_NEAR = 6  # words before a name with which a sentence begins
_PAUSE = regex.compile(r"[,(]")


def known(scene: Scene, stretch: Stretch, run: Run) -> str:
    """The full name of which a word is the last, be it told later, or a first name that stands alone; else "".

    `Doch Preetz blieb. „Ich gehe nicht“, sagte er. Michael Preetz …`; `Megan is a student`.
    """
    if run.length > 1 or not scene.rules.cased or frames(scene.rules.language).genitives:
        return ""
    written, word = stretch.written(run), stretch.words[run.first]
    worldwide = frames(scene.rules.language).worldwide
    full = scene.full_names.get(written) if worldwide else None
    own = begins_name(word.folded, scene.rules.language)
    aged = run.first > 0 and bool(scene.rules.ages.find(stretch.words[max(0, run.first - _AGE) : run.first]))
    first = own or aged or (not worldwide and known_anywhere(word.folded))
    if not (full or first) or _is_no_name(scene, stretch, run):
        return ""
    sure = aged or not opens_sentence(stretch, run) or scene.is_written(word)
    return full or (written if sure or (own and not worldwide and _acts(stretch, run)) else "")


def _acts(stretch: Stretch, run: Run) -> bool:
    """`Dimitri s'apprêtait à partir`: whether a small word follows a first name, and no pause."""
    behind = run.last < len(stretch) and stretch.gap(run.last) == " "
    return behind and not stretch.words[run.last].upper and not written_small(stretch, stretch.words[run.first])


def may_be_somebody(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether a title, a first name, an initial, an age or a role behind a comma, or a verb of speech tells a person.

    The verb stands beside the last word, be it elsewhere. True in languages that know first names otherwise.
    """
    words = stretch.of(run)
    if not frames(scene.rules.language).worldwide or run.titled or words[0].end - words[0].start == 1:
        return True
    if run.length <= LONGEST and run.last < len(stretch) and _PAUSE.search(stretch.gap(run.last)):
        behind, rules = stretch.words[run.last], scene.rules
        if behind.folded.isdigit() or behind.folded in rules.determiners or behind.folded in rules.relatives:
            return True
        if rules.titles.at(stretch.words, run.last) is not None:
            return True
    last = next((word for word in reversed(words) if word.upper), words[-1])
    return begins_name(words[0].folded, scene.rules.language) or scene.is_called(last.folded)


def lone(scene: Scene, stretch: Stretch, run: Run) -> str:
    """A word by which somebody is likely called, near a sentence's beginning: `Trump sent a message`; else "".

    It stands elsewhere in the text too, behind a small word; where each noun has a capital, beside a verb of speech or
    behind a title.
    """
    data = frames(scene.rules.language)
    reach = _NEAR if data.genitives or data.worldwide else 0
    name, word = stretch.written(run), stretch.words[run.first].folded
    if run.first > reach or (run.length > 1 and " " in name):  # Nowak-Lis
        return ""
    if (data.capitals and not scene.is_called(word)) or _is_no_name(scene, stretch, run):
        return ""
    before = stretch.words[run.first - 1].folded if run.first else ""
    if before in stretch.rules.definite and tells_heads(stretch.rules.language):  # The Bavarians
        return ""
    if data.capitals:
        return "" if scene.is_noun(word) else name
    again = regex.search(rf"\p{{Ll}},? {regex.escape(name)}\b(?! \p{{Lu}})", scene.body)
    return name if again else ""


def _is_no_name(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether a run is several words, a place's, a body's or an outlet's name, or an ordinary word."""
    name = stretch.written(run)
    if (run.length > 1 and " " in name) or run.governed or bent(stretch, run) or is_ordinary(stretch, run):
        return True
    rules, word = scene.rules, stretch.words[run.first]
    acronym = sum(letter.isupper() for letter in name) > 1 and len(name) <= _ACRONYM  # JETPs
    if name.isupper() or acronym or word.folded in rules.seats or is_body(stretch, run):
        return True
    return scene.is_outlet(stretch, run) or rules.titles.at(stretch.words, run.first) is not None
