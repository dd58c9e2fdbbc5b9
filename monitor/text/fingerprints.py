"""Whether two texts are the same text: near-copies by MinHash, unchanged ones by a hash.

A signature holds the number of a text's shingles (three words running) and 126 minima over them, made by rensa.
From two signatures come the share of shingles they have in common (Jaccard) and, because their numbers are known, the
share of the shorter one that is in the longer (containment): a desk that cuts half of a wire story leaves a Jaccard of
one half and a containment of one.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from monitor.text.tokens import words
from monitor.text.trivia import essence

SHINGLE = 3  # words
PERMUTATIONS = 126
SEED = 1  # of the minima: signatures of two seeds cannot be compared
ROWS = 3  # minima in a band: texts that share a third of their shingles share a band at .79, a half at .996
BANDS = PERMUTATIONS // ROWS
LENGTH = 4 * (1 + PERMUTATIONS)  # bytes of a signature
MAX_WORDS = 5000  # of a longer text the rest is not read

# Thresholds of `near_copy`, set on pairs made by benchmarks/duplicates.py with another seed than the one reported.
SAME_JACCARD = 0.45
SAME_CONTAINMENT = 0.6
LEAST_JACCARD = 0.12
LEAST_SHINGLES = 12  # shorter texts are too easily alike: weather, market reports, one-line notes


def minhash(text: str, language: str) -> bytes:
    """The signature of a text, LENGTH bytes, the same on every machine; of a text without words all ones and 0."""
    found = words(text, language)[:MAX_WORDS]
    if not found:
        return bytes(4) + b"\xff" * (LENGTH - 4)
    shingles = {" ".join(found[at : at + SHINGLE]) for at in range(max(1, len(found) - SHINGLE + 1))}
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(shingles)
    values: NDArray[np.uint32] = np.array(sketch.digest(), dtype="<u4")
    return len(shingles).to_bytes(4, "little") + values.tobytes()


def _read(signature: bytes) -> tuple[int, NDArray[np.uint32]]:
    if len(signature) != LENGTH:
        raise ValueError(f"a signature has {LENGTH} bytes, not {len(signature)}: was it made by another version?")
    return int.from_bytes(signature[:4], "little"), np.frombuffer(signature, dtype="<u4", offset=4)


def similarity(one: bytes, other: bytes) -> float:
    """Share of shingles that two texts have in common (Jaccard), estimated to about .04; 0 where one has no words.

    Raises ValueError where a signature has another length.
    """
    (count, mine), (others, theirs) = _read(one), _read(other)
    return float(np.mean(mine == theirs)) if count and others else 0.0


def containment(one: bytes, other: bytes) -> float:
    """Share of the shorter text's shingles that are in the longer one, from the Jaccard share and the two numbers."""
    alike = similarity(one, other)
    shorter, longer = sorted((_read(one)[0], _read(other)[0]))
    return min(1.0, alike / (1.0 + alike) * (shorter + longer) / shorter) if shorter else 0.0


def near_copy(one: bytes, other: bytes) -> bool:
    """True for one text in two versions: a reprint, an edit, a cut; False for two texts that share a quotation."""
    alike = similarity(one, other)
    if min(_read(one)[0], _read(other)[0]) < LEAST_SHINGLES:
        return alike >= 0.9
    return alike >= SAME_JACCARD or (alike >= LEAST_JACCARD and containment(one, other) >= SAME_CONTAINMENT)


def bands(signature: bytes) -> list[int]:
    """BANDS keys of 63 bits: near-copies share at least one of them, so an index can look them up instead of comparing.

    A text without words has none.
    """
    count, values = _read(signature)
    if not count:
        return []
    return [_key(at, values[at * ROWS : (at + 1) * ROWS].tobytes()) for at in range(BANDS)]


def _key(band: int, minima: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(bytes([band]) + minima, digest_size=8).digest(), "little") >> 1


def content_hash(headline: str, body: str) -> str:
    """32 hexadecimal digits that change only where a reader would see another text.

    White space, punctuation, case, invisible characters and lines that only count (views, comments, minutes ago) do
    not change it; a word or a number in the text does.
    """
    told = "\n".join((essence(headline), essence(body)))
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
