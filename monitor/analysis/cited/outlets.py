"""Which outlets and agencies an article cites: by name in a citing frame, by links, by credit lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from monitor.analysis.cited.citing import Words, compiled
from monitor.analysis.cited.coupled import Named, together
from monitor.analysis.cited.judging import judged
from monitor.analysis.cited.naming import describes, is_named
from monitor.analysis.cited.outlet_names import Names, OutletName, outlet_names
from monitor.analysis.cited.short_names import in_full, shortened
from monitor.model import Article, Mention
from monitor.outlets import Catalogue, Outlet
from monitor.text.folded import Token, tokens
from monitor.text.urls import host

Match: TypeAlias = tuple[int, int, tuple[OutletName, ...]]  # first word, word after the last, whose name it is


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


def _in_sentence(sentence: str, start: int, names: Names, words: Words, home: str) -> Iterator[Mention]:
    here = tokens(sentence)
    found = [(first, last, _at_home(known, home)) for first, last, known in _longest(names, here)]
    named = []
    for place, (first, last, outlet) in enumerate(found):
        pair = found[place : place + 2]
        if describes(sentence, here, pair, words) and is_named(sentence, here, pair[1][:2], pair[1][2], words):
            continue  # סוכנות הידיעות האיראנית תסנים
        if is_named(sentence, here, (first, last), outlet, words):
            kind, frame = judged(sentence, here, (first, last), outlet, words)
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


def _longest(names: Names, here: Sequence[Token]) -> Iterator[Match]:
    """The names that a sentence holds; one that begins within another, and is longer, stands for it.

    قناة الشرق الأوسط is the paper الشرق الأوسط, and no قناة الشرق.
    """
    after = 0
    for first, last, known in names.find(here):
        if first < after:
            continue
        later = ((at, *longer) for at in range(first + 1, last) if (longer := names.at(here, at)))
        match = max([(first, last, known), *later], key=lambda each: here[each[1] - 1].end - here[each[0]].start)
        yield match
        after = match[1]


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
