"""The names by which a language's writers cite the catalogue's publishers, ready to be found in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from unicodedata import normalize

import regex
from attrs import evolve, frozen

from monitor.analysis.frames import file_of, frames
from monitor.language import language as look_up
from monitor.outlets import Catalogue, Publisher
from monitor.text.filed import PhraseList
from monitor.text.folded import Token
from monitor.text.inflection import filing
from monitor.text.phrases import Phrases
from monitor.text.stopwords import stopwords
from monitor.text.urls import host


@frozen(slots=True)
class OutletName:
    """One name of a publisher."""

    publisher: str  # its name in the catalogue
    slug: str
    name: str
    ordinary: bool  # a word of the language too: an outlet only where the words beside it cite
    foreign: bool = False  # not named so by this language in the catalogue: the words around it must cite
    own: bool = True  # the catalogue gives it for this language, which may bend it
    bare: bool = False  # without the article that it has: Hill for The Hill
    country: str = ""


@frozen(eq=False)
class Names:
    """The names that may stand for publishers in the texts of a language."""

    _listed: Phrases[tuple[OutletName, ...]]
    _base: str
    _spoken: Mapping[str, frozenset[str]]  # the languages of each publisher's outlets

    def find(self, words: Sequence[Token]) -> list[tuple[int, int, tuple[OutletName, ...]]]:
        """All names in words: first token, token after the last, whose name it is."""
        return [(first, last, self._here(known)) for first, last, known in self._listed.find(words)]

    def at(self, words: Sequence[Token], position: int) -> tuple[int, tuple[OutletName, ...]] | None:
        """The longest name that begins at a token: the token after its last, and whose name it is."""
        found = self._listed.at(words, position)
        return None if found is None else (found[0], self._here(found[1]))

    def _here(self, known: tuple[OutletName, ...]) -> tuple[OutletName, ...]:
        """The publishers of a name, those that publish in the language first; no ordinary word but where it is one."""
        here = [each if each.own or not each.ordinary else self._told(each) for each in known]
        return tuple(sorted(here, key=lambda each: self._base not in self._spoken[each.slug]))

    def _told(self, foreign: OutletName) -> OutletName:
        words = _may_be_words(foreign.name, self._base)
        return foreign if words else evolve(foreign, ordinary=False, foreign=True)


@lru_cache(maxsize=256)
def outlet_names(catalogue: Catalogue, language: str) -> Names:
    """Every name that may stand for publishers in a text of this language; its own names come first."""
    base, script = file_of(language), look_up(language).script
    lists = [_foreign(catalogue, each, filing(language), english=base == "en") for each in sorted({_LATIN, script})]
    own = _own(catalogue, base).items()
    return Names(Phrases(own, language, inflected=True, further=lists), base, _spoken(catalogue))


def _own(catalogue: Catalogue, base: str) -> dict[str, tuple[OutletName, ...]]:
    """The publishers of each name that the catalogue gives in a language, and of their sites."""
    named: dict[str, tuple[OutletName, ...]] = {}
    genitive = frames(base).genitive_s
    owned: list[OutletName] = []
    for slug, names in _given(catalogue).get(base, {}).items():
        publisher = catalogue.publishers[slug]
        told = ((name, _is_ordinary(publisher, name, base)) for name in names)
        for name, ordinary, bare in _with_bare(told, english=base == "en"):
            if genitive and not name.endswith(("s", "x", "z")):
                owned.append(_outlet_name(slug, publisher, f"{name}s", ordinary=ordinary, bare=bare, own=True))
            _add(named, _outlet_name(slug, publisher, name, ordinary=ordinary, bare=bare, own=True))
    for each in (*owned, *_spelt(named.values())):
        if each.name not in named:
            _add(named, each)
    for site in _sites(catalogue):
        if site.name.rpartition(".")[2] not in stopwords(base):  # ABC es un diario
            _add(named, site)
    return named


def _spelt(named: Iterable[tuple[OutletName, ...]]) -> Iterator[OutletName]:
    """Names as hasty hands write them: `Ziarul de Garda` without its marks, `TV2` for TV 2."""
    for known, *_ in list(named):
        plain = _NUMBERED.sub("", known.name)
        if known.name.isascii() and plain == known.name:
            continue
        for name in (plain, _without_marks(plain)):
            if name != known.name:
                yield evolve(known, name=name)


def _without_marks(name: str) -> str:
    """Latin letters without their marks; others keep what makes them other letters: Й."""
    return "".join(normalize("NFD", letter)[0] if letter < "\u0250" else letter for letter in name)


def _add(named: dict[str, tuple[OutletName, ...]], new: OutletName) -> None:
    """A name with those of other publishers, if all are as much of the language, and written in full, as it is."""
    others = named.get(new.name)
    if others is None:
        named[new.name] = (new,)
    elif not any(each.own != new.own or each.bare != new.bare or each.slug == new.slug for each in others):
        named[new.name] = (*others, new)


def _outlet_name(slug: str, publisher: Publisher, name: str, *, ordinary: bool, bare: bool, own: bool) -> OutletName:
    listed = ordinary and (own or bare or name in publisher.ordinary_names or name[:1].islower())
    foreign = (ordinary or not own) and not listed and not _distinct(name)
    return OutletName(
        publisher.name, slug, name, listed, foreign=foreign, own=own, bare=bare, country=publisher.country
    )


@lru_cache(maxsize=4)
def _sites(catalogue: Catalogue) -> tuple[OutletName, ...]:
    """Each publisher's hosts, by which it is cited in every language: rosbalt.ru, as skai.gr writes."""
    hosts = {host(each.homepage).removeprefix("www."): each.publisher for each in catalogue.outlets.values()}
    return tuple(
        OutletName(catalogue.publishers[slug].name, slug, site, ordinary=False) for site, slug in hosts.items() if site
    )


