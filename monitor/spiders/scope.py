"""Which addresses belong to an outlet."""

from __future__ import annotations

from attrs import frozen

from monitor.outlets import Outlet
from monitor.text.urls import article_id, normalise, site


@frozen
class Scope:
    """The sites of an outlet: its own, and those through which it announces its articles."""

    own: frozenset[str]
    announcing: frozenset[str]
    doors: frozenset[str]  # its front page and sections, normalised: no article's identity

    @classmethod
    def of(cls, outlet: Outlet) -> Scope:
        """Read the scope off an outlet."""
        own = {site(outlet.homepage), *(site(f"https://{host}/") for host in outlet.hosts)}
        entries = {site(address) for _, address in outlet.entry_points}
        doors = (outlet.homepage, *(address for _, address in outlet.entry_points))
        return cls(frozenset(own - {""}), frozenset(entries - {""}), frozenset(map(normalise, doors)))

    def holds(self, url: str) -> bool:
        """True for an address that may be fetched for this outlet."""
        return site(url) in self.own or site(url) in self.announcing

    def identity(self, final_url: str, canonical_url: str) -> str:
        """An article's id: of the canonical address where that is the outlet's, else of the one it was read from.

        A canonical address that is the front page or a section is a mistake of the site's templates.
        """
        if canonical_url and site(canonical_url) in self.own and not self._is_door(canonical_url):
            return article_id(canonical_url)
        return article_id(final_url)

    def _is_door(self, url: str) -> bool:
        address = normalise(url)
        return address in self.doors or (address.count("/") < 4 and address.endswith("/"))
