"""Everything that one article says, found in one walk over its sentences."""

from __future__ import annotations

from itertools import islice

from attrs import evolve

from monitor.analysis.cited import citations, people_cited
from monitor.analysis.speakers import quotes
from monitor.model import Analysis, Article
from monitor.outlets import Catalogue
from monitor.text.armenian import with_common_marks
from monitor.text.dates import dates_in
from monitor.text.folded import bounded
from monitor.text.numbers import figures_in
from monitor.text.tokens import sentences

LONGEST_BODY = 100_000  # characters; what comes after is not read, so that a hostile page costs bounded time
_ARMENIAN = "hy"
MOST = 500  # mentions of an article, and quotations; a page with more is no article


def analyse(article: Article, *, catalogue: Catalogue) -> Analysis:
    """Read an article; a body beyond LONGEST_BODY is read up to there. Dates need `article.published`."""
    body = article.body[:LONGEST_BODY]
    if article.language == _ARMENIAN and (common := with_common_marks(body)) != body:
        return _as_written(analyse(evolve(article, body=common), catalogue=catalogue), common, body)
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


def _as_written(found: Analysis, read: str, written: str) -> Analysis:
    """What was found in a text that was read with other marks of punctuation, with those that it has."""

    def own(words: str) -> str:
        at = read.find(words)
        return written[at : at + len(words)] if at >= 0 else words

    return Analysis(
        mentions=tuple(evolve(each, sentence=own(each.sentence)) for each in found.mentions),
        quotes=tuple(evolve(each, text=own(each.text), sentence=own(each.sentence)) for each in found.quotes),
        dates=tuple(evolve(each, sentence=own(each.sentence)) for each in found.dates),
        figures=tuple(evolve(each, sentence=own(each.sentence)) for each in found.figures),
    )


def cited(found: Analysis) -> tuple[str, ...]:
    """Publishers that an article cites, in the order of their first mention."""
    return tuple(dict.fromkeys(mention.publisher for mention in found.mentions if mention.publisher))
