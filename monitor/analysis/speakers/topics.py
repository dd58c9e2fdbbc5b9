"""Of whom a sentence speaks that quotes nobody: whoever speaks next without a name is that person."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names import LONGEST, NEAR, Run, Stretch, may_be_person, runs
from monitor.analysis.quoted import Unit, mixed
from monitor.analysis.speakers import one_word
from monitor.analysis.speakers.behind_roles import interviews, pointed_at
from monitor.analysis.speakers.bodies import is_body
from monitor.analysis.speakers.candidates import names_things
from monitor.analysis.speakers.cases import oblique
from monitor.analysis.speakers.clause import Subject
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token, fold, tokens

_MARKED = 3  # characters of a word; more may have a subject's marker at their end: 강다윗은
_PASSIVE = 4  # letters; a longer word may be a passive verb: dibuat
_ACRONYM = 4  # letters; longer words in capitals are a last name
_UNTITLED = 2  # words of a name of which no title tells where it ends


@frozen
class Topic:
    """A person, and whether the sentence opens with the name."""

    name: str
    opens: bool


def only_person(scene: Scene, words: Sequence[Token], *, subjects: bool = False) -> str:
    """The one person whom some words name, whatever stands before the name; "" where they name none or several.

    For words that lead to a quotation without a subject: `the message of Laura Finch was blunt:`. subjects: names
    behind prepositions do not count.
    """
    stretch = scene.stretch(words)
    found: dict[str, None] = {}
    for run in runs(stretch):
        name = stretch.written(run)
        full = scene.full(stretch, run)
        nobody = scene.is_outlet(stretch, run) or is_body(stretch, run) or mixed(name)
        if (full != name or stretch.naming.person(stretch, run)) and not nobody and not (subjects and run.governed):
            found[full] = None
    return next(iter(found)) if len(found) == 1 else ""


def topic(scene: Scene, unit: Unit, found: Sequence[Run]) -> Topic | None:
    """The first person of a sentence who may be its subject; None where there is none.

    found: the names of the sentence. A full name, a known last name, or where there are no capitals a name beside a
    title; who is named later in the sentence than its first words is meant only where nobody else is.
    """
    stretch = scene.stretch(unit.words)
    free = [run for run in found if not (run.governed or interviews(stretch, run))]
    usable = [run for run in free if not (_listed(stretch, run) or oblique(stretch, run))]
    if frames(scene.rules.language).passives:
        apart = (_is_agent, _is_counted, pointed_at)
        usable = [run for run in usable if not any(told(stretch, run) for told in apart)]
    if not scene.rules.cased:
        about = _untitled(stretch, [run for run in usable if not is_body(stretch, run)])
        return about and evolve(about, name=scene.cast.full(about.name, [word.folded for word in tokens(about.name)]))
    full = ((run, name) for run in usable if (name := _full(scene, stretch, run)))
    first, second = next(full, None), None
    if first is None:
        by = [name for run in found if _by(stretch, run) and (name := _full(scene, stretch, run))]
        return Topic(by[0], opens=False) if len(by) == 1 else None
    if first is not None and first[0].first > NEAR:
        second = next(full, None)
    if first is None or second is not None:
        return None
    fronted = first[0].first <= 2 * NEAR and "," in stretch.gap(first[0].first) and first[0] == found[0]
    return Topic(first[1], opens=first[0].first <= NEAR or fronted)  # À quelques mètres de là, Georges a retiré


def _is_agent(stretch: Stretch, run: Run) -> bool:
    """`gol yang dibuat Pablo Piatti`: a name behind a verb that tells what is done by whom."""
    before = stretch.words[run.first - 1] if run.first else None
    passive = before is not None and not before.upper and len(before.folded) > _PASSIVE
    return passive and before is not None and before.folded.startswith(frames(stretch.rules.language).passives)


def _is_counted(stretch: Stretch, run: Run) -> bool:
    """`Belitung Expo 2021`: a number right behind words that name no person."""
    return run.last < len(stretch) and stretch.words[run.last].folded.isdigit() and stretch.gap(run.last) == " "


def spoken_of_before(scene: Scene, unit: Unit, told: Subject) -> str:
    """`Holm was held over a call in which he said "…"`: whom a sentence names at its beginning, before its `he`.

    A known full name, ungoverned, of no other sex; "" where there is none.
    """
    words = unit.outside()[0]
    if not frames(scene.rules.language).worldwide or not words or not words[0].start < told.start:
        return ""
    stretch = scene.stretch([word for word in words[: NEAR + LONGEST] if word.end <= told.start])
    for run in runs(stretch):
        name = scene.full(stretch, run)
        known = " " in name and not (run.governed or is_body(stretch, run) or scene.is_new(fold(name.split()[-1])))
        if known and scene.cast.sex_of(name) in {"", told.sex}:
            return name
    return ""


def _listed(stretch: Stretch, run: Run) -> bool:
    """`Etihad, Ryanair, British Airways`: a name between commas and other capitals."""
    words = stretch.words
    if not frames(stretch.rules.language).genitives or run.first == 0 or run.last == len(words):
        return False
    apart = stretch.gap(run.first) == ", " == stretch.gap(run.last)
    return apart and words[run.first - 1].upper and words[run.last].upper


def lone(scene: Scene, unit: Unit, found: Sequence[Run]) -> str:
    """The name of one word of a sentence in which nobody else may be the subject: `Trump sent a message`; else ""."""
    if not scene.rules.cased:
        return ""
    free = found if frames(scene.rules.language).genitives else [run for run in found if not run.governed]
    stretch = scene.stretch(unit.words)
    names = (one_word.lone(scene, stretch, run) for run in free[: 1 + bool(free and not free[0].first)])  # Zatem Nowak
    return next((name for name in names if name), "")


def _by(stretch: Stretch, run: Run) -> bool:
    """`lo studio coordinato da Chiara Bonetti`: whether an agent's preposition stands before a name."""
    agent = run.first > 0 and stretch.words[run.first - 1].folded in frames(stretch.rules.language).agents
    return agent and not interviews(stretch, run)


