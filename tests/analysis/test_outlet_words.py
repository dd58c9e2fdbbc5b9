"""Names of outlets that are words, acronyms or people's names besides, and those that many cite."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.analysis import analyse, cited
from monitor.model import Article
from monitor.outlets import load_catalogue

LINES = (Path(__file__).parent / "data" / "outlet_words.tsv").read_text(encoding="utf-8").splitlines()
CATALOGUE = load_catalogue()


@pytest.mark.parametrize(("language", "slug", "text"), [line.split("\t") for line in LINES])
def test_a_word_is_an_outlet_only_where_it_is_cited(language: str, slug: str, text: str) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text)
    wanted = () if slug == "-" else (CATALOGUE.publishers[slug].name,)
    assert cited(analyse(article, catalogue=CATALOGUE)) == wanted
