"""Words that stand for whoever was named last: `the farmer said`, `the 41-year-old`, `сказал фермер`."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.names import NameWords
from monitor.analysis.speakers.windows import behind_comma
from monitor.text.folded import Token

_LONGEST = 4  # words of an epithet, with its article
_HEAD = 2  # of these, the article and its noun: `la directora del hospital` is a person
_SOURCE = 4  # words of one without a name
_POINTED = 9  # words of an epithet up to the one that points back
_AGED = 5  # words beside a verb in which an age stands for a name


def epithet(words: Sequence[Token], side: str, rules: NameWords) -> bool:
    """Whether the words beside a verb of speech, which name nobody, mean one person known from before.

    An age; a definite article and a noun that is no office, group or text; where the language has no article, a title
    alone. words: up to the verb on the left side, from it on the right.
    """
    near = words[:_AGED] if side == "right" else words[-_AGED:]
    if rules.ages.find(near):
        return True
    if side != "right" and _same(words, rules):
        return True
    begin = 0 if side == "right" else _begins(words, rules)
    if side == "right" and rules.cased and words and rules.prepositions.at(words, 0) is not None:
        return False  # said before the game
    if side == "right" and len(words) > 1 and words[0].folded in rules.common and rules.cased:
        begin = int(words[0].folded not in rules.definite)  # disse-lhe a queijeira, сказала ему фермер
    words = words[begin : begin + _LONGEST]
    if begin < 0 or not words:
        return False
    folk = len(words) > 1 and words[0].folded in rules.definite and rules.folk.at(words, 1) is not None  # la mujer
    if rules.groups.find(words[:_HEAD]) and not folk:
        return False
    if rules.definite:
        one = words[0].folded in rules.definite and len(words) > 1 and _is_long(words)
        one = one and (folk or words[1].folded not in rules.seats | rules.fields)  # la Chine, la ville
        return one and (words[0].folded in rules.singular or rules.plurals.at(words, 1) is None)
    alone = rules.titles.at(words, int(_is_joined(words)))
    if rules.article:
        return alone is not None and words[0].folded.startswith(rules.article)
    return rules.cased and alone is not None


def _is_joined(words: Sequence[Token]) -> bool:
    """Whether a hyphen joins a name to a role: `FCK-angriberen`."""
    return len(words) > 1 and words[0].upper and not words[1].upper and words[1].start == words[0].end + 1


def _is_long(words: Sequence[Token]) -> bool:
    """Whether a noun of more than two letters stands behind an article, be it joined to some: `der VW-Boss`."""
    joined = words[1].upper and len(words) > 2 and words[2].upper and words[2].start == words[1].end + 1
    return len(words[1].folded) > 2 or joined


def pointed(words: Sequence[Token], rules: NameWords) -> int:
    """`kata pemilik 12 gelar Grand Slam itu`: how many words right behind a verb tell of whoever was named last.

    Where the language has no articles, from a noun to the word that points back; 0 where they do not.
    """
    if rules.definite or not rules.same or not words or words[0].upper or rules.groups.find(words[:_HEAD]):
        return 0
    return next((n + 1 for n, word in enumerate(words[:_POINTED]) if word.folded in rules.same), 0)


def _same(words: Sequence[Token], rules: NameWords) -> bool:
    """`lo stesso titolare della Farnesina`: an office, and a word that points back."""
    return rules.cased and len(words) > _HEAD and words[0].folded in rules.definite and words[1].folded in rules.same


def _begins(words: Sequence[Token], rules: NameWords) -> int:
    """Where the last words before a verb begin: at an article, or with the window; -1 where they are too many."""
    if rules.definite:
        if words and rules.prepositions.at(words, 0) is not None:  # Sobre la misma, afirmó
            return -1
        places = [n for n, word in enumerate(words) if word.folded in rules.definite and n + 1 < len(words)]
        return places[-1] if places and places[-1] <= 1 and len(words) - places[-1] <= _LONGEST else -1
    return 0 if len(words) <= 2 else -1


def is_anonymous(words: Sequence[Token], side: str, rules: NameWords) -> bool:
    """Whether a source without a name stands beside a verb: `וגורם ביטחוני אמר`."""
    if side == "right":
        return rules.anonymous.at(words, 0) is not None
    return (
        side == "left"
        and rules.spaced
        and any(end == len(words[-_SOURCE:]) for _, end, _ in rules.anonymous.find(words[-_SOURCE:]))
    )


def before_verb(body: str, words: Sequence[Token], rules: NameWords) -> Sequence[Token]:
    """The words behind the last comma, or before a relative pronoun: `ricorda l'uomo, che aggiunge`."""
    relative = len(words) > 1 and words[-1].folded in rules.relatives
    return words[:-1] if relative else behind_comma(body, words)
