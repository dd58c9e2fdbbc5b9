"""What the words beside a quotation tell about it where no verb of speech stands next to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import name_words
from monitor.analysis.names.words import CASED
from monitor.analysis.quoted.judged import is_judged
from monitor.analysis.quoted.quotations import Quotation
from monitor.language import language as look_up
from monitor.text.folded import Token, fold, tokens
from monitor.text.phrases import Phrases
from monitor.text.stopwords import stopwords

_BREAK = regex.compile(r"[;:!?。؛؟]\s|\n|(?<!\b\d{1,2})\.\s(?![\p{Ll}\d])")  # not in: on Nov. 3, am 6. Oktober
_COLON = regex.compile(r"[:：៖]\s*[—–-]?\s*[\"“„«»”「『‹›‘‚'״]?\s*$")
_ENDS = regex.compile(r"[.!?…。؟।！？]$")
_CLOSED = regex.compile(r"^[\"”»“«’'」』›‹״]?\s*(?:[.!?…。؟।]|$)")
_PAUSED = regex.compile(r"^[\"”»“«’'」』›‹״]?\s*(?:[.!?…。؟।,;،、，；！？]|$)")
_LATIN, _CYRILLIC = regex.compile(r"\p{Latin}"), regex.compile(r"\p{Cyrillic}")
_COMMA = regex.compile(r"[,!?…–—]|\s-\s")
_MIDST = regex.compile(r"[\p{Han}\p{Thai}].$")
_PAUSES = regex.compile(r"(?<!^)[\uff0c\uff1b\uff1a\uff01\uff1f,;:!?。，、](?!$)")
_WORD_BEHIND = regex.compile(r"^\W?\s[\p{Ll}\p{Hangul}]")
_GOES_ON, _OF = regex.compile(r"^[\"”」』]\p{Han}"), regex.compile(r"^[\"”」』]的")
_HAN_LAST, _OF_NOUN = regex.compile(r"\p{Han}$"), regex.compile(r"[的这這個个种種项項届屆]$")
_GOES_ON_SPACED = regex.compile(r"^\W\s(?!और|तथा|जबकि|लेकिन)\p{L}")
_NEXT_ONE = regex.compile(r"[、,]?[「『]")
_NAME, _INSIDE = 2, 4  # words, and those of a name inside a sentence
_FEW, _STATEMENT = 4, 8  # words that may be a noun's attribute, and words that are a statement in any case
_OPENERS = " \"“„«»‘‚'\u201d"
_BOARD = 4  # words between a banner and what is written on it, and the banner itself
_GAP = 2  # characters between a quotation and a word beside it
_NEAR = 40  # characters after a quotation in which its particle stands


@lru_cache(maxsize=64)
def _joins(language: str) -> tuple[Phrases[bool], bool]:
    """(particles, whether there are any)."""
    data = frames(language)
    known = [*((phrase, True) for phrase in data.joins), *((phrase, False) for phrase in data.idle)]
    return Phrases(known, language), bool(data.joins)


@lru_cache(maxsize=64)
def _hearsay(language: str) -> Phrases[bool]:
    return Phrases(((phrase, True) for phrase in frames(language).hearsay), language)


def tied(body: str, quotation: Quotation, language: str, *, paused: bool = False) -> bool:
    """Whether a particle that quotes follows: 「…」と, "…"라고, "…" diye; with paused, be it before a comma."""
    joins, any_known = _joins(language)
    if not any_known:
        return False
    after = body[quotation.end + 1 : quotation.end + _NEAR]
    words = tokens(after)
    if not words or words[0].start > 1:
        return False
    if (heard := _hearsay(language).at(words, 0)) and _CLOSED.match(after[words[heard[0] - 1].end :]):
        return True
    match = joins.at(words, 0)
    if match is None and _closes(quotation, words, language):
        return True
    if match is None or not match[1]:
        return False
    whole = paused or match[0] > 1  # 「…」とし、 but not 「…」と、
    return after[words[match[0] - 1].end :].strip()[:1] not in ({"「", "『"} if whole else {"「", "『", "、"})


@lru_cache(maxsize=64)
def _cases(language: str) -> Phrases[bool]:
    data = frames(language)
    known = [*((phrase, True) for phrase in (*data.cases, *data.acted)), *((phrase, False) for phrase in data.joins)]
    return Phrases(known, language)


@lru_cache(maxsize=64)
def _acted(language: str) -> Phrases[bool]:
    return Phrases(((phrase, True) for phrase in frames(language).acted), language)


def is_noun(body: str, quotation: Quotation, language: str) -> bool:
    """Whether a particle of a noun follows words that end no sentence: 「安全」の実現, "쇄신"을 약속했다.

    Or few words are made a verb or its object: 「前向きに評価」すると表明.
    """
    if not frames(language).cases or _ENDS.search(quotation.text):
        return False
    after = body[quotation.end + 1 : quotation.end + _NEAR]
    words = tokens(after)
    match = _cases(language).at(words, 0) if words and words[0].start == 0 else None
    size = len(tokens(quotation.text))
    if match is not None and match[1] and size > _STATEMENT and _acted(language).at(words, 0) == match:
        return False
    if match is not None and match[1] and len(words) > match[0] and size > _STATEMENT:
        return not _NEXT_ONE.match(after[words[match[0] - 1].end :])  # 「…」で「…」と強調した
    return match is not None and match[1]


def is_phrase(body: str, quotation: Quotation, around: tuple[str, str], size: float, language: str) -> bool:
    """Whether a quotation of few words is a noun or stands before one: `'통상 전쟁' 가능성이`.

    around: the sentence before and behind it; size: in words.

    Before a noun: where particles tie speech, none ties these words, and they end no sentence; where there are neither
    spaces nor particles, with a character before it that ends no verb of speech: 坚持“打防结合”的方针.
    """
    if size < _STATEMENT and (is_noun(body, quotation, language) or _amid(quotation, around, size, language)):
        return True
    data = frames(language)
    if data.markers and not data.joins and look_up(language).spaces and not _ENDS.search(quotation.text):
        behind = tokens(around[1][:_NEAR])
        named = bool(behind) and name_words(language).verbs.at(behind, 0) is not None  # "जनता की जीत" बताया
        return size < _FEW and not named and _GOES_ON_SPACED.match(around[1]) is not None  # कहा कि "शून्य" है
    closing = data.closing
    if not closing or size > _FEW or quotation.text[-1:] in closing or _ENDS.search(quotation.text):
        return False
    return is_part(around[1], language) and not tied(body, quotation, language, paused=True)


def _amid(quotation: Quotation, around: tuple[str, str], size: float, language: str) -> bool:
    """Whether a clause goes on over a quotation, in scripts with neither spaces nor particles.

    Behind a verb of speech only where the quotation is one word, or its place a noun's: 说，要坚持“打防结合”的方针.
    """
    lead, rest = around
    data = frames(language)
    if look_up(language).spaces or data.markers or _ENDS.search(quotation.text) or not _GOES_ON.match(rest):
        return False
    lead = lead[:-1]
    if not _HAN_LAST.search(lead):
        return size < _NAME and _COLON.search(lead) is None
    before, says = tokens(lead), name_words(language).verbs
    verbs = says.find(before)
    led = bool(verbs) and verbs[-1][1] == len(before)
    return not verbs or (not led and bool(_OF_NOUN.search(lead))) or bool(_OF.match(rest))


@lru_cache(maxsize=64)
def _asked(language: str) -> Phrases[bool]:
    return Phrases(((phrase, True) for phrase in frames(language).asked), language)


def asked(body: str, quotation: Quotation, language: str) -> bool:
    """Whether a word behind a quotation tells that others said it, whom somebody answers: との質問に, 는 질문에."""
    words = tokens(body[quotation.end + 1 : quotation.end + _NEAR]) if frames(language).asked else []
    return bool(words) and words[0].start <= 1 and _asked(language).at(words, 0) is not None


def _closes(quotation: Quotation, words: Sequence[Token], language: str) -> bool:
    """`"…한다"는 기존 입장`: a whole sentence before a particle that ties no other words."""
    data = frames(language)
    return quotation.text[-1:] in data.closing and words[0].folded in data.tie


@lru_cache(maxsize=64)
def _works(language: str, *, names: bool) -> Phrases[bool]:
    """Words beside titles of works and, with names, outlets, which no colon parts from theirs."""
    data = frames(language)
    known = (*data.works, *(data.nouns if names else ()))
    return Phrases(((phrase, True) for phrase in known), language, inflected=data.clitics)


def _is_told(words: Sequence[Token], noun: int, language: str) -> bool:
    """`قال إن الفيلم "هز اللجنة"`: behind `that` and a noun, what ends the clause is its predicate, no title."""
    that = _that(language)
    return any(word.folded in that for word in words[max(0, noun - 2) : noun])


@lru_cache(maxsize=64)
def _that(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in frames(language).that)


@lru_cache(maxsize=64)
def _boards(language: str) -> Phrases[bool]:
    return Phrases(((phrase, True) for phrase in frames(language).boards), language, inflected=True)


def titled(lead: str, rest: str, language: str) -> bool:
    """Whether what is quoted is a title or a name given: beside `film`, after `so-called`."""
    before, after = tokens(lead[-_NEAR:]), tokens(rest[:_NEAR])
    colon = _COLON.search(lead) is not None
    works = _works(language, names=not colon)  # قناة الإخبارية: "…" is speech
    reach = 1 if look_up(language).spaces and not colon else 0
    reach = 0 if before and before[-1].folded in frames(language).likens else reach
    found = [first for first, end, _ in works.find(before) if len(before) - end <= reach]
    leads = bool(found) and not (ends_clause(rest) and _is_told(before, found[-1], language))
    near = before[-_BOARD:]
    leads = leads or bool(
        _boards(language).find(near) and not _BREAK.search(lead[near[0].start - len(lead[-_NEAR:]) :])
    )
    return leads or (bool(after) and after[0].start <= _GAP and works.at(after, 0) is not None)


@lru_cache(maxsize=64)
def _pointers(language: str) -> Phrases[bool]:
    return Phrases(((phrase, True) for phrase in frames(language).pointers), language)


def points(lead: str, language: str) -> bool:
    """Whether words lead to another article, whose headline follows: `Zobacz także: "…"`."""
    if not frames(language).pointers or not _COLON.search(lead):
        return False
    before = tokens(lead[-_NEAR:])
    return any(end == len(before) for _, end, _ in _pointers(language).find(before))


def is_name(quotation: Quotation, lead: str, rest: str, language: str) -> bool:
    """Two words at most, each with a capital letter, and no pause beside them: «Интерфакс», „Nord Stream“.

    Or a few words with a capital inside a sentence, behind no verb of speech: газопровод «Белый поток 3», заявил …
    """
    words = tokens(quotation.text)
    if _COLON.search(lead) or not quotation.text[-1:].isalnum():
        return False
    if len(words) <= _NAME and not _COMMA.search(rest[:3]) and all(word.upper for word in words):
        return not is_judged(lead, rest, language)
    data = frames(language)
    if data.capitals or data.order == "before" or look_up(language).script not in CASED:
        return False
    return len(words) <= _INSIDE and words[0].upper and _inside(lead, language)


def _inside(lead: str, language: str) -> bool:
    """Whether what is quoted stands inside a sentence, behind a word by which nobody speaks."""
    before = tokens(lead[-_NEAR:])
    if not before or not lead.rstrip(_OPENERS)[-1:].isalnum():
        return False
    rules, last = name_words(language), len(before) - 1
    verb = any(end == last + 1 for _, end, _ in rules.verbs.find(before))
    return not (verb or before[last].folded in rules.that or before[last].folded in frames(language).likens)


def is_heading(quotation: Quotation, lead: str, rest: str, language: str) -> bool:
    """Three words or more, each with a capital letter but the small ones, and no verb of speech beside them.

    `de la serie “Los Caballeros del Zodiaco”, producida por`: a title. Not where every noun has a capital.
    """
    words = tokens(quotation.text)
    if frames(language).capitals or len(words) <= _NAME or _COLON.search(lead) or _ENDS.search(quotation.text):
        return False
    great = [word for word in words if word.folded not in stopwords(language) and not word.folded.isdigit()]
    if len(great) < _NAME or not words[0].upper or not all(word.upper for word in great):
        return False
    says, before, after = name_words(language).verbs, tokens(lead[-_NEAR:]), tokens(rest[:_NEAR])
    told = any(last == len(before) for _, last, _ in says.find(before))
    return not told and not any(says.at(after, place) for place in range(min(_NAME, len(after))))


def told_to(lead: str, language: str) -> bool:
    """Whether a letter that marks whom one tells is joined to an opening mark: אמר ל"הארץ"."""
    data = frames(language)
    return bool(data.joined) and lead[-3:-2].isspace() and lead[-2:-1] in data.to


def mixed(name: str) -> bool:
    """Letters of two scripts, as a make and its maker's country have: `Пасажирський Boeing`; no person is called so."""
    return bool(_LATIN.search(name) and _CYRILLIC.search(name))


