"""What stands around an outlet's name and cites it, or speaks of it: verbs, nouns, `according to`, `shares`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex
from attrs import frozen

from monitor.analysis.cited.clinging import Clinging, clinging, frame_at
from monitor.analysis.frames import Frames, frames, has_frames, territories
from monitor.language import language as look_up
from monitor.text.folded import Token, tokens
from monitor.text.letters import APOSTROPHES
from monitor.text.phrases import Phrases
from monitor.text.stopwords import stopwords

NEAR = 5  # words between a name and the words that cite it
BESIDE = 2  # the same for a name that is an ordinary word too
AHEAD = 8  # words behind one with which a sentence begins
_SAYS = regex.compile(r"[»”\"]?\s?:\s*[«“„\"]")
_COMMA = regex.compile(r"[,;:.،、,]")
BREAK = regex.compile(r"[.;!?。؛؟][\s\"”»]")
CLOSING = regex.compile(r"[»“”\"’‘«》』״]")


@frozen
class SmallWords:
    """What stands before a name and tells whether it may be a verb's subject."""

    belonging: frozenset[str]  # a critic of CNN, gegen die ARD
    outlets: frozenset[str]  # verbs of reporting that people have not: reported, found
    weak: frozenset[str]  # به
    genitive: frozenset[str]  # von, du, della
    articles: frozenset[str]
    prepositions: frozenset[str]
    as_told: frozenset[str]  # wie die Polizei der dpa mitteilte
    governing: frozenset[str]  # prepositions that cite what they govern, and nothing further on: till, 向


@frozen
class Words:
    """A language's frames, compiled."""

    clinging: Clinging
    before: Phrases[str]
    after: Phrases[str]
    verbs: Phrases[str]
    nouns: Phrases[str]
    against: Phrases[str]
    credits: Phrases[str]
    pictures: Phrases[str]
    journalists: Phrases[str]
    places: Phrases[str]  # countries: a paper that is called like one is one only where it is called a paper
    reports: Phrases[str]
    markers: tuple[str, ...]
    couples: Phrases[str]
    joined: tuple[str, ...]  # those that are written at a name's end, or right before it: 와, و
    verb_last: bool
    verb_first: bool
    capitals: bool  # every noun has one: Zeit is hardly the paper
    beside: frozenset[str]  # what stands right before an outlet's name there: die, der, und
    known: bool  # the language has frames of its own
    inverts: bool  # "reports Bild" may have its subject after the verb
    common: frozenset[str]  # nos is no NOS
    definite: frozenset[str]  # the article that stands before an outlet's name, in languages that hold to it
    opinion: frozenset[str]  # pour, where it begins a sentence
    small: SmallWords
    people: Phrases[str]  # ein Sprecher des ZDF: who speaks for an outlet is no outlet
    to: frozenset[str]  # mark whom one speaks to: ל before a name, 'e behind one
    at: tuple[str, ...]  # and where one reads it: ב
    scale: int  # tokens a word: 1, or 2 where a token is a character


def _small_words(data: Frames) -> SmallWords:
    return SmallWords(
        belonging=frozenset(data.belonging),
        outlets=frozenset(data.reports) - frozenset(data.says),
        weak=frozenset(data.weak),
        genitive=frozenset(data.genitive),
        articles=frozenset((*data.definite, *data.articles)),
        prepositions=frozenset(data.prepositions),
        as_told=frozenset(data.as_told),
        governing=frozenset(data.before)
        .intersection((*data.prepositions, *data.to, *data.at))
        .difference(data.says, data.reports, data.attributes),
    )


@lru_cache(maxsize=64)
def compiled(language: str) -> Words:
    """A language's words, compiled."""
    data: Frames = frames(language)

    def phrases(*lists: Sequence[str], inflected: bool = data.clitics) -> Phrases[str]:
        return Phrases(((phrase, phrase) for words in lists for phrase in words), language, inflected=inflected)

    return Words(
        before=phrases(data.before),
        clinging=clinging(data.before if data.clitics else (), language),
        after=phrases(data.after),
        verbs=phrases(data.says, data.reports),
        nouns=phrases(data.nouns, inflected=True),
        against=phrases(data.against),
        credits=phrases(data.credits, ("source",)),
        pictures=phrases(data.pictures),
        journalists=phrases(data.journalists),
        places=phrases(territories(language), inflected=True),
        reports=phrases(data.reports),
        markers=data.markers,
        couples=phrases(data.couples, inflected=False),
        joined=tuple(word for word in data.couples if len(word) == 1),
        verb_last=data.order == "before",
        verb_first=data.order == "after",
        capitals=data.capitals,
        beside=frozenset((*data.definite, *data.to, *data.couples)),
        known=has_frames(language),
        inverts=data.inverts or data.order == "after",
        common=stopwords(language),
        definite=frozenset(data.definite if language.partition("-")[0] == "en" else ()),
        opinion=frozenset(data.opinion),
        small=_small_words(data),
        people=phrases(data.titles, inflected=True),
        to=frozenset(data.to),
        at=data.at,
        scale=1 if look_up(language).spaces else 2,
    )


