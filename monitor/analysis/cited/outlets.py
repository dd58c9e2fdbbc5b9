"""Which outlets and agencies an article cites: by name in a citing frame, by links, by credit lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from monitor.analysis.cited.citing import (
    BESIDE,
    CLOSING,
    NEAR,
    Words,
    addressed,
    another_word,
    compiled,
    frame_after,
    frame_before,
    spoken_of,
    told_at_the_end,
    with_nouns,
)
from monitor.analysis.cited.outlet_names import OutletName, outlet_names
from monitor.analysis.cited.short_names import in_full, shortened
from monitor.model import Article, Mention
from monitor.outlets import Catalogue, Outlet
from monitor.text.phrases import Phrases, Token, tokens
from monitor.text.urls import host

SHORT_NAME = 3  # letters; a small word of the language but for its capitals: nos, NOS
SHORT_LINE = 16  # words of a credit line
_OPENING = regex.compile(r"[«„“”\"‘‚»《『״]$")
_CREDIT = regex.compile(r"^[\s(\[/—–-]*$")
_LONGER_WORD = regex.compile(r"\p{Han}{2}|[\p{Katakana}ー]{2}")  # of scripts without spaces
_SITE = regex.compile(r"\.(?:com?|id|net|org|news|tv|info)\b(?:\.\w\w\b)?", regex.IGNORECASE)
_PLACE_BEFORE = regex.compile(r"^(?:\p{Lu}[\p{L}. ]{1,24},\s)?$")
_PLACE_BEHIND = regex.compile(r"^(?:,\s\p{Lu}[\p{L}. ]{1,24})?\s[—–-]{1,2}\s")
_DATELINE = regex.compile(r"^(?:[^.!?\n]|\b(?:\p{L}{2,5}|\d{1,2})\.){0,60}[(\[/]\s*$")
_DESK = regex.compile(r"^(?: (?!(?i:fot|phot|bild|imag|pict|vid|arch|via))\p{Lu}\p{L}{3,12})?[)\]/]")  # (CNN Business)
_IN_BRACKETS = regex.compile(r"[(\[]([^()\[\].]{1,30})$")


def citations(article: Article, sentences: Sequence[tuple[int, str]], *, catalogue: Catalogue) -> list[Mention]:
    """Mentions in the order of the text, then those of links and of the credited agency."""
    names = outlet_names(catalogue, article.language)
    words = compiled(article.language)
    home = next((outlet.country for outlet in _own(article, catalogue)), "")
    told = (each for start, sentence in sentences for each in _in_sentence(sentence, start, names, words, home))
    found = in_full(told, shortened(catalogue, article.language, home))
    found += _links(article, sentences, catalogue)
    credited = {mention.publisher for mention in found if mention.kind == "credit"}
    for _, _, known in names.find(tokens(article.agency)):
        outlet = _at_home(known, home)
        if outlet.publisher not in credited:
            found.append(
                Mention(publisher=outlet.publisher, name=article.agency, sentence=article.agency, kind="credit")
            )
    return found


def _own(article: Article, catalogue: Catalogue) -> list[Outlet]:
    """The outlet that the article is said to come from, and that of its address, where they are known."""
    at = catalogue.by_host(host(article.url)) if article.url else None
    return [outlet for outlet in (catalogue.outlets.get(article.outlet), at) if outlet]


def _at_home(known: Sequence[OutletName], home: str) -> OutletName:
    """Of the outlets of one name that of the article's own country, else the first."""
    return next((outlet for outlet in known if outlet.country == home), known[0])


def _in_sentence(
    sentence: str, start: int, names: Phrases[tuple[OutletName, ...]], words: Words, home: str
) -> Iterator[Mention]:
    here = tokens(sentence)
    found = [(first, last, _at_home(known, home)) for first, last, known in names.find(here)]
    for place, (first, last, outlet) in enumerate(found):
        if _describes(sentence, here, found[place : place + 2], words):
            continue  # סוכנות הידיעות האיראנית תסנים
        written = sentence[here[first].start : here[last - 1].end]
        small = len(written) <= SHORT_NAME and written.casefold() in words.common and not written.isupper()
        known = outlet.own or _known(here, (first, last), outlet, words)
        bent = another_word(sentence, here[last - 1], outlet.name, words)
        if small or not known or bent or not _written_so(written, here[first:last], outlet):
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
    sentence: str, here: Sequence[Token], span: tuple[int, int], outlet: OutletName, words: Words
) -> tuple[str, str]:
    """(kind, citing words) of a name in its sentence; ("", "") where it is no citation."""
    credit = _credit(sentence, here, span, words)
    if credit is not None:
        return "credit", credit
    first, last = span
    wide, named = with_nouns(sentence, here, span, words)
    marked = bool(_OPENING.search(sentence[: here[first].start]) and CLOSING.match(sentence, here[last - 1].end))
    if outlet.ordinary and not (outlet.own or named or marked):
        return "", ""  # a word, and no outlet that is known in this language
    if outlet.ordinary and not named and _means_otherwise(sentence, here, span, words):
        return "", ""
    near = (BESIDE if outlet.ordinary and not marked else NEAR) * words.scale  # dem „Spiegel“
    frame = (
        addressed(sentence, here, span, outlet.name, words, ordinary=outlet.ordinary and not (named or marked))
        or frame_before(sentence, here, wide, near, words)
        or frame_after(sentence, here, wide, near, words)
    )
    if not (named or (frame and frame[0] == "frame" and outlet.own)) and _of_a_person(sentence, here, span, outlet):
        return "", ""
    if frame and frame[0] == "apart" and outlet.ordinary and not (named or marked):
        frame = None  # a clause of its own says who tells: Зеркало разбилось, сообщил музей; „… keine Zeit“, sagte sie
    if frame and frame[0] == "inverted" and outlet.ordinary and not (named or words.inverts):
        frame = None
    against = spoken_of(sentence, here, wide, words)
    if frame and not (against and frame[0] != "frame"):
        return "text", frame[1]
    if outlet.ordinary and not named:
        told = told_at_the_end(sentence, here, wide, words)
        return ("text", told) if told and not against else ("", "")
    reported = () if outlet.foreign else words.reports.find(here)
    if against or (words.known and not reported):
        return "", ""
    return "text", reported[0][2] if reported else ""


