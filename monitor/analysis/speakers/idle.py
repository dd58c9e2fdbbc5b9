"""What looks like a verb of speech and tells nothing where it stands: a noun, a name, part of a longer word."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token
from monitor.text.segmenting import is_listed
from monitor.text.simplifying import simplified


def is_idle(scene: Scene, words: Sequence[Token], verb: tuple[int, int], kind: str, part: int) -> bool:
    """Whether what looks like a verb of speech tells nothing where it stands.

    kind: says, or the key of the frames under which it stands; part: of the sentence, as quotations part it.
    """
    rules, (first, last) = scene.rules, verb
    if kind == "says":
        return _is_noun(words, first, rules) or _is_inside(words, verb, rules) or _is_name(words, verb, rules)
    if frames(rules.language).capitals and _is_adjective(words, last, rules):  # so unsägliche Sätze
        return True
    if kind == "attributes":
        return _is_unpaused(scene, words, first)
    if kind == "opinion":
        return first > 1 or part > 0
    if kind == "agents":
        return first > 0 or part == 0
    return kind in {"idle", "his"} or (kind == "behind" and not first)


def _is_unpaused(scene: Scene, words: Sequence[Token], first: int) -> bool:
    """`es braucht so viel Land`: whether what attributes behind a pause alone stands inside a clause."""
    paused = words[first].folded in frames(scene.rules.language).paused
    return paused and first > 0 and scene.body[words[first - 1].end : words[first].start] == " "


def _is_adjective(words: Sequence[Token], at: int, rules: NameWords) -> bool:
    """Whether a small word that an adjective's ending has stands at a place, and no article."""
    if at >= len(words) or words[at].upper or words[at].folded in rules.common | rules.determiners:
        return False
    return words[at].folded.endswith(frames(rules.language).adjectives) and rules.titles.at(words, at) is None


def _is_inside(words: Sequence[Token], verb: tuple[int, int], rules: NameWords) -> bool:
    """Whether a verb of one character is part of a word of the dictionary: 道 in 道路 and 街道."""
    first, last = verb
    if last - first > 1 or not frames(rules.language).inside_words:
        return False
    adverb = first > 0 and words[first - 1].folded in rules.ands | rules.whiles  # 却说, 回答时说
    pairs = (words[at : at + 2] for at in (first - 1 + adverb, first) if at >= 0 and at + 1 < len(words))
    together = (pair[0].folded + pair[1].folded for pair in pairs if pair[0].end == pair[1].start)
    return any(is_listed(simplified(word)) for word in together)


def _is_name(words: Sequence[Token], verb: tuple[int, int], rules: NameWords) -> bool:
    """`he told Omar Said`, `hat Anna Weiß`: whether a verb of one word has a capital inside its clause."""
    first, last = verb
    touch = first > 0 and words[first - 1].end + 1 == words[first].start
    return rules.cased and touch and last - first == 1 and words[first].upper


def _is_noun(words: Sequence[Token], at: int, rules: NameWords) -> bool:
    """Whether an article makes a noun of what looks like a verb: الكشف, la denuncia."""
    if at and words[at].folded in rules.ambiguous and words[at - 1].folded in rules.determiners:
        return True
    article = bool(rules.article) and words[at].folded.startswith(rules.article)
    joined = words[at].folded[:1] in rules.proclitics  # بنشر رسائل
    return (article or joined) and rules.verbs.at(words, at) is None
