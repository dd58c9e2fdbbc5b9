"""Whether one word with a capital is a common noun: it opens a sentence, stands behind an article, or is described."""

from __future__ import annotations

from monitor.analysis.frames import frames
from monitor.analysis.names import Run, Stretch, is_ordinary, opens_sentence, sex
from monitor.analysis.speakers.heads import are_several
from monitor.analysis.speakers.openers import is_common_noun
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.singles import opens_apart

_NOUNS = frozenset("aeoаяео")  # letters at nouns' ends, and fewer names'
_STEM = 4  # letters that a noun keeps without its ending
_WEAK = ("en", "em")  # endings of adjectives behind an article, and hardly of roles


def is_noun(scene: Scene, stretch: Stretch, run: Run, side: str) -> bool:
    """`die Käserin`, `die 52-Jährige`: one word with a capital that is a common noun, or a source without a name."""
    words, rules = stretch.words, stretch.rules
    if not rules.cased:
        return False
    if rules.anonymous.at(words, run.first) is not None:  # Fontes do Palácio de Belém
        return True
    if run.length > 1:
        return False
    if are_several(scene, stretch, run) or rules.ages.find(stretch.of(run)):
        return True
    word = words[run.first].folded
    if not scene.is_new(word):
        return False
    if word in rules.seats or _is_described(stretch, run) or is_ordinary(stretch, run):
        return True
    return _has_article(stretch, run) or _opens_as_noun(scene, stretch, run, side)


def _has_article(stretch: Stretch, run: Run) -> bool:
    """Whether an article stands before a word; where verbs need no subject, a definite one alone tells a noun."""
    rules = stretch.rules
    articles = rules.definite if rules.drops else rules.determiners
    return run.first > 0 and stretch.words[run.first - 1].folded in articles


def _is_described(stretch: Stretch, run: Run) -> bool:
    """`in ihrem letzten Wort`: where each noun has a capital, one behind an adjective is hardly a name."""
    before = stretch.words[run.first - 1] if run.first else None
    if before is None:
        return False
    if before.upper:  # der Sozialen Medien
        article = run.first > 1 and stretch.words[run.first - 2].folded in stretch.rules.determiners
        return article and before.folded.endswith(_WEAK) and frames(stretch.rules.language).capitals
    endings = frames(stretch.rules.language).adjectives
    if endings and before.folded.isdigit():  # der 35 Jahre alte Kapitän
        return True
    return before.folded.endswith(endings) and before.folded not in stretch.rules.common


def _opens_as_noun(scene: Scene, stretch: Stretch, run: Run, side: str) -> bool:
    """Whether a word that was never part of a name has its capital from the place where it opens a sentence."""
    rules, words = stretch.rules, stretch.words
    first = rules.order == "before" and opens_sentence(stretch, run)
    if first and (rules.plurals.at(words, run.first) is not None or opens_apart(scene, stretch, run)):
        return True  # Hekimler
    if _opens_alone(scene, stretch, run):
        return True
    if side == "right" or run.first:
        return False
    if is_common_noun(scene, stretch, run):
        return True
    asked = len(words) > 1 and rules.prepositions.at(words, 1) is not None  # Consultada por
    return asked or (len(words) > 1 and rules.drops and _is_participle(scene, stretch))


def _opens_alone(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`Kolumnistka trdi`: a new word that begins a sentence and no other, where others were named in full."""
    written, told = stretch.written(run), bool(scene.cast.names) and frames(stretch.rules.language).genitives
    if not told or written[-1] not in _NOUNS or not opens_sentence(stretch, run):
        return False
    stem = written[:-1] if len(written) > _STEM else written
    return scene.body.count(stem) < 2


def _is_participle(scene: Scene, stretch: Stretch) -> bool:
    """`Rendido, tentou`: a first word before a comma that is no name elsewhere, and nothing behind it tells one."""
    rules, words = stretch.rules, stretch.words
    told = words[1].folded in rules.determiners | rules.relatives or words[1].folded.isdigit()
    told = told or rules.titles.at(words, 1) is not None or rules.prepositions.at(words, 1) is not None
    going_on = words[0].folded.endswith(frames(rules.language).meanwhile) and not words[1].upper  # Desarrollando esto
    going_on = going_on and sex(words[0].folded, rules.language) == ""
    return (going_on or ("," in stretch.gap(1) and not told)) and not scene.is_written(words[0])
