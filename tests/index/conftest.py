"""The same index on both adapters: a test that takes `index` runs on SQLite and on a real Elasticsearch."""

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from monitor.index import Index, open_index

BOTH = ["sqlite", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]
NAMES = ("articles", "events", "crawl", "history")
_numbers = itertools.count()


@pytest.fixture(scope="session")
def server(elasticsearch_url: str) -> Iterator[Elasticsearch]:
    """A client of the tests' own, to look at what was written."""
    with Elasticsearch(elasticsearch_url) as client:
        yield client


def remove(server: Elasticsearch, prefix: str) -> None:
    """Take away the indices with a prefix."""
    found = server.indices.get(index=f"{prefix}*", expand_wildcards="all")
    for name in found:
        server.indices.delete(index=name)


@pytest.fixture
def prefix(server: Elasticsearch) -> Iterator[str]:
    """A prefix for indices of this test alone."""
    made = f"test-{os.getpid()}-{next(_numbers)}-"
    yield made
    remove(server, made)


@pytest.fixture(scope="session")
def shared_prefix(server: Elasticsearch) -> Iterator[str]:
    """Indices that the tests of this process use one after the other, since making new ones takes a second."""
    made = f"test-{os.getpid()}-shared-"
    yield made
    remove(server, made)


@pytest.fixture(params=BOTH)
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Index]:
    """A function that opens the test's index, empty at first, as another process would."""
    if request.param == "sqlite":
        return lambda: open_index(f"sqlite:{tmp_path / 'monitor.sqlite'}")
    url, prefix = request.getfixturevalue("elasticsearch_url"), request.getfixturevalue("shared_prefix")
    open_index(url, prefix=prefix).close()
    empty(request.getfixturevalue("server"), prefix)
    return lambda: open_index(url, prefix=prefix)


def empty(server: Elasticsearch, prefix: str) -> None:
    """Take everything out of the indices with a prefix."""
    names = [prefix + name for name in NAMES]
    server.indices.refresh(index=names)
    server.delete_by_query(index=names, query={"match_all": {}}, refresh=True, conflicts="proceed")


@pytest.fixture
def index(reopen: Callable[[], Index]) -> Iterator[Index]:
    """An empty index."""
    with reopen() as made:
        yield made
