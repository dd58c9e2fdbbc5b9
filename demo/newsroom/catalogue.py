"""The newsroom's catalogue: one YAML file an outlet, as the monitor reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from demo.newsroom.content import Outlet, load_outlets
from demo.newsroom.feeds import ENTRY_PATHS

KEYS = {"news-sitemap": "news_sitemaps", "sitemap-index": "sitemaps", "section": "sections"}


def describe(outlet: Outlet, port: int) -> dict[str, Any]:
    """What the catalogue says of an outlet served on this port."""
    base = outlet.base(port)
    points: dict[str, list[str]] = {"feeds": [], "news_sitemaps": [], "sitemaps": [], "sections": []}
    points[KEYS.get(outlet.entry, "feeds")].append(base + ENTRY_PATHS.get(outlet.entry, "/news/"))
    return {
        "name": outlet.name,
        "publisher": outlet.publisher,
        "languages": [outlet.language],
        "country": outlet.country,
        "homepage": f"{base}/",
        **points,
        "timezone": outlet.timezone,
        "cited_as": {language: list(names) for language, names in outlet.cited_as.items()},
    }


def write_catalogue(folder: Path, port: int) -> None:
    """Write one file an outlet into the folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    yaml = YAML()
    yaml.allow_unicode = True
    for outlet in load_outlets().values():
        with (folder / f"{outlet.slug}.yaml").open("w", encoding="utf-8") as file:
            yaml.dump(describe(outlet, port), file)
