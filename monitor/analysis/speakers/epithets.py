"""Words that stand for whoever was named last: `the farmer said`, `the 41-year-old`, `сказал фермер`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monitor.analysis.names.people import PeopleWords, people_words
from monitor.text.phrases import Token

_LONGEST = 4  # words of an epithet, with its article
_HEAD = 2  # of these, the article and its noun: `la directora del hospital` is a person
_AGED = 5  # words beside a verb in which an age stands for a name
_PLURAL: dict[str, Callable[[str], bool]] = {
    "en": lambda noun: noun.endswith("s") or noun in {"people", "men", "women", "children"},
    "nl": lambda noun: noun.endswith(("en", "s")),
    "de": lambda noun: noun.endswith(("en", "er", "innen")),
}


def epithet(window: Sequence[Token], side: str, language: str) -> bool:
    """Whether the words beside a verb of speech, which name nobody, mean one person known from before.

    An age; a definite article and a noun that is no office, group or text; where the language has no article, a title
    alone. window: up to the verb on the left side, from it on the right.
    """
    rules = people_words(language)
    near = window[:_AGED] if side == "right" else window[-_AGED:]
    if rules.ages.find(near):
        return True
    begin = 0 if side == "right" else _begins(window, rules)
    if side == "right" and len(window) > 1 and window[0].folded in rules.common and rules.cased:
        begin = int(window[0].folded not in rules.definite)  # disse-lhe a queijeira, сказала ему фермер
    words = window[begin : begin + _LONGEST]
    if begin < 0 or not words or rules.groups.find(words[:_HEAD]):
        return False
    if rules.definite:
        plural = _PLURAL.get(language.partition("-")[0])
        noun = words[1].folded if len(words) > 1 else ""
        several = plural is not None and (words[0].folded != "der" and plural(noun))
        return words[0].folded in rules.definite and len(noun) > 2 and not several
    alone = rules.titles.at(words, 0)
    if rules.article:
        return alone is not None and words[0].folded.startswith(rules.article)
    return rules.cased and alone is not None


def _begins(window: Sequence[Token], rules: PeopleWords) -> int:
    """Where the last words before a verb begin: at an article, or with the window; -1 where they are too many."""
    if rules.definite:
        places = [n for n, word in enumerate(window) if word.folded in rules.definite and n + 1 < len(window)]
        return places[-1] if places and places[-1] <= 1 and len(window) - places[-1] <= _LONGEST else -1
    return 0 if len(window) <= 2 else -1
