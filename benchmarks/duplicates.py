"""Near-copies: precision and recall on pairs made by the edits that desks make, and what the lookup costs.

usage: python benchmarks/duplicates.py TEXTS.jsonl[.gz] [--seed N] [--sizes 10000,1000000]

TEXTS holds JSON objects with `body` and `language` (others are skipped). From each text of 120 words or more, with a
seeded generator: copies with a new first paragraph, cut from the end to between 45 and 90 percent, in another house
style, and all of these at once. Against them: pairs of different texts of one language, and pairs of different texts
into both of which the same quotation of 20 to 60 words is put. The headline is no part of the signature, so that a new
one changes nothing. The second table times signatures' bands in an index of growing size, made of random texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from monitor.text.fingerprints import BANDS, PERMUTATIONS, bands, minhash, near_copy
from monitor.text.tokens import count_words, sentences

Text = tuple[str, str]  # language, body
_STYLE = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', " – ": " - ", " — ": " - ", "’": "'", " per cent": " percent",
    "%": " percent", " Mr ": " ", " Mr. ": " ", " Mrs ": " ", " Dr. ": " ", "isation": "ization", "colour": "color",
    " percent": " pct", "U.S.": "US", "million": "m", "Million": "Mio.", "U.N.": "UN", " km": " kilometers",
}  # fmt: skip


def read(path: Path) -> list[Text]:
    """The texts that are long enough, in the file's order."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [(row.get("language") or "und", row.get("body") or "") for row in rows]
    return [(language, body) for language, body in texts if count_words(body, language) >= 120]


def new_lead(text: Text, other: Text, rng: random.Random) -> str:
    """Another text's first one to three sentences before this one's."""
    lead = [sentence for _, sentence in sentences(other[1], other[0])[: rng.randint(1, 3)]]
    return " ".join(lead) + "\n" + text[1]


def cut(text: Text, other: Text, rng: random.Random) -> str:  # noqa: ARG001  (one signature for all edits)
    """The first 45 to 90 percent, to the end of a sentence."""
    wanted = rng.uniform(0.45, 0.9) * len(text[1])
    kept = [start for start, _ in sentences(text[1], text[0]) if start <= wanted]
    return text[1][: kept[-1]] if kept[-1] else text[1][: int(wanted)]


def house_style(text: Text, other: Text, rng: random.Random) -> str:  # noqa: ARG001
    """Other quotation marks, spellings and units, other paragraphs, and a credit line at the end."""
    body = text[1]
    for old, new in _STYLE.items():
        body = body.replace(old, new)
    parts = [part for _, part in sentences(body, text[0])]
    return "".join(part + rng.choice([" ", "\n"]) for part in parts) + "\n(Reporting by the desk; editing by A. B.)"


def all_at_once(text: Text, other: Text, rng: random.Random) -> str:
    """Cut, in another style, with a new lead."""
    shorter = (text[0], cut(text, other, rng))
    return new_lead((text[0], house_style(shorter, other, rng)), other, rng)


EDITS: dict[str, Callable[[Text, Text, random.Random], str]] = {
    "new first paragraph": new_lead,
    "cut from the end": cut,
    "house style": house_style,
    "all at once": all_at_once,
}


def with_quote(text: Text, quote: str, rng: random.Random) -> str:
    """The text with a quotation put between two of its sentences."""
    starts = [start for start, _ in sentences(text[1], text[0])]
    at = rng.choice(starts)
    return f"{text[1][:at]}“{quote}” {text[1][at:]}"


def pairs(texts: list[Text], rng: random.Random) -> Iterator[tuple[str, bool, Text, Text]]:
    """Name of the kind, whether it is a copy, and the two texts."""
    by_language: dict[str, list[Text]] = {}
    for text in texts:
        by_language.setdefault(text[0], []).append(text)
    for text in texts:
        fellows = [other for other in by_language[text[0]] if other is not text]
        other = rng.choice(fellows or [one for one in texts if one is not text])
        for name, edit in EDITS.items():
            yield name, True, text, (text[0], edit(text, other, rng))
        yield "different texts", False, text, other
        words = rng.choice(texts)[1].split()
        start = rng.randrange(max(1, len(words) - 60))
        quote = " ".join(words[start : start + rng.randint(20, 60)])[:600]
        yield (
            "a quotation shared",
            False,
            (text[0], with_quote(text, quote, rng)),
            (other[0], with_quote(other, quote, rng)),
        )


def score(texts: list[Text], seed: int) -> None:
    """Print each kind's share found, then precision and recall, whole and by the bands alone."""
    found: dict[str, list[tuple[bool, bool]]] = {}
    right: dict[str, bool] = {}
    for name, copy, one, other in pairs(texts, random.Random(seed)):
        mine, theirs = minhash(one[1], one[0]), minhash(other[1], other[0])
        right[name] = copy
        met = bool(set(bands(mine)) & set(bands(theirs)))
        found.setdefault(name, []).append((met and near_copy(mine, theirs), met))
    print(f"{len(texts)} texts, seed {seed}\n{'kind':24}{'pairs':>7}{'told copies':>13}{'share a band':>14}")
    for name, results in found.items():
        print(f"{name:24}{len(results):7}{sum(a for a, _ in results):13}{sum(b for _, b in results):14}")
    hits = sum(a for name, results in found.items() if right[name] for a, _ in results)
    false = sum(a for name, results in found.items() if not right[name] for a, _ in results)
    wanted = sum(len(results) for name, results in found.items() if right[name])
    print(f"precision {hits / max(1, hits + false):.4f}  recall {hits / max(1, wanted):.4f}")


def cost(sizes: list[int], seed: int) -> None:
    """Print what making and looking up one article's bands costs with so many signatures in the index."""
    print(f"\n{'articles':>10}{'build s':>10}{'lookup µs':>11}{'candidates an article':>24}")
    for size in sizes:
        rng = np.random.default_rng(seed)
        held = rng.integers(0, 2**32, size=(size, PERMUTATIONS), dtype=np.uint32)
        start = time.process_time()
        keys = np.sort(
            held.reshape(size, BANDS, -1).astype(np.uint64) @ np.array([1, 0x9E3779B1, 0x85EBCA77], np.uint64), axis=0
        )
        build = time.process_time() - start
        asked = [row.tobytes() for row in held[rng.integers(0, size, 300)]]
        start = time.process_time()
        met = 0
        for signature in asked:
            bands((100).to_bytes(4, "little") + signature)
            own = np.frombuffer(signature, np.uint32).reshape(BANDS, -1).astype(np.uint64)
            own_keys = own @ np.array([1, 0x9E3779B1, 0x85EBCA77], np.uint64)
            for band in range(BANDS):
                column = keys[:, band]
                met += int(np.searchsorted(column, own_keys[band], "right") - np.searchsorted(column, own_keys[band]))
        took = (time.process_time() - start) / len(asked)
        print(f"{size:10}{build:10.2f}{took * 1e6:11.0f}{met / len(asked) / BANDS:24.2f}")


def main() -> None:
    """Read the command line and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sizes", default="")
    given = parser.parse_args()
    score(read(given.texts), given.seed)
    if given.sizes:
        cost([int(size) for size in given.sizes.split(",")], given.seed)


if __name__ == "__main__":
    main()
