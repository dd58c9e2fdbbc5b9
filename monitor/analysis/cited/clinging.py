"""Frames that end in a preposition which is written at the outlet's name: وفقا لرويترز, בשיחה להארץ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.text.folded import Token
from monitor.text.phrases import Phrases

Clinging = Phrases[tuple[str, str]]  # a frame without its preposition -> the frame, its preposition
_LONGEST = 4  # words of a frame


def clinging(frames: Iterable[str], language: str) -> Clinging:
    """Those frames of more than one word whose last is a letter."""
    parted = ((frame, *frame.rpartition(" ")[::2]) for frame in frames)
    return Phrases([(bare, (frame, last)) for frame, bare, last in parted if bare and len(last) == 1], language)


def frame_at(here: Sequence[Token], first: int, known: Clinging) -> str:
    """The frame whose preposition begins a name's first word, or the noun before it; "" where there is none."""
    begin = max(0, first - _LONGEST)
    for _, end, (frame, letter) in reversed(known.find(here[begin:first])):
        if begin + end == first and here[first].folded.startswith(letter):
            return frame
    return ""