def another_word(sentence: str, word: Token, name: str, words: Words) -> bool:
    """Whether an apostrophe tells that an ending belongs to another word: `Cumhuriyeti'ne` is no Cumhuriyet's."""
    apostrophe = words.verb_last and bool(words.to) and sentence[word.end :][:1] in APOSTROPHES
    return apostrophe and word.folded != tokens(name)[-1].folded


def spoken_of(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> bool:
    """`CNN's headquarters`, `the headquarters of CNN`: the outlet is spoken of."""
    first, last = span
    after = words.against.find(here[last : last + 3])
    between = here[last : last + after[0][0]] if after else ()
    named = any(word.upper for word in between)  # das Handelsblatt EPI-Chefin Weimert
    if after and not named and not _COMMA.search(sentence[here[last - 1].end : here[last + len(between)].start]):
        return True
    begin = max(0, first - 2)
    before = words.against.find(here[begin:first])
    return bool(before) and not _COMMA.search(sentence[here[begin + before[-1][0]].start : here[first].start])


def told_at_the_end(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> str:
    """In languages that end with the verb: a name marked as the subject whose last verb is one of reporting."""
    first, last = span
    if not words.verb_last or first > 2:
        return ""
    close = sentence[here[last - 1].end :][:1] in set(",、،,")
    marked = any(here[last - 1].folded.endswith(m) for m in words.markers) or (
        last < len(here) and here[last].folded in words.markers
    )
    told = words.reports.find(here[-3 * words.scale :])
    return told[-1][2] if told and (close or marked) else ""


def with_nouns(
    sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words
) -> tuple[tuple[int, int], bool]:
    """The name with `news agency`, `newspaper` and the like beside it; whether there are any."""
    first, last = span
    before = [(a, b) for a, b, _ in words.nouns.find(here[max(0, first - 4 * words.scale) : first])]
    shift = max(0, first - 4 * words.scale)
    if before and _same_phrase(sentence, here, (before[-1][1] + shift, first), 2 * words.scale):
        first = before[-1][0] + shift
    after = words.nouns.at(here, last) if last < len(here) else None
    if after and BREAK.search(sentence[here[last - 1].end : here[last].start]):
        after = None
    if after is None and last + 1 < len(here) and here[last].folded == "s":
        after = words.nouns.at(here, last + 1)
    if after:
        last = after[0]
    return (first, last), (first, last) != span


def _same_phrase(sentence: str, here: Sequence[Token], gap: tuple[int, int], most: int) -> bool:
    """Whether at most `most` small words stand between a noun and a name: `le magazine américain Time`."""
    begin, end = gap
    between = sentence[here[begin - 1].end : here[end].start]
    return end - begin <= most and not regex.search(r"[,;:.،、,。]", between)


def frame_before(
    sentence: str, here: Sequence[Token], span: tuple[int, int], near: int, words: Words
) -> tuple[str, str] | None:
    """(kind, words) of what cites a name from before it; `near` is in tokens, `span` the name with its nouns."""
    if clung := frame_at(here, span[0], words.clinging):
        return "frame", clung
    begin = max(0, span[0] - near - 6)
    window = here[begin : span[0]]
    beside = 0 if words.verb_first and near == BESIDE else min(near, 3 * words.scale)  # قالت العربية
    for kind, phrases, reach in (("frame", words.before, near), ("inverted", words.verbs, beside)):
        for at, end, phrase in reversed(phrases.find(window)):
            gap = sentence[window[end - 1].end : here[span[0]].start]
            if len(window) - end <= reach and not BREAK.search(gap) and not (kind == "inverted" and "," in gap):
                if phrase in words.small.governing and not _governs(window[end:], words):
                    continue  # gick till attack mot TV4
                if words.definite and words.verbs.find(window[end:]):
                    continue  # an early report in which he said CNN had left
                if kind == "inverted" and words.definite and _closes(sentence, window[at].start, here[span[1] - 1].end):
                    return "frame", phrase
                return kind, phrase
    return None


def _governs(between: Sequence[Token], words: Words) -> bool:
    """Whether what stands between a preposition and a name leaves the name to it: `till den svenska Expressen`."""
    return len(between) <= BESIDE * words.scale and not any(w.folded in words.small.prepositions for w in between)


def _closes(sentence: str, begin: int, end: int) -> bool:
    """Whether a clause behind a comma ends with a name: `…, reported Sputnik`."""
    return sentence[:begin].rstrip()[-1:] in {",", "”", '"'} and sentence[end:][:1] in {"", ".", ",", ";"}


def frame_after(
    sentence: str, here: Sequence[Token], span: tuple[int, int], near: int, words: Words
) -> tuple[str, str] | None:
    """The same from behind it; an ending behind an apostrophe is no ordinary word's: Hürriyet'ten Ali Kaya'nın."""
    window = here[span[1] : span[1] + near + 6]
    beside = min(near, BESIDE * words.scale)
    if words.verb_last and words.to:
        bare = near == BESIDE and sentence[here[span[1] - 1].end :][:1] not in APOSTROPHES
        beside = near = 0 if bare else NEAR  # Evrensel değerlere göre: a word of the language
    for kind, phrases, reach in (("frame", words.after, beside), ("verb", words.verbs, near)):
        for begin, _, phrase in phrases.find(window)[:1]:
            gap = sentence[here[span[1] - 1].end : window[begin].start]
            if begin <= reach and not BREAK.search(gap):
                apart = "," in gap and (kind == "verb" or CLOSING.search(gap))
                return "apart" if apart else kind, phrase
    return None


def addressed(
    sentence: str, here: Sequence[Token], span: tuple[int, int], name: str, words: Words, *, ordinary: bool
) -> tuple[str, str] | None:
    """`AP'ye … söyledi`, `אמר לרויטרס`, `נחשף בכלכליסט`, `al Figaro ha confidato`, `Per Haaretz il premier …`.

    A name marked as whom one told, or as where one reads it. Turkish puts the mark behind the name and the verb at the
    end; Hebrew joins it to the name, behind the verb; others have a word before the name, behind the verb or at the
    sentence's beginning.
    """
    first, last = span
    if words.verb_last:
        told = words.verbs.find(here[-3:]) if last < len(here) and here[last].folded in words.to else ()
        return ("frame", told[-1][2]) if told and not BREAK.search(sentence[here[last].end : here[-1].start]) else None
    mark, begin = _mark(here, first, name, words)
    if not mark:
        opens = first and here[0].folded in words.opinion and first <= 2 and not ordinary
        return ("frame", here[0].folded) if opens else None
    if begin < first and spoken_of(sentence, here, span, words):
        return None  # sagte der Sprecher der ARD
    # אמר לכאן: one that is joined may be a word
    reach = BESIDE * (begin < first) if ordinary else AHEAD if begin < first else NEAR
    window = here[max(0, begin - AHEAD) : begin]
    for _, end, verb in reversed(words.verbs.find(window)):
        gap = sentence[window[end - 1].end : here[begin].start]
        if len(window) - end <= reach and not BREAK.search(gap):
            return "frame", verb
    if mark in words.to and any(word.folded in words.small.as_told for word in window):
        told = words.verbs.find(here[last : last + AHEAD])  # wie die Polizei der dpa am Montag mitteilte
        if told and "," not in sentence[here[last - 1].end : here[last + told[0][0]].start]:
            return "frame", told[0][2]
    if mark in words.to and _SAYS.match(sentence, here[last - 1].end):
        return "frame", mark  # così un diplomatico a Politico: «…»
    if not begin and first and mark in words.to:  # al Figaro il generale ha confidato
        told = words.verbs.find(here[last : last + AHEAD])
        return ("frame", told[0][2]) if told else None
    return None


def _mark(here: Sequence[Token], first: int, name: str, words: Words) -> tuple[str, int]:
    """(`ל` or `al` of a name, the place of its first word); ("", …) where it has none."""
    marks = {*words.to, *words.at}
    if first and here[first - 1].folded in marks:
        return here[first - 1].folded, first - 1
    begins = name.split(maxsplit=1)[0].casefold()
    rest = here[first].folded.removesuffix(begins)[-1:] if here[first].folded.endswith(begins) else ""
    return (rest if rest in marks else ""), first
