"""Which outlets an article may cite: far more than anybody crawls."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from monitor.outlets.catalogue import Catalogue
from monitor.outlets.loading import packaged
from monitor.outlets.models import Outlet


@lru_cache(maxsize=4)
def citable(catalogue: Catalogue) -> Catalogue:
    """The outlets of a catalogue, and the packaged ones beside them.

    Whoever crawls three outlets of their own wants to see that they cite Reuters. An own file stands for the packaged
    one of its name and for those at its address; a publisher that both have goes by the name that the own catalogue
    gives it.
    """
    names = {slug: publisher.name for slug, publisher in catalogue.publishers.items()}
    others = [outlet for outlet in packaged().outlets.values() if not _has(catalogue, outlet)]
    return (
        Catalogue([*catalogue.outlets.values(), *(_renamed(outlet, names) for outlet in others)])
        if others
        else catalogue
    )


def _has(catalogue: Catalogue, outlet: Outlet) -> bool:
    return outlet.slug in catalogue.outlets or catalogue.by_host(urlsplit(outlet.homepage).hostname or "") is not None


def _renamed(outlet: Outlet, names: dict[str, str]) -> Outlet:
    name = names.get(outlet.publisher)
    return outlet if name is None else outlet.model_copy(update={"publisher_name": name})