def _of_kin(stretch: Stretch, run: Run) -> bool:
    """`La moglie Elisa`, `O neto, João, cuida`: a first name alone, right behind whose wife or son somebody is."""
    words = stretch.words
    if run.first == 0 or run.last == len(words):
        return False
    apart = "," in stretch.gap(run.first)
    return words[run.first - 1].folded in stretch.rules.kin and (not apart or "," in stretch.gap(run.last))


def _full(scene: Scene, stretch: Stretch, run: Run) -> str:
    """A name of several words, or the full name that one is part of; "" for others."""
    name, full = stretch.written(run), scene.full(stretch, run)
    size = sum(word.upper for word in stretch.of(run))  # without its particles
    if full == name and size == 1 and _of_kin(stretch, run):
        return full
    if full == name and run.length == 1 and (whole := one_word.known(scene, stretch, run)):
        return whole
    if full == name and (" " not in name or not may_be_person(stretch, run)):  # Heide-Park
        return ""
    last = name.rpartition(" ")[2]
    acronym = full == name and 1 < len(last) <= _ACRONYM and last.isupper()  # Lídri EÚ
    if (full == name and not 2 <= size <= LONGEST) or acronym or mixed(name) or is_body(stretch, run):
        return ""
    inside = run.first > 1 or frames(stretch.rules.language).capitals
    if full == name and inside and not one_word.may_be_somebody(scene, stretch, run):  # a book, Unspoken Thing
        return ""
    return "" if full == name and names_things(scene, stretch, run) else full


def _untitled(stretch: Stretch, found: Sequence[Run]) -> Topic | None:
    """In scripts without capitals: a name beside an age or a title, else whatever the sentence begins with."""
    rules = stretch.rules
    topics = stretch.naming.topics(stretch, found)
    aged = next((run for run in topics.others if _aged(stretch, run)), None)
    near = (run for run in topics.others if run.first <= topics.reach and (run.length > 1 or not rules.article))
    run = aged or next(iter(topics.titled), None) or next(near, None)
    sure = run is not None and run in topics.titled
    if run is None or (rules.surnames and run.length > LONGEST and not sure):
        return None
    size = run.length if run.titled or rules.surnames else _UNTITLED
    verb = int(bool(rules.article) and run.first == 0 and run.length > 2 and not run.titled)  # تدير سعاد ناصر
    words = stretch.words[run.first + verb : run.first + verb + min(size, run.length, run.length if sure else LONGEST)]
    opens = bool(topics.titled or aged) or topics.sure or rules.surnamed(stretch.of(run))
    name = stretch.body[words[0].start : words[-1].end]
    if rules.suffixed and len(words) == run.length == 1:
        name = stretch.naming.bare(stretch, run)[0]  # 소라는
    marker = rules.marker(words[-1]) if rules.suffixed and words[-1].end - words[-1].start > _MARKED else ""
    return Topic(name.removesuffix(marker), opens=opens)


def _aged(stretch: Stretch, run: Run) -> bool:
    """`مهناز شریفی ۴۵ ساله`, `منى عساف، الممرضة`: a sentence's first words before an age, or a comma and a title."""
    rules, words = stretch.rules, stretch.words
    first = run.first == 0 and 2 <= run.length <= LONGEST and run.last < len(words)
    if not first or not rules.spaced or rules.surnames:
        return False
    comma = stretch.gap(run.last).strip() in {"،", ","}
    return words[run.last].folded.isdigit() or (comma and rules.titles.at(words, run.last) is not None)
