"""The names by which a language's writers cite the catalogue's publishers, ready to be found in a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex
from attrs import frozen

from monitor.language import language as look_up
from monitor.outlets import Catalogue, Publisher
from monitor.text.phrases import Phrases


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


@lru_cache(maxsize=256)
def outlet_names(catalogue: Catalogue, language: str) -> Phrases[tuple[OutletName, ...]]:
    """Every name that may stand for publishers in a text of this language; its own names come first.

    Of the publishers of one name those that publish in the language come first.
    """
    named: dict[str, list[OutletName]] = {}
    at_home = sorted(catalogue.publishers.items(), key=lambda entry: not _speaks(catalogue, entry[1], language))
    for own in (True, False):
        for slug, publisher in at_home:
            for name, ordinary, bare in _with_bare(_names(catalogue, publisher, language, own=own), language):
                others = named.setdefault(name, [])
                if any(each.own != own or each.bare != bare or each.slug == slug for each in others):
                    continue
                listed = ordinary and (own or name in publisher.ordinary_names or name[:1].islower())
                unsure = ordinary or not own
                foreign = unsure and not listed and not _distinct(name)
                others.append(
                    OutletName(
                        publisher.name,
                        slug,
                        name,
                        listed,
                        foreign=foreign,
                        own=own,
                        bare=bare,
                        country=publisher.country,
                    )
                )
    return Phrases(((name, tuple(outlets)) for name, outlets in named.items()), language, inflected=True)


def _speaks(catalogue: Catalogue, publisher: Publisher, language: str) -> bool:
    """Whether a publisher has an outlet in this language."""
    codes = (code for slug in publisher.outlets for code in catalogue.outlets[slug].languages)
    return any(_base(code) == _base(language) for code in codes)


def _names(catalogue: Catalogue, publisher: Publisher, language: str, *, own: bool) -> Iterator[tuple[str, bool]]:
    """(name, whether it is an ordinary word): those given for the language, or those of others in a script it uses."""
    for code, names in publisher.cited_as.items():
        if _base(code) == _base(language) and own:
            words = {name.casefold() for name in names if not name.isupper()}  # Agi stands for AGI too
            told = (name for name in names if not (name.isupper() and name.casefold() in words))
            yield from ((name, name in publisher.ordinary_names) for name in told)
        elif not own and look_up(code).script in {"Latn", look_up(language).script}:
            yield from (
                (name, name in publisher.ordinary_names or not _distinct(name))
                for name in names
                if not _bent(name, publisher.name)
            )
    if not own:
        titles = [publisher.name, *(catalogue.outlets[slug].name for slug in publisher.outlets)]
        yield from ((name, not _distinct(name)) for name in titles)


def _bent(name: str, whole: str) -> bool:
    """Whether a name is what another language leaves of the publisher's own: Polish Reuter, elsewhere a surname."""
    return name != whole and " " not in name and whole.startswith(name)


_ARTICLE = regex.compile(r"^(?:Le|La|Les|Il|Lo|Der|Die|Das|The|O|El)\s+(?=\p{Lu})")
_ANY_ARTICLE = regex.compile(_ARTICLE.pattern, regex.IGNORECASE)


def _with_bare(names: Iterator[tuple[str, bool]], language: str) -> Iterator[tuple[str, bool, bool]]:
    """Each name, and after it the name without its article, which others join or bend: au Figaro, des Spiegels.

    English leaves out its own alone: the Post is no Il Post.
    """
    for name, ordinary in names:
        yield name, ordinary, False
        if (bare := _bare(name)) and (_base(language) != "en" or name.startswith("The ")):
            yield bare, True, True


def without_article(name: str) -> str:
    """The name without the article that it begins with."""
    return str(_ANY_ARTICLE.sub("", name))


@lru_cache(maxsize=16_384)
def _bare(name: str) -> str:
    bare = _ARTICLE.sub("", name)
    return bare if bare != name and " " not in bare else ""


def _base(code: str) -> str:
    return code.partition("-")[0].lower()


@lru_cache(maxsize=16_384)
def _distinct(name: str) -> bool:
    """An acronym, or several words: hardly an ordinary word of any language."""
    return sum(letter.isupper() for letter in name) > 1 or (len(name.split()) > 1 and not name[:1].isupper())
