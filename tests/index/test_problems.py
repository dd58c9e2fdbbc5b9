"""What goes wrong, and the line that says so."""

import json
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from monitor.index import (
    ArticleQuery,
    IndexAddressWrong,
    IndexFull,
    IndexLocked,
    IndexMissing,
    IndexNotMonitor,
    IndexProblem,
    IndexTooNew,
    IndexUnavailable,
    open_index,
)
from monitor.index.elasticsearch import mapping
from monitor.index.sqlite import SqliteIndex
from monitor.index.sqlite.articles import COLUMNS, SOURCE
from monitor.index.sqlite.events import ORDERS
from monitor.index.sqlite.schema import APPLICATION, FIRST, VERSION
from monitor.index.sqlite.search import FOUND
from monitor.index.sqlite.where import of_articles
from monitor.model import MonitorError
from tests.index.samples import NOON, stored


def test_every_problem_is_one_line_with_an_exit_code() -> None:
    with pytest.raises(MonitorError) as raised:
        open_index("mysql://localhost")
    assert raised.value.exit_code == 2
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "address", ["", "sqlite", "sqlite:", "ftp://host", "https:", "http://", "http://[::1", "http://h:99999"]
)
def test_a_wrong_address(address: str) -> None:
    with pytest.raises(IndexAddressWrong, match="expected"):
        open_index(address)


def test_a_password_is_in_no_message() -> None:
    with pytest.raises(IndexProblem) as raised:
        open_index(f"http://user:secret@127.0.0.1:{free_port()}")
    assert "secret" not in str(raised.value)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(IndexUnavailable, match=r"cannot be reached.*is it running"):
        open_index(f"http://127.0.0.1:{free_port()}")


def test_a_host_that_has_no_name() -> None:
    with pytest.raises(IndexUnavailable, match="cannot be reached"):
        open_index("http://no-such-host.invalid:9200")


