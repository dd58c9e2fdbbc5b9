"""Names that tell which of a kind somebody is: `a NATO official`, `the Zawiya resident`, `Mountain View coach Ann Lee`.

Where roles stand behind what they are of, as in English, and articles tell that words are one noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Run, Stretch, begins_name, opens_sentence
from monitor.analysis.speakers.offices import Meant
from monitor.analysis.speakers.roles import called
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_NOUNS = 3  # words between such a name and the verb
_ADVERB = "ly"


@lru_cache(maxsize=64)
def tells_heads(language: str) -> bool:
    """Whether roles stand behind what they are of."""
    data = frames(language)
    return data.worldwide and bool(data.definite) and not (data.capitals or data.genitives)


def parted(stretch: Stretch, found: list[Run], side: str) -> tuple[list[Run], list[Run]]:
    """The runs beside a verb that may speak, and those that only tell which of a kind somebody is."""
    if not found or side not in {"left", "right"} or not tells_heads(stretch.rules.language):
        return found, []
    of_roles = [run for run in found if _is_modifier(stretch, run, side)]
    return ([run for run in found if run not in of_roles], of_roles) if of_roles else (found, [])


def _is_modifier(stretch: Stretch, run: Run, side: str) -> bool:
    """Whether a run stands before the noun that speaks, or before a role and the name of whoever holds it."""
    if _is_role(stretch, run):
        return True
    if run.last >= len(stretch) or stretch.gap(run.last) != " ":
        return False
    role = _behind_roles(stretch, run.last)
    if role > run.last:
        small = not stretch.words[role - 1].upper
        return _holds(stretch, role) or (small and not _begins_person(stretch, run))
    behind = stretch.words[run.last]
    several = stretch.rules.plurals.at(stretch.words, run.last) is not None and _is_noun(behind, stretch.rules)
    several = several or (not behind.upper and stretch.rules.groups.at(stretch.words, run.last) is not None)
    return several or (side == "left" and _is_described(stretch, run))


def _is_role(stretch: Stretch, run: Run) -> bool:
    """`the Utah Republican said`: a name that ends in a title, behind an article."""
    words, rules = stretch.words, stretch.rules
    if run.length == 1 or not run.first or words[run.first - 1].folded not in rules.definite:
        return False
    return rules.titles.at(words, run.last - 1) is not None and rules.bodies.at(words, run.last - 1) is None


def _behind_roles(stretch: Stretch, at: int) -> int:
    """Behind the titles, and what stands between them with a capital, that begin at a place: `UK Market Director`."""
    titles, words = stretch.rules.titles, stretch.words
    end, n = at, at
    while n < len(words) and (n == at or stretch.gap(n) == " "):
        if found := titles.at(words, n):
            end = n = found[0]
        elif words[n].upper and n < at + _NOUNS and n > at:
            n += 1
        else:
            break
    return end


def _holds(stretch: Stretch, at: int) -> bool:
    """Whether somebody's full name stands behind a role."""
    words = stretch.words
    full = at + 1 < len(words) and words[at].upper and words[at + 1].upper
    return full and stretch.gap(at) == stretch.gap(at + 1) == " "


def _begins_person(stretch: Stretch, run: Run) -> bool:
    """`said Ann Lee deputy chair of the club`: a full name that a first one begins, and no comma behind it."""
    words = stretch.words
    article = run.first > 0 and words[run.first - 1].folded in stretch.rules.determiners
    return run.length > 1 and not article and begins_name(words[run.first].folded, stretch.rules.language)


def _is_described(stretch: Stretch, run: Run) -> bool:
    """`the AU force said`: a name behind an article, and before a noun that a verb follows."""
    words, rules = stretch.words, stretch.rules
    if run.titled or not run.first or words[run.first - 1].folded not in rules.determiners:
        return False
    behind = words[run.last :]
    near = len(behind) <= _NOUNS and not any("," in stretch.gap(n) for n in range(run.last, len(words)))
    return near and _is_noun(behind[0], rules)


def _is_noun(word: Token, rules: NameWords) -> bool:
    return not (word.upper or word.folded in rules.common or word.folded.endswith(_ADVERB))


def are_several(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`Analysts say`: a plural with which a sentence begins, that is no name elsewhere."""
    rules, word = stretch.rules, stretch.words[run.first]
    if run.length > 1 or not tells_heads(rules.language) or rules.plurals.at(stretch.words, run.first) is None:
        return False
    if not opens_sentence(stretch, run) or stretch.body[max(0, word.start - 3) : word.start].startswith(","):
        return False
    one = Token(word.start, word.end - 1, word.folded[:-1], upper=False)
    several = rules.titles.at([one], 0) is not None or f" {word.folded}" in stretch.body
    return several and scene.is_new(word.folded) and not begins_name(word.folded, rules.language)


def whom(scene: Scene, stretch: Stretch, of_roles: Sequence[Run], side: str) -> str | Meant | None:
    """Whom the role behind a name means: `the Belarusian president`; nobody in `a NATO official`, `the MQM leaders`.

    Whoever was called so last, or whoever was named last and by no role; None where there is no such name.
    """
    if not of_roles:
        return None
    rules, words, run = stretch.rules, stretch.words, of_roles[0 if side == "right" else -1]
    title = rules.titles.at(words, run.last - 1 if _is_role(stretch, run) else run.last)
    if title is None or not run.first or words[run.first - 1].folded not in rules.definite:
        return Meant.NOBODY
    return called(scene, title[1]) or Meant.LAST
