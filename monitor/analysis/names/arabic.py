"""Where names begin and end in Arabic, by the article: a noun with it ends a phrase, and a name begins behind it."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.text.phrases import Token

_OF_NAMES = frozenset({"الدین", "الله", "الرحمن", "الحق", "الاسلام", "الرحیم", "الکریم", "العزیز"})  # نور الدين زنكي
_BEFORE = frozenset({"عبد", "ابو", "ابی", "ابن", "بن", "ام", "ال", "نور", "صلاح", "سیف", "عز"})  # عبد الفتاح السيسي


def definite(words: Sequence[Token], labels: list[str], article: str) -> None:
    """Change labels (see `people`): after a title, words with the article belong to it where a name or title follows.

    `وزير التربية خالد الحربي`, `وزير الطاقة والمياه سامر حداد`; and what is like a title but ends a name is one of its
    words: `مديرة مستشفى الشفاء نادية المصري`.
    """
    for at in range(1, len(words)):
        own = words[at].folded.removeprefix("و").startswith(article)
        if labels[at] == "n" and labels[at - 1] == "t" and own and _leads_to_a_name(words, labels, at):
            labels[at] = "t"
    for at in range(2, len(words)):
        nisba = labels[at] == "t" and words[at].folded.startswith(article) and words[at].folded.endswith("ی")
        first = labels[at - 1] == "n" and not _has_article(words, at - 1, article)
        behind = labels[at - 2] == "t" or _has_article(words, at - 2, article)
        last = at + 1 == len(words) or labels[at + 1] != "n" or _has_article(words, at + 1, article)
        if nisba and first and behind and last:
            labels[at] = "n"


def _leads_to_a_name(words: Sequence[Token], labels: Sequence[str], at: int) -> bool:
    following = list(labels[at + 1 : at + 4])
    role = words[at].folded.startswith("و") or following[:1] == ["t"]
    return following[:2] == ["n", "n"] or following == ["n", "n", "n"] or role


def cuts(words: Sequence[Token], labels: Sequence[str], article: str) -> frozenset[int]:
    """Places at which one name ends: behind `الأعمال` in `تصريف الأعمال سامر حداد`, and before `الأوضاع`."""
    found = set()
    for at in range(1, len(words)):
        ends = _has_article(words, at - 1, article) and words[at - 1].folded not in _OF_NAMES
        if labels[at - 1 : at + 1] == ["n", "n"] and ends and not (at > 1 and words[at - 2].folded in _BEFORE):
            found.add(at)
    return frozenset(found)


def _has_article(words: Sequence[Token], at: int, article: str) -> bool:
    """Whether a word has the article, be it behind a clitic: والمياه, بالمأساوية."""
    word = words[at].folded
    return len(word) > len(article) + 2 and (word.startswith(article) or word[1:].startswith(article))
