"""`monitor group --input`: malformed lines are named, and nothing is written then."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from monitor.embedding import Embedder
from monitor.jobs.files import FileError
from monitor.jobs.grouping import group_file, read_articles

GOOD = '{"id": "a", "headline": "Dam breaks near Karaj"}'
WRONG = {
    "no JSON": (f"{GOOD}\nno json\n", "line 2: not JSON"),
    "JSON that breaks off": (f'{GOOD}\n{{"id": "b", "headl\n', "line 2: not JSON"),
    "a text": ('"a"\n', "line 1: expected an object, found str"),
    "null": ("null\n", "line 1: expected an object, found NoneType"),
    "a number as id": ('{"id": 7, "headline": "x"}\n', "line 1: id is int, expected text"),
    "a list as body": ('{"id": "a", "headline": "x", "body": []}\n', "line 1: body is list, expected text"),
    "a number as language": ('{"id": "a", "headline": "x", "language": 1}\n', "line 1: language is int"),
    "a number as outlet": ('{"id": "a", "headline": "x", "outlet": 1}\n', "line 1: outlet is int"),
    "a number as date": ('{"id": "a", "headline": "x", "published": 1526947200}\n', "line 1: published is int"),
    "no day of any month": ('{"id": "a", "headline": "x", "published": "2018-02-30"}\n', "line 1: published"),
    "behind blank lines": (f"\n{GOOD}\n\n[]\n", "line 4: expected an object"),
    "no object": ("[]\n", "line 1: expected an object, found list"),
    "no id": ('{"headline": "x"}\n', "line 1: id is missing"),
    "an empty id": ('{"id": "", "headline": "x"}\n', "line 1: id is empty"),
    "no headline": ('{"id": "a"}\n', "line 1: headline is missing"),
    "a number as headline": ('{"id": "a", "headline": 3}\n', "headline is int"),
    "an odd date": ('{"id": "a", "headline": "x", "published": "22.5."}\n', "is not ISO 8601"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_malformed_line_is_named(name: str, tmp_path: Path) -> None:
    text, expected = WRONG[name]
    path = tmp_path / "in.jsonl"
    path.write_text(text)
    with pytest.raises(FileError, match=expected):
        list(read_articles(path))


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"id": "a", "headline": "\xff\xfe"}\n')
    with pytest.raises(FileError, match="line 1: not UTF-8"):
        list(read_articles(path))


def test_a_gzip_that_breaks_off_is_named(tmp_path: Path, embedder: Embedder) -> None:
    rows = "".join(json.dumps({"id": str(n), "headline": f"Headline {n * 7919}"}) + "\n" for n in range(2000))
    source, target = tmp_path / "in.jsonl.gz", tmp_path / "out.jsonl"
    source.write_bytes(gzip.compress(rows.encode())[:-2000])
    with pytest.raises(FileError, match=r"in.jsonl.gz: the gzip breaks off after line \d+: "):
        group_file(source, target, embedder=embedder)
    source.write_bytes(b"\x1f\x8b" + bytes(40))
    with pytest.raises(FileError, match="the gzip breaks off after line 0"):
        group_file(source, target, embedder=embedder)
    assert not target.exists()


def test_an_earlier_result_is_left_alone_where_a_line_is_malformed(tmp_path: Path, embedder: Embedder) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(f"{GOOD}\n{{}}\n")
    target.write_text("before\n")
    with pytest.raises(FileError, match="line 2: headline is missing; nothing was written"):
        group_file(source, target, embedder=embedder)
    assert target.read_text() == "before\n"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_deep_nesting_is_named(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("[" * 200_000)
    with pytest.raises(FileError, match="line 1: not JSON"):
        list(read_articles(path))


def test_nothing_is_written_where_a_line_is_malformed(tmp_path: Path, embedder: Embedder) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(f"{GOOD}\nno json\n")
    with pytest.raises(FileError):
        group_file(source, target, embedder=embedder)
    assert not target.exists()


def test_every_article_has_its_line_in_the_order_of_the_input(tmp_path: Path, embedder: Embedder) -> None:
    rows = [
        {"id": "a", "headline": "Dam breaks near Karaj, twelve dead", "published": "2018-05-20T10:00:00Z"},
        {"id": "b", "headline": "Zentralbank senkt den Leitzins", "language": "de", "published": "2018-05-20"},
        {"id": "c", "headline": "Twelve killed as dam near Karaj breaks", "published": None, "body": ""},
    ]
    source, target = tmp_path / "in.jsonl.gz", tmp_path / "out.jsonl"
    source.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    report = group_file(source, target, embedder=embedder)
    lines = [json.loads(line) for line in target.read_text().splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", "c"]
    assert lines[0]["event"] == lines[2]["event"] != lines[1]["event"]
    assert (report.articles, report.events) == (3, 2)


def test_an_empty_file_gives_an_empty_file(tmp_path: Path, embedder: Embedder) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("")
    assert group_file(source, target, embedder=embedder).articles == 0
    assert target.read_text() == ""


def test_lines_that_share_an_id_are_grouped_each_by_itself(tmp_path: Path, embedder: Embedder) -> None:
    rows = [{"id": "a", "headline": "Dam breaks near Karaj"}, {"id": "a", "headline": "Chess title goes to Norway"}]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)))
    assert group_file(source, target, embedder=embedder).repeated == 1
    lines = [json.loads(line) for line in target.read_text().splitlines()]
    assert [line["id"] for line in lines] == ["a", "a"]
    assert lines[0]["event"] != lines[1]["event"]
