"""How long an event takes to compare: 20 articles and 2,000 articles of 400 outlets, uncached and cached.

    python benchmarks/comparison.py [ARTICLES]

The articles are made of the newsroom's sentences, shuffled, so that claims are shared as in a real event. Printed are
seconds of CPU of this process; "cached" has all sentence vectors in the cache.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from demo.newsroom.content import load_outlets, load_samples
from monitor.analysis import analyse
from monitor.comparison import compare_event
from monitor.config import Config
from monitor.embedding import Embedder, Vectors, load_embedder
from monitor.index import SentenceVectors, Stored
from monitor.model import Article, Event, Moment
from monitor.outlets import Catalogue, Outlet
from monitor.text.tokens import sentences

START = datetime(2018, 5, 17, 6, tzinfo=UTC)
OUTLETS = 400


class Kept:
    """Sentence vectors in memory, as an index keeps them."""

    def __init__(self) -> None:
        self.rows: dict[str, SentenceVectors] = {}

    def save_sentences(self, rows: Sequence[SentenceVectors]) -> None:
        """Keep rows."""
        self.rows |= {row.article: row for row in rows}

    def sentences(self, articles: Iterable[str]) -> dict[str, SentenceVectors]:
        """Kept rows by article id."""
        return {name: self.rows[name] for name in articles if name in self.rows}


class Remembering:
    """The packaged embedder, which embeds a text once: the shuffled articles repeat the newsroom's sentences."""

    def __init__(self, inner: Embedder) -> None:
        self.inner, self.name, self.dimensions = inner, inner.name, inner.dimensions
        self.known: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As the inner one."""
        new = [text for text in dict.fromkeys(texts) if text not in self.known]
        if new:
            self.known |= dict(zip(new, self.inner.embed(new), strict=True))
        return np.stack([self.known[text] for text in texts])


def outlets() -> Catalogue:
    """400 outlets of 400 publishers."""
    languages = sorted({outlet.language for outlet in load_outlets().values()})
    return Catalogue(
        Outlet.model_validate(
            {
                "slug": f"outlet-{n}",
                "name": f"Outlet {n}",
                "publisher": f"publisher-{n}",
                "languages": [languages[n % len(languages)]],
                "country": "ZZ",
                "homepage": f"https://outlet-{n}.example/",
                "crawl": False,
            }
        )
        for n in range(OUTLETS)
    )


def made(count: int, catalogue: Catalogue) -> list[Stored]:
    """Articles of about fourteen sentences of the newsroom, in the outlets' languages."""
    rng = random.Random(1)
    newsroom = load_outlets()
    pool: dict[str, list[str]] = {}
    for sample in load_samples():
        language = newsroom[sample.outlet].language
        found = sentences("\n".join(sample.body), language)
        pool.setdefault(language, []).extend(text for _, text in found)
    articles = []
    for n in range(count):
        outlet = catalogue.outlets[f"outlet-{n % OUTLETS}"]
        language = outlet.languages[0]
        chosen = rng.sample(pool[language], min(14, len(pool[language])))
        article = Article(
            id=f"a{n}",
            url=f"https://{outlet.slug}.example/{n}",
            outlet=outlet.slug,
            language=language,
            headline=chosen[0][:80],
            body="\n".join(" ".join(chosen[k : k + 2]) for k in range(0, len(chosen), 2)),
            published=Moment.of(START + timedelta(minutes=n)),
        )
        articles.append(Stored(article=article, analysis=analyse(article, catalogue=catalogue)))
    return articles


def main(counts: list[int]) -> None:
    """Print a line a size."""
    catalogue = outlets()
    embedder = Remembering(load_embedder(Config(), threads=1))
    for count in counts:
        articles, cache = made(count, catalogue), Kept()
        seconds = []
        for _ in range(2):
            began = time.process_time()
            result = compare_event(
                Event(id="event", headline="event"), articles, catalogue=catalogue, embedder=embedder, cache=cache
            )
            seconds.append(time.process_time() - began)
        print(
            f"{count} articles: {seconds[0]:.2f} s at first ({len(embedder.known)} texts embedded so far),"
            f" {seconds[1]:.2f} s cached; {len(result.claims)} claims, {len(result.quotes)} quotes"
        )


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [20, 2000])
