"""Everything that one article says, found in one walk over its sentences."""

from __future__ import annotations

from itertools import islice

from attrs import evolve

from monitor.analysis.cited import citations, people_cited
from monitor.analysis.speakers import quotes
from monitor.model import Analysis, Article
from monitor.outlets import Catalogue
from monitor.text.dates import dates_in
from monitor.text.folded import bounded
from monitor.text.numbers import figures_in
from monitor.text.tokens import sentences

LONGEST_BODY = 100_000  # characters; what comes after is not read, so that a hostile page costs bounded time
MOST = 500  # mentions of an article, and quotations; a page with more is no article


def analyse(article: Article, *, catalogue: Catalogue) -> Analysis:
    """Read an article; a body beyond LONGEST_BODY is read up to there. Dates need `article.published`."""
    body = article.body[:LONGEST_BODY]
    cut = list(bounded(sentences(body, article.language)))
    mentions = citations(article, cut, catalogue=catalogue)[:MOST]
    people = list(islice(people_cited(cut, article.language), MOST))
    published = article.published
    return Analysis(
        mentions=(*mentions, *people),
        quotes=tuple(quotes(evolve(article, body=body), cut, mentions)),
        dates=tuple(dates_in(cut, article.language, published=published)) if published else (),
        figures=tuple(figures_in(cut, article.language)),
    )


def cited(found: Analysis) -> tuple[str, ...]:
    """Publishers that an article cites, in the order of their first mention."""
    return tuple(dict.fromkeys(mention.publisher for mention in found.mentions if mention.publisher))
