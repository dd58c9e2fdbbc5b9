"""What a window costs as the index around it grows: `benchmarks/window_cost.py --window 50000 --sizes 50000,1000000`.

Fills `--index` (by default a SQLite file of its own; else an empty Elasticsearch) with as many placed articles as
`--window` says, within the window's days, then with older ones up to each size. SQLite is filled by SQL. Vectors
are perturbed copies. Prints how long a run takes to load its window, in seconds of wall and CPU time, and the
milliseconds of CPU an article that it then places, embedding left out; the last line is the ratio of the last size to
the first. Each size has a process and an index of its own.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from attrs import evolve

from benchmarks.grouping_cost import DAYS, START, Stream
from monitor.config import Config
from monitor.embedding import Embedder, load_embedder
from monitor.events import Grouper
from monitor.events.window import KEPT_DAYS
from monitor.index import Index, Placement, Stored, open_index
from monitor.index.codec import dumps, to_dict
from monitor.model import Article, Moment

SAVED = 1000  # articles a call
MEASURED = 20  # batches timed, of which the middle one counts
BATCH = 128
APART = 1_000_000_000  # from which rows of the full-text index are counted that are not there
OWN = "row, id, url, time, fetched, event, terms, document"
COLUMNS = "outlet, language, country, minhash, analysis"
# Copies of the window's articles, older than it by `days`, under new ids; each is an event of its own.
COPY = f"""
INSERT INTO articles ({OWN}, {COLUMNS})
SELECT row + :step, id || :mark, url || :mark, time - :days * 86400, fetched - :days * 86400, event || :mark,
       terms + :step, json_set(document, '$.id', id || :mark), {COLUMNS}
FROM articles WHERE row <= :window AND row + :step <= :size
"""
COPY_VECTORS = """
INSERT INTO vectors SELECT row + :step, vector, signature FROM vectors WHERE row <= :window AND row + :step <= :size
"""


def fill(index: Index, stream: Stream, embedder: Embedder, count: int) -> None:
    """Placed articles with their signatures, spread over DAYS, each an event of its own."""
    path = index.address.removeprefix("sqlite:")
    by_hand = count - SAVED if path != index.address else 0
    for start in range(by_hand, count, SAVED):
        entries = [stream.entry() for _ in range(min(SAVED, count - start))]
        index.save(
            [
                Stored(article=_article(entry.id, entry.member.language, entry.member.time, "Told before"),
                       vector=entry.vector.astype("f4"), embedder=embedder.name)
                for entry in entries
            ]
        )  # fmt: skip
        index.place(
            [
                Placement(article=entry.id, event=entry.event, signature=entry.member.signature.to_bytes(), at=START)
                for entry in entries
            ]
        )

    if by_hand:
        _fill_sqlite(path, stream, range(SAVED + 1, count + 1))


def _fill_sqlite(path: str, stream: Stream, rows: range) -> None:
    """Rows as the index writes them, but without the full text, which the grouping does not ask for."""
    with sqlite3.connect(path) as database:
        like = database.execute(f"SELECT {COLUMNS} FROM articles").fetchone()
        for row in rows:
            entry = stream.entry()
            at, name = entry.member.time, entry.id
            document = dumps(to_dict(_article(name, entry.member.language, at, "Told before")))
            given = (row, name, name, at, at, entry.event, APART + row, document, *like)
            database.execute(f"INSERT INTO articles ({OWN}, {COLUMNS}) VALUES ({'?,' * 12}?)", given)
            vector, signature = entry.vector.astype("<f4").tobytes(), entry.member.signature.to_bytes()
            database.execute("INSERT INTO vectors VALUES (?, ?, ?)", (row, vector, signature))


def _article(identity: str, language: str, at: float, headline: str) -> Article:
    when = datetime.fromtimestamp(at, UTC)
    return Article(
        id=identity,
        url=f"https://outlet.example/{identity}",
        outlet=f"outlet{int(identity[1:]) % 300}",
        headline=headline,
        language=language,
        published=Moment.of(when),
        fetched=when + timedelta(minutes=5),
    )


def grow(path: str, window: int, size: int) -> None:
    """Older articles, until there are `size` in the SQLite file."""
    with sqlite3.connect(path) as database:
        there = database.execute("SELECT max(row) FROM articles").fetchone()[0]
        for step in range(there, size, window):
            days = (1 + step // window) * (KEPT_DAYS + DAYS)
            given = {"step": step, "mark": f"-{step}", "days": days, "window": window, "size": size}
            database.execute(COPY, given)
            database.execute(COPY_VECTORS, given)
            database.commit()
        database.execute("ANALYZE")


def measure(index: Index, stream: Stream, embedder: Embedder) -> float:
    """Milliseconds of CPU an article placed, once the window is loaded."""
    new = [stream.next() for _ in range(BATCH * (MEASURED + 1))]
    index.save(
        [
            Stored(article=_published(each.article, each.time), vector=each.vector, embedder=embedder.name)
            for each in new
        ]
    )
    size = index.status().articles
    marks = [(0, time.perf_counter(), time.process_time())]
    run = Grouper(index, embedder, batch=BATCH)
    run.run(
        now=datetime.now(UTC), progress=lambda done, _: marks.append((done, time.perf_counter(), time.process_time()))
    )
    (_, wall, cpu), (first, loaded, used) = marks[:2]
    batches = [(end - began) / (last - before) for (before, _, began), (last, _, end) in pairwise(marks[1:])]
    each = 1000 * statistics.median(batches)
    print(
        f"{size} in the index: window loaded and {first} articles placed in {loaded - wall:.1f} s "
        f"({used - cpu:.1f} s of CPU), then {each:.2f} ms of CPU an article",
        flush=True,
    )
    return each


def _published(article: Article, at: float) -> Article:
    made = _article(article.id, article.language, at, article.headline)
    return evolve(made, body=article.body)


def measured(address: str, prefix: str, window: int, size: int) -> float:
    """Fill an index up to a size and measure it."""
    embedder = load_embedder(Config(), threads=1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.sqlite"
        with open_index(address or f"sqlite:{path}", prefix=prefix) as index:
            stream = Stream(embedder, window)
            fill(index, stream, embedder, window)
            if size > window and not address:
                grow(str(path), window, size)
            return measure(index, stream, embedder)


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def main() -> None:
    """Measure each size."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--index", default="")
    asked.add_argument("--prefix", default="window-cost-")
    asked.add_argument("--window", type=int, default=50_000)
    asked.add_argument("--sizes", type=_sizes, default=[50_000, 1_000_000])
    options = asked.parse_args()
    # Each in a process and an index of its own: what a size leaves behind would be counted to the next.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as fresh:
        costs = [
            fresh.submit(measured, options.index, f"{options.prefix}{size}-", options.window, size).result()
            for size in options.sizes
        ]
    print(f"ratio {options.sizes[-1]}/{options.sizes[0]} = {costs[-1] / costs[0]:.2f}")


if __name__ == "__main__":
    main()
