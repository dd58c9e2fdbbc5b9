"""Digits that are days of a month: 12 de octubre, 7, 8 и 12 марта, March 7-9, 12 Mart'ta, viernes 8."""

from __future__ import annotations

import regex

from monitor.text.counted import WORD, fold, skip
from monitor.text.quantities import Quantities
from monitor.text.stopwords import is_small

LAST_DAY = 31
_MONTH_FIRST = frozenset({"en", "hu"})  # March 12, március 12
_YEARLY = frozenset(
    """
    in since year jahr jahre jahres seit anno en depuis année año desde em ano nel dal sinds jaar år sedan siden i w od
    rok roku roce în din anul το από έτος в году з у році рік pada sejak tahun năm عام سنة سال שנת
    """.split()  # noqa: SIM905
)
_AHEAD = 60  # characters among which the month of the last of several days is looked for
_BEHIND = 30
_JOINED_LETTERS = {"ar": "ولبكفـ", "he": "ולבכמהש"}
_OR = (
    r"to|and|bis|und|zum|à|au|et|al|y|e|ed|a|ao|tot|en|till|til|och|og|ja|do|i|až|az|a|la|și|și|până|és|από|έως|ως|μέχρι"
    r"|και|по|до|и|й|і|та|на|ve|ile|ila|إلى|الى|حتى|و|تا|ל|ו|עד|से|और|व|سے|اور|sampai|hingga|dan|đến|và|ถึง|และ"
)
_DIGITS = r"(?:\p{Nd}{1,2}|\0{2,3})(?!\p{Nd}|[.,]\p{Nd})"  # an ordinal, such as 9., is blanked already
_ARTICLE = "la|zum|dem|den|the|al|el|il|le|les|o|os|los|las|dia"
_JOINS = rf"(?:[,–—~-]|(?<= )(?:{_OR})(?: (?:{_ARTICLE}))?[ -]?|(?<= )[וو](?=ה?-?\p{{Nd}}))"
_MORE = regex.compile(
    rf"(?:\.? ?{_JOINS} ?ה?-?{_DIGITS}){{0,5}}\.?(?:[ -](?:de|d|of|من|di|del|ngày))?[ \u00a0'’-]{{1,2}}"
)
_EARLIER = regex.compile(
    r"(?P<month>[\p{L}\p{M}]+)\.? (?P<days>\p{Nd}{1,2}\.?(?:, ?\p{Nd}{1,2})*)"
    rf"(?: ?(?P<dash>[-–—]) ?|,? (?:{_OR}) )\Z"
)
_BEFORE = regex.compile(r"([\p{L}\p{M}]+(?:-feira)?)\.?[ \u00a0]{1,2}\(?\Z")


def is_day(bare: str, span: tuple[int, int], known: Quantities, base: str) -> bool:
    """Whether one or two digits are a day: beside a month's name, one of several days, or behind a weekday's."""
    start, end = span
    after = WORD.match(bare, skip(bare, end + (bare[end : end + 1] == ".")))
    before = _BEFORE.search(bare[max(0, start - _BEHIND) : start])
    earlier = fold(before[1], base) if before else ""
    if after and is_month(fold(after[0], base), known, base):
        return True
    if is_month(earlier, known, base) and (base in _MONTH_FIRST or _ends(bare, end, base)):
        return True
    if (listed := _MORE.match(bare, end, end + _AHEAD)) and listed.end() > end:
        following = WORD.match(bare, listed.end())
        if following and is_month(fold(following[0], base), known, base):
            return True
    if earlier in known.weekdays and _ends(bare, end, base):
        return True
    others = _EARLIER.search(bare, max(0, start - _BEHIND - 10), start)
    return bool(
        others and is_month(fold(others["month"], base), known, base) and (others["dash"] or _ends(bare, end, base))
    )


def is_old_year(bare: str, end: int, earlier: str, base: str) -> bool:
    """Whether four digits below 1900 are a year: a word of time before them, and nothing that is counted."""
    following = WORD.match(bare, skip(bare, end))
    verb = base == "de" and following is not None and following[0].islower()  # German nouns have a capital letter
    return earlier in _YEARLY and (verb or _ends(bare, end, base))


def is_month(word: str, known: Quantities, base: str) -> bool:
    """Whether a folded word names a month, alone, behind a preposition that is written onto it, or bent: Mart'ta."""
    joined = word[1:] if word[:1] in _JOINED_LETTERS.get(base, "") else word
    return word in known.months or joined in known.months or word.partition("'")[0].partition("’")[0] in known.months


def _ends(bare: str, end: int, base: str) -> bool:
    """Whether nothing follows that the digits could count: a mark, a small word or the end."""
    following = WORD.match(bare, skip(bare, end))
    return following is None or not following[0][0].isalpha() or is_small(fold(following[0], base), base)
