"""Processes that write to an index at once, or are killed meanwhile: `python writers.py ROLE ADDRESS PREFIX`."""

import os
import sys
import time
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from attrs import evolve

from monitor.index import Index, Placement, Seen, open_index
from monitor.model import Fate, FateName
from tests.index.samples import NOON, stored

ARTICLES = 40
ROUNDS = 6


def crawl(index: Index) -> None:
    """Save revision after revision of the same articles."""
    for turn in range(ROUNDS):
        for start in range(0, ARTICLES, 10):
            batch = [stored(f"a{start + step}", direction=step, body=f"Text {turn}.") for step in range(10)]
            later = NOON + timedelta(hours=1 + turn)
            index.save([evolve(row, article=evolve(row.article, fetched=later)) for row in batch])


def group(index: Index) -> None:
    """Place the same articles again and again."""
    for turn in range(ROUNDS * 4):
        there = [row.article.id for row in index.get(f"a{number}" for number in range(ARTICLES))]
        index.place([Placement(article=id_, event=f"e{turn % 3}-{id_}", reason=f"turn {turn}") for id_ in there])
    while index.count() < ARTICLES:
        time.sleep(0.05)
    index.place([Placement(article=f"a{number}", event=f"last-{number}") for number in range(ARTICLES)])


def work(index: Index, *, die_after: int = 10**9) -> None:
    """Work through the queue as a crawl does, and die without a word after so many articles."""
    done = 0
    while waiting := index.state.pending(limit=5):
        for found in waiting:
            number = found.url.rsplit("/", 1)[1]
            index.save([stored(f"a{number}", direction=int(number), url=found.url)])
            done += 1
            if done >= die_after:
                os.kill(os.getpid(), 9)
            fate = Fate(url=found.url, outlet=found.outlet, name=FateName.STORED, article=f"a{number}", at=NOON)
            seen = Seen(url=found.url, outlet=found.outlet, article=f"a{number}", fate=FateName.STORED)
            index.state.finish("run", [fate], [seen])


def bulk(index: Index) -> None:
    """Say that we begin, then write without end."""
    print("begin", flush=True)
    for turn in range(1000):
        index.save([stored(f"b{turn}-{step}", direction=step, body="word " * 400) for step in range(100)])
        index.place([Placement(article=f"b{turn}-{step}", event=f"e{turn}") for step in range(100)])


ROLES = {
    "crawl": crawl,
    "group": group,
    "die": lambda index: work(index, die_after=7),
    "work": work,
    "bulk": bulk,
}

if __name__ == "__main__":
    role, address, prefix = sys.argv[1:]
    with open_index(address, prefix=prefix) as opened:
        ROLES[role](opened)
