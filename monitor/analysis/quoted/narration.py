"""Where the writer speaks inside a quotation: `«…, — отметила она. — …»`, `– Jag blev rädd, säger hon. – Men …`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

import regex
from attrs import evolve

from monitor.analysis.frames import listed
from monitor.analysis.names import name_words
from monitor.analysis.quoted.dialogue import MOST_WORDS, Narrates, dialogue
from monitor.analysis.quoted.quotations import Quotation, quotations
from monitor.text.folded import tokens

MOST = 500  # quotations of a text
_DASHED = regex.compile(
    r"(?P<pause>[,.!?…]?)(?:\s*[—–-]\s|\s[—–](?=\p{Ll}))(?P<said>[^—–«»“”]{3,120}?[,.]?)(?:\s+[—–-]|(?<=\p{L})[—–])[.,;:]?\s*(?=\p{L})"
)
_IN_COMMAS = regex.compile(r"(?P<pause>),\s(?P<said>[^,.«»“”]{3,80})[,.]\s(?=[\p{L}\p{N}])")
_ASIDES = regex.compile(r"(?P<said>[^,.!?«»“”]{3,80})[,.]\s(?=[\p{L}\p{N}])")
_AT_THE_END = regex.compile(r"(?P<pause>),\s(?P<said>[^,«»“”]{3,80})[.!?]?\s*$")
_BEHIND = regex.compile(r"[.!?…]\s.*|\n.*", regex.DOTALL)  # what is no longer the sentence
_TOLD = 60  # characters behind a quotation in which its verb stands
_BETWEEN_DASHES = 18  # words: – dice da Napoli Ugo Neri, il legale che lo difese –
_MARK = 1  # characters of a quotation mark
_ASIDE = 8  # words that tell who a person is: `, fromagère à Lens,`


def narrates(language: str) -> Narrates:
    """The judge of a language."""
    return Narrates(listed(language, "says", "impersonal"), name_words(language))


def without_narration(found: Sequence[Quotation], judge: Narrates, text: str) -> list[Quotation]:
    """Quotations cut where the writer speaks between; those between marks that are part of speech are left out."""
    result: list[Quotation] = []
    marked = [each for each in found if each.style != "—"]
    for quotation in found:
        if quotation.style == "—":
            here = [each for each in marked if quotation.start <= each.start < quotation.end]
            result += [each for each in dialogue(quotation, judge, here) if not _in_marks(each, here)]
        else:
            result += _cut(quotation, judge, text)
    speech = [each for each in result if each.style == "—"]
    if not speech:
        return result
    starts = [each.start for each in speech]
    return sorted((each for each in result if not _is_spoken(each, speech, starts)), key=attrgetter("start"))


def _in_marks(speech: Quotation, marked: Sequence[Quotation]) -> bool:
    """Whether all words behind a dash are between marks."""
    return any(
        each.start - speech.start <= _MARK and speech.end - each.end <= 2 * _MARK and each.end <= speech.end
        for each in marked
        if each.start >= speech.start
    )


def _is_spoken(quotation: Quotation, speech: Sequence[Quotation], starts: Sequence[int]) -> bool:
    """Whether what stands between marks is part of what somebody says behind a dash."""
    at = bisect_right(starts, quotation.start) - 1
    return quotation.style != "—" and at >= 0 and quotation.start < speech[at].end


def _cut(quotation: Quotation, judge: Narrates, text: str) -> list[Quotation]:
    if judge.encloses:
        return [quotation]
    for pattern in (_DASHED, _IN_COMMAS):
        for match in pattern.finditer(quotation.text, overlapped=pattern is _IN_COMMAS):
            dashed = pattern is _DASHED and bool(match["pause"])
            most = _BETWEEN_DASHES if pattern is _DASHED else MOST_WORDS
            if judge(match["said"], dashed, most) and (dashed or not _is_own(quotation, match["said"], judge, text)):
                stop = match.end("pause") if pattern is _DASHED else match.start() + 1
                first = evolve(quotation, text=quotation.text[:stop].strip(), end=quotation.start + stop)
                second = evolve(
                    quotation, text=quotation.text[match.end() :], start=quotation.start + match.end(), later=True
                )
                return [first, *_cut(_past_aside(second, match["said"], judge), judge, text)]
    last = _AT_THE_END.search(quotation.text)
    said = tokens(last["said"])[: MOST_WORDS + 1] if last else []
    if last and 0 < len(said) <= MOST_WORDS and judge.tells(said) and not _is_told(quotation, judge, text):
        return [evolve(quotation, text=quotation.text[: last.start()], end=quotation.start + last.start())]
    return [quotation]


def _is_own(quotation: Quotation, said: str, judge: Narrates, text: str) -> bool:
    """`"Llamé, me dijo que no, y me fui", contó Ana Rey`: a clause that names nobody where the writer tells behind."""
    return not any(word.upper for word in tokens(said)) and _is_told(quotation, judge, text)


def _is_told(quotation: Quotation, judge: Narrates, text: str) -> bool:
    """Whether the writer tells of a quotation behind it, so that its last clause is the speaker's too."""
    behind = tokens(_BEHIND.sub("", text[quotation.end : quotation.end + _TOLD]))
    return bool(behind) and not behind[0].upper and judge.tells(behind)


def _past_aside(second: Quotation, said: str, judge: Narrates) -> Quotation:
    """Without what tells who spoke: `…, explique Laura Petit, fromagère à Lens, mais …`."""
    aside = _ASIDES.match(second.text)
    words = tokens(aside["said"]) if aside else []
    named = any(word.upper for word in tokens(said))
    if not aside or not named or len(words) > _ASIDE or words[0].upper or judge.speaks(words):
        return second
    rest = evolve(second, text=second.text[aside.end() :], start=second.start + aside.end())
    return _past_aside(rest, said, judge)


def spoken(text: str, language: str) -> list[Quotation]:
    """Every outermost quotation of a text in order, without what its writer says between; none without a word."""
    found = without_narration(quotations(text, language)[:MOST], narrates(language), text)
    return [each for each in found if any(map(str.isalnum, each.text))]
