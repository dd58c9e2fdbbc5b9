"""What a newly read article changes in the index: pure, the same for both adapters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen

from monitor.index.codec import time_of, to_dict
from monitor.index.errors import EmbedderMismatch, IndexProblem
from monitor.index.rows import SaveOutcome, Stored
from monitor.model import Article, FateName, Revision

TEXT = ("headline", "body")  # a change in these makes a revision
TOLD = ("headline", "body", "published", "modified")  # what a revision says it changed
OURS = ("fetched", "event", "revision")  # differences in these alone are no difference


@frozen(kw_only=True)
class Known:
    """An article as the index has it, and the time it is filed under (seconds since 1970)."""

    stored: Stored
    time: float


@frozen(kw_only=True)
class Decision:
    """What to write: nothing where `stored` is None."""

    outcome: SaveOutcome
    stored: Stored | None = None
    time: float = 0.0
    earlier: Revision | None = None  # the text that is replaced
    new_text: bool = True  # the full-text index has to read it


def decide(known: Known | None, new: Stored) -> Decision:
    """Hold a new reading against what is there.

    Raises ValueError where the article has no id, or neither a date nor a time of fetching.
    """
    article = new.article
    if not article.id:
        raise ValueError(f"the article of {article.url} has no id")
    if known is None:
        return _first(new)
    old = known.stored.article
    if old.fetched and article.fetched and article.fetched < old.fetched:
        return Decision(outcome=_outcome(article, FateName.UNCHANGED, old.revision, "an earlier fetch"))
    time = filed(article) if article.published else known.time
    if any(getattr(old, name) != getattr(article, name) for name in TEXT):
        number = old.revision + 1
        stored = evolve(new, article=evolve(article, revision=number, event=old.event))
        outcome = _outcome(article, FateName.REVISED, number)
        return Decision(outcome=outcome, stored=stored, time=time, earlier=revision_of(old))
    outcome = _outcome(article, FateName.UNCHANGED, old.revision)
    merged = _merged(known.stored, new)
    if _same(known.stored, merged):
        return Decision(outcome=outcome)
    return Decision(outcome=outcome, stored=merged, time=time, new_text=old.language != article.language)


def _first(new: Stored) -> Decision:
    article = evolve(new.article, event="", revision=max(1, new.article.revision))
    return Decision(
        outcome=_outcome(article, FateName.STORED, article.revision),
        stored=evolve(new, article=article),
        time=filed(article),
    )


def filed(article: Article) -> float:
    """The article's time in seconds since 1970, to the millisecond, which is as fine as Elasticsearch keeps it."""
    return round(time_of(article).timestamp(), 3)


def _outcome(article: Article, fate: FateName, revision: int, reason: str = "") -> SaveOutcome:
    return SaveOutcome(id=article.id, fate=fate, revision=revision, reason=reason)


def _merged(old: Stored, new: Stored) -> Stored:
    """The new reading of an unchanged text; what it does not give is kept."""
    return evolve(
        new,
        article=evolve(
            new.article, fetched=old.article.fetched, event=old.article.event, revision=old.article.revision
        ),
        vector=old.vector if new.vector is None else new.vector,
        embedder=old.embedder if new.vector is None else new.embedder,
        analysis=new.analysis if to_dict(new.analysis) else old.analysis,
        minhash=new.minhash or old.minhash,
        signature=new.signature or old.signature,
    )


def _same(old: Stored, new: Stored) -> bool:
    return _comparable(old) == _comparable(new)


def _comparable(stored: Stored) -> tuple[Any, ...]:
    """What makes a difference; a vector's last bits do not, since engines round them differently."""
    article = {name: value for name, value in to_dict(stored.article).items() if name not in OURS}
    return article, to_dict(stored.analysis), stored.minhash, stored.signature, stored.vector is None


def revision_of(article: Article) -> Revision:
    """The article's present text as a revision."""
    return Revision(
        article=article.id,
        number=article.revision,
        fetched=article.fetched or time_of(article),
        headline=article.headline,
        body=article.body,
        published=article.published,
        modified=article.modified,
    )


def chain(kept: Sequence[Revision], article: Article) -> list[Revision]:
    """Every text of an article, oldest first; each says what it changed."""
    by_number = {row.number: row for row in (*kept, revision_of(article))}
    texts = [by_number[number] for number in sorted(by_number)]
    return [texts[0], *(_with_changes(before, after) for before, after in pairwise(texts))]


def _with_changes(before: Revision, after: Revision) -> Revision:
    return evolve(after, changed=tuple(name for name in TOLD if getattr(before, name) != getattr(after, name)))


def check_embedder(stored: Stored, name: str, dimensions: int) -> None:
    """Raise EmbedderMismatch where a vector is not the index's; `name` is "" while the index has none."""
    if stored.vector is None or not name:
        return
    if stored.embedder != name or len(stored.vector) != dimensions:
        raise mismatch(name, dimensions, stored.embedder, len(stored.vector))


def not_there(missing: Sequence[str]) -> IndexProblem:
    """The error for placed articles that the index lacks."""
    return IndexProblem(f"{len(missing)} placed articles are not in the index, the first is {missing[0]}")


def mismatch(name: str, dimensions: int, given: str, length: int) -> EmbedderMismatch:
    """The error, with what to do."""
    return EmbedderMismatch(
        f"the index holds vectors of {name} ({dimensions} numbers), these are of {given or 'an unnamed embedder'} "
        f"({length}): use MONITOR_EMBEDDER={name}, or make all vectors anew with `monitor index reembed`"
    )
