"""Finds quotations in a text, in every style of quotation marks.

A quotation runs to its own closing mark inside a paragraph; one that is left open at a paragraph's end and taken up
by an opening mark in the next is one quotation over both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import evolve, frozen

from monitor.analysis.quoted.marks import MARK, closing, ends, goes_on, opens, pairs

_WORD = regex.compile(r"[\p{L}\p{N}]")
_TYPED, _TYPED_END = regex.compile(r"(?<![^\s(:,])''(?=[^\s'])"), regex.compile(r"''")  # ''…'' for "…"
_DASH = regex.compile(r"^\s*[—–―-]\s*(?=[\p{L}¡¿«“\"(…])")
_DASH_INSIDE = regex.compile(r"(?<=[.!?…][»”\"]?)\s[—–-]\s+(?=[\p{Lu}«“„\"])")
MOST_UNCLOSED = 12  # marks of a paragraph that find no partner; then the others are not tried


@frozen(kw_only=True)
class Quotation:
    """Words between quotation marks, or after a dialogue dash."""

    start: int  # of the words, after the opening mark
    end: int  # after the last word, before the closing mark
    text: str
    style: str  # the opening mark
    open_ended: bool = False  # no closing mark before the paragraph's end
    inside: bool = False  # its dash stands inside a paragraph: speech only where the writer tells of it
    later: bool = False  # what follows the writer's words inside a quotation


def quotations(text: str, language: str = "und") -> list[Quotation]:
    """Every outermost quotation in order, and whatever stands behind dashes."""
    found: list[Quotation] = []
    offset = 0
    paragraphs = _TYPED_END.sub('" ', _TYPED.sub(' "', text)).split("\n")
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        after = 0
        if found and found[-1].open_ended and found[-1].end == offset - 1:
            end = ends(paragraph, found[-1].style, language)
            if end is not None:
                found[-1] = _closed(found[-1], paragraph[:end], offset + end)
                after = end + 1
        for quotation in _in_paragraph(paragraph, language, following.lstrip()[:1], after):
            placed = evolve(quotation, start=quotation.start + offset, end=quotation.end + offset)
            if found and _continues(found[-1], placed, text):
                placed = _joined(found.pop(), placed)
            found.append(placed)
        offset += len(paragraph) + 1
    return found


def _closed(before: Quotation, rest: str, end: int) -> Quotation:
    """One that is closed in the paragraph behind the one in which it was opened."""
    return evolve(before, text=f"{before.text} {rest.strip()}", end=end, open_ended=False)


def _continues(before: Quotation, after: Quotation, text: str) -> bool:
    between = text[before.end : after.start]
    return before.open_ended and before.style == after.style and between.strip() == after.style and "\n" in between


def _joined(before: Quotation, after: Quotation) -> Quotation:
    return evolve(after, start=before.start, text=f"{before.text} {after.text}")


def _in_paragraph(paragraph: str, language: str, following: str, after: int) -> Iterator[Quotation]:
    """Those of a paragraph from a place on; speech behind dashes first, whatever it holds."""
    marked: list[Quotation] = []
    unclosed = 0
    known = pairs(language)
    for found in MARK.finditer(paragraph, after):
        position, mark = found.start(), found[0]
        usable = position >= after and unclosed < MOST_UNCLOSED and mark in known
        if not usable or not opens(paragraph, position, language):
            continue
        end = closing(paragraph, position, language)
        unclosed += end is None
        if end is None and not goes_on(paragraph, position, following):
            continue
        stop = len(paragraph) if end is None else end
        words = paragraph[position + 1 : stop]
        if _WORD.search(words):
            marked.append(
                Quotation(start=position + 1, end=stop, text=words.strip(), style=mark, open_ended=end is None)
            )
        after = stop + 1
    yield from _dialogue(paragraph, marked)
    yield from marked


def _dialogue(paragraph: str, marked: Sequence[Quotation]) -> Iterator[Quotation]:
    """Whatever stands after a dash at a paragraph's or a sentence's beginning, the writer's words among it."""
    opening = _DASH.match(paragraph)
    inside = opening is None
    if opening is None:
        apart = (each for each in _DASH_INSIDE.finditer(paragraph) if not _within(each.start(), marked))
        opening = next(apart, None)
    if opening is None:
        return
    words = paragraph[opening.end() :]
    if _WORD.search(words):
        yield Quotation(start=opening.end(), end=len(paragraph), text=words, style="—", inside=inside)


def _within(at: int, marked: Sequence[Quotation]) -> bool:
    return any(each.start <= at < each.end for each in marked)
