"""Which outlets and agencies an article cites: by name in a citing frame, by links, by credit lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from attrs import frozen

from monitor.analysis.cited.outlet_names import OutletName, outlet_names
from monitor.analysis.cited.short_names import in_full
from monitor.analysis.frames import Frames, frames, has_frames, territories
from monitor.language import language as look_up
from monitor.model import Article, Mention
from monitor.outlets import Catalogue
from monitor.text.phrases import Phrases, Token, tokens
from monitor.text.stopwords import stopwords
from monitor.text.urls import host

NEAR = 5  # words between a name and the words that cite it
BESIDE = 2  # the same for a name that is an ordinary word too
SHORT_NAME = 3  # letters; a small word of the language but for its capitals: nos, NOS
SHORT_LINE = 16  # words of a credit line
_BREAK = regex.compile(r"[.;!?。؛؟][\s\"”»]")
_OPENING, _CLOSING = regex.compile(r"[«„“”\"‘‚»《『״]$"), regex.compile(r"[»“”\"’‘«》』״]")
_CREDIT = regex.compile(r"^[\s(\[/—–-]*$")
_DATELINE = regex.compile(r"^(?:[^.!?\n]|\b\p{L}{2,4}\.){0,60}[(\[/]\s*$")


@frozen
class _Words:
    """A language's frames, compiled."""

    before: Phrases[str]
    after: Phrases[str]
    verbs: Phrases[str]
    nouns: Phrases[str]
    against: Phrases[str]
    credits: Phrases[str]
    places: Phrases[str]  # countries: a paper that is called like one is one only where it is called a paper
    reports: Phrases[str]
    markers: tuple[str, ...]
    verb_last: bool
    known: bool  # the language has frames of its own
    inverts: bool  # "reports Bild" may have its subject after the verb
    common: frozenset[str]  # nos is no NOS
    definite: frozenset[str]  # the article that stands before an outlet's name, in languages that hold to it
    scale: int  # tokens a word: 1, or 2 where a token is a character


@lru_cache(maxsize=64)
def _compiled(language: str) -> _Words:
    data: Frames = frames(language)

    def phrases(*lists: Sequence[str], inflected: bool = data.clitics) -> Phrases[str]:
        return Phrases(((phrase, phrase) for words in lists for phrase in words), language, inflected=inflected)

    return _Words(
        before=phrases(data.before),
        after=phrases(data.after),
        verbs=phrases(data.says, data.reports),
        nouns=phrases(data.nouns, inflected=True),
        against=phrases(data.against),
        credits=phrases(data.credits),
        places=phrases(territories(language), inflected=True),
        reports=phrases(data.reports),
        markers=data.markers,
        verb_last=data.order == "before",
        known=has_frames(language),
        inverts=data.inverts,
        common=stopwords(language),
        definite=frozenset(data.definite if language.partition("-")[0] == "en" else ()),
        scale=1 if look_up(language).spaces else 2,
    )


def citations(article: Article, sentences: Sequence[tuple[int, str]], *, catalogue: Catalogue) -> list[Mention]:
    """Mentions in the order of the text, then those of links and of the credited agency."""
    names = outlet_names(catalogue, article.language)
    words = _compiled(article.language)
    found = in_full(mention for start, sentence in sentences for mention in _in_sentence(sentence, start, names, words))
    found += _links(article, sentences, catalogue)
    credited = {mention.publisher for mention in found if mention.kind == "credit"}
    for _, _, outlet in names.find(tokens(article.agency)):
        if outlet.publisher not in credited:
            found.append(
                Mention(publisher=outlet.publisher, name=article.agency, sentence=article.agency, kind="credit")
            )
    return found


def _in_sentence(sentence: str, start: int, names: Phrases[OutletName], words: _Words) -> Iterator[Mention]:
    here = tokens(sentence)
    for first, last, outlet in names.find(here):
        written = sentence[here[first].start : here[last - 1].end]
        small = len(written) <= SHORT_NAME and written.casefold() in words.common and not written.isupper()
        known = outlet.own or _known(here, (first, last), outlet, words)
        if small or not known or not _written_so(written, here[first:last], outlet):
            continue
        if outlet.bare and words.definite and not (first and here[first - 1].folded in words.definite):
            continue  # Hill said: a person
        kind, frame = _judge(sentence, here, (first, last), outlet, words)
        if kind:
            yield Mention(
                publisher=outlet.publisher,
                name=written,
                sentence=sentence,
                start=start + here[first].start,
                kind=kind,
                frame=frame,
            )


