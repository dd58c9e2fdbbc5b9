"""What particles beside a quotation tell: that it is tied to a verb, or a noun among others."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.frames import frames, kinds, listed
from monitor.analysis.names import name_words
from monitor.analysis.quoted.pauses import CLOSED, COLON, ENDS
from monitor.analysis.quoted.quotations import Quotation
from monitor.language import language as look_up
from monitor.text.folded import Token, tokens

_MIDST = regex.compile(r"[\p{Han}\p{Thai}].$")
_WORD_BEHIND = regex.compile(r"^\W?\s[\p{Ll}\p{Hangul}]")
_GOES_ON, _OF = regex.compile(r"^[\"”」』]\p{Han}"), regex.compile(r"^[\"”」』]的")
_HAN_LAST, _OF_NOUN = regex.compile(r"\p{Han}$"), regex.compile(r"[的这這個个种種项項届屆]$")
_GAP = regex.compile(r"^\W\s(?=\p{L})")
_NEXT_ONE = regex.compile(r"[、,]?[「『]")
_NAME = 2  # words
_FEW, _STATEMENT = 4, 8  # words that may be a noun's attribute, and words that are a statement in any case
_NEAR = 40  # characters after a quotation in which its particle stands


def tied(body: str, quotation: Quotation, language: str, *, paused: bool = False) -> bool:
    """Whether a particle that quotes follows: 「…」と, "…"라고, "…" diye; with paused, be it before a comma."""
    if not frames(language).joins:
        return False
    after = body[quotation.end + 1 : quotation.end + _NEAR]
    words = tokens(after)
    if not words or words[0].start > 1:
        return False
    if (heard := listed(language, "hearsay").at(words, 0)) and CLOSED.match(after[words[heard[0] - 1].end :]):
        return True
    match = kinds(language, "joins", "idle").at(words, 0)
    if match is None and _closes(quotation, words, language):
        return True
    if match is None or match[1] == "idle":
        return False
    whole = paused or match[0] > 1  # 「…」とし、 but not 「…」と、
    return after[words[match[0] - 1].end :].strip()[:1] not in ({"「", "『"} if whole else {"「", "『", "、"})


def is_noun(body: str, quotation: Quotation, language: str) -> bool:
    """Whether a particle of a noun follows words that end no sentence: 「安全」の実現, "쇄신"을 약속했다.

    Or few words are made a verb or its object: 「前向きに評価」すると表明.
    """
    if not frames(language).cases or ENDS.search(quotation.text):
        return False
    after = body[quotation.end + 1 : quotation.end + _NEAR]
    words = tokens(after)
    match = kinds(language, "cases", "acted", "joins").at(words, 0) if words and words[0].start == 0 else None
    size = len(tokens(quotation.text))
    if match is None or match[1] == "joins":
        return False
    acted = listed(language, "acted").at(words, 0) if size > _STATEMENT else None
    if acted is not None and acted[0] == match[0]:
        return False
    if size > _STATEMENT and len(words) > match[0]:
        return not _NEXT_ONE.match(after[words[match[0] - 1].end :])  # 「…」で「…」と強調した
    return True


def is_phrase(body: str, quotation: Quotation, around: tuple[str, str], size: float, language: str) -> bool:
    """Whether a quotation of few words is a noun or stands before one: `'통상 전쟁' 가능성이`.

    around: the sentence before and behind it; size: in words.

    Before a noun: where particles tie speech, none ties these words, and they end no sentence; where there are neither
    spaces nor particles, with a character before it that ends no verb of speech: 坚持“打防结合”的方针.
    """
    if size < _STATEMENT and (is_noun(body, quotation, language) or _amid(quotation, around, size, language)):
        return True
    data = frames(language)
    if data.markers and not data.joins and look_up(language).spaces and not ENDS.search(quotation.text):
        return size < _FEW and _goes_on_spaced(around[1], language)
    closing = data.closing
    if not closing or size > _FEW or quotation.text[-1:] in closing or ENDS.search(quotation.text):
        return False
    return is_part(around[1], language) and not tied(body, quotation, language, paused=True)


def _goes_on_spaced(rest: str, language: str) -> bool:
    """`कहा कि "शून्य" है`: whether a clause goes on behind a quotation, with no verb of speech (`"जनता की जीत" बताया`)."""
    gap = _GAP.match(rest)
    if gap is None or rest.startswith(frames(language).coordinates, gap.end()):
        return False
    behind = tokens(rest[:_NEAR])
    return not (behind and name_words(language).verbs.at(behind, 0))


def _amid(quotation: Quotation, around: tuple[str, str], size: float, language: str) -> bool:
    """Whether a clause goes on over a quotation, in scripts with neither spaces nor particles.

    Behind a verb of speech only where the quotation is one word, or its place a noun's: 说，要坚持“打防结合”的方针.
    """
    lead, rest = around
    data = frames(language)
    if look_up(language).spaces or data.markers or ENDS.search(quotation.text) or not _GOES_ON.match(rest):
        return False
    lead = lead[:-1]
    if not _HAN_LAST.search(lead):
        return size < _NAME and COLON.search(lead) is None
    before, says = tokens(lead), name_words(language).verbs
    verbs = says.find(before)
    led = bool(verbs) and verbs[-1][1] == len(before)
    return not verbs or (not led and bool(_OF_NOUN.search(lead))) or bool(_OF.match(rest))


def asked(body: str, quotation: Quotation, language: str) -> bool:
    """Whether a word behind a quotation tells that others said it, whom somebody answers: との質問に, 는 질문에."""
    words = tokens(body[quotation.end + 1 : quotation.end + _NEAR]) if frames(language).asked else []
    return bool(words) and words[0].start <= 1 and listed(language, "asked").at(words, 0) is not None


def _closes(quotation: Quotation, words: Sequence[Token], language: str) -> bool:
    """`"…한다"는 기존 입장`: a whole sentence before a particle that ties no other words."""
    data = frames(language)
    return quotation.text[-1:] in data.closing and words[0].folded in data.tie


def in_midst(lead: str, language: str) -> bool:
    """`称患者是「不知足」，她直言`: whether a character that no particle follows stands before an opening mark."""
    return not look_up(language).spaces and not frames(language).markers and bool(_MIDST.search(lead[-2:]))


def is_part(rest: str, language: str) -> bool:
    """`"… muhalefet" edilerek`: whether a sentence goes on behind words that none of its particles ties."""
    return look_up(language).spaces and bool(frames(language).joins) and bool(_WORD_BEHIND.match(rest))
