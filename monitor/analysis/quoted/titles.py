"""Whether what stands between marks is the title of a work, a headline or a name, by its words and those beside it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.frames import frames, listed
from monitor.analysis.names import name_words
from monitor.analysis.names.words import CASED
from monitor.analysis.quoted.judged import is_judged
from monitor.analysis.quoted.pauses import BREAK, COLON, ENDS, ends_clause
from monitor.analysis.quoted.quotations import Quotation
from monitor.language import language as look_up
from monitor.text.folded import Token, tokens
from monitor.text.stopwords import stopwords

_LATIN, _CYRILLIC = regex.compile(r"\p{Latin}"), regex.compile(r"\p{Cyrillic}")
_COMMA = regex.compile(r"[,!?…–—]|\s-\s")
_NAME, _INSIDE = 2, 4  # words, and those of a name inside a sentence
_OPENERS = " \"“„«»‘‚'\u201d"
_BOARD = 4  # words between a banner and what is written on it, and the banner itself
_GAP = 2  # characters between a quotation and a word beside it
_NEAR = 40  # characters after a quotation in which its particle stands


def titled(lead: str, rest: str, language: str) -> bool:
    """Whether what is quoted is a title or a name given: beside `film`, after `so-called`."""
    before, after = tokens(lead[-_NEAR:]), tokens(rest[:_NEAR])
    colon = COLON.search(lead) is not None
    names = () if colon else ("nouns",)  # قناة الإخبارية: "…" is speech
    works = listed(language, "works", *names, inflected=frames(language).clitics)
    reach = 1 if look_up(language).spaces and not colon else 0
    reach = 0 if before and before[-1].folded in frames(language).likens else reach
    found = [first for first, end, _ in works.find(before) if len(before) - end <= reach]
    if found and not (ends_clause(rest) and _is_told(before, found[-1], language)):
        return True
    behind = bool(after) and after[0].start <= _GAP and works.at(after, 0) is not None
    return behind or _on_board(lead, before, language)


def _on_board(lead: str, before: Sequence[Token], language: str) -> bool:
    """`a banner that read "…"`: whether a banner or a sign stands in the last words of a clause."""
    near = before[-_BOARD:]
    if not listed(language, "boards", inflected=True).find(near):
        return False
    return BREAK.search(lead[near[0].start - len(lead[-_NEAR:]) :]) is None


def _is_told(words: Sequence[Token], noun: int, language: str) -> bool:
    """`قال إن الفيلم "هز اللجنة"`: behind `that` and a noun, what ends the clause is its predicate, no title."""
    that = name_words(language).that
    return any(word.folded in that for word in words[max(0, noun - 2) : noun])


def points(lead: str, language: str) -> bool:
    """Whether words lead to another article, whose headline follows: `Zobacz także: "…"`."""
    if not frames(language).pointers or not COLON.search(lead):
        return False
    before = tokens(lead[-_NEAR:])
    return any(end == len(before) for _, end, _ in listed(language, "pointers").find(before))


def is_name(quotation: Quotation, lead: str, rest: str, language: str) -> bool:
    """Two words at most, each with a capital letter, and no pause beside them: «Интерфакс», „Nord Stream“.

    Or a few words with a capital inside a sentence, behind no verb of speech: газопровод «Белый поток 3», заявил …
    """
    words = tokens(quotation.text)
    if COLON.search(lead) or not quotation.text[-1:].isalnum():
        return False
    if len(words) <= _NAME and not _COMMA.search(rest[:3]) and all(word.upper for word in words):
        return not is_judged(lead, rest, language)
    data = frames(language)
    if data.capitals or data.order == "before" or look_up(language).script not in CASED:
        return False
    return len(words) <= _INSIDE and words[0].upper and _inside(lead, language)


def _inside(lead: str, language: str) -> bool:
    """Whether what is quoted stands inside a sentence, behind a word by which nobody speaks."""
    before = tokens(lead[-_NEAR:])
    if not before or not lead.rstrip(_OPENERS)[-1:].isalnum():
        return False
    rules, last = name_words(language), len(before) - 1
    verb = any(end == last + 1 for _, end, _ in rules.verbs.find(before))
    return not (verb or before[last].folded in rules.that or before[last].folded in frames(language).likens)


def is_heading(quotation: Quotation, lead: str, rest: str, language: str) -> bool:
    """Three words or more, each with a capital letter but the small ones, and no verb of speech beside them.

    `de la serie “Los Caballeros del Zodiaco”, producida por`: a title. Not where every noun has a capital.
    """
    words = tokens(quotation.text)
    if frames(language).capitals or len(words) <= _NAME or COLON.search(lead) or ENDS.search(quotation.text):
        return False
    great = [word for word in words if word.folded not in stopwords(language) and not word.folded.isdigit()]
    if len(great) < _NAME or not words[0].upper or not all(word.upper for word in great):
        return False
    says, before, after = name_words(language).verbs, tokens(lead[-_NEAR:]), tokens(rest[:_NEAR])
    told = any(last == len(before) for _, last, _ in says.find(before))
    return not told and not any(says.at(after, place) for place in range(min(_NAME, len(after))))


def told_to(lead: str, language: str) -> bool:
    """Whether a letter that marks whom one tells is joined to an opening mark: אמר ל"הארץ"."""
    data = frames(language)
    return bool(data.joined) and lead[-3:-2].isspace() and lead[-2:-1] in data.to


def mixed(name: str) -> bool:
    """Letters of two scripts, as a make and its maker's country have: `Пасажирський Boeing`; no person is called so."""
    return bool(_LATIN.search(name) and _CYRILLIC.search(name))


def worded(quotation: Quotation, language: str) -> bool:
    """Whether a quotation of few words is more than a name: a function word stands in it, no mere character."""
    words = tokens(quotation.text)
    common = stopwords(language)
    return look_up(language).spaces and len(words) > 1 and any(word.folded in common for word in words)
