"""One word alone that may be somebody's name or a common noun, in scripts without capitals and at a clause's edge."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Run, Stretch
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token, tokens

_AGAIN = 2  # times that a text has a name
_ROLE, _CLITIC = 20, 4  # letters before a name, and those of a word among which its article stands


def unmarked(stretch: Stretch, run: Run) -> list[str]:
    """The words of a run without the subject's marker at their end."""
    last = stretch.words[run.last - 1]
    return [*stretch.folded(run)[:-1], last.folded.removesuffix(stretch.rules.marker(last))]


def is_common(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """One untitled word that was never part of a name: `residents`, in a script that has no capitals."""
    alone = run.length == 1 and not run.titled and not stretch.naming.known(stretch, run)
    if not alone or not scene.is_new(stretch.words[run.first].folded) or _has_a_role(scene, stretch, run):
        return False
    return not (stretch.rules.suffixed and scene.cast.knows(unmarked(stretch, run)))


def _has_a_role(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether the text has a word with the article behind a role with one elsewhere: `وقال الحلبي`, الوزير الحلبي."""
    article, name = stretch.rules.article, stretch.written(run)
    if not article or not name.startswith(article) or stretch.rules.titles.at(stretch.words, run.first) is not None:
        return False
    at = scene.body.find(f" {name}")
    while at >= 0:
        before = tokens(scene.body[max(0, at - _ROLE) : at])[-1:]
        if before and article in before[0].folded[:_CLITIC] and stretch.rules.titles.at(before, 0) is not None:
            return True
        at = scene.body.find(f" {name}", at + 1)
    return False


def is_alone(words: Sequence[Token], run: Run, rules: NameWords, side: str) -> bool:
    """One word between a verb and the end of its clause that is no noun by its article or ending: `واعتبر بوتين أن`."""
    word = words[run.first].folded
    near = run.first == 0 if side == "right" else run.last == len(words)
    noun = word.startswith(rules.prefixes) or rules.plurals.at(words, run.first) is not None
    return bool(rules.article) and near and len(word) > 3 and not noun and word not in rules.seats


def leads_alone(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether a name leads to a quotation without a verb: none that has its capital from its place, or as a noun."""
    if run.length > 1 or (run.first == 0 and not scene.is_new(stretch.words[0].folded)):
        return True
    noun = frames(scene.rules.language).capitals and not run.titled and scene.is_new(stretch.words[run.first].folded)
    return (run.first > 0 and not noun) or (run.last == len(stretch) and not (noun and run.first))


def sure_before(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether a run is somebody known, or a full name of which a first name or a title before it tells."""
    if scene.full(stretch, run) != stretch.written(run):
        return True
    before = run.first - 1 in stretch.rules.titled(stretch.words[: run.first])
    return run.length > 1 and (before or stretch.naming.sure(stretch, evolve(run, titled=False)))


def opens_apart(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`Günlük toplantıda bir gazeteci`: a word that opens a sentence, with neither a pause nor its end behind."""
    if not stretch.rules.cased or run.last >= len(stretch) or stretch.gap(run.last) != " ":
        return False
    return scene.body.count(stretch.written(run)) < _AGAIN
