"""What a hostile page can hold takes time that grows with its length, and no faster."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from monitor.language import detect
from monitor.text.fingerprints import content_hash, minhash
from monitor.text.names import names
from monitor.text.numbers import figures
from monitor.text.places import places
from monitor.text.tokens import count_words, sentences, words
from monitor.text.urls import normalise
from tests.timing import least_cpu

HOSTILE = [
    "1",
    "1,",
    "12 ",
    "$1 ",
    "Ab ",
    "A",
    '"',
    "“",
    "“a. ",
    ".",
    "a. ",
    "十",
    "ア",
    "والا ",
    "\u0301",
    "a'",
    "A-b",
    "ก ",
    "%41",
    "״ב",
]
LENGTH = 60_000
READERS: dict[str, Callable[[str], object]] = {
    "detect": detect,
    "words": lambda text: words(text, "en"),
    "sentences": lambda text: sentences(text, "th"),
    "names": lambda text: names(text, "de"),
    "places": lambda text: places(text, "ru"),
    "figures": lambda text: figures(text, "zh-Hans"),
    "minhash": lambda text: minhash(text, "en"),
    "content_hash": lambda text: content_hash("", text),
    "count_words": lambda text: count_words(text, "my"),
    "normalise": lambda text: normalise(f"https://example.com/{text}"),
}


@pytest.mark.parametrize("reader", READERS)
def test_hostile_texts_take_little_time(reader: str) -> None:
    read = READERS[reader]
    read("Zur Probe 1 Satz aus Sofia.")  # what is loaded once is not counted
    for piece in HOSTILE:
        text = (piece * LENGTH)[:LENGTH]
        assert least_cpu(partial(read, text), 2.5) < 2.5, piece