def _judge(
    sentence: str, here: list[Token], span: tuple[int, int], outlet: OutletName, words: _Words
) -> tuple[str, str]:
    """(kind, citing words) of a name in its sentence; ("", "") where it is no citation."""
    credit = _credit(sentence, here, span, words)
    if credit is not None:
        return "credit", credit
    first, last = span
    wide, named = _with_nouns(sentence, here, span, words)
    marked = bool(_OPENING.search(sentence[: here[first].start]) and _CLOSING.match(sentence, here[last - 1].end))
    if outlet.ordinary and not (outlet.own or named or marked):
        return "", ""  # a word, and no outlet that is known in this language
    if outlet.ordinary and not named and (words.places.at(here, first) or (None,))[0] == last:
        return "", ""
    near = (BESIDE if outlet.ordinary and not marked else NEAR) * words.scale  # dem „Spiegel“
    frame = _frame_before(sentence, here, wide, near, words) or _frame_after(sentence, here, wide, near, words)
    if frame and frame[0] == "apart" and outlet.ordinary and not (named or marked):
        frame = None  # a clause of its own says who tells: Зеркало разбилось, сообщил музей; „… keine Zeit“, sagte sie
    if frame and frame[0] == "inverted" and outlet.ordinary and not (named or words.inverts):
        frame = None
    against = _against(sentence, here, wide, words)
    if frame and not (against and frame[0] != "frame"):
        return "text", frame[1]
    if outlet.ordinary and not named:
        told = _tells_at_the_end(sentence, here, wide, words)
        return ("text", told) if told and not against else ("", "")
    reported = () if outlet.foreign else words.reports.find(here)
    if against or (words.known and not reported):
        return "", ""
    return "text", reported[0][2] if reported else ""


def _written_so(written: str, here: Sequence[Token], outlet: OutletName) -> bool:
    """Whether a name has the capitals that it has in the catalogue: `the Guardian`, `agencia Belga`; `TAP`, no tap.

    Many a language writes acronyms as words (`Afp`): that is done here where it is no word or name besides.
    """
    parts = tokens(outlet.name)
    long = [n for n, part in enumerate(parts) if part.end - part.start > SHORT_NAME]
    telling = next((n for n in long if parts[n].upper), long[0] if long else len(parts) - 1)
    place = min(telling, len(here) - 1)
    if outlet.name.isupper() and (outlet.ordinary or not outlet.own) and not _acronym(written):
        return False
    return here[place].upper or not parts[telling].upper or here[place].folded[-1:].isdigit()  # g1


def _acronym(written: str) -> bool:
    """Whether there is more than one capital, or no letter that could be one."""
    return sum(letter.isupper() for letter in written) > 1 or not any(letter.islower() for letter in written)


def _known(here: list[Token], span: tuple[int, int], outlet: OutletName, words: _Words) -> bool:
    """Whether these words name an outlet that the catalogue names so in other languages only.

    No word is bent into such a name (`Milena` is no Milenio), least of all into a short one (کافی is no إفي with a
    preposition), and none is that means an outlet here (дневник).
    """
    first, last = span
    noun = words.nouns.at(here, first)
    name, word = tokens(outlet.name)[-1].folded, here[last - 1].folded
    bent = not word.startswith(name) if len(name) <= SHORT_NAME else name not in word
    return not bent and not (noun and noun[0] == last)


def _against(sentence: str, here: list[Token], span: tuple[int, int], words: _Words) -> bool:
    """`CNN's headquarters`, `the headquarters of CNN`: the outlet is spoken of."""
    first, last = span
    after = words.against.find(here[last : last + 3])
    if after and not _BREAK.search(sentence[here[last - 1].end : here[last + after[0][0]].start]):
        return True
    begin = max(0, first - 2)
    before = words.against.find(here[begin:first])
    return bool(before) and not regex.search(
        r"[,;:.،،、,]", sentence[here[begin + before[-1][0]].start : here[first].start]
    )


