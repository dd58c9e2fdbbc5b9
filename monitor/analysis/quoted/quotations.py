"""Finds quotations in a text, in every style of quotation marks.

A quotation runs to its own closing mark inside a paragraph; one that is left open at a paragraph's end and taken up
by an opening mark in the next is one quotation over both.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import evolve, frozen

from monitor.analysis.frames import frames

PAIRS = {
    "“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’",
    '"': '"', "＂": "＂", "〝": "〞〟", "״": "״", "《": "》", "〈": "〉", "'": "'", "``": "''",
}  # fmt: skip
_TURNED = {"’": "‘"}
_MARK = regex.compile(f"[{regex.escape(''.join(mark for mark in (*PAIRS, *_TURNED) if len(mark) == 1))}]")
_TITLES_ONLY = frozenset("《〈")  # marks of titles, no speech in most languages
_WORD = regex.compile(r"[\p{L}\p{N}]")
_HANGUL = regex.compile(r"\p{Hangul}")
_TYPED, _TYPED_END = regex.compile(r"(?<![^\s(:,])''(?=[^\s'])"), regex.compile(r"''")  # ''…'' for "…"
_DASH = regex.compile(r"^\s*[—–―-]\s*(?=[\p{L}¡¿«“\"(…])")
_DASH_INSIDE = regex.compile(r"(?<=[.!?…])\s[—–]\s+(?=\p{Lu})")
MOST_UNCLOSED = 12  # marks of a paragraph that find no partner; then the others are not tried
LONGEST = 3_000  # characters of one quotation; a mark that finds no partner within is no quotation


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
    """Every outermost quotation in order."""
    found: list[Quotation] = []
    offset = 0
    paragraphs = _TYPED_END.sub('" ', _TYPED.sub(' "', text)).split("\n")
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        for quotation in _in_paragraph(paragraph, language, following.lstrip()[:1]):
            placed = evolve(quotation, start=quotation.start + offset, end=quotation.end + offset)
            if found and _continues(found[-1], placed, text):
                placed = _joined(found.pop(), placed)
            found.append(placed)
        offset += len(paragraph) + 1
    return found


def _continues(before: Quotation, after: Quotation, text: str) -> bool:
    between = text[before.end : after.start]
    return before.open_ended and before.style == after.style and between.strip() == after.style and "\n" in between


def _joined(before: Quotation, after: Quotation) -> Quotation:
    return evolve(after, start=before.start, text=f"{before.text} {after.text}")


def _in_paragraph(paragraph: str, language: str, following: str) -> Iterator[Quotation]:
    after = 0
    marked = False
    unclosed = 0
    for found in _MARK.finditer(paragraph):
        position, mark = found.start(), found[0]
        known = position >= after and unclosed < MOST_UNCLOSED and mark in _pairs(language)
        if known and _opens(paragraph, position, language):
            end = _closing(paragraph, position, language)
            unclosed += end is None
            if end is not None or _open_to_the_end(paragraph, position, following):
                stop = len(paragraph) if end is None else end
                words = paragraph[position + 1 : stop]
                marked = True
                if _WORD.search(words):
                    yield Quotation(
                        start=position + 1, end=stop, text=words.strip(), style=mark, open_ended=end is None
                    )
                after = stop + 1
    if not marked:
        yield from _dialogue(paragraph)


def _pairs(language: str) -> dict[str, str]:
    return {**PAIRS, **_TURNED} if frames(language).turned else PAIRS


def _opens(text: str, at: int, language: str) -> bool:
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark in _TITLES_ONLY:
        return frames(language).brackets
    if not after or (after.isspace() and mark not in "«‹"):
        return False
    if mark in "'‘’\"״＂":
        clitic = before in (frames(language).joined or "-") and not text[at - 2 : at - 1].isalpha()
        return clitic or before == "ـ" or not before.isalnum()
    if mark in "”»›":
        return not before.isalnum() and before not in set(".,!?…") and (after.isalnum() or after in "¿¡")
    return True


def _closing(text: str, at: int, language: str) -> int | None:
    mark, closers = text[at], _pairs(language)[text[at]]
    depth = 0
    for place in range(at + 1, min(len(text), at + LONGEST)):
        character = text[place]
        if character in closers and _closes(text, place, mark, language):
            if depth == 0:
                return place
            depth -= 1
        elif character == mark and mark not in closers:
            depth += 1
    return None


def _closes(text: str, at: int, mark: str, language: str) -> bool:
    """False for an apostrophe, for the gershayim inside a Hebrew acronym, for inches."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "'‘‚":
        joined = before.isalnum() and after.isalpha() and not _HANGUL.match(after)  # ‘…’고 말했다
        return not joined and not _plural_possessive(text, at)
    if mark in '"״' and before.isalpha() and after.isalpha():
        return not frames(language).acronyms and not _latin(before, after)
    return not (mark in '"＂' and before.isspace() and after.isalnum())


def _latin(before: str, after: str) -> bool:
    return before.isascii() and after.isascii()


def _plural_possessive(text: str, at: int) -> bool:
    """`allies' forces`: an s before, a small letter after a space, and another closing mark to come."""
    follows = text[at + 1 : at + 3]
    return text[at - 1] == "s" and follows[:1] == " " and follows[1:].islower() and "'" in text[at + 1 : at + 200]


def _open_to_the_end(text: str, at: int, following: str) -> bool:
    """A mark that is never closed in a paragraph and opens it, or the next: speech that goes on there."""
    goes_on = not text[:at].strip() or following == text[at]
    return text[at] in '“«„"「' and goes_on and len(text) - at < LONGEST


def _dialogue(paragraph: str) -> Iterator[Quotation]:
    """Whatever stands after a dash at a paragraph's or a sentence's beginning, the writer's words among it."""
    opening = _DASH.match(paragraph) or _DASH_INSIDE.search(paragraph)
    if opening is None:
        return
    words = paragraph[opening.end() :]
    inside = opening.re is _DASH_INSIDE
    if _WORD.search(words):
        yield Quotation(start=opening.end(), end=len(paragraph), text=words, style="—", inside=inside)
