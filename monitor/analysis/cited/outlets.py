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
from monitor.analysis.cited.coupled import Named, together
from monitor.analysis.cited.credits import credited
from monitor.analysis.cited.outlet_names import OutletName, outlet_names
from monitor.analysis.cited.short_names import in_full, shortened
from monitor.analysis.cited.telling import does_not_tell, says, told_elsewhere
from monitor.model import Article, Mention
from monitor.outlets import Catalogue, Outlet
from monitor.text.folded import Token, tokens
from monitor.text.phrases import Phrases
from monitor.text.urls import host

SHORT_NAME = 3  # letters; a small word of the language but for its capitals: nos, NOS
_OPENING = regex.compile(r"[«„“”\"‘‚»《『״]$")
_HEADLINE = regex.compile(r"[»”\"]?\s?(?:\([^()]{2,24}\))?:(?:\s+\S+\s\S+|\s*$)")  # Reuters: Iran will not yield
_LONGER_WORD = regex.compile(r"\p{Han}{2}|[\p{Katakana}ー]{2}")  # of scripts without spaces


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
    named = []
    for place, (first, last, outlet) in enumerate(found):
        if _describes(sentence, here, found[place : place + 2], words):
            continue  # סוכנות הידיעות האיראנית תסנים
        if _is_named(sentence, here, (first, last), outlet, words):
            kind, frame = _judge(sentence, here, (first, last), outlet, words)
            named.append((Named(first, last, outlet.name, kind, frame), outlet))
    told = together(sentence, here, [each for each, _ in named], words)
    for each, (_, outlet) in zip(told, named, strict=True):
        if each.kind:
            yield Mention(
                publisher=outlet.publisher,
                name=sentence[here[each.first].start : here[each.last - 1].end],
                sentence=sentence,
                start=start + here[each.first].start,
                kind=each.kind,
                frame=each.frame,
            )


def _is_named(sentence: str, here: Sequence[Token], span: tuple[int, int], outlet: OutletName, words: Words) -> bool:
    """Whether words that look like an outlet's name are written as it is."""
    first, last = span
    written = sentence[here[first].start : here[last - 1].end]
    if len(written) <= SHORT_NAME and written.casefold() in words.common and not written.isupper():
        return False
    if not (outlet.own or _known(here, span, outlet, words)) or another_word(
        sentence, here[last - 1], outlet.name, words
    ):
        return False
    if not _written_so(written, here[first:last], outlet, english=bool(words.definite)):
        return False
    # Hill said: a person
    return not (outlet.bare and words.definite and not (first and here[first - 1].folded in words.definite))


def _judge(
    sentence: str, here: Sequence[Token], span: tuple[int, int], outlet: OutletName, words: Words
) -> tuple[str, str]:
    """(kind, citing words) of a name in its sentence; ("", "") where it is no citation."""
    first, last = span
    wide, named = with_nouns(sentence, here, span, words)
    marked = bool(_OPENING.search(sentence[: here[first].start]) and CLOSING.match(sentence, here[last - 1].end))
    marked = marked or (words.capitals and sentence[here[first].start : here[last - 1].end].isupper())  # in der WELT
    if outlet.ordinary and not (outlet.own or named or marked):
        return "", ""  # a word, and no outlet that is known in this language
    line = credited(sentence, here, wide, words)
    if line is not None:
        return line
    if outlet.ordinary and not named and _means_otherwise(sentence, here, span, words):
        return "", ""
    near = (BESIDE if outlet.ordinary and not marked else NEAR) * words.scale  # dem „Spiegel“
    if words.verb_first and outlet.ordinary and not named and _joined(here[first], outlet):
        near = 0
    frame = (
        addressed(sentence, here, span, outlet.name, words, ordinary=outlet.ordinary and not (named or marked))
        or (addressed(sentence, here, wide, outlet.name, words, ordinary=False) if wide[0] < first else None)
        or frame_before(sentence, here, wide, near, words)
        or frame_after(sentence, here, wide, near, words)
    )
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


def _joined(word: Token, outlet: OutletName) -> bool:
    """Whether a preposition is written at a name's beginning: the organisation's officer للشرق الأوسط."""
    return word.folded != tokens(outlet.name)[0].folded and word.folded.startswith("ل")


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


def _written_so(written: str, here: Sequence[Token], outlet: OutletName, *, english: bool) -> bool:
    """Whether a name has the capitals that it has in the catalogue: `the Guardian`, `agencia Belga`; `TAP`, no tap.

    Many a language writes acronyms as words (`Afp`): that is done here where it is no word or name besides.
    """
    parts = tokens(outlet.name)
    long = [n for n, part in enumerate(parts) if part.end - part.start > SHORT_NAME]
    telling = next((n for n in long if parts[n].upper), long[0] if long else len(parts) - 1)
    place = min(telling, len(here) - 1)
    if parts[0].folded == "the" and len(parts) == len(here) and not (here[0].upper or english):
        return False  # PNAS (Proceedings of the National Academy)
    if outlet.name.isupper() and not _acronym(written):
        bent = here[-1].folded != parts[-1].folded
        if outlet.ordinary or not outlet.own or bent:
            return False  # Папой is no ПАП
    if len(parts) == 1 and _too_short(here[-1], parts[0]):
        return False
    return here[place].upper or not parts[telling].upper or here[place].folded[-1:].isdigit()  # g1


def _too_short(word: Token, name: Token) -> bool:
    """Whether a short name would have lost its end: the Koch of an institute is no Коха."""
    return word.upper and len(word.folded) < len(name.folded) <= SHORT_NAME + 2


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