@lru_cache(maxsize=4)
def _spoken(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The languages of each publisher's outlets."""
    return {
        slug: frozenset(file_of(code) for outlet in publisher.outlets for code in catalogue.outlets[outlet].languages)
        for slug, publisher in catalogue.publishers.items()
    }


@lru_cache(maxsize=4)
def _given(catalogue: Catalogue) -> dict[str, dict[str, list[str]]]:
    """For each language the names that the catalogue gives in it, by publisher."""
    found: dict[str, dict[str, list[str]]] = {}
    for slug, publisher in catalogue.publishers.items():
        for code, names in publisher.cited_as.items():
            words = {name.casefold() for name in names if not name.isupper()}  # Agi stands for AGI too
            told = [name for name in names if not (name.isupper() and name.casefold() in words)]
            found.setdefault(file_of(code), {}).setdefault(slug, []).extend(told)
    return found


@lru_cache(maxsize=64)
def _foreign(
    catalogue: Catalogue, script: str, inflection: str, *, english: bool
) -> PhraseList[tuple[OutletName, ...]]:
    """The names that any language has in a script, for all languages that file words alike."""
    named: dict[str, tuple[OutletName, ...]] = {}
    for each in _of_script(catalogue, script, english=english):
        _add(named, each)
    return PhraseList(named.items(), inflection)


@lru_cache(maxsize=64)
def _of_script(catalogue: Catalogue, script: str, *, english: bool) -> tuple[OutletName, ...]:
    """The names in a script; the titles of publishers and their outlets, whatever theirs is, go with the Latin ones."""
    found: list[OutletName] = []
    for slug, publisher in catalogue.publishers.items():
        names = [
            (name, name in publisher.ordinary_names or not _distinct(name))
            for code, listed in publisher.cited_as.items()
            if look_up(code).script == script
            for name in listed
            if not _bent(name, publisher.name)
        ]
        if script == _LATIN:
            titles = (publisher.name, *(catalogue.outlets[each].name for each in publisher.outlets))
            names += [(name, not _distinct(name)) for name in titles]
        made: dict[tuple[str, bool], OutletName] = {}
        for name, ordinary, bare in _with_bare(names, english=english):
            if (name, bare) not in made:
                made[name, bare] = _outlet_name(slug, publisher, name, ordinary=ordinary, bare=bare, own=False)
        found += made.values()
    return tuple(found)


def _bent(name: str, whole: str) -> bool:
    """Whether a name is what another language leaves of the publisher's own: Polish Reuter, elsewhere a surname."""
    return name != whole and " " not in name and whole.startswith(name)


_LATIN = "Latn"

_SPEAK = {  # whose article begins a name, and may begin ordinary words in no other language
    "The": {"en"},
    "Le": {"fr", "it"},
    "La": {"fr", "it", "es", "ca"},
    "Les": {"fr", "ca"},
    "Il": {"it"},
    "Lo": {"it", "es"},
    "Der": {"de"},
    "Die": {"de"},
    "Das": {"de"},
    "O": {"pt", "bs", "cs", "hr", "pl", "ro", "sk", "sl", "sr"},  # about, in Slavic languages
    "El": {"es", "ca"},
}
_NUMBERED = regex.compile(r"(?<=\p{L})\s(?=\d+$)")
_ARTICLE = regex.compile(rf"^(?:{'|'.join(_SPEAK)})\s+(?=\p{{Lu}})")
_ANY_ARTICLE = regex.compile(_ARTICLE.pattern, regex.IGNORECASE)


def _with_bare(names: Iterable[tuple[str, bool]], *, english: bool) -> Iterator[tuple[str, bool, bool]]:
    """Each name, and after it the name without its article, which others join or bend: au Figaro, des Spiegels.

    English leaves out its own alone: the Post is no Il Post.
    """
    for name, ordinary in names:
        yield name, ordinary, False
        if (bare := _bare(name)) and (not english or name.startswith("The ")):
            yield bare, True, True


def without_article(name: str) -> str:
    """The name without the article that it begins with."""
    return str(_ANY_ARTICLE.sub("", name))


@lru_cache(maxsize=16_384)
def _bare(name: str) -> str:
    bare = _ARTICLE.sub("", name)
    return bare if bare != name and " " not in bare else ""


def _is_ordinary(publisher: Publisher, name: str, base: str) -> bool:
    """Whether a name is an ordinary word of this language too: Persian's تسنیم is one in Urdu only."""
    if name not in publisher.ordinary_names or not _may_be_words(name, base):
        return False
    languages = publisher.ordinary_in.get(name)
    return languages is None or any(file_of(code) == base for code in languages)


def _may_be_words(name: str, base: str) -> bool:
    """Whether a name that is ordinary words somewhere may be so here: The Guardian in English, and in no Norwegian."""
    article = _ARTICLE.match(name)
    return article is None or base in _SPEAK[article[0].rstrip()]


@lru_cache(maxsize=16_384)
def _distinct(name: str) -> bool:
    """An acronym, or several words: hardly an ordinary word of any language."""
    return sum(letter.isupper() for letter in name) > 1 or (len(name.split()) > 1 and not name[:1].isupper())
