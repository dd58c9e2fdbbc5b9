"""Words of speech, of roles and of outlets that a desk of each language knows; no sentence is read without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.analysis import analyse
from monitor.model import Article
from monitor.outlets import load_catalogue

PACKAGED = load_catalogue()
ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "data" / "words_west.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "wanted", "text"), ROWS)
def test_reads_the_words_of_a_news_desk(language: str, wanted: str, text: str) -> None:
    """Whose the quotes are, joined by semicolons; - for nobody, behind @ whom the text cites."""
    body = text.replace("¶", "\n")
    found = analyse(Article(url="https://sample.example/a", body=body, language=language), catalogue=PACKAGED)
    cited = sorted({mention.publisher for mention in found.mentions if mention.publisher})
    assert wanted == ("@" + ";".join(cited) if wanted[0] == "@" else ";".join(q.speaker or "-" for q in found.quotes))