@contextmanager
def serving(status: int, body: bytes, kind: str = "application/json", product: str = "") -> Iterator[str]:
    """A server that gives one answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if product:
                self.send_header("X-Elastic-Product", product)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_PUT = do_HEAD = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("status", "body", "kind", "product", "problem", "told"),
    [
        (200, b"<html>hello", "text/html", "", IndexNotMonitor, "no Elasticsearch"),
        (200, b'{"version": {"number": "9.4.3"}}', "application/json", "", IndexNotMonitor, "no Elasticsearch"),
        (200, b'{"version": {"number": "8.1.0"}}', "application/json", "Elasticsearch", IndexUnavailable, "9.0 or"),
        (200, b"{nonsense", "application/json", "Elasticsearch", IndexNotMonitor, "JSON"),
        (200, b"[]", "application/json", "Elasticsearch", IndexNotMonitor, "no Elasticsearch"),
        (401, b'{"error": {"type": "security"}}', "application/json", "Elasticsearch", IndexUnavailable, "refuses"),
    ],
)  # fmt: skip
def test_a_server_that_is_something_else(
    status: int, body: bytes, kind: str, product: str, problem: type[Exception], told: str
) -> None:
    with serving(status, body, kind, product) as url, pytest.raises(problem, match=told):
        open_index(url)


def test_reading_an_index_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match=r"no index at .*monitor crawl"):
        open_index(f"sqlite:{tmp_path / 'none.sqlite'}", must_exist=True)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_made(tmp_path: Path) -> None:
    open_index(f"sqlite:{tmp_path / 'a' / 'b' / 'monitor.sqlite'}").close()
    assert (tmp_path / "a" / "b" / "monitor.sqlite").is_file()


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    with pytest.raises(IndexNotMonitor, match="is a folder"):
        open_index(f"sqlite:{tmp_path}")
    (tmp_path / "file").write_text("x")
    with pytest.raises(IndexUnavailable):
        open_index(f"sqlite:{tmp_path / 'file' / 'monitor.sqlite'}")


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, " * 1000)
    with pytest.raises(IndexNotMonitor, match="no SQLite file or is damaged"):
        open_index(f"sqlite:{path}")
    assert path.read_text().startswith("Dear reader")


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "theirs.sqlite"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE articles (title TEXT)")
    theirs.close()
    before = path.read_bytes()
    with pytest.raises(IndexNotMonitor, match="another program's"):
        open_index(f"sqlite:{path}")
    with pytest.raises(IndexNotMonitor):
        open_index(f"sqlite:{path}")
    with closing(sqlite3.connect(path)) as theirs:
        assert theirs.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)
    assert len(before) == path.stat().st_size


def test_a_database_of_a_later_version(tmp_path: Path) -> None:
    path = tmp_path / "monitor.sqlite"
    open_index(f"sqlite:{path}").close()
    later = sqlite3.connect(path)
    later.execute(f"PRAGMA user_version = {VERSION + 1}")
    later.close()
    with pytest.raises(IndexTooNew, match="upgrade monitor"):
        open_index(f"sqlite:{path}")


def test_a_database_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "monitor.sqlite"
    bare = sqlite3.connect(path)
    bare.execute(f"PRAGMA application_id = {APPLICATION}")
    bare.close()
    with open_index(f"sqlite:{path}") as index:
        index.save([stored("a1")])
    with open_index(f"sqlite:{path}") as index:
        assert index.count() == 1


def test_a_database_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "monitor.sqlite"
    first = sqlite3.connect(path)
    first.executescript(f"{FIRST} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 1;")
    first.close()
    with open_index(f"sqlite:{path}") as index:
        index.save([stored("a1")])
        assert index.status().version == VERSION
        assert index.count(ArticleQuery(unplaced=True)) == 1


@pytest.mark.parametrize(
    ("query", "lead", "expected"),
    [
        (ArticleQuery(unplaced=True), "fetched", "articles_waiting"),
        (ArticleQuery(events=("e1", "e2")), "time", "articles_event (event=?"),
        (ArticleQuery(events=("e1",), since=NOON), "time", "articles_event (event=?"),
    ],
)
def test_what_the_grouping_asks_reads_no_other_articles(
    tmp_path: Path, query: ArticleQuery, lead: str, expected: str
) -> None:
    """Else each batch costs more the larger the index is."""
    path = tmp_path / "monitor.sqlite"
    open_index(f"sqlite:{path}").close()
    condition, given = of_articles(query)
    sql = f"SELECT {COLUMNS} FROM {SOURCE} WHERE {condition} ORDER BY articles.{lead}, id LIMIT 200"
    with closing(sqlite3.connect(path)) as bare:
        plan = bare.execute(f"EXPLAIN QUERY PLAN {sql}", given).fetchall()
    assert expected in plan[0][3]


@pytest.mark.parametrize(
    "query",
    [ArticleQuery(), ArticleQuery(languages=("de",)), ArticleQuery(outlets=("x",), countries=("DE",), since=NOON)],
)
def test_a_search_reads_only_what_it_shows(tmp_path: Path, query: ArticleQuery) -> None:
    """Else a common word reads most of the file, and a language besides searches the text once an article."""
    path = tmp_path / "monitor.sqlite"
    open_index(f"sqlite:{path}").close()
    condition, given = of_articles(query)
    sql = f"SELECT count(*), max(time) FROM {FOUND} WHERE words MATCH ? AND {condition}"
    with closing(sqlite3.connect(path)) as bare:
        plan = [row[3] for row in bare.execute(f"EXPLAIN QUERY PLAN {sql}", ["word", *given])]
    assert plan[0].startswith("SCAN words VIRTUAL TABLE")
    assert "USING COVERING INDEX articles_found" in plan[1]


def test_the_widest_events_are_not_sorted_anew(tmp_path: Path) -> None:
    """Else the front page reads every event there is."""
    path = tmp_path / "monitor.sqlite"
    open_index(f"sqlite:{path}").close()
    sql = f"SELECT document FROM events WHERE outlets >= 2 ORDER BY {ORDERS['outlets']} LIMIT 20"
    with closing(sqlite3.connect(path)) as bare:
        plan = [row[3] for row in bare.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert plan == ["SEARCH events USING INDEX events_widest (outlets>?)"]


def test_a_damaged_database(tmp_path: Path) -> None:
    path = tmp_path / "monitor.sqlite"
    with open_index(f"sqlite:{path}") as index:
        index.save([stored(f"a{number}", body="word " * 500) for number in range(50)])
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xaa" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(IndexNotMonitor, match="damaged"), open_index(f"sqlite:{path}") as index:
        index.search("word")


def test_a_full_disk_writes_nothing_of_the_batch_and_says_so(tmp_path: Path) -> None:
    with SqliteIndex(tmp_path / "monitor.sqlite") as index:
        index.save([stored("a1")])
        pages = index._database.read("PRAGMA page_count")[0][0]
        index._database.connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(IndexFull, match="free some disk space"):
            index.save([stored(f"b{number}", body="word " * 3000) for number in range(50)])
        assert index.count() == 1
        index._database.connection.execute("PRAGMA max_page_count = 1000000")
        index.save([stored("b1")])
        assert index.count() == 2


def test_a_locked_file(tmp_path: Path) -> None:
    path = tmp_path / "monitor.sqlite"
    with SqliteIndex(path, wait=0.2) as index:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(IndexLocked, match="another process"):
            index.save([stored("a1")])
        assert index.count() == 0
        other.execute("ROLLBACK")
        other.close()
        index.save([stored("a1")])


def test_a_file_that_may_only_be_read(tmp_path: Path) -> None:
    path = tmp_path / "monitor.sqlite"
    with SqliteIndex(path) as index:
        index._database.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(IndexLocked, match="may not be written"):
            index.save([stored("a1")])


def test_a_closed_index_says_so(tmp_path: Path) -> None:
    index = open_index(f"sqlite:{tmp_path / 'monitor.sqlite'}")
    index.close()
    index.close()
    with pytest.raises(IndexProblem, match="closed"):
        index.count()


def test_threads_share_an_index(tmp_path: Path) -> None:
    problems: list[BaseException] = []
    with open_index(f"sqlite:{tmp_path / 'monitor.sqlite'}") as index:

        def work(name: int) -> None:
            try:
                for number in range(20):
                    index.save([stored(f"{name}-{number}")])
                    index.search("headline")
            except BaseException as problem:  # noqa: BLE001  (told to the test)
                problems.append(problem)

        threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert problems == []
        assert index.count() == 80


@pytest.mark.elasticsearch
def test_another_programs_index(elasticsearch_url: str, server: Elasticsearch, prefix: str) -> None:
    server.indices.create(index=f"{prefix}articles", mappings={"properties": {"title": {"type": "text"}}})
    for _ in range(2):
        with pytest.raises(IndexNotMonitor, match=r"is not monitor's.*MONITOR_INDEX_PREFIX"):
            open_index(elasticsearch_url, prefix=prefix)
    told = server.indices.get(index=f"{prefix}*")
    assert list(told) == [f"{prefix}articles"]
    assert set(told[f"{prefix}articles"]["mappings"]["properties"]) == {"title"}


@pytest.mark.elasticsearch
def test_indices_of_a_later_version(elasticsearch_url: str, server: Elasticsearch, prefix: str) -> None:
    open_index(elasticsearch_url, prefix=prefix).close()
    meta = {"owner": mapping.OWNER, "version": mapping.VERSION + 1}
    server.indices.put_mapping(index=f"{prefix}articles", meta=meta)
    with pytest.raises(IndexTooNew):
        open_index(elasticsearch_url, prefix=prefix)


@pytest.mark.elasticsearch
def test_indices_that_are_not_there(elasticsearch_url: str, server: Elasticsearch, prefix: str) -> None:
    with pytest.raises(IndexMissing, match=f"no index {prefix}articles"):
        open_index(elasticsearch_url, prefix=prefix, must_exist=True)
    assert not server.indices.exists(index=f"{prefix}articles")


def test_the_starter_says_why_there_is_none(tmp_path: Path) -> None:
    script = Path(__file__).parents[2] / "scripts" / "elasticsearch.py"
    python = sys.executable
    nothing = {"PATH": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "JAVA_HOME": "/nonexistent"}
    told = subprocess.run([python, script, "status"], env=nothing, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (1, "")
    given = {**nothing, "ELASTICSEARCH_URL": "http://es.example:9200"}
    told = subprocess.run([python, script, "start"], env=given, capture_output=True, text=True, check=False)
    assert told.stdout == "http://es.example:9200\n"


def test_the_mapping_is_json_with_nothing_that_the_free_build_lacks() -> None:
    text = json.dumps(mapping.INDICES)
    absent = (
        "constant_keyword",
        "wildcard",
        "match_only_text",
        "unsigned_long",
        "icu_",
        "kuromoji",
        "search_as_you_type",
    )
    assert [name for name in absent if name in text] == []
    assert len(mapping.FIELDS) == len(set(mapping.FIELDS.values())) > 25
    assert [mapping.field_of(code) for code in ("en", "pt-BR", "tr", "fa", "ru", "km", "xx")] == [
        "en",
        "pt",
        "tr",
        "",
        "",
        "pairs",
        "",
    ]
