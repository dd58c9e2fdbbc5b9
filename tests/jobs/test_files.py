"""Files of lines: numbers, gzip, and written whole or not at all."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from monitor.jobs.files import FileError, lines, written_whole


@pytest.mark.parametrize("zipped", [False, True])
def test_lines_have_their_numbers_and_blank_ones_are_left_out(tmp_path: Path, zipped: bool) -> None:
    body = b"one\n\n   \ntwo\n"
    path = tmp_path / "file"
    path.write_bytes(gzip.compress(body) if zipped else body)
    assert list(lines(path)) == [(1, b"one\n"), (4, b"two\n")]


def test_a_gzip_that_breaks_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file.gz"
    path.write_bytes(gzip.compress(b"line\n" * 10_000)[:60])
    with pytest.raises(FileError, match="breaks off"):
        list(lines(path))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        list(lines(tmp_path / "missing"))


def test_what_is_written_whole_takes_the_place(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"before")
    with written_whole(path) as file:
        file.write(b"after")
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"after"


def test_what_fails_half_way_leaves_the_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"before")
    with pytest.raises(RuntimeError):
        fail_half_way(path)
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["out.jsonl"]


def fail_half_way(path: Path) -> None:
    with written_whole(path) as file:
        file.write(b"half")
        raise RuntimeError


def test_a_name_in_gz_is_compressed(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl.gz"
    with written_whole(path) as file:
        file.write(b"line\n")
    assert list(lines(path)) == [(1, b"line\n")]
