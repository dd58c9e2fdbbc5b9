"""A batch of articles that were read: what each is to the index, its vector, its place there, its fate."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

from attrs import evolve

from monitor.embedding import Embedder
from monitor.index import ArticleQuery, Index, SaveOutcome, Stored
from monitor.model import FateName
from monitor.pipelines.copies import Copies, Text
from monitor.pipelines.settling import Draft, Settled, settle
from monitor.text.fingerprints import near_copy
from monitor.text.headlines import embedding_text
from monitor.text.urls import normalise

COPY_DAYS: Final = timedelta(days=2)  # how far back copies are looked for; desks take over wire stories within hours

_T = TypeVar("_T")


class Writer:
    """Stores drafts; called from one thread. `run` is the crawl's id, `clock` gives now."""

    def __init__(
        self, index: Index, embedder: Callable[[], Embedder], *, run: str, clock: Callable[[], datetime]
    ) -> None:
        self._index = index
        self._embedder = embedder
        self._run = run
        self._clock = clock
        self._copies: Copies | None = None
        self._written: dict[str, bytes] = {}  # articles of this crawl, with their MinHash
        self.cpu: Counter[str] = Counter()

    def store(self, drafts: Sequence[Draft]) -> list[Settled]:
        """Store a batch; one settled for each draft, in order. Raises IndexProblem or EmbedderError."""
        ids = {draft.article.id for draft in drafts} | {draft.own_id for draft in drafts}
        known = {stored.article.id: stored for stored in self._timed("index", lambda: self._index.get(ids))}
        drafts = self._identified(drafts, known)
        told: dict[int, Settled] = {}
        fresh: list[Draft] = []
        new: dict[str, bytes] = {}
        for place, draft in enumerate(drafts):
            settled = self._without_storing(draft, known.get(draft.article.id), new)
            if settled is None:
                new[draft.article.id] = draft.minhash
                fresh.append(self._with_original(draft))
            else:
                told[place] = settled
        saved = iter(self._save(fresh))
        self._written.update(new)
        result = [told[place] if place in told else next(saved) for place in range(len(drafts))]
        self._timed("index", lambda: self._finish(result))
        return result

    def _identified(self, drafts: Sequence[Draft], known: Mapping[str, Stored]) -> list[Draft]:
        """The drafts; one whose canonical address is that of another text takes its own address's id."""
        held = {**{article: stored.minhash for article, stored in known.items()}, **self._written}
        result = []
        for draft in drafts:
            other = held.setdefault(draft.article.id, draft.minhash)
            if draft.seen is None and other and draft.minhash and not near_copy(other, draft.minhash):
                draft = evolve(draft, article=evolve(draft.article, id=draft.own_id))  # noqa: PLW2901
            result.append(draft)
        return result

    def _without_storing(self, draft: Draft, known: Stored | None, new: Mapping[str, bytes]) -> Settled | None:
        """The draft's fate where nothing has to be stored for it, else None; `new` are those of the batch before it."""
        article, again = draft.article, draft.seen is not None and bool(draft.seen.article)
        if article.id in self._written or article.id in new:
            return self._told(draft, FateName.DUPLICATE, "read in this crawl under another address")
        if known is None:
            twin = self._recent().same_article(_text(draft))
            as_twin = evolve(draft, article=evolve(article, id=twin or ""))
            return self._told(as_twin, FateName.DUPLICATE, "the same text under another address") if twin else None
        if not again and normalise(known.article.url) != normalise(article.url):
            return self._told(draft, FateName.DUPLICATE, f"the same article as {known.article.url}")
        if again and draft.seen is not None and draft.content_hash == draft.seen.content_hash:
            return self._told(draft, FateName.UNCHANGED, "")
        return None

    def _with_original(self, draft: Draft) -> Draft:
        """The draft, naming the article whose text it carries; kept for those that come after it."""
        text = _text(draft)
        original = self._recent().original(text) or ""
        self._recent().add(text)
        return evolve(draft, article=evolve(draft.article, copied_from=original))

    def _save(self, drafts: Sequence[Draft]) -> list[Settled]:
        if not drafts:
            return []
        embedder = self._embedder()
        vectors = self._timed("embedding", lambda: embedder.embed([embedding_text(each.article) for each in drafts]))
        name = embedder.name
        stored = [
            Stored(article=each.article, vector=row, embedder=name, analysis=each.analysis, minhash=each.minhash)
            for each, row in zip(drafts, vectors, strict=True)
        ]
        outcomes: list[SaveOutcome] = self._timed("index", lambda: self._index.save(stored))
        return [self._told(draft, each.fate, each.reason) for draft, each in zip(drafts, outcomes, strict=True)]

    def _told(self, draft: Draft, name: FateName, reason: str) -> Settled:
        return settle(draft, name, reason, now=self._clock())

    def _finish(self, settled: Sequence[Settled]) -> None:
        rows = [row for each in settled for row in each.seen]
        self._index.state.finish(self._run, [each.fate for each in settled], rows)

    def _recent(self) -> Copies:
        """The latest texts, read from the index when they are first asked for."""
        if self._copies is None:
            self._copies = self._timed("index", self._read_recent)
        return self._copies

    def _read_recent(self) -> Copies:
        copies = Copies()
        query = ArticleQuery(fetched_since=self._clock() - COPY_DAYS, order="fetched")
        for stored in self._index.articles(query, vectors=False):
            if stored.minhash:
                copies.add(Text(stored.article.id, stored.article.outlet, stored.minhash))
        return copies

    def _timed(self, stage: str, work: Callable[[], _T]) -> _T:
        start = time.thread_time()
        try:
            return work()
        finally:
            self.cpu[stage] += time.thread_time() - start  # type: ignore[assignment]  # a Counter of seconds


def _text(draft: Draft) -> Text:
    return Text(draft.article.id, draft.article.outlet, draft.minhash, draft.content_hash)