def _means_otherwise(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> bool:
    """Whether a name that is a word too is a country's, or begins a longer word: 共同声明 is no agency's statement."""
    first, last = span
    place = words.places.at(here, first)
    return bool(place and place[0] == last) or bool(_LONGER_WORD.match(sentence, here[last - 1].end - 1))


def _describes(sentence: str, here: Sequence[Token], pair: Sequence[tuple[int, int, OutletName]], words: Words) -> bool:
    """Whether a name that tells what an outlet is stands right before another: the Iranian agency Tasnim."""
    if len(pair) < 2 or pair[0][1] != pair[1][0] or pair[0][2].slug == pair[1][2].slug:
        return False
    (first, last, _), _ = pair
    between = sentence[here[last - 1].end : here[last].start]
    return last - first > 1 and bool(words.nouns.find(here[first:last])) and not between.strip(' "“„«-')


def _of_a_person(sentence: str, here: Sequence[Token], span: tuple[int, int], outlet: OutletName) -> bool:
    """`Petra Ullmann`: one word that may be no outlet, right before another with a capital letter."""
    first, last = span
    if last - first > 1 or last == len(here) or not (outlet.ordinary or not outlet.own):
        return False
    return here[first].upper and here[last].upper and sentence[here[first].end : here[last].start] == " "


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


def _known(here: Sequence[Token], span: tuple[int, int], outlet: OutletName, words: Words) -> bool:
    """Whether these words name an outlet that the catalogue names so in other languages only.

    No word is bent into such a name (`Milena` is no Milenio), least of all into a short one (کافی is no إفي with a
    preposition), and none is that means an outlet here (дневник).
    """
    first, last = span
    noun = words.nouns.at(here, first)
    name, word = tokens(outlet.name)[-1].folded, here[last - 1].folded
    bent = not word.startswith(name) if len(name) <= SHORT_NAME else name not in word
    return not bent and not (noun and noun[0] == last)


def _credit(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> str | None:
    """The words that begin a credit line, "" for a bare name in brackets or after a dash, None for no credit."""
    first, last = span
    before, after = sentence[: here[first].start], sentence[here[last - 1].end :]
    if _DESK.match(after) and _DATELINE.match(before):
        return ""
    if _is_site(sentence[here[first].start :], before):
        return ""
    if not after.strip(" .)]/"):
        if regex.search(r"[—–/(\[]\s*$", before):
            return ""
        shared = _IN_BRACKETS.search(before)
        beside = tokens(shared[1]) if shared else ()
        if beside and beside[-1].folded in words.common:  # (FR mit dpa), (EFE y AFP)
            return beside[-1].folded
    if len(here) > SHORT_LINE * words.scale:
        return None
    opening = words.credits.at(here, 0) if here else None
    return opening[1] if opening and opening[0] <= first and regex.search(r"[:：/|]", before) else None


def _is_site(name_on: str, before: str) -> bool:
    """`KOMPAS.com - `, `JAKARTA, TRIBUNNEWS.COM -- `: a site that opens an article, before a dash."""
    site = _SITE.search(name_on.partition(" ")[0])
    return site is not None and bool(_PLACE_BEFORE.match(before) and _PLACE_BEHIND.match(name_on[site.end() :]))


def _links(article: Article, sentences: Sequence[tuple[int, str]], catalogue: Catalogue) -> Iterator[Mention]:
    """Links in the body that lead to another publisher of the catalogue."""
    seen = {outlet.publisher for outlet in _own(article, catalogue)}
    for address, words in article.links:
        outlet = catalogue.by_host(host(address))
        if outlet is None or outlet.publisher in seen:
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
