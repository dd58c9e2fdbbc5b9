"""Whether an outlet that a sentence names is cited in it, and by which words."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.cited.citing import (
    BESIDE,
    CLOSING,
    NEAR,
    Words,
    addressed,
    frame_after,
    frame_before,
    spoken_of,
    told_at_the_end,
    with_nouns,
)
from monitor.analysis.cited.credits import credited
from monitor.analysis.cited.naming import SHORT_NAME
from monitor.analysis.cited.outlet_names import OutletName
from monitor.analysis.cited.telling import does_not_tell, says, told_elsewhere
from monitor.text.folded import Token, tokens

_OPENING = regex.compile(r"[«„“”\"‘‚»《『״]$")
_HEADLINE = regex.compile(r"[»”\"]?\s?(?:\([^()]{2,24}\))?:(?:\s+\S+\s\S+|\s*$)")  # Reuters: Iran will not yield
_LONGER_WORD = regex.compile(r"\p{Han}{2}|[\p{Katakana}ー]{2}")  # of scripts without spaces


def judged(
    sentence: str, here: Sequence[Token], span: tuple[int, int], outlet: OutletName, words: Words
) -> tuple[str, str]:
    """(kind, citing words) of a name in its sentence; ("", "") where it is no citation."""
    first, last = span
    wide, named = with_nouns(sentence, here, span, words)
    named = named or (last - first > 1 and bool(words.nouns.find(here[first:last])))  # Нова телевизия
    marked = bool(_OPENING.search(sentence[: here[first].start]) and CLOSING.match(sentence, here[last - 1].end))
    marked = marked or (words.capitals and sentence[here[first].start : here[last - 1].end].isupper())  # in der WELT
    if outlet.ordinary and not (outlet.own or named or marked):
        return "", ""  # a word, and no outlet that is known in this language
    line = credited(sentence, here, wide, words)
    if line is not None:
        return line
    if outlet.ordinary and not named and _means_otherwise(sentence, here, span, words, marked=marked):
        return "", ""
    frame = _framed(sentence, here, (span, wide), outlet, words, named=named, marked=marked)
    if not (named or (frame and frame[0] == "frame" and outlet.own)) and _of_a_person(sentence, here, span, outlet):
        return "", ""
    plain = outlet.ordinary and not (named or marked)
    if frame and plain and words.capitals and not _is_no_noun(sentence, here, span, frame, words):
        return "", ""
    if frame and not _holds(frame, here, wide, words, ordinary=outlet.ordinary, named=named, marked=marked):
        frame = None
    if frame and does_not_tell(sentence, here, wide, frame, words):
        frame = None
    against = spoken_of(sentence, here, wide, words)
    compound = against and sentence[here[last - 1].end :][:1] == "-"  # sagte NDR-Sprecher Meier
    if frame and not (against and (plain or frame[0] != "frame" or compound)):
        return "text", frame[1]
    return ("", "") if against else _unframed(sentence, here, wide, outlet, words, plain=outlet.ordinary and not named)


def _framed(
    sentence: str,
    here: Sequence[Token],
    spans: tuple[tuple[int, int], tuple[int, int]],
    outlet: OutletName,
    words: Words,
    *,
    named: bool,
    marked: bool,
) -> tuple[str, str] | None:
    """(kind, citing words) of what cites a name from around it; `spans` are the name, and the name with its nouns."""
    span, wide = spans
    plain = outlet.ordinary and not (named or marked)
    near = (BESIDE if outlet.ordinary and not marked else NEAR) * words.scale  # dem „Spiegel“
    if words.verb_first and outlet.ordinary and not named and _joined(here[span[0]], outlet):
        near = 0
    told = addressed(sentence, here, span, outlet.name, words, ordinary=plain)
    if told is None and wide[0] < span[0]:
        told = addressed(sentence, here, wide, outlet.name, words, ordinary=False)  # пред агенция Ройтерс
    return told or frame_before(sentence, here, wide, near, words) or frame_after(sentence, here, wide, near, words)


def _unframed(
    sentence: str, here: Sequence[Token], wide: tuple[int, int], outlet: OutletName, words: Words, *, plain: bool
) -> tuple[str, str]:
    """The same of a name that has no citing words beside it."""
    if plain:
        told = told_at_the_end(sentence, here, wide, words)
        return ("text", told) if told else ("", "")
    if not wide[0] and _HEADLINE.match(sentence, here[wide[1] - 1].end):
        return "text", ":"
    told = "" if outlet.foreign else told_elsewhere(sentence, here, wide, words)
    return ("text", told) if told and _says_something(told, here, words) else ("", "")


def _joined(word: Token, outlet: OutletName) -> bool:
    """Whether a preposition is written at a name's beginning: the organisation's officer للشرق الأوسط."""
    return word.folded != tokens(outlet.name)[0].folded and word.folded.startswith("ل")


def _holds(
    frame: tuple[str, str],
    here: Sequence[Token],
    span: tuple[int, int],
    words: Words,
    *,
    ordinary: bool,
    named: bool,
    marked: bool,
) -> bool:
    """Whether what seems to cite a name does: an ordinary word's verb may be another's, a reporter may say nothing."""
    kind, phrase = frame
    if not _says_something(phrase, here, words):
        return False
    if kind == "apart" and ordinary and not (named or marked):
        return False  # a clause of its own says who tells: Зеркало разбилось, сообщил музей; „… keine Zeit“, sagte sie
    if phrase in words.small.weak and not says(here, span, words, near=ordinary and not named):
        return False  # به میزان ۳۰ درصد
    return not (kind == "inverted" and ordinary and not (named or words.inverts))


def _is_no_noun(
    sentence: str, here: Sequence[Token], span: tuple[int, int], frame: tuple[str, str], words: Words
) -> bool:
    """Where all nouns have capitals: `die Zeit berichtet`, `laut Bild`; no `kurzer Zeit`, no `mit Blick auf`."""
    first, last = span
    kind, phrase = frame
    if first:
        before = here[first - 1]
        told = before.folded == tokens(phrase)[-1].folded if phrase else False
        if sentence[before.end : here[first].start].strip() not in ("", ",") or not (
            told or before.folded in words.beside
        ):
            return False
    return kind not in ("verb", "apart") or (last < len(here) and words.reports.at(here, last) is not None)


def _says_something(frame: str, here: Sequence[Token], words: Words) -> bool:
    """Whether a citing word is no journalist, or the journalist's sentence has a word of speech besides."""
    cited = tokens(frame)
    if not cited or not words.journalists.at(cited, 0):
        return True
    told = [phrase for _, _, phrase in words.verbs.find(here)]
    told += [phrase for _, _, phrase in words.before.find(here) if len(phrase) > SHORT_NAME]  # no à, no su
    return any(not words.journalists.find(tokens(phrase)) for phrase in told)


def _means_otherwise(
    sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words, *, marked: bool
) -> bool:
    """Whether a name that is a word too is a country's, ends a longer name, or begins a longer word.

    `Ministério Público`; 共同声明 is no agency's statement.
    """
    first, last = span
    if not marked and _ends_a_name(sentence, here, span, words):
        return True
    place = words.places.at(here, first)
    return bool(place and place[0] == last) or bool(_LONGER_WORD.match(sentence, here[last - 1].end - 1))


def _ends_a_name(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> bool:
    """`Ministério Público`: a word that may be no outlet, right behind another with a capital in mid-sentence."""
    first, last = span
    if words.capitals or first < 2 or last - first > 1 or not here[first - 1].upper:
        return False
    return sentence[here[first - 1].end : here[first].start] == " " and here[first - 1].folded not in words.common


def _of_a_person(sentence: str, here: Sequence[Token], span: tuple[int, int], outlet: OutletName) -> bool:
    """`Petra Ullmann`: one word that may be no outlet, right before another with a capital letter."""
    first, last = span
    if last - first > 1 or last == len(here) or not (outlet.ordinary or not outlet.own):
        return False
    return here[first].upper and here[last].upper and sentence[here[first].end : here[last].start] == " "
