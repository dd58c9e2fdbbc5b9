"""How fast an index takes articles and gives them back: `python benchmarks/index_write.py --index sqlite:PATH`.

Writes `--articles` made-up articles of about 400 words in ten languages with vectors, in batches as the crawl does,
then the same again (nothing changes), places them in events, searches, and loads the grouping's window. Prints a line a
step: what, how many, wall seconds, CPU seconds of this process, articles a second.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import numpy as np

from monitor.index import ArticleQuery, EventQuery, Index, Placement, Stored, open_index
from monitor.model import Article, Event, Moment

LETTERS = {
    "en": "abcdefghijklmnoprstuvwy", "de": "abcdefghijklmnoprstuvwzäöü", "fr": "abcdefghijlmnopqrstuvéèà",
    "ru": "абвгдежзиклмнопрстуфхцчшыья", "ar": "ابتثجحدرسشصضطعغفقكلمنهوي", "fa": "ابپتثجچحدرزسشعغفقکگلمنوهی",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz", "he": "אבגדהוזחטיכלמנסעפצקרשת",
    "zh": "中国人民大会政府发表声明关于经济合作问题",
    "ja": "日本政府会談合意発表のはをにがと",
}  # fmt: skip
START = datetime(2026, 1, 1, tzinfo=UTC)
DIMENSIONS = 384


def vocabulary(seed: int) -> dict[str, list[str]]:
    """Made-up words, each language's own."""
    chance = random.Random(seed)
    return {
        code: ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(8000)]
        for code, letters in LETTERS.items()
    }


def articles(count: int, words: int) -> Iterator[Stored]:
    """Made-up articles over a month; the same for the same count."""
    chance, numbers = random.Random(1), np.random.default_rng(1)
    known = vocabulary(2)
    weights = [1 / (rank + 10) for rank in range(8000)]
    for number in range(count):
        code = list(LETTERS)[number % len(LETTERS)]
        between = "" if code in ("zh", "ja") else " "
        text = between.join(chance.choices(known[code], weights, k=words))
        vector = numbers.normal(size=DIMENSIONS).astype(np.float32)
        published = START + timedelta(minutes=number % 43_200)
        article = Article(
            id=f"a{number:07}",
            url=f"https://outlet{number % 300}.example/{number}",
            outlet=f"outlet{number % 300}-{code}",
            language=code,
            headline=text[:70],
            body=text,
            published=Moment.of(published),
            fetched=published + timedelta(hours=1),
        )
        unit = vector / np.linalg.norm(vector)
        yield Stored(article=article, vector=unit, embedder="random-384", minhash=bytes(128), signature=bytes(300))


@contextmanager
def step(name: str, count: int) -> Iterator[None]:
    """Time one step and print it."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{name:22} {count:8} {wall:8.2f} s wall {cpu:8.2f} s CPU {count / wall:9.0f}/s", flush=True)


def measure(index: Index, count: int, words: int) -> None:
    """All steps."""
    batches = [list(batch) for batch in _batches(articles(count, words), 200)]
    with step("write", count):
        for batch in batches:
            index.save(batch)
    again = batches[: max(1, len(batches) // 5)]
    with step("the same again", sum(map(len, again))):
        for batch in again:
            index.save(batch)
    with step("place", count):
        for batch in batches:
            index.place([Placement(article=row.article.id, event=f"e{row.article.id[:-1]}") for row in batch])
    index.save_events([Event(id=f"e-{number}", headline="x", outlets=number % 40) for number in range(count // 10)])
    with step("window", count):
        loaded = index.window()
    if len(loaded) != count:
        raise SystemExit(f"the window has {len(loaded)} articles")
    with step("read all", min(count, 10_000)):
        list(index.articles(ArticleQuery(limit=10_000)))
    queries = [row.article.headline.split(" ")[0][:8] for row in batches[0][:50]]
    with step("search", len(queries)):
        for query in queries:
            index.search(query)
    with step("search in a language", len(queries)):
        for query, row in zip(queries, batches[0], strict=False):
            index.search(query, filters=ArticleQuery(languages=(row.article.language,)))
    with step("events by a word", 10):
        for query in queries[:10]:
            index.events(EventQuery(text=query))
    with step("search with vector", 10):
        for query, row in zip(queries[:10], batches[0], strict=False):
            index.search(query, vector=row.vector)
    with step("events", 20):
        for _ in range(20):
            index.events(EventQuery(min_outlets=3))
    size = index.status().bytes
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size / count:.0f} bytes an article on disk, {peak:.0f} MB of memory at most in this process")


def _batches(rows: Iterator[Stored], size: int) -> Iterator[list[Stored]]:
    batch: list[Stored] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", required=True, help="an index that is not there yet")
    parser.add_argument("--prefix", default="", help="of Elasticsearch's indices")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=400)
    given = parser.parse_args()
    with open_index(given.index, prefix=given.prefix) as index:
        measure(index, given.articles, given.words)


if __name__ == "__main__":
    main()
