"""Whoever bears one of a language's commonest names, or is in the world's news, is told to speak by the full name.

data/people.tsv: language, a text with {name} and {last} (its last word), names. Last names that are
trades, places, outlets or cases of other words are among them: Richter, Cruz, Петров, 普京.
"""

from pathlib import Path

import pytest

from monitor.analysis import analyse
from monitor.model import Article
from monitor.outlets import load_catalogue

ROWS = [line.split("\t") for line in (Path(__file__).parent / "data/people.tsv").read_text("utf-8").splitlines()]
PACKAGED = load_catalogue()


def _speakers(language: str, text: str) -> list[str]:
    article = Article(url="https://sample.example/a", language=language, body=text)
    return [quote.speaker for quote in analyse(article, catalogue=PACKAGED).quotes]


@pytest.mark.parametrize(("language", "text", "names"), ROWS, ids=[f"{row[0]}-{n}" for n, row in enumerate(ROWS)])
def test_all_are_told_by_their_full_names(language: str, text: str, names: str) -> None:
    asked = names.split("|")
    found = {name: _speakers(language, text.format(name=name, last=name.split()[-1])) for name in asked}
    assert {name: speakers for name, speakers in found.items() if speakers != [name]} == {}


def test_there_are_many_of_them_in_many_languages() -> None:
    assert len({language for language, *_ in ROWS}) >= 30
    assert sum(names.count("|") + 1 for *_, names in ROWS) >= 3_000
