"""The zone of a time that gives none: the outlet's, else that of the country whose domain the page is on."""

from __future__ import annotations

from datetime import tzinfo
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=1)
def _domains() -> dict[str, str]:
    text = resources.files("monitor.extraction").joinpath("data/zones.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=512)
def zone_named(name: str) -> tzinfo | None:
    """The IANA zone of this name, None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of_host(host: str) -> tzinfo | None:
    """The civil time of the country whose domain a host is in, None where it has several or is no country's."""
    name = _domains().get(host.lower().rsplit(".", 1)[-1])
    return zone_named(name) if name else None