def _tells_at_the_end(sentence: str, here: list[Token], span: tuple[int, int], words: _Words) -> str:
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


def _with_nouns(sentence: str, here: list[Token], span: tuple[int, int], words: _Words) -> tuple[tuple[int, int], bool]:
    """The name with `news agency`, `newspaper` and the like beside it; whether there are any."""
    first, last = span
    before = [(a, b) for a, b, _ in words.nouns.find(here[max(0, first - 4 * words.scale) : first])]
    shift = max(0, first - 4 * words.scale)
    if before and _same_phrase(sentence, here, (before[-1][1] + shift, first), 2 * words.scale):
        first = before[-1][0] + shift
    after = words.nouns.at(here, last) if last < len(here) else None
    if after and _BREAK.search(sentence[here[last - 1].end : here[last].start]):
        after = None
    if after is None and last + 1 < len(here) and here[last].folded == "s":
        after = words.nouns.at(here, last + 1)
    if after:
        last = after[0]
    return (first, last), (first, last) != span


def _same_phrase(sentence: str, here: list[Token], gap: tuple[int, int], most: int) -> bool:
    """Whether at most `most` small words stand between a noun and a name: `le magazine américain Time`."""
    begin, end = gap
    between = sentence[here[begin - 1].end : here[end].start]
    return end - begin <= most and not regex.search(r"[,;:.،、,。]", between)


def _frame_before(
    sentence: str, here: list[Token], span: tuple[int, int], near: int, words: _Words
) -> tuple[str, str] | None:
    begin = max(0, span[0] - near - 6)
    window = here[begin : span[0]]
    for kind, phrases, reach in (("frame", words.before, near), ("inverted", words.verbs, min(near, 3 * words.scale))):
        for _, end, phrase in reversed(phrases.find(window)):
            gap = sentence[window[end - 1].end : here[span[0]].start]
            if len(window) - end <= reach and not _BREAK.search(gap) and not (kind == "inverted" and "," in gap):
                return kind, phrase
    return None


def _frame_after(
    sentence: str, here: list[Token], span: tuple[int, int], near: int, words: _Words
) -> tuple[str, str] | None:
    window = here[span[1] : span[1] + near + 6]
    for kind, phrases, reach in (("frame", words.after, BESIDE * words.scale), ("verb", words.verbs, near)):
        for begin, _, phrase in phrases.find(window)[:1]:
            gap = sentence[here[span[1] - 1].end : window[begin].start]
            if begin <= reach and not _BREAK.search(gap):
                apart = "," in gap and (kind == "verb" or _CLOSING.search(gap))
                return "apart" if apart else kind, phrase
    return None


def _credit(sentence: str, here: list[Token], span: tuple[int, int], words: _Words) -> str | None:
    """The words that begin a credit line, "" for a bare name in brackets or after a dash, None for no credit."""
    first, last = span
    before, after = sentence[: here[first].start], sentence[here[last - 1].end :]
    if after[:1] in {")", "]", "/"} and _DATELINE.match(before):
        return ""
    if not after.strip(" .)]/") and regex.search(r"[—–/(\[]\s*$", before):
        return ""
    if len(here) > SHORT_LINE * words.scale:
        return None
    opening = words.credits.at(here, 0) if here else None
    return opening[1] if opening and opening[0] <= first and regex.search(r"[:：/|]", before) else None


def _links(article: Article, sentences: Sequence[tuple[int, str]], catalogue: Catalogue) -> Iterator[Mention]:
    """Links in the body that lead to another publisher of the catalogue."""
    own = catalogue.outlets.get(article.outlet)
    own_host = catalogue.by_host(host(article.url)) if article.url else None
    seen: set[str] = set()
    for address, words in article.links:
        outlet = catalogue.by_host(host(address))
        if (
            outlet is None
            or outlet.publisher in seen
            or outlet.publisher in {o.publisher for o in (own, own_host) if o}
        ):
            continue
        seen.add(outlet.publisher)
        begin, sentence = next(((s, text) for s, text in sentences if words and words in text), (0, words))
        yield Mention(
            publisher=catalogue.publishers[outlet.publisher].name,
            name=words or address,
            sentence=sentence,
            start=begin + max(0, sentence.find(words)),
            kind="link",
            frame=address,
        )
