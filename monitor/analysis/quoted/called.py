"""Names and titles in quotation marks, which are no quotations: taken out before speakers are looked for."""

from __future__ import annotations

from collections.abc import Container, Sequence

import regex

from monitor.analysis.names import name_words
from monitor.analysis.names.words import CASED
from monitor.analysis.quoted.quotations import Quotation
from monitor.analysis.quoted.somebody import is_somebody
from monitor.analysis.quoted.titles import is_heading, is_name, points, titled, told_to
from monitor.analysis.quoted.units import Unit, units
from monitor.language import language as look_up
from monitor.model import Mention
from monitor.text.folded import tokens

_PHRASE = 2  # words; more that begin with a small letter, in scripts that have them, are no title
TITLE = 6  # words; of what is longer none is a title or a name
_STOPS = regex.compile(r"[.:;!?。：；！？]|, ?[–—-]")
_ENDS, _WORD_BEHIND = regex.compile(r"[.,:;!?।،؟]$"), regex.compile(r"^\W\s\p{L}")
_INK = regex.compile(r"\S")
_LISTED, _SENTENCE = frozenset("),;"), regex.compile(r"[.!?…][\"”]?$")  # an actor (“Rain,” “Snow”)
_NO_WORD = "/"  # joins no words and ends no clause


def without_names(
    body: str, sentences: Sequence[tuple[int, str]], found: Sequence[Quotation], mentions: Sequence[Mention], code: str
) -> tuple[str, list[Unit]]:
    """The text with each name in marks blanked out, and its sentences with the quotations that are left.

    A mentioned outlet and a person keep their letters and lose their marks: `сказал «Известиям» Иван Котов` has one
    subject. Places stay as they were. code: of the language.
    """
    cut = units(body, sentences, found)
    called = {each.start: each for unit in cut for each in _called(unit, mentions, code)}
    called |= (people := _people(cut, code))
    if not called:
        return body, cut
    starts = {mention.start for mention in mentions}
    letters = list(body)
    for each in called.values():
        if each.style == "—":
            continue
        opening, closing = each.start - 1, each.end
        kept = each.start in people or any(each.start <= start < each.end for start in starts)
        spans = ((opening, opening + 1), (closing, closing + 1)) if kept else ((opening, closing + 1),)
        for first, last in spans:
            letters[first:last] = _INK.sub(_NO_WORD, "".join(letters[first:last]))
        if each.start in people and each.style == "«" and look_up(code).script == "Arab":  # «زاو هتای» سخنگوی دولت
            letters[closing] = "،"
    text = "".join(letters)
    return text, units(text, sentences, [each for each in found if each.start not in called])


def _people(cut: Sequence[Unit], code: str) -> dict[int, Quotation]:
    """The names of people in marks, wherever they stand, by their places."""
    names = {each.text for unit in cut for each in unit.quoted if is_somebody(unit, each, code)}
    return {each.start: each for unit in cut for each in unit.quoted if each.text in names} if names else {}


def _called(unit: Unit, mentions: Sequence[Mention], code: str) -> list[Quotation]:
    """The names and titles of a unit; of some in a row, all are where one of the outermost is: films "A" and "B"."""
    named = [is_called(unit, each, mentions, code) for each in unit.quoted]
    ands = name_words(code).ands
    rows = range(1, len(named)) if any(named) else ()
    joined = {at for at in rows if _in_a_row(unit, at, ands)}
    for at in rows:
        named[at] = named[at] or (at in joined and named[at - 1])
    for at in reversed(rows):
        named[at - 1] = named[at - 1] or (at in joined and named[at])
    return [each for each, is_one in zip(unit.quoted, named, strict=True) if is_one]


def _in_a_row(unit: Unit, at: int, ands: Container[str]) -> bool:
    """Whether nothing but a comma or `and` stands between a quotation and the one before it."""
    before, after = unit.quoted[at - 1 : at + 1]
    between = unit.text[before.end + 1 - unit.start : after.start - 1 - unit.start]
    words = tokens(between)
    return len(words) <= 1 and all(word.folded in ands for word in words) and not _STOPS.search(between)


def _ends_in_body(unit: Unit, quotation: Quotation, code: str) -> bool:
    """‘नव जागरण लिमिटेड’ के: in scripts without capitals, words that end in a body's, with more behind them."""
    row = look_up(code)
    if row.script in CASED or not row.spaces or _ENDS.search(quotation.text):
        return False
    words, rest = tokens(quotation.text), unit.around(quotation)[1]
    found = name_words(code).bodies.find(words)
    return bool(found) and found[-1][1] == len(words) and _WORD_BEHIND.match(rest) is not None


def is_called(unit: Unit, quotation: Quotation, mentions: Sequence[Mention], code: str) -> bool:
    """Whether a title of a work, an outlet's or another name stands between the marks."""
    lead, rest = unit.around(quotation)
    if points(lead, code):
        return True
    size = len(unit.inside(quotation)) / (1 if look_up(code).spaces else 2)
    if size >= TITLE:
        return False
    listed = quotation.text[-1:] in _LISTED or rest[1:2] in _LISTED
    if lead[:-1].endswith("(") and listed and not _SENTENCE.search(quotation.text):
        return True
    named = titled(lead, "" if quotation.text.endswith(",") else rest, code)  # "…," aģentūrai LETA sacīja
    told = size > _PHRASE and look_up(code).script in CASED and quotation.text[0].islower()
    whole = any(quotation.start <= m.start < quotation.end and len(m.name) + 1 >= len(quotation.text) for m in mentions)
    if whole or is_name(quotation, lead, rest, code) or (named and not told) or told_to(lead, code):
        return True
    if not told and _ends_in_body(unit, quotation, code):
        return True
    return look_up(code).script in CASED and quotation.style != "—" and is_heading(quotation, lead, rest, code)