def worded(quotation: Quotation, language: str) -> bool:
    """Whether a quotation of few words is more than a name: a function word stands in it, no mere character."""
    words = tokens(quotation.text)
    common = stopwords(language)
    return look_up(language).spaces and len(words) > 1 and any(word.folded in common for word in words)


def ends_clause(rest: str) -> bool:
    """Whether nothing but a pause follows a quotation."""
    return bool(_PAUSED.match(rest))


def breaks_off(between: str, language: str) -> bool:
    """Whether a clause ends in the words between a verb and a quotation, behind the pause right behind the verb.

    In scripts without spaces any pause does: 表示，将坚持“四链并举”.
    """
    return bool(_BREAK.search(between) or (not look_up(language).spaces and _PAUSES.search(between)))


def in_midst(lead: str, language: str) -> bool:
    """`称患者是「不知足」，她直言`: whether a character that no particle follows stands before an opening mark."""
    return not look_up(language).spaces and not frames(language).markers and bool(_MIDST.search(lead[-2:]))


def is_part(rest: str, language: str) -> bool:
    """`"… muhalefet" edilerek`: whether a sentence goes on behind words that none of its particles ties."""
    return look_up(language).spaces and bool(frames(language).joins) and bool(_WORD_BEHIND.match(rest))


def announced(lead: str, rest: str, quotation: Quotation, size: float) -> bool:
    """`Rak: „Będą konsekwencje”.`: a short statement after a colon that ends its sentence."""
    whole = size >= 2 or _ENDS.search(quotation.text)
    return bool(whole and _COLON.search(lead) and (_ENDS.search(quotation.text) or _CLOSED.match(rest)))
