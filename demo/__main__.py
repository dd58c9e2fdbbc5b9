"""`make demo`: crawl the newsroom on loopback as it was in a week of May 2018, group it, compare one of its events.

Each step is a command that anyone can run; it is printed before it runs.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from demo.newsroom import Newsroom, gold_by_url
from monitor.events import bcubed
from monitor.index import ArticleQuery, EventQuery, open_index
from monitor.text.urls import normalise

FOLDER = Path(".demo")
INDEX = f"sqlite:{FOLDER / 'monitor.sqlite'}"
FIRST, SECOND = "2018-05-22T20:00:00Z", "2018-05-23T06:00:00Z"  # the clock of the two crawls
MONITOR = Path(sys.executable).with_name("monitor")


def main() -> int:
    """Run the demo; gives the exit code of the first step that failed, else 0."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("monitor.sqlite*"):
        old.unlink()
    with Newsroom(catalogue=FOLDER / "catalogue") as newsroom:
        say(f"A newsroom of {len(newsroom.outlets)} invented outlets answers on loopback. Crawl it as of {FIRST[:10]}:")
        crawl = ["crawl", "--catalogue", str(FOLDER / "catalogue"), "--delay", "0", "--now"]
        run([*crawl, FIRST])
        say("Ten hours later an article was revised. Crawl again: only what may have changed is fetched.")
        newsroom.edition = 2
        run([*crawl, SECOND])
        port = newsroom.port
    say("Group the articles into events, across languages:")
    run(["group", "--now", SECOND])
    print(score(port))
    say("The events with the widest coverage:")
    run(["events", "--limit", "10"])
    say("One of them, compared across its outlets:")
    run(["compare", widest()])
    print(NEXT)
    return 0


def say(text: str) -> None:
    """Print what comes next."""
    print(f"\n{text}", flush=True)


def run(arguments: Sequence[str]) -> None:
    """Show a command and run it; the demo ends where one fails."""
    print(f"$ monitor --index {INDEX} {shlex.join(arguments)}", flush=True)
    environment = {**os.environ, "MONITOR_ALLOW_ADDRESSES": "127.0.0.0/8"}
    done = subprocess.run([MONITOR, "--index", INDEX, *arguments], env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def score(port: int) -> str:
    """BCubed figures of the events found, against what those who wrote the newsroom say."""
    gold = {normalise(url): event for url, event in gold_by_url(port).items()}
    with open_index(INDEX) as index:
        found = {normalise(each.article.url): each.article for each in index.articles(ArticleQuery(), vectors=False)}
    known = sorted(gold.keys() & found.keys())
    figures = bcubed([gold[url] for url in known], [found[url].event or url for url in known])
    return (
        f"Against the newsroom's own gold, {len(known)} of {len(gold)} articles: BCubed precision "
        f"{figures.precision:.3f}, recall {figures.recall:.3f}, F1 {figures.f1:.3f}"
    )


def widest() -> str:
    """The id of the event told in the most languages, then by the most outlets."""
    with open_index(INDEX) as index:
        events = index.events(EventQuery(limit=1000))
    return max(events, key=lambda event: (len(event.languages), event.outlets, event.id)).id


NEXT = f"""
The index is {FOLDER / "monitor.sqlite"}. What next (after: source .venv/bin/activate):
  monitor --index {INDEX} serve --catalogue {FOLDER / "catalogue"}   # the page: http://127.0.0.1:8765/
  monitor --index {INDEX} search Shamkhani
  monitor outlets list                                           # the outlets that come with the monitor
  monitor crawl irna-en tass-en --since 1d && monitor group      # real ones, into an index of your own
  monitor outlets add https://example.org/ --catalogue outlets   # an outlet of your own"""

if __name__ == "__main__":
    sys.exit(main())
