"""Finds quotations in a text, in every style of quotation marks.

A quotation runs to its own closing mark inside a paragraph; one that is left open at a paragraph's end and taken up
by an opening mark in the next is one quotation over both, as is one whose closing mark stands in one of the next
paragraphs before any other mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.quoted.marks import LONGEST, MARK, closing, ends, goes_on, opens, pairs, turned_round

_WORD = regex.compile(r"[\p{L}\p{N}]")
_TYPED, _TYPED_END = regex.compile(r"(?<![^\s(:,])''(?=[^\s'])"), regex.compile(r"''")  # ''…'' for "…"
_TYPED_LOW = regex.compile(r"(?<![^\s(:]),,(?=\p{L})")  # ,,…'' for „…”
_TYPED_CURLED = regex.compile(r"’’|‘‘")  # and what closes it: ,,…’’
_TYPED_APART = regex.compile(r"(?<=\S) ' '(?=[\s.,;:!?)]|$)")
_DASH = regex.compile(r"^\s*[—–―-]\s*(?=[\p{L}¡¿«“\"(…])")
_DASH_INSIDE = regex.compile(r"(?<=[.!?…][»”\"]?)\s{1,3}[—–-]\s+(?=[\p{Lu}«“„\"])")
_DASH_LED = regex.compile(r":\s{1,3}[—–-]\s+(?=\p{Lu})")  # spotkał się z dziennikarzami: – Zobaczymy
_OVER = 4  # paragraphs behind one in which a quotation may be closed
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
    offset, reached = 0, 0  # where a paragraph begins, and what is read up to
    typed = _TYPED_END.sub('" ', _TYPED.sub(' "', text))
    if ",," in typed:
        typed = _TYPED_CURLED.sub('" ', _TYPED_LOW.sub(" „", typed))
    paragraphs = _TYPED_APART.sub(' "  ', typed).split("\n")
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1 : number + 1 + _OVER]
        for quotation in _in_paragraph(paragraph, language, following, max(0, reached - offset)):
            placed = evolve(quotation, start=quotation.start + offset, end=quotation.end + offset)
            if found and _continues(found[-1], placed, text):
                placed = _joined(found.pop(), placed)
            found.append(placed)
            reached = placed.end + 1
        offset += len(paragraph) + 1
    return found


def _continues(before: Quotation, after: Quotation, text: str) -> bool:
    between = text[before.end : after.start]
    return before.open_ended and before.style == after.style and between.strip() == after.style and "\n" in between


def _joined(before: Quotation, after: Quotation) -> Quotation:
    return evolve(after, start=before.start, text=f"{before.text} {after.text}")


def _in_paragraph(paragraph: str, language: str, following: Sequence[str], after: int) -> Iterator[Quotation]:
    """Those that begin in a paragraph from a place on; speech behind dashes first, whatever it holds."""
    marked: list[Quotation] = []
    unclosed = 0
    known = pairs(language)
    ahead = following[0].lstrip()[:1] if following else ""
    turned = turned_round(paragraph)
    for found in MARK.finditer(paragraph, after):
        position, mark = found.start(), found[0]
        usable = position >= after and unclosed < MOST_UNCLOSED and mark in known
        if not usable or not (opens(paragraph, position, language) or (turned and mark == "»")):
            continue
        end = closing(paragraph, position, language)
        unclosed += end is None
        whole, open_ended = paragraph, False
        if end is None and (beyond := _beyond(paragraph, mark, following, language)):
            whole, end = beyond, len(beyond)
        elif end is None:
            if not goes_on(paragraph, position, ahead):
                continue
            end, open_ended = len(paragraph), True
        words = whole[position + 1 : end]
        if _WORD.search(words):
            text = words.replace("\n", " ").strip()
            marked.append(Quotation(start=position + 1, end=end, text=text, style=mark, open_ended=open_ended))
        after = end + 1
    if not after or marked:
        yield from _dialogue(paragraph, marked, language)
    yield from marked


def _beyond(paragraph: str, mark: str, following: Sequence[str], language: str) -> str:
    """A paragraph and what follows up to where one of the next closes a quotation, before it opens another; else ""."""
    whole = paragraph
    for text in following:
        if len(whole) > LONGEST or _DASH.match(text):
            return ""
        closed = ends(text, mark, language)
        if closed is not None:
            return f"{whole}\n{text[:closed]}" if closed >= 0 else ""
        whole = f"{whole}\n{text}"
    return ""


def _dialogue(paragraph: str, marked: Sequence[Quotation], language: str) -> Iterator[Quotation]:
    """Whatever stands after a dash at a paragraph's or a sentence's beginning, the writer's words among it."""
    dashes = frames(language).dashes
    opening = _DASH.match(paragraph)
    if opening is None and dashes and not marked:
        opening = _DASH_LED.search(paragraph)
    inside = opening is None or not dashes
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
