"""A whole index, or its articles, out and in again, across adapters."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyarrow import parquet

from monitor.index import (
    ArticleQuery,
    Correction,
    EntryPoint,
    ImportProblem,
    Index,
    Placement,
    RunRecord,
    Seen,
    open_index,
)
from monitor.index.export import COLUMNS, FORMATS, write_articles
from monitor.model import Fate, FateName, Moment
from tests.index.samples import NOON, candidate, event, rich, stored


def fill(index: Index) -> None:
    """Something of every kind."""
    index.save([rich(), stored("a1", direction=1), stored("a2", published=Moment.of(NOON.replace(day=21)))])
    index.save([stored("a1", direction=2, body="Revised.", fetched=NOON.replace(day=23))])
    index.place([Placement(article="rich", event="e1", reason="r", at=NOON, signature=b"s")])
    index.place([Placement(article="a2", event="e1", reason="r", at=NOON)])
    index.save_events([event("e1", articles=2), event("e2")])
    index.merge_events({"e2": "e1"})
    index.history.correct(Correction(id="c1", kind="merge", events=("e1", "e2"), at=NOON, by="Ann"))
    index.state.announce(EntryPoint(url="https://paper.example/feed", outlet="paper-en"), [candidate(1)])
    index.state.save_run(RunRecord(id="run", started=NOON))
    fate = Fate(url="https://paper.example/9", outlet="paper-en", name=FateName.FAILED, reason="500", at=NOON)
    index.state.finish("run", [fate], [Seen(url=fate.url, outlet="paper-en", next_check=NOON)])


def as_lines(rows: object) -> list[str]:
    return [json.dumps(row, sort_keys=True) for row in rows]  # type: ignore[attr-defined]


def test_everything_survives_the_way_through_json(index: Index, tmp_path: Path) -> None:
    fill(index)
    lines = as_lines(index.export())
    with open_index(f"sqlite:{tmp_path / 'other.sqlite'}") as other:
        told: list[int] = []
        assert other.import_(map(json.loads, lines), progress=told.append) == len(lines)
        assert told[-1] == len(lines)
        assert as_lines(other.export()) == lines
        other.import_(map(json.loads, lines))
        assert as_lines(other.export()) == lines
        found = other.event("e2")
        assert found is not None
        assert found.id == "e1"
        assert [row.body for row in other.revisions("a1")][-1] == "Revised."
        assert other.history.corrections() == index.history.corrections()
        assert other.history.changes(article="rich") == index.history.changes(article="rich")


def test_an_export_of_sqlite_is_taken(index: Index, tmp_path: Path) -> None:
    with open_index(f"sqlite:{tmp_path / 'other.sqlite'}") as other:
        fill(other)
        lines = as_lines(other.export())
    index.import_(map(json.loads, lines))
    assert as_lines(index.export()) == lines
    assert index.search("Revised").total == 1


def test_lines_of_articles_are_an_index_too(index: Index, tmp_path: Path) -> None:
    fill(index)
    written = io.BytesIO()
    assert write_articles(index, written) == 3
    rows = [json.loads(line) for line in written.getvalue().splitlines()]
    assert [row["id"] for row in rows] == ["a2", "rich", "a1"]
    assert all({"id", "url", "outlet", "language", "published", "headline", "body"} <= set(row) for row in rows)
    with open_index(f"sqlite:{tmp_path / 'other.sqlite'}") as other:
        assert other.import_(rows) == 3
        made = other.event("e1")
        assert made is not None
        assert (made.articles, made.languages, made.headline) == (2, ("en", "fa"), "Headline of a2")
        assert other.window().events == ["e1", "e1", ""]
        assert (other.window().vectors == index.window().vectors).all()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"row": "monitor-index", "version": 99}, "version 99"),
        ({"row": "strange"}, "'strange'"),
        ({"headline": "No id"}, "without id"),
        ({"id": "a1", "url": "u", "published": "yesterday"}, "yesterday"),
        ({"id": "a1", "url": "u", "published": "2018-05-22", "vector": "%%%"}, "Stored"),
        ({"id": "a1", "url": "u"}, "neither a date"),
        ({"row": "event", "headline": "No id"}, "Event"),
    ],
)
def test_a_wrong_row_is_refused_with_its_number(tmp_path: Path, row: dict[str, object], told: str) -> None:
    good = {"id": "a0", "url": "u", "published": "2018-05-22"}
    with (
        open_index(f"sqlite:{tmp_path / 'monitor.sqlite'}") as index,
        pytest.raises(ImportProblem, match=f"row 2: .*{told}"),
    ):
        index.import_([good, row])


def test_csv_is_safe_for_spreadsheets(tmp_path: Path) -> None:
    with open_index(f"sqlite:{tmp_path / 'monitor.sqlite'}") as index:
        index.save(
            [
                stored("a1", headline='=HYPERLINK("http://evil")', body="Two\nlines, a comma", authors=("A", "B")),
                stored("a2", headline="-12 degrees", section="@SUM(A1)", published=Moment.parse("2018-05-22")),
                stored("a3", headline="Harmless = fine", published=None),
            ]
        )  # fmt: skip
        written = io.BytesIO()
        assert write_articles(index, written, "csv") == 3
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(written.getvalue().decode(), newline=""))}
    assert tuple(rows["a1"]) == COLUMNS
    assert rows["a1"]["headline"] == '\'=HYPERLINK("http://evil")'
    assert rows["a1"]["body"] == "Two\nlines, a comma"
    assert rows["a1"]["authors"] == "A; B"
    assert rows["a2"]["headline"] == "'-12 degrees"
    assert rows["a2"]["section"] == "'@SUM(A1)"
    assert rows["a2"]["published"] == "2018-05-22"
    assert (rows["a3"]["headline"], rows["a3"]["published"]) == ("Harmless = fine", "")


def test_parquet_has_types(index: Index) -> None:
    fill(index)
    written = io.BytesIO()
    assert write_articles(index, written, "parquet", ArticleQuery(languages=("fa",))) == 1
    table = parquet.read_table(io.BytesIO(written.getvalue()))
    (row,) = table.to_pylist()
    assert row["published"] == datetime(2018, 5, 22, 6, 0, 0, 250000, tzinfo=UTC)
    assert row["published_has_time"] is True
    assert row["authors"] == ["مریم نمونه", "B. Writer"]
    assert (row["cited"], row["event"], row["headline"]) == (["irna"], "e1", "تقدم در مذاکرات")


def test_an_empty_index_is_exported(reopen: Callable[[], Index]) -> None:
    for format_ in FORMATS:
        with reopen() as index:
            assert write_articles(index, io.BytesIO(), format_) == 0
