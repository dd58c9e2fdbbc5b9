"""Speakers of quotes whose verbs and titles the lists of languages from Turkey to Afghanistan have."""

from __future__ import annotations

import pytest

from tests.analysis import labelled


@pytest.mark.parametrize(("language", "speakers", "text"), labelled.rows("eastern.tsv"))
def test_speakers(language: str, speakers: str, text: str) -> None:
    wanted = [] if speakers == "-" else [name.strip() for name in speakers.split(";")]
    assert labelled.speakers(text, language) == wanted
