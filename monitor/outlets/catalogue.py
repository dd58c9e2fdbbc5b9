"""The catalogue: outlets by name, language, country, tag and host, and the publishers behind them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from urllib.parse import urlsplit

from monitor.model import MonitorError
from monitor.outlets.models import Outlet, Publisher


class UnknownOutletError(MonitorError):
    """A name that is neither an outlet's nor a publisher's; `near` are names like it."""

    exit_code = 2

    def __init__(self, name: str, near: list[str]) -> None:
        hint = f"; did you mean {', '.join(near)}?" if near else "; `monitor outlets list` shows all"
        super().__init__(f"no outlet or publisher is called {name!r}{hint}")
        self.name, self.near = name, near


class Catalogue:
    """Outlets that were read and checked; nothing in it changes."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        ordered = sorted(outlets, key=lambda outlet: outlet.slug)
        self.outlets: Mapping[str, Outlet] = MappingProxyType({outlet.slug: outlet for outlet in ordered})

    def __len__(self) -> int:
        return len(self.outlets)

    @cached_property
    def publishers(self) -> Mapping[str, Publisher]:
        """Publishers by slug, each with the names of all its editions."""
        editions: dict[str, list[Outlet]] = {}
        for outlet in self.outlets.values():
            editions.setdefault(outlet.publisher, []).append(outlet)
        return MappingProxyType({slug: _publisher(slug, found) for slug, found in sorted(editions.items())})

    def select(
        self, names: Iterable[str] = (), language: str | None = None, country: str | None = None, tag: str | None = None
    ) -> list[Outlet]:
        """The outlets that all given filters let through, by slug.

        names: slugs of outlets or of publishers (which mean all their editions); language: `pt` takes `pt-BR` as well,
        `no` takes `nb` and `nn`.
        Raises UnknownOutletError for a name that there is not.
        """
        chosen = (
            {slug: outlet for name in names for slug, outlet in self._named(name).items()} if names else self.outlets
        )
        wanted = _asked(language) if language is not None else ()
        return [
            outlet
            for outlet in sorted(chosen.values(), key=lambda outlet: outlet.slug)
            if (language is None or any(f"{code}-".startswith(wanted) for code in outlet.languages))
            and (country is None or outlet.country == country.upper())
            and (tag is None or tag.lower() in outlet.tags)
        ]

    def by_host(self, host: str) -> Outlet | None:
        """The outlet that a host or its parent domain belongs to; of several, the one at the top of the site."""
        found = self._at_host(host)
        return found[0] if found else None

    def by_url(self, url: str) -> Outlet | None:
        """The outlet that an address belongs to: of several at its host, the one whose homepage it is below."""
        parts = urlsplit(url)
        found = self._at_host(parts.hostname or "")
        below = [outlet for outlet in found if (parts.path + "/").startswith(_folder(outlet))]
        return max(below, key=lambda outlet: len(_folder(outlet))) if below else found[0] if found else None

    def unknown(self, name: str) -> UnknownOutletError:
        """The error that a name is neither an outlet's nor a publisher's, with names like it."""
        near = [*self._called(name), *difflib.get_close_matches(name, {**self.outlets, **self.publishers}, n=3)]
        return UnknownOutletError(name, list(dict.fromkeys(near))[:3])

    def _called(self, name: str) -> Iterator[str]:
        """Slugs of what has this name, or is the edition of a publisher in a language: `bbc-persian` for bbc-fa."""
        folded = name.casefold()
        publisher, _, language = folded.rpartition("-")
        for slug, outlet in self.outlets.items():
            cited = (each for names in outlet.cited_as.values() for each in names)
            if any(each.casefold() == folded for each in (outlet.name, outlet.publisher_name or "", *cited)) or (
                outlet.publisher == publisher and language in outlet.languages
            ):
                yield slug

    def _named(self, name: str) -> dict[str, Outlet]:
        if name in self.outlets:
            return {name: self.outlets[name]}
        if name in self.publishers:
            return {slug: self.outlets[slug] for slug in self.publishers[name].outlets}
        raise self.unknown(name)

    def _at_host(self, host: str) -> list[Outlet]:
        labels = host.lower().rstrip(".").split(".")
        for start in range(max(1, len(labels) - 1)):
            if found := self._hosts.get(".".join(labels[start:])):
                return found
        return []

    @cached_property
    def _hosts(self) -> dict[str, list[Outlet]]:
        hosts: dict[str, list[Outlet]] = {}
        for outlet in sorted(self.outlets.values(), key=lambda outlet: (len(_folder(outlet)), outlet.slug)):
            for host in dict.fromkeys(outlet.all_hosts):
                hosts.setdefault(host, []).append(outlet)
        return hosts


def _folder(outlet: Outlet) -> str:
    return urlsplit(outlet.homepage).path.rstrip("/") + "/"


def _asked(language: str) -> tuple[str, ...]:
    """How the codes begin, each with a hyphen behind it, that a language means."""
    from monitor.language import asked  # noqa: PLC0415  (a fifth of a second to load)

    return tuple(f"{code}-" for code in asked(language))


def _publisher(slug: str, editions: list[Outlet]) -> Publisher:
    """The publisher of editions; the edition that gives `publisher_name` is its main one, else the first."""
    main = next((edition for edition in editions if edition.publisher_name), editions[0])
    cited: dict[str, dict[str, None]] = {}
    for edition in (main, *(edition for edition in editions if edition is not main)):
        for language, names in edition.cited_as.items():
            cited.setdefault(language, {}).update(dict.fromkeys(names))
    return Publisher(
        slug=slug,
        name=main.publisher_name or main.name,
        country=main.country,
        outlets=tuple(edition.slug for edition in editions),
        cited_as=MappingProxyType({language: tuple(names) for language, names in cited.items()}),
        ordinary_names=frozenset(name for edition in editions for name in edition.ordinary),
        ordinary_in=MappingProxyType(_ordinary_in(editions)),
    )


def _ordinary_in(editions: list[Outlet]) -> dict[str, frozenset[str]]:
    """The names that are ordinary words in some languages only, if no edition says that they are so in all."""
    found: dict[str, frozenset[str]] = {}
    everywhere: set[str] = set()
    for edition in editions:
        for name, languages in edition.ordinary.items():
            if languages is None:
                everywhere.add(name)
            else:
                found[name] = found.get(name, frozenset()).union(languages)
    return {name: languages for name, languages in found.items() if name not in everywhere}
