"""The outlets that the documentation and the commands' help name are in the packaged catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitor.outlets import load_catalogue

ROOT = Path(__file__).parents[2]
PLACES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "monitor" / "cli").glob("*.py"))]
COMMAND = re.compile(r"monitor (?:crawl|outlets (?:show|check|record)) ([^\n|`]*)")
SLUG = re.compile(r"(?<![\w./-])(?!example-)[a-z0-9]+(?:-[a-z0-9]+)*-[a-z]+(?![\w./-])")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.relative_to(ROOT).as_posix())
def test_the_outlets_that_are_named_are_there(place: Path) -> None:
    catalogue = load_catalogue()
    named = [
        slug
        for words in COMMAND.findall(place.read_text(encoding="utf-8"))
        for slug in SLUG.findall(words.partition("--")[0])
    ]
    assert [slug for slug in named if slug not in catalogue.outlets] == []
