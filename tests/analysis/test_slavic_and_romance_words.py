"""What the lists of Slavic and Romance languages hold: a sentence for a word or two of them, each on its own."""

from __future__ import annotations

import pytest

from monitor.analysis import analyse, cited
from monitor.model import Article
from monitor.outlets import load_catalogue
from tests.analysis import labelled

PACKAGED = load_catalogue()


@pytest.mark.parametrize(("language", "cites", "said", "text"), labelled.rows("speech_words.tsv"))
def test_words_of_speech_and_roles(language: str, cites: str, said: str, text: str) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text.replace("¶", "\n"))
    found = analyse(article, catalogue=PACKAGED)
    slugs = {publisher.name: slug for slug, publisher in PACKAGED.publishers.items()}
    wanted = [] if said == "-" else [tuple(part.strip().split(": ", 1)) for part in f"{said} ".split(";;")]
    assert [
        (quote.speaker, quote.text[: len(words)]) for quote, (_, words) in zip(found.quotes, wanted, strict=True)
    ] == wanted
    assert {slugs[name] for name in cited(found)} == set(cites.split(",")) - {"-"}
