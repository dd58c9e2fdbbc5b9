"""The reference of the catalogue says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from monitor.outlets import Expect, Outlet, Selectors, load_catalogue, parse_outlet

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "catalogue.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_every_key_has_its_row() -> None:
    rows = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert rows >= set(Outlet.model_fields) - {"slug"}
    named = set(re.findall(r"`(\w+)`", PAGE))
    assert named >= set(Selectors.model_fields) | set(Expect.model_fields)


def test_the_examples_are_taken() -> None:
    assert len(EXAMPLES) == 2
    least, whole = (parse_outlet(text.encode(), Path("example.yaml")) for text in EXAMPLES)
    assert least.country == "NO"
    assert whole.model_fields_set == set(Outlet.model_fields)


def test_every_tag_of_the_packaged_outlets_is_explained() -> None:
    used = {tag for outlet in load_catalogue().outlets.values() for tag in outlet.tags}
    table = PAGE[PAGE.index("## Tags") : PAGE.index("## What is checked")]
    assert used == set(re.findall(r"`([\w-]+)`", table))
