"""Files of lines, gzipped or not, read with their numbers and written whole or not at all."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from monitor.model import MonitorError

MAX_LINE = 50_000_000  # bytes


class FileError(MonitorError):
    """A file cannot be read or holds something else than expected; the message names file and line."""

    exit_code = 2


def lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of every line that is not blank; `-` is standard input, gzip is told by its first bytes.

    Raises FileError where the file is not there, is no whole gzip, or has a line longer than MAX_LINE.
    """
    with _opened(path) as file:
        number = 0
        try:
            while line := file.readline(MAX_LINE + 1):
                number += 1
                if len(line) > MAX_LINE:
                    raise FileError(f"{path}: line {number} is longer than {MAX_LINE // 1_000_000} MB")
                if line.strip():
                    yield number, line
        except (EOFError, gzip.BadGzipFile, zlib.error) as problem:
            raise FileError(f"{path}: the gzip breaks off after line {number}: {problem}") from None


def check_readable(path: Path) -> None:
    """Say that a file is not there before what takes longer is begun; `-` is. Raises FileError."""
    if str(path) != "-" and not path.is_file():
        raise FileError(f"{path}: no such file")


def check_writable(path: Path) -> None:
    """Say that a file cannot be made before what takes longer is begun; `-` is not made. Raises FileError."""
    if str(path) == "-":
        return
    if path.is_dir():
        raise FileError(f"{path}: is a folder; name a file")
    if not path.parent.is_dir():
        raise FileError(f"{path}: its folder does not exist")


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    check_readable(path)
    if str(path) == "-":
        yield _unzipped(sys.stdin.buffer)
        return
    with path.open("rb") as file:
        yield _unzipped(file)


def _unzipped(file: BinaryIO) -> BinaryIO:
    buffered = file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", file))
    if buffered.peek(2)[:2] == b"\x1f\x8b":
        return cast("BinaryIO", gzip.GzipFile(fileobj=buffered))
    return cast("BinaryIO", buffered)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into that takes the place of `path` when all went well, and leaves nothing otherwise.

    `-` is standard output. A name that ends in .gz is compressed.
    """
    check_writable(path)
    if str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            if path.suffix == ".gz":
                with gzip.GzipFile(fileobj=file, mode="wb", mtime=0) as zipped:
                    yield cast("BinaryIO", zipped)
            else:
                yield file
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
