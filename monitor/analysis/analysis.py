"""Everything that one article says, found in one walk over its sentences."""

from __future__ import annotations

from attrs import frozen

from monitor.analysis.citations import citations
from monitor.analysis.quotes import quotes
from monitor.model import Article, DateMention, Figure, Mention, Quote
from monitor.outlets import Catalogue
from monitor.text.dates import dates
from monitor.text.numbers import figures
from monitor.text.tokens import sentences

LONGEST_BODY = 200_000  # characters; what comes after is not read, so that a hostile page costs bounded time


@frozen(kw_only=True)
class Analysis:
    """What an article says, each with the sentence that says it."""

    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def cited(self) -> tuple[str, ...]:
        """Publishers that the article cites, in the order of their first mention."""
        return tuple(dict.fromkeys(mention.publisher for mention in self.mentions if mention.publisher))


def analyse(article: Article, *, catalogue: Catalogue) -> Analysis:
    """Read an article; a body beyond LONGEST_BODY is read up to there. Dates need `article.published`."""
    body = article.body[:LONGEST_BODY]
    cut = sentences(body, article.language)
    mentions = citations(article, cut, catalogue=catalogue)
    published = article.published
    return Analysis(
        mentions=tuple(mentions),
        quotes=tuple(quotes(article, cut, mentions)),
        dates=tuple(dates(body, article.language, published=published)) if published else (),
        figures=tuple(figures(body, article.language)),
    )
