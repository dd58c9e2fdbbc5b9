"""Bylines and author notes that stand in the body's own part."""

from __future__ import annotations

import pytest

from monitor.extraction import extract
from tests.extraction.texts import ARTICLES

HEADLINE, PARAGRAPHS, SUB = ARTICLES["en"]
AUTHOR = "<meta name=author content='Maud Carrow'>"


def body(before: str, after: str) -> list[str]:
    text = "".join(f"<p>{p}</p>" for p in [*PARAGRAPHS, *PARAGRAPHS[:2]])
    page = f"<html lang=en><head>{AUTHOR}</head><body><h1>{HEADLINE}</h1><div class=entry-content>{before}{text}{after}</div></body></html>"
    return extract(page.encode()).body.split("\n")


@pytest.mark.parametrize(
    "line", ["By Maud Carrow", "Maud Carrow", "Von Maud Carrow, Larkport", "4 min read", "Lesezeit", "5 minutes"]
)
def test_a_byline_among_the_first_lines_is_not_the_text(line: str) -> None:
    assert (line in body(f"<p>{line}</p>", "")) is (line == "Lesezeit")


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Maud Carrow is the harbour correspondent of the Herald and lives on the quay.", False),
        ("Maud Carrow", False),
        ("Ivo Lind, who sells herring, said that he would come to every meeting of the council.", True),
        ("The council will meet again when Maud Carrow has read the report aloud to the members.", True),
    ],
)
def test_a_note_about_the_author_ends_the_text(note: str, *, kept: bool) -> None:
    assert (note in body("", f"<p>{note}</p>")) is kept


def test_a_note_in_the_middle_ends_nothing() -> None:
    lines = body("<p>Maud Carrow has walked along the quay for this report, from the old hall to the new one.</p>", "")
    assert len(lines) >= len(PARAGRAPHS)
    assert lines[0].startswith("Maud Carrow has walked")
