"""Whether it is the outlet named that a verb says something of: no `critic of CNN told`, no `He said CNN had lost`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.cited.citing import AHEAD, BESIDE, Words
from monitor.text.folded import Token, tokens
from monitor.text.letters import APOSTROPHES

_OPENS = 3  # words at a sentence's beginning among which a name may open it
_MARKS = '«“„”"‘‚»'
_SHUT = regex.compile(r"[”“\"»]")
_ENDS = regex.compile(r"^[\s»”\"’']*(?:[.,;:!?)\]»”—–]|$)")
_PARTED = regex.compile(r"\p{Ll}{3}[.!?؟]\s+\p{Lu}\p{Ll}")


def does_not_tell(
    sentence: str, here: Sequence[Token], span: tuple[int, int], frame: tuple[str, str], words: Words
) -> bool:
    """Whether a verb that seems to cite the name in this span has another subject; frame: its kind and words."""
    kind, phrase = frame
    first, last = span
    verbal = kind != "frame" or words.verbs.at(tokens(phrase), 0) is not None
    if not verbal or words.verb_last:
        return False
    if _belongs(here, span, phrase, words):
        return True
    if words.definite and kind == "inverted":
        return not _closes(sentence, here, last, words)
    if kind in ("frame", "inverted"):
        return not words.definite and _of_somebody(sentence, here, first, words)
    return _apart(sentence, here, span, frame, words)


def says(here: Sequence[Token], span: tuple[int, int], words: Words, *, near: bool) -> bool:
    """Whether a verb of speech stands around a name behind a small word: به ایسنا گفت, dit sur Europe 1.

    near: it must stand right behind the name.
    """
    first, last = span
    if near:
        return bool(words.verbs.find(here[last : last + BESIDE * words.scale + 1]))
    return bool(words.verbs.find(here[max(0, first - 2 * AHEAD) : first]) or words.verbs.find(here[last:]))


def _belongs(here: Sequence[Token], span: tuple[int, int], phrase: str, words: Words) -> bool:
    """`a critic of CNN`, `gegen die ARD`: no journalist of the outlet's, and the preposition is not the verb's own."""
    before = _with_article(here, span[0], words) - 1
    if before < 0 or here[before].folded not in words.small.belonging:
        return False
    own = tokens(phrase)
    if own and before and own[-1].folded == here[before - 1].folded:
        return False  # wrote for the Guardian
    within = bool(own) and own[-1].folded in words.small.belonging  # spoke with CNN
    return not (within or words.journalists.find(here[max(0, before - 3) : before]))


def _with_article(here: Sequence[Token], first: int, words: Words) -> int:
    """Where a name begins, the article before it included; that of a sentence's first word is left out."""
    return first - (first > 1 and here[first - 1].folded in words.small.articles)


def _of_somebody(sentence: str, here: Sequence[Token], first: int, words: Words) -> bool:
    """`sagte ein Sprecher des ZDF`: a role stands right before the name, or an article or preposition before it.

    `sagte der Minister der Welt`: he told it, where the article may mark whom one tells.
    """
    begin = max(0, first - BESIDE)
    small = here[first - 1].folded if first else ""
    if small not in words.to and small not in words.small.genitive:
        return False
    found = (words.against if small in words.to else words.people).find(here[begin:first])
    return bool(found) and "," not in sentence[here[begin + found[-1][0]].start : here[first].start]


def _closes(sentence: str, here: Sequence[Token], last: int, words: Words) -> bool:
    """Whether a name behind its verb ends the clause: `said Reuters.`, `reports CNN on Monday`."""
    behind = sentence[here[last - 1].end :]
    return bool(_ENDS.match(behind)) or (last < len(here) and here[last].folded in words.small.prepositions)


def _apart(sentence: str, here: Sequence[Token], span: tuple[int, int], frame: tuple[str, str], words: Words) -> bool:
    """Whether a verb behind a name is a noun, stands outside the quotation that has the name, or in another clause."""
    first, last = span
    kind, phrase = frame
    verb = tokens(phrase)
    ahead = (n for n in range(last, min(len(here), last + AHEAD + 4)) if here[n].folded == verb[0].folded)
    at = next(ahead, last)
    gap = sentence[here[last - 1].end : here[at].start]
    if _is_noun(here, at, words):
        return True
    if _outside(sentence, here, span, gap):
        return True
    return kind == "apart" and first > _OPENS and gap.count(",") < BESIDE


def _outside(sentence: str, here: Sequence[Token], span: tuple[int, int], gap: str) -> bool:
    """Whether a quotation that holds the name ends in the gap behind it: „Die BBC übertreibt“, sagte er."""
    first, last = span
    if gap[:1] in APOSTROPHES or not _SHUT.search(gap):
        return False
    opened = max(sentence.rfind(mark, 0, here[last - 1].end) for mark in _MARKS)
    return not (gap[:1] in _MARKS and opened >= here[first].start - 1)


def _is_noun(here: Sequence[Token], at: int, words: Words) -> bool:
    """`Reuters was unable to verify the report`: an English article makes a noun of what looks like a verb."""
    return bool(words.definite) and at > 0 and here[at - 1].folded in words.small.articles


def _opens(sentence: str, here: Sequence[Token], first: int, words: Words) -> bool:
    """Whether a name begins the sentence, or a clause behind a comma: `On Friday, the BBC …`."""
    first = _with_article(here, first, words)
    return first < _OPENS or sentence[here[first - 1].end : here[first].start].strip() == ","


def _ends(sentence: str, here: Sequence[Token], span: tuple[int, int], behind: int, verb: str, words: Words) -> bool:
    """Whether a name some words behind its verb ends a clause, or stands under no preposition behind an outlet's."""
    first, last = span
    before = here[_with_article(here, first, words) - 1].folded
    near = first - behind <= AHEAD and verb in words.small.outlets and before not in words.small.prepositions
    return near or _closes(sentence, here, last, words)


def told_elsewhere(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> str:
    """The verb of reporting by which a sentence tells what an outlet does that has no citing words beside it.

    `Reuters, whose reporters were there, said …`; `Lo riferiscono i media di Stato, tra cui Xinhua`.
    """
    first, last = span
    if words.verb_last:
        told = words.reports.find(here)
        return told[0][2] if told else ""
    if _belongs(here, span, "", words) and not words.reports.find(here[max(0, first - BESIDE - 3) : first]):
        return ""
    opening = _opens(sentence, here, first, words) or (last + 1 < len(here) and words.reports.at(here, last + 1))
    behind = words.reports.find(here[last:]) if opening else []
    if behind and not _is_noun(here, last + behind[0][0], words):
        gap = sentence[here[last - 1].end : here[last + behind[0][0]].start]
        return "" if _PARTED.search(gap) or _outside(sentence, here, span, gap) else behind[0][2]
    begin = max(0, first - 2 * AHEAD)
    before = words.reports.find(here[begin:first])
    if not before or (words.definite and not _ends(sentence, here, span, begin + before[-1][1], before[-1][2], words)):
        return ""
    gap = sentence[here[begin + before[-1][1] - 1].end : here[first].start]
    return "" if _PARTED.search(gap) else before[-1][2]
