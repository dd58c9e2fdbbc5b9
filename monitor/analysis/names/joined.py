"""Names beside an article that is joined to nouns, and hardly ever to first names: Hebrew's and Arabic's."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from monitor.analysis.names.naming import Naming
from monitor.analysis.names.stretch import Stretch
from monitor.analysis.names.words import NameWords
from monitor.text.folded import Token


def has_article(word: Token, rules: NameWords) -> bool:
    """Whether a word has the article, be it behind a clitic: والمياه, بالمأساوية."""
    article, folded = rules.article, word.folded
    return len(folded) > len(article) + 2 and (folded.startswith(article) or folded[1:].startswith(article))


@frozen
class Joined(Naming):
    """What their kinds share: words with the article belong to a title rather than to a name."""

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """After a title, words with the article belong to it where a name or title follows.

        `وزير التربية خالد الحربي`, `وزير الطاقة والمياه سامر حداد`; and what is like a title but ends a name is one of
        its words: `مديرة مستشفى الشفاء نادية المصري`.
        """
        words, article = stretch.words, self.rules.article
        for at in range(1, len(words)):
            own = words[at].folded.removeprefix("و").startswith(article)
            if labels[at] == "n" and labels[at - 1] == "t" and own and _leads_to_a_name(words, labels, at):
                labels[at] = "t"
        for at in range(2, len(words)):
            nisba = labels[at] == "t" and words[at].folded.startswith(article) and words[at].folded.endswith("ی")
            first = labels[at - 1] == "n" and not self.has_article(words[at - 1])
            behind = labels[at - 2] == "t" or self.has_article(words[at - 2])
            last = at + 1 == len(words) or labels[at + 1] != "n" or self.has_article(words[at + 1])
            if nisba and first and behind and last:
                labels[at] = "n"

    def has_article(self, word: Token) -> bool:
        """Whether a word has the article, be it behind a clitic."""
        return has_article(word, self.rules)


def _leads_to_a_name(words: Sequence[Token], labels: Sequence[str], at: int) -> bool:
    """Whether a title or two or three words that may be a name follow a title's word."""
    following = list(labels[at + 1 : at + 4])
    role = words[at].folded.startswith("و") or following[:1] == ["t"]
    return following[:2] == ["n", "n"] or following == ["n", "n", "n"] or role
