"""Which of the names beside a verb of speech may be its subject."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import Run, Stretch
from monitor.analysis.speakers.appositions import PAUSE
from monitor.analysis.speakers.behind_roles import behind_place, interviews, pointed_at
from monitor.analysis.speakers.bodies import is_body
from monitor.analysis.speakers.known_parts import known_part
from monitor.analysis.speakers.nouns import is_noun
from monitor.analysis.speakers.one_word import may_be_somebody
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.singles import sure_before, unmarked

_NOUN = 3  # words that tell what an outlet is: state news agency
_IN_BRACKETS = regex.compile(r"[（(][^（）()]{0,40}[)）]")


def eligible(scene: Scene, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
    """Those who may speak for themselves: outlets are cut off, and no words stand before the subject's marker."""
    rules = scene.rules
    own = [rest for run in found if (rest := _without_outlet(scene, stretch, run))]
    if rules.cased:
        own = [run for run in own if not _in_brackets(stretch, run)]
    if rules.placed:
        own = [behind_place(stretch, run) for run in own]
    if not (rules.spaced or rules.markers):
        own = [known_part(scene, stretch, run) for run in own]
    own = stretch.naming.usable(stretch, own, side)
    return [run for run in own if _may_speak(scene, stretch, run, found, side)]


def _may_speak(scene: Scene, stretch: Stretch, run: Run, found: Sequence[Run], side: str) -> bool:
    """Whether a run is somebody who may be a verb's subject, and no body, no noun, nobody to whom something is done."""
    rules = scene.rules
    if is_body(stretch, run) or is_noun(scene, stretch, run, side):
        return False
    if rules.article and rules.order == "after" and side != "right" and not sure_before(scene, stretch, run):
        return False  # عن صور فاضحة، وقال
    if rules.cased and (_of_outlet(stretch, run) or interviews(stretch, run) or pointed_at(stretch, run)):
        return False
    if names_things(scene, stretch, run) or _is_apart(scene, stretch, run, side):
        return False
    if _begins_body(stretch, run, found) or _is_object(stretch, run):
        return False
    marked = bool(rules.markers) and side != "right"
    return not marked or (_ends_in_titles(stretch, run) and _marked(scene, stretch, run))


def _marked(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether a run before the subject's marker may be a person, by how it is written or because the text knew it."""
    if stretch.rules.suffixed:  # 윤슬은
        return scene.cast.knows(unmarked(stretch, run)) or stretch.naming.marked(stretch, run)
    known = run.last == len(stretch) and not stretch.rules.spaced and scene.cast.knows(stretch.folded(run))
    return (known and scene.full(stretch, run) != stretch.written(run)) or stretch.naming.marked(stretch, run)


def _without_outlet(scene: Scene, stretch: Stretch, run: Run) -> Run | None:
    """What is left of a run before or behind an outlet's name: `racconta all'Adnkronos Salvatore Mancuso`."""
    if not scene.is_outlet(stretch, run):
        return run
    words = stretch.words
    starts, ends = {m.start for m in scene.mentions}, {m.start + len(m.name) for m in scene.mentions}
    last = next((n for n in range(run.first + 1, run.last) if words[n].start in starts), run.first)
    first = next((n for n in range(run.first + 1, run.last) if words[n - 1].end in ends), run.last)
    for rest in (evolve(run, last=last), evolve(run, first=first, governed=False)):
        if rest.length > 1 and words[rest.first].upper >= stretch.rules.cased and not scene.is_outlet(stretch, rest):
            return rest
    return None


def _in_brackets(stretch: Stretch, run: Run) -> bool:
    """`kata Kepala Biro Informasi (Infohan), Frega Wenas`: what a body is called in short."""
    before, behind = stretch.words[run.first].start - 1, stretch.words[run.last - 1].end
    return stretch.body[max(0, before) : before + 1] == "(" and stretch.body[behind : behind + 1] == ")"


def _of_outlet(stretch: Stretch, run: Run) -> bool:
    """`aseguró a la red Unitel`: one word with a capital right behind a word for outlets."""
    if run.length > 1:
        return False
    near = stretch.words[max(0, run.first - _NOUN) : run.first]
    return any(last == len(near) for _, last, _ in stretch.rules.outlets.find(near))


def names_things(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`Kinderbetreuung`, `Käufer Rabatte`: nouns that the text names nobody by, where each noun has a capital."""
    if not frames(stretch.rules.language).capitals:
        return False
    words, alone = stretch.of(run), run.length == 1
    things = alone and run.first > 0 and stretch.gap(run.first) == "-"  # Chef-Sätze
    things = things or (not (alone and run.titled) and scene.is_noun(words[0].folded))
    things = things or (not alone and scene.ends_as_noun(words[-1].folded))
    return things and all(not word.upper or scene.is_new(word.folded) for word in words)


def _is_apart(scene: Scene, stretch: Stretch, run: Run, side: str) -> bool:
    """Whether, where each noun has a capital, a word that was never a name does not stand right beside its verb."""
    words, common = stretch.words, stretch.rules.common
    if not frames(stretch.rules.language).capitals or run.titled or side not in {"left", "right"}:
        return False
    if run.length > 1 and ((side == "left" and not run.first) or may_be_somebody(scene, stretch, run)):
        return False
    between = words[: run.first] if side == "right" else words[run.last :]
    pause = run.last < len(words) and bool(PAUSE.match(stretch.body, words[run.last - 1].end))
    apart = any(word.upper or word.folded not in common for word in between)
    return apart and not (side == "left" and pause) and all(scene.is_new(word.folded) for word in stretch.of(run))


def _begins_body(stretch: Stretch, run: Run, found: Sequence[Run]) -> bool:
    """`Ulaştırma ve Altyapı Bakanlığı`: a word alone, which `and` joins to a name that ends in a body's word."""
    rules, words = stretch.rules, stretch.words
    if not rules.cased or run.length > 1 or run.last + 1 >= len(words) or words[run.last].folded not in rules.ands:
        return False
    joined = (other for other in found if other.first == run.last + 1)
    return any(bodies[-1][1] == other.length for other in joined if (bodies := rules.bodies.find(stretch.of(other))))


def _is_object(stretch: Stretch, run: Run) -> bool:
    """`ادعای پیشین را تکرار کرد`: whether an object's marker stands behind a name and its titles."""
    rules, words = stretch.rules, stretch.words
    if not rules.objects:
        return False
    titled = rules.titled(words)
    behind = next((n for n in range(run.last, len(words)) if n not in titled), len(words))
    return behind < len(words) and words[behind].folded in rules.objects


def _ends_in_titles(stretch: Stretch, run: Run) -> bool:
    """Whether only titles and words in brackets stand between a name and the subject's marker: 佐藤首相（自民）は."""
    words, rules = stretch.words, stretch.rules
    if run.last == len(words) or stretch.naming.office(stretch, run):
        return True
    titled = rules.titled(words)
    start = words[run.last - 1].end
    bracketed = [match.span() for match in _IN_BRACKETS.finditer(stretch.body, start, words[-1].end + 1)]
    meanwhile = words[-1].folded in rules.whiles  # रोते हुए

    def belongs(n: int) -> bool:
        inside = any(begin <= words[n].start < end for begin, end in bracketed)
        stop = meanwhile and rules.stops.at(words, n) is not None
        return n in titled or stop or inside or words[n].folded.isdigit()

    return all(belongs(n) for n in range(run.last, len(words)))
