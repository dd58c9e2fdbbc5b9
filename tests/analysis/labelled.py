"""The labelled sentences and the catalogue that they cite."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from monitor.outlets import Catalogue, Outlet

DATA = Path(__file__).parent / "data"


def read(name: str) -> Any:
    """A YAML file of tests/analysis/data."""
    return YAML(typ="safe", pure=True).load((DATA / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The publishers of outlets.yaml."""
    return Catalogue(Outlet.model_validate({"crawl": False, **entry}) for entry in read("outlets.yaml"))
