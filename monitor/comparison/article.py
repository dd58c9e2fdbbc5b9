"""An article somebody brought: which events of the index it speaks of, what it adds and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
from attrs import define, evolve, field

from monitor.analysis import analyse
from monitor.analysis.passages import Passage, passages
from monitor.comparison.agreement import Marks, marks, support
from monitor.comparison.claims import NEAREST, SAME
from monitor.comparison.contested import contested
from monitor.comparison.event import compare_indexed
from monitor.comparison.matching import Brought, match
from monitor.comparison.material import Piece, material
from monitor.comparison.results import ArticleComparison, Cell, Claim, EventComparison, EventMatch, PassageView
from monitor.comparison.sentences import MOST_WHOLE, Cache, Line, Table, claims_of, table
from monitor.comparison.told import MOST_EVENTS
from monitor.comparison.windows import HABIT, around, habits
from monitor.embedding import Embedder
from monitor.index import Index, SentenceVectors, Stored
from monitor.model import Analysis, Article, Event
from monitor.outlets import Catalogue, citable

BEFORE, AFTER = timedelta(days=2), timedelta(days=2)  # around a day that the article speaks of
SHARED = 0.9  # support from which on another article has a sentence too; higher than SAME: many are tried


def compare_article(
    article: Article, *, index: Index, catalogue: Catalogue, embedder: Embedder, now: datetime
) -> ArticleComparison:
    """Compare an article with the events of the index that it speaks of; `now` stands in for a missing date."""
    analysis = analyse(article, catalogue=citable(catalogue))
    parts = passages(article, analysis)
    own = material([Stored(article=_identified(article), analysis=analysis)], catalogue)[0]
    result = _described(article, analysis, parts, own)
    if not parts:
        return result
    begin, end = span(article, analysis, now)
    published = article.published or now
    window = around(index, published, begin=begin, end=end)
    vectors = embedder.embed([_text(article, part) for part in parts])
    brought = Brought(parts, vectors, window, article.language, article.published)
    matches = match(brought, index)
    usual = habits(index, published, begin=begin, end=end)
    chosen = [index.event(name) or Event(id=name, headline="") for name in _chosen(matches)]
    events = tuple(
        compare_indexed(event, index=index, catalogue=catalogue, embedder=embedder, window=usual) for event in chosen
    )
    adds, leaves_out = beside(own, events, index, catalogue, embedder)
    carriers = {each.event.id: tuple(dict.fromkeys(row.publisher for row in each.coverage)) for each in events}
    named = tuple(evolve(each, publishers=carriers.get(each.event, ())) for each in matches)
    return evolve(result, matches=named, events=events, adds=adds, leaves_out=leaves_out)


def _identified(article: Article) -> Article:
    return article if article.id else evolve(article, id="article")


def _described(article: Article, analysis: Analysis, parts: Sequence[Passage], own: Piece) -> ArticleComparison:
    return ArticleComparison(
        headline=article.headline,
        outlet=own.publisher,
        published=article.published,
        language=article.language,
        cited=tuple(mention for mention in analysis.mentions if mention.kind not in {"official", "anonymous"}),
        dates=analysis.dates,
        quotes=analysis.quotes,
        contested=contested([own]),
        passages=tuple(
            PassageView(number=n, heading=p.heading, text=p.text, start=p.start, days=p.days, speakers=p.speakers)
            for n, p in enumerate(parts)
        ),
    )


def span(article: Article, analysis: Analysis, now: datetime) -> tuple[datetime, datetime]:
    """From before the first day that the article speaks of, at most a month back, to after its own."""
    published = article.published or now
    days = [_midnight(mention.day) for mention in analysis.dates]
    near = [day for day in days if abs(day - published) < HABIT]
    return min([published, *near]) - BEFORE, max([published, *near]) + AFTER


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), UTC)


def _text(article: Article, passage: Passage) -> str:
    return f"{passage.heading or article.headline}\n{passage.text}"


def _chosen(matches: Sequence[EventMatch]) -> list[str]:
    return list(dict.fromkeys(each.event for each in matches))[:MOST_EVENTS]


@define
class _Aside:
    """The index's cache, with the vectors of the article that somebody brought kept beside it."""

    inner: Cache
    own: str
    row: dict[str, SentenceVectors] = field(factory=dict)

    def save_sentences(self, rows: Sequence[SentenceVectors]) -> None:
        self.row |= {row.article: row for row in rows if row.article == self.own}
        self.inner.save_sentences([row for row in rows if row.article != self.own])

    def sentences(self, articles: Iterable[str]) -> dict[str, SentenceVectors]:
        return {**self.inner.sentences(name for name in articles if name != self.own), **self.row}


def beside(
    own: Piece, events: Sequence[EventComparison], index: Index, catalogue: Catalogue, embedder: Embedder
) -> tuple[tuple[Cell, ...], tuple[Claim, ...]]:
    """(sentences of the article that none of the events' articles has, claims of two publishers that it has not)."""
    cache = _Aside(index.history, own.article.id)
    best: dict[int, float] = {}  # place of its sentences -> support by the likeliest of the others'
    missing: list[Claim] = []
    for each in events:
        others = material(index.get([row.article for row in each.coverage]), catalogue)
        pieces = [own, *(piece for piece in others if piece.article.id != own.article.id)]
        alike = _alike(table(pieces, embedder, cache, whole=own.article.id).part(quotes=False), own)
        for value, line, _ in alike:
            best[line.start] = max(best.get(line.start, 0.0), value)
        told = {(other.piece.article.id, other.start) for value, _, other in alike if value >= SAME}
        missing += [
            claim
            for claim in each.claims
            if claim.publishers >= 2 and not any((cell.article, cell.start) in told for cell in claim.cells)
        ]
    adds = [(start, text) for start, text in claims_of(own.article, MOST_WHOLE) if best.get(start, 0.0) < SHARED]
    return tuple(own.cell(text, start) for start, text in adds), tuple(missing)


def _alike(lines: Table, own: Piece) -> list[tuple[float, Line, Line]]:
    """(support, own sentence, another's) for each own sentence and the others' nearest to it."""
    mine = [n for n, line in enumerate(lines.lines) if line.piece is own]
    theirs = [n for n, line in enumerate(lines.lines) if line.piece is not own]
    if not mine or not theirs:
        return []
    similar = lines.vectors[mine] @ lines.vectors[theirs].T
    nearest = np.argsort(-similar, axis=1)[:, :NEAREST]
    return [
        (
            support(float(similar[row, place]), _marks(lines.lines[n]), _marks(lines.lines[theirs[place]])),
            lines.lines[n],
            lines.lines[theirs[place]],
        )
        for row, n in enumerate(mine)
        for place in nearest[row].tolist()
    ]


def _marks(line: Line) -> Marks:
    return marks(line.text, line.piece.article.language)
